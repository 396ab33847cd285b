import { DiptychError } from '../../model/errors.js';
import { canonicalLocale, type Locale } from '../../model/locale.js';

/** The cookie that remembers which language a browser's interface is in. */
export const languageCookie = 'diptych_ui';

interface Choice {
  readonly value: string;
  readonly quality: number;
}

/** `a;q=0.5, b` → by preference. Longer lists than anybody sends are cut. */
function choices(header: string): Choice[] {
  return header
    .slice(0, 2000)
    .split(',')
    .map((part) => {
      const [value = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const q = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
      const quality = q === undefined ? 1 : Number(q);
      return { value: value.toLowerCase(), quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter(({ value, quality }) => value !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality);
}

/** The formats that an article comes in; the first is what a program gets that names none. */
export const articleTypes = ['application/json', 'text/markdown', 'text/html'] as const;
export type ArticleType = (typeof articleTypes)[number];

/** The format that `Accept` asks for. Throws `not-acceptable`. */
export function articleType(accept: string | undefined): ArticleType {
  if (accept === undefined || accept.trim() === '') return articleTypes[0];
  for (const { value } of choices(accept)) {
    const found = articleTypes.find(
      (type) => value === type || value === '*/*' || (value.endsWith('/*') && type.startsWith(value.slice(0, -1))),
    );
    if (found !== undefined) return found;
  }
  throw new DiptychError('not-acceptable');
}

/** The best of `offered` for an `Accept-Language` header: RFC 4647 §3.4 lookup. `undefined` when none fits. */
export function acceptedLocale(header: string | undefined, offered: readonly Locale[]): Locale | undefined {
  for (const { value } of choices(header ?? '')) {
    if (value === '*') return offered[0];
    for (let tag = canonicalLocale(value) ?? ''; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
      if (offered.includes(tag)) return tag;
    }
  }
  return undefined;
}

/** The locale of `?locale=`, canonical. Throws `unknown-locale` when it is none of `offered`. */
export function askedLocale(asked: string, offered: readonly Locale[]): Locale {
  const tag = canonicalLocale(asked);
  if (tag === undefined) throw new DiptychError('unknown-locale', { context: 'tag', locale: asked.slice(0, 50) });
  if (!offered.includes(tag)) throw new DiptychError('unknown-locale', { locale: tag, known: offered.join(', ') });
  return tag;
}
