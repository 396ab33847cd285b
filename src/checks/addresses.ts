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

/** Words of a path that say nothing of the page: every site has them. */
const everywhere = new Set(
  'http https www com org net html index master main blob tree raw docs doc images image assets static guide page pages site wiki example examples'.split(
    ' ',
  ),
);

function wordsOf(url: string): Set<string> {
  const words = url.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return new Set(words.filter((word) => !everywhere.has(word)));
}

/** The last two labels of a host: `avatars2.example.com` and `avatars.example.com` are one site. A path of this site has none. */
export function siteOf(url: string): string | undefined {
  return hostOf(url)?.split('.').slice(-2).join('.');
}

/**
 * Whether one address may be another's page under a newer or a translated name: the same site, or a word of the path in
 * common. A translator's page that moved is worth a glance; a link to somewhere else altogether is a fault.
 */
export function isRelated(a: string, b: string): boolean {
  const [site, other] = [siteOf(a), siteOf(b)];
  if (site !== undefined && site === other) return true;
  // In-page anchors and translated paths share no letters with their sources.
  if (/[^\u0000-\u024f]|%[0-9a-f]{2}/i.test(a + b)) return true;
  const words = wordsOf(a);
  return [...wordsOf(b)].some((word) => words.has(word));
}
