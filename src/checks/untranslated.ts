import type { Unit } from '../model/article.js';
import type { Check } from './check.js';

/** How many words of the source a unit must hold, all still there, before it counts as forgotten: names and commands are shorter. */
const fewest = 5;
const word = /\p{L}{2,}/gu;

/** What may stand as it is: titles of works between quotation marks, addresses and what links to them, handles, options of commands. */
const kept =
  /[“"「『《][^“”"「」『』《》\n]{2,200}[”"」』》]|\]\([^()\s]{1,500}\)|https?:\/\/\S{1,500}|@[\w-]{1,60}|(?<![\w-])--[a-z][\w-]{1,60}|`[^`\n]{1,200}`/gu;
/** Signs that code and diagrams have and sentences hardly do. */
const codeSigns = /[{}()<>;=_|\\#[\]]|--|->|::|:(?=\S)|(?<=[a-z]):(?= +[\w"])/g;
/** Columns of a program's output: a sentence has two spaces behind a full stop at most. */
const column = /[^\s.!?] {2,}(?=\S)/g;
const fewestColumns = 4;
/** A note to whoever keeps the page. */
const note = /^\s*(?:TO-?DO|FIX-?ME)\b/;
/** From this share of capitals on, words are a title with its authors: Fast and Flexible Functions, Maya Gupta, Kevin Canini. */
const titled = 0.7;
/** From this share of a text on they make it code. */
const dense = 0.06;

/** Kinds that stay as they are without a reader's loss: a picture's text is the picture's, a term of an attribute the program's. */
const beside: ReadonlySet<Unit['kind']> = new Set([
  'image-alt',
  'link-title',
  'html-attribute',
  'caption',
  'chart-label',
]);

/** Text that is still in the source language. */
export const untranslated: Check = {
  id: 'untranslated',
  type: 'untranslated',
  category: 'accuracy',
  unit(pair, { from, to }) {
    const { source, target } = pair;
    if (source === null || target === null || from.scripts[0] === to.scripts[0]) return [];
    if (isCode(target.text) || note.test(target.text)) return [];
    const said = target.text.replace(kept, ' ');
    const words = said.match(word) ?? [];
    if (words.length < fewest) return [];
    const main = scriptPattern(to.scripts[0] ?? 'Latn');
    const own = (target.text.match(word) ?? []).filter((one) => main.test(one)).length;
    const wanted = scriptPattern(from.scripts[0] ?? 'Latn');
    const foreign = words.filter((one) => wanted.test(one)).length;
    // Korean text holds Latin names; a sentence without a single Korean word is English.
    if (own > 0 && own / words.length > 0.1) return [];
    if (foreign < fewest || !sentence(said)) return [];
    const same = target.text.trim() === source.text.trim();
    const text = target.text.length > 80 ? `${target.text.slice(0, 80).trimEnd()}…` : target.text;
    return [
      {
        key: same ? 'same' : 'foreign',
        values: { text },
        severity: isSlight(target) ? 'minor' : 'major',
        pair,
        target: { text: target.text, start: 0, end: target.text.length },
      },
    ];
  },
};

function isCode(text: string): boolean {
  const signs = (text.match(codeSigns) ?? []).length;
  return signs > text.length * dense || (text.match(column) ?? []).length >= fewestColumns;
}

/** Whether a unit is links and hardly a word beside them: a work, its author. */
function isLink({ text, codes }: Unit): boolean {
  const links = codes.filter(({ type }) => type === 'link');
  if (links.length === 0) return false;
  let at = 0;
  let beside = '';
  for (const { start, end } of links) {
    beside += text.slice(at, start);
    at = Math.max(at, end);
  }
  return ((beside + text.slice(at)).match(word) ?? []).length < fewest;
}

const patterns = new Map<string, RegExp>([
  ['Hang', /\p{Script=Hangul}/u],
  ['Latn', /\p{Script=Latin}/u],
  ['Jpan', /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u],
]);

function scriptPattern(script: string): RegExp {
  return patterns.get(script) ?? /\p{L}/u;
}

/** What is left of little loss: a picture's text, a page's own title, a label of a few words, a list of names. */
function isSlight(unit: Unit): boolean {
  const { kind, text } = unit;
  const isLabel = kind === 'table-cell' && !/[.!?]["”’)]*$/.test(text) && (text.match(word) ?? []).length < 8;
  const long = text.match(/\p{L}{4,}/gu) ?? [];
  const capitals = long.filter((one) => /^\p{Lu}/u.test(one)).length;
  return beside.has(kind) || isLabel || isLink(unit) || capitals >= long.length * titled;
}

/** Lower-case words in a row: what a list of product names does not have. */
function sentence(text: string): boolean {
  return (
    (text.match(/(?<![\p{L}\p{N}])\p{Ll}{2,}(?![\p{L}\p{N}_./-])/gu) ?? []).length >= fewest - 2 ||
    !/\p{Script=Latin}/u.test(text)
  );
}
