import { languagePack, packLocales } from '../languages/index.js';
import type { LanguagePack } from '../languages/pack.js';
import type { Article } from '../model/article.js';
import { DiptychError } from '../model/errors.js';
import { canonicalLocale } from '../model/locale.js';

/** With fewer letters than this the script of an article says nothing: a page may be one product name and a table. */
const enoughLetters = 80;

/** A Korean text about software still has a third of its letters in Hangul; one with less than this share is not Korean. */
const leastShare = 0.1;

/** An English page about Korea quotes Hangul; one with more of it than this is a Korean page. */
const foreignShare = 0.5;

/**
 * Throws DiptychError `wrong-locale` when a source says in its frontmatter that it is in another language than its
 * folder, or is plainly written in another script.
 */
export function assertLocale(article: Article, pack: LanguagePack): void {
  const claimed = article.frontmatter['locale'] ?? article.frontmatter['lang'];
  if (typeof claimed === 'string' && !sameLanguage(claimed, article.locale)) {
    throw new DiptychError('wrong-locale', { locale: article.locale, claimed }, placeOf(article, claimed));
  }
  const text = article.units.map((unit) => unit.text).join('\n');
  const count = (letters: RegExp | undefined) =>
    letters === undefined ? 0 : (text.match(letters) ?? []).reduce((sum, run) => sum + run.length, 0);
  const letters = count(/\p{L}+/gu);
  const main = scriptLetters(pack.scripts[0] ?? '');
  if (letters < enoughLetters || main === undefined) return;
  const own = count(main);
  const foreign = packLocales
    .map((locale) => languagePack(locale).scripts[0] ?? '')
    .filter((script) => !pack.scripts.includes(script))
    .some((script) => count(scriptLetters(script)) >= letters * foreignShare);
  if (own >= letters * leastShare && !foreign) return;
  const share = Math.round((100 * own) / letters);
  const first = article.units[0];
  throw new DiptychError(
    'wrong-locale',
    { context: 'script', locale: article.locale, share },
    { file: article.file, line: first?.line ?? 1, column: first?.column ?? 1 },
  );
}

/** Letters of an ISO 15924 script; `undefined` for a code that Unicode has no script property of. */
function scriptLetters(script: string): RegExp | undefined {
  try {
    return new RegExp(`\\p{Script=${script}}+`, 'gu');
  } catch {
    return undefined;
  }
}

/** `ko` and `ko-KR` are one language; a claim that is no language tag (`korean`) is another. */
function sameLanguage(claimed: string, locale: string): boolean {
  const tag = canonicalLocale(claimed.replace('_', '-'));
  return tag?.split('-')[0] === locale.split('-')[0];
}

function placeOf(article: Article, claimed: string): { file: string; line: number; column: number } {
  const lines = article.text.split('\n');
  const at = lines.findIndex((line) => /^(?:locale|lang):/.test(line) && line.includes(claimed));
  return { file: article.file, line: Math.max(0, at) + 1, column: 1 };
}
