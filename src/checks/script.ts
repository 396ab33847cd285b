import type { Check, Finding } from './check.js';

/** Scripts by ISO 15924 code, as Unicode names them. */
const names: Readonly<Record<string, readonly string[]>> = {
  Hang: ['Hangul'],
  Latn: ['Latin'],
  Jpan: ['Hiragana', 'Katakana', 'Han'],
  Hans: ['Han'],
  Hant: ['Han'],
  Cyrl: ['Cyrillic'],
  Grek: ['Greek'],
  Arab: ['Arabic'],
};

/** Letters of these scripts are symbols of science in any language: α, Ω, π. */
const symbols = ['Greek', 'Common', 'Inherited'];
/** In brackets, a gloss: 현대(現代), 도요타(トヨタ). */
const gloss = /[(（〈《「『[][^)）〉》」』\]]{1,40}[)）〉》」』\]]/gu;
const run =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Thai}\p{Script=Hangul}\p{Script=Hebrew}\p{Script=Devanagari}]+(?:[\s、，。・]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Thai}\p{Script=Hangul}\p{Script=Hebrew}\p{Script=Devanagari}]+)*/gu;

/** Text in a script that the target's readers do not read: a Chinese answer in a Korean page, Korean left in an English one. */
export const script: Check = {
  id: 'script',
  type: 'characters',
  category: 'accuracy',
  unit(pair, { to }) {
    const { source, target } = pair;
    if (target === null) return [];
    const own = new RegExp(
      `^[${[...to.scripts.flatMap((code) => names[code] ?? []), ...symbols].map((name) => `\\p{Script=${name}}`).join('')}]+$`,
      'u',
    );
    const text = target.text.replace(gloss, (inside) => ' '.repeat(inside.length));
    const out: Finding[] = [];
    for (const match of text.matchAll(run)) {
      const [found] = match;
      if (own.test(found)) continue;
      // A newspaper's single characters (美, 中, 韓) and what the source quotes in that script itself stay.
      if ((found.length <= 1 && /^\p{Script=Han}$/u.test(found)) || source?.text.includes(found) === true) continue;
      const severity = found.length >= 6 ? 'major' : 'minor';
      out.push({
        key: 'foreign',
        values: { text: found.slice(0, 60) },
        severity,
        pair,
        target: { text: found, start: match.index, end: match.index + found.length },
      });
      if (out.length >= 3) break;
    }
    return out;
  },
};
