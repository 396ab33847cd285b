import { packLocales } from '../languages/index.js';

const tag = packLocales.join('|');
/** A locale as a folder, a subdomain, a file's suffix or a parameter: /en/, en.wikipedia.org, index.ko.md, ?hl=ko. */
const folder = new RegExp(`(^|[/._=-])(?:${tag}|en-us|ko-kr|en_us|ko_kr)(?=$|[/._&#?-])`, 'gi');

/**
 * An address without what a translation may change: the locale in it, the anchor (headings are translated), how far up a
 * relative path climbs, the scheme and a closing slash.
 */
export function addressKey(url: string): string {
  const [path = '', fragment] = url.split('#', 2);
  const plain = path
    .replace(/^https?:\/\/(?:www\.)?/i, '//')
    .replace(folder, '$1~')
    .replace(/\/~(?=\/|$)/g, '')
    .replace(/^(?:\.\.?\/)+/, '')
    .replace(/\/(?:index\.(?:html?|mdx?))?$/, '')
    .replace(/\.(?:~\.)?(mdx?|html?)$/, '.$1');
  // A link inside the page is only its anchor; which heading it means is the same in no language.
  return plain === '' && fragment !== undefined ? '#' : plain.toLowerCase();
}

/** The host of an address without its locale: pages of one site may have other names in another language. */
export function hostOf(url: string): string | undefined {
  const host = /^(?:https?:)?\/\/([^/?#]+)/i
    .exec(url)?.[1]
    ?.toLowerCase()
    .replace(/^www\./, '');
  return host?.replace(new RegExp(`^(?:${tag})\\.`), '');
}

/** Whether an address names its locale somewhere: then its page may be called otherwise in another. */
export function namesLocale(url: string): boolean {
  folder.lastIndex = 0;
  return folder.test(url);
}
