import type { LanguagePack } from '../../languages/pack.js';
import type { Unit, UnitKind } from '../../model/article.js';
import type { SourceCheck } from './check.js';

/** Units that are judged as a whole. Cells, labels and alternative texts hold names in any language. */
const judged: ReadonlySet<UnitKind> = new Set([
  'title',
  'frontmatter',
  'faq-question',
  'faq-answer',
  'heading',
  'paragraph',
  'list-item',
]);
const fields: ReadonlySet<UnitKind> = new Set(['title', 'frontmatter', 'faq-question', 'faq-answer']);
/** Scripts by ISO 15924 code; those that share letters are one. */
const letters: Readonly<Record<string, RegExp>> = {
  Latn: /\p{Script=Latin}/gu,
  Hang: /\p{Script=Hangul}/gu,
  Hani: /\p{Script=Han}/gu,
  Kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Arab: /\p{Script=Arabic}/gu,
};
/** Fewer letters than this are a name or a word. */
const fewest = 8;
/** The same of a field in letters that say much: "새 공장을 짓는다". */
const fewestDense = 6;

/** A field or paragraph in another language than the article's: a Korean title over an English body, an FAQ left in Chinese. */
export const otherLanguage: SourceCheck = {
  id: 'other-language',
  type: 'untranslated',
  category: 'accuracy',
  source({ article, pack }) {
    // A page that is mostly not in its language has one fault, not hundreds.
    const strays = article.units.filter((unit) => judged.has(unit.kind) && isForeign(unit, pack));
    const all = article.units.filter((unit) => judged.has(unit.kind)).length;
    const shown = strays.length > 3 && strays.length * 2 > all ? strays.slice(0, 1) : strays;
    return shown.map((unit) => {
      const isField = fields.has(unit.kind);
      const whole = shown.length < strays.length;
      return {
        key: whole ? 'page' : isField ? 'field' : 'text',
        severity: 'minor',
        values: { text: unit.text.trim().slice(0, 60), field: unit.path ?? unit.kind, strays: strays.length },
        pair: { source: unit, target: null },
        ...(whole ? { about: null } : {}),
      };
    });
  },
};

function isForeign({ text, kind }: Unit, { scripts }: LanguagePack): boolean {
  const counts = Object.entries(letters).map(([script, pattern]) => ({
    script,
    count: text.match(pattern)?.length ?? 0,
  }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const main = scripts[0] ?? 'Latn';
  const own = counts.find(({ script }) => script === main)?.count ?? 0;
  if (main === 'Latn') {
    // Korean and Chinese say in few letters what English says in many.
    const other = total - own;
    return other >= (fields.has(kind) ? fewestDense : 2 * fewest) && other > own;
  }
  if (own * 20 > total || total < (fields.has(kind) ? 2 : 3) * fewest) return false;
  const latin = counts.find(({ script }) => script === 'Latn')?.count ?? 0;
  // Names, commands and titles of works stand in Latin letters everywhere: only sentences count.
  return latin < total / 2 || isSentence(text);
}

/** Four lower-case words in a row: what titles, names and commands do not have. */
function isSentence(text: string): boolean {
  return /(?:(?:^|\s)[a-z][a-z'’]*[,;]?(?=\s|[.!?:]|$)){4}/.test(text);
}
