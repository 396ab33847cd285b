import type { LanguagePack } from '../../languages/pack.js';
import type { GlossedUnit } from '../../model/article.js';
import { because, type Judge, quote, refuse } from './judge.js';

/** Words of the main script that a source needs before its absence from the answer means anything. */
const enoughWords = 3;

/** Letters that belong to no script of their own (`µ`, `ª`): they stand in any text. */
const common = ['Zyyy', 'Zinh'];

/** From this length on a word in the source's script that the source does not have is no acronym that the target uses (AI, CEO, GPU). */
const longWord = 5;

/** Expressions by their scripts: making one costs more than using it on a sentence. */
const expressions = new Map<string, RegExp>();

/** A letter in one of the scripts, by ISO 15924 code. */
function lettersOf(scripts: readonly string[]): RegExp {
  return expressionOf(`[${classOf(scripts)}]`);
}

/** A letter in none of the scripts. */
function othersThan(scripts: readonly string[]): RegExp {
  return expressionOf(`(?![${classOf(scripts)}])\\p{L}`);
}

const classOf = (scripts: readonly string[]) => scripts.map((script) => `\\p{Script_Extensions=${script}}`).join('');

function expressionOf(source: string): RegExp {
  const expression = expressions.get(source) ?? new RegExp(source, 'u');
  expressions.set(source, expression);
  return expression;
}

/** Stretches in brackets: a gloss in another script (`인공지능(人工智能)`) may stand there. */
const gloss = /\([^()]{0,80}\)|（[^（）]{0,80}）/g;

/**
 * The answer is written in the target language's scripts. Another script may stand in a gloss in brackets, or where the
 * source has the same letters; but not the source language's own script when the target does not use it.
 */
export const judgeScript: Judge = ({ unit, target, from, to }) => {
  const plain = target.replace(gloss, ' ');
  const allowed = [...to.scripts, ...common];
  const given = givenText(unit);
  const own = lettersOf(from.scripts.slice(0, 1));
  // Most answers hold nothing else; only where one does, its words are looked at.
  const words = othersThan(allowed).test(plain) ? plain.matchAll(/\p{L}+/gu) : [];
  for (const [run] of words) {
    const letters = [...run].filter((letter) => !lettersOf(allowed).test(letter));
    if (letters.length === 0) continue;
    const foreign = letters.join('');
    if (own.test(foreign))
      return refuse(`${quote(run)} is left in the source language.`, because('passage', { text: run }));
    if (!letters.every((letter) => given.includes(letter))) {
      return refuse(
        `${quote(run)} is in a script that the target language does not use.`,
        because('letters', { text: run }),
      );
    }
  }
  if (from.scripts[0] === to.scripts[0]) return undefined;
  if (lacksMainScript(unit.text, target, from, to))
    return refuse('The answer is not in the target language.', because('language'));
  const runs = own.test(target) ? (target.match(new RegExp(`${own.source}+`, 'gu')) ?? []) : [];
  const known = given.toLowerCase();
  const stray = runs.find((word) => word.length >= longWord && !known.includes(word.toLowerCase()));
  return stray === undefined
    ? undefined
    : refuse(
        `${quote(stray)} is a word of the source language that the source does not have.`,
        because('foreign', { text: stray }),
      );
};

/** Whatever the answer may take over letter by letter: the source, and the forms required of it. */
function givenText({ text, terms, quantities }: GlossedUnit): string {
  return [text, ...terms.map(({ required }) => required ?? ''), ...quantities.map(({ required }) => required)].join(
    ' ',
  );
}

/** Nothing of the target's main script, though the source has words: those without capitals, for names may stay. */
function lacksMainScript(source: string, target: string, from: LanguagePack, to: LanguagePack): boolean {
  if (lettersOf(to.scripts.slice(0, 1)).test(target)) return false;
  const main = lettersOf(from.scripts.slice(0, 1));
  const words = (source.match(/[\p{L}\p{M}'’]+/gu) ?? []).filter((word) => main.test(word) && !/\p{Lu}/u.test(word));
  return words.length >= enoughWords;
}
