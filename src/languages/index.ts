import { DiptychError } from '../model/errors.js';
import type { Locale } from '../model/locale.js';
import { en } from './en/index.js';
import { ja } from './ja/index.js';
import { ko } from './ko/index.js';
import type { LanguagePack } from './pack.js';
import { remembering, rememberingApart } from './remember.js';

const packs: readonly LanguagePack[] = [en, ko, ja].map((pack) => ({
  ...pack,
  figures: { ...pack.figures, read: rememberingApart(pack.figures.read) },
  ...(pack.labels === undefined ? {} : { labels: { ...pack.labels, read: remembering(pack.labels.read) } }),
  // Looked for in each unit, and again in all of an article.
  ...(pack.names === undefined ? {} : { names: { ...pack.names, find: remembering(pack.names.find, 8000, 300) } }),
}));

/** Locales that have a language pack. */
export const packLocales: readonly Locale[] = packs.map((pack) => pack.locale);

/** The pack of a locale, or of its language (`ko-KR` → `ko`). Throws `unknown-locale`. */
export function languagePack(locale: Locale): LanguagePack {
  const found =
    packs.find((pack) => pack.locale === locale) ?? packs.find((pack) => locale.startsWith(`${pack.locale}-`));
  if (found === undefined) throw new DiptychError('unknown-locale', { locale, known: packLocales.join(', ') });
  return found;
}
