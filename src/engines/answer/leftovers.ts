import type { LanguagePack } from '../../languages/pack.js';
import { guardedFigures } from '../figures.js';
import { because, type Judge, quote, refuse } from './judge.js';

/** This many words in a row, one of them a word of grammar, are no name but a passage left untranslated. */
const longest = 4;

const grammars = new WeakMap<LanguagePack, ReadonlySet<string>>();

/** A language's words of grammar. */
function grammarOf(pack: LanguagePack): ReadonlySet<string> {
  const grammar = grammars.get(pack) ?? new Set(pack.cues?.function ?? []);
  grammars.set(pack, grammar);
  return grammar;
}

/** Words of the source are not left standing: the whole answer is not the source, and no passage of it is. */
export const judgeLeftovers: Judge = ({ unit, target, from }) => {
  if (target.trim() === '') return refuse('The answer is empty.', because('empty'));
  const grammar = grammarOf(from);
  if (isSame(target, unit.text) && hasWords(unit, grammar)) {
    return refuse('The answer is the source itself, untranslated.', because('untranslated'));
  }
  if (grammar.size === 0) return undefined;
  const answer = words(target);
  // An answer in another script has not so many of its words in a row.
  if (!answer.some((word) => grammar.has(word))) return undefined;
  const source = ` ${words(unit.text).join(' ')} `;
  for (let at = 0; at + longest <= answer.length; at++) {
    const passage = answer.slice(at, at + longest);
    if (!passage.some((word) => grammar.has(word)) || !source.includes(` ${passage.join(' ')} `)) continue;
    const text = passage.join(' ');
    return refuse(`${quote(text)} is left in the source language.`, because('passage', { text }));
  }
  return undefined;
};

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? [];
/** Whether two texts are one but for spaces and capitals. */
function isSame(a: string, b: string): boolean {
  const [first, other] = [a.trimStart(), b.trimStart()];
  // Most answers begin otherwise than their source.
  if (first.slice(0, 2).toLowerCase() !== other.slice(0, 2).toLowerCase() && !/\s/.test(first.slice(0, 3)))
    return false;
  return squeeze(first) === squeeze(other);
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** Whether the unit has words of grammar outside its terms and figures: a name alone may stay as it is. */
function hasWords(unit: Parameters<Judge>[0]['unit'], grammar: ReadonlySet<string>): boolean {
  const fixed = [...unit.terms, ...guardedFigures(unit).map(({ quantity }) => quantity)];
  let rest = '';
  let at = 0;
  for (const { start, end } of [...fixed].sort((a, b) => a.start - b.start)) {
    rest += `${unit.text.slice(at, Math.max(at, start))} `;
    at = Math.max(at, end);
  }
  return words(rest + unit.text.slice(at)).some((word) => grammar.has(word));
}
