import type { Check, Finding } from './check.js';

/** Scripts by ISO 15924 code, as Unicode names them. */
const names: Readonly<Record<string, readonly string[]>> = {
  Hang: ['Hangul'],
  Kore: ['Hangul', 'Han'],
  Jpan: ['Hiragana', 'Katakana', 'Han'],
  Hira: ['Hiragana'],
  Kana: ['Katakana'],
  Hani: ['Han'],
  Hans: ['Han'],
  Hant: ['Han'],
  Cyrl: ['Cyrillic'],
  Arab: ['Arabic'],
  Hebr: ['Hebrew'],
  Deva: ['Devanagari'],
  Thai: ['Thai'],
};

/** In brackets, a gloss: 현대(現代), 도요타(トヨタ). */
const gloss = /[(（〈《「『[][^)）〉》」』\]]{1,40}[)）〉》」』\]]/gu;
/** Scripts that are looked for, by their Unicode names. Latin is not: names and code stand in it everywhere. */
const looked = 'Han Hiragana Katakana Hangul Cyrillic Arabic Thai Hebrew Devanagari'.split(' ');
/** A run this long is a sentence or a phrase, not a name. */
const phrase = 6;
const most = 3;

/** Text in a script that the target's readers do not read: a Chinese answer in a Korean page, Korean left in an English one. */
export const script: Check = {
  id: 'script',
  type: 'characters',
  category: 'accuracy',
  unit(pair, { from, to }) {
    const { source, target } = pair;
    if (target === null) return [];
    const foreign = foreignTo(to.scripts);
    // What the source quotes in a third script is quoted here too; its own script is what should be gone.
    const quoted = foreignTo(from.scripts);
    const text = target.text.replace(gloss, (inside) => ' '.repeat(inside.length));
    const out: Finding[] = [];
    for (const { 0: found, index } of text.matchAll(foreign)) {
      // A newspaper's single characters: 美, 中, 韓.
      if (/^\p{Script=Han}$/u.test(found)) continue;
      if (found.search(quoted) === 0 && source?.text.includes(found) === true) continue;
      const severity = found.length >= phrase ? 'major' : 'minor';
      const span = { text: found, start: index, end: index + found.length };
      out.push({ key: 'foreign', values: { text: found.slice(0, 60) }, severity, pair, target: span });
      if (out.length >= most) break;
    }
    return out;
  },
};

const patterns = new Map<string, RegExp>();

/** Runs of letters in scripts that are looked for and are not a locale's own, with the marks and spaces between them. */
function foreignTo(scripts: readonly string[]): RegExp {
  const key = scripts.join();
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const own = new Set(scripts.flatMap((code) => names[code] ?? []));
  const letters = looked.flatMap((name) => (own.has(name) ? [] : [`\\p{Script=${name}}`])).join('');
  const made = new RegExp(`[${letters}]+(?:[\\s、，。・]{0,3}[${letters}]+)*`, 'gu');
  patterns.set(key, made);
  return made;
}
