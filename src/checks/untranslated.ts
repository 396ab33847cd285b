import type { Check } from './check.js';

/** How many words of the source a unit must hold, all still there, before it counts as forgotten: names and commands are shorter. */
const fewest = 5;
const word = /\p{L}{2,}/gu;

/** Text that is still in the source language. */
export const untranslated: Check = {
  id: 'untranslated',
  type: 'untranslated',
  category: 'accuracy',
  unit(pair, { from, to }) {
    const { source, target } = pair;
    if (source === null || target === null || from.scripts[0] === to.scripts[0]) return [];
    const words = target.text.match(word) ?? [];
    if (words.length < fewest) return [];
    const main = scriptPattern(to.scripts[0] ?? 'Latn');
    const own = words.filter((one) => main.test(one)).length;
    const wanted = scriptPattern(from.scripts[0] ?? 'Latn');
    const foreign = words.filter((one) => wanted.test(one)).length;
    // Korean text holds Latin names; a sentence without a single Korean word is English.
    if (own > 0 && own / words.length > 0.1) return [];
    if (foreign < fewest || !sentence(target.text)) return [];
    const same = target.text.trim() === source.text.trim();
    const text = target.text.slice(0, 80);
    return [
      {
        key: same ? 'same' : 'foreign',
        values: { text },
        severity: 'major',
        pair,
        target: { text: target.text, start: 0, end: target.text.length },
      },
    ];
  },
};

const patterns = new Map<string, RegExp>([
  ['Hang', /\p{Script=Hangul}/u],
  ['Latn', /\p{Script=Latin}/u],
  ['Jpan', /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u],
]);

function scriptPattern(script: string): RegExp {
  return patterns.get(script) ?? /\p{L}/u;
}

/** Lower-case words in a row: what a list of product names does not have. */
function sentence(text: string): boolean {
  return (
    (text.match(/(?<![\p{L}\p{N}])\p{Ll}{2,}(?![\p{L}\p{N}_./-])/gu) ?? []).length >= fewest - 2 ||
    !/\p{Script=Latin}/u.test(text)
  );
}
