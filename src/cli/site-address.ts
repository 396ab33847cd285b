import { InvalidArgumentError } from 'commander';

/** `https://news.example.org/` as it is put before a path. Throws commander's error for anything but a site's root. */
export function siteAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.pathname !== '/') throw new InvalidArgumentError('');
  return url.origin;
}
