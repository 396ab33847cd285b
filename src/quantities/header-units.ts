import type { LanguagePack } from '../languages/pack.js';
import { compare, multiply } from '../model/decimal.js';
import type { Span } from '../model/issue.js';
import type { NumberedName, Quantity, Reading } from '../model/quantity.js';

/** A figure alone: digits with separators, a sign, a range, an approximation; nothing that says what it counts. */
const bare = /^[~≈<>≤≥±+−△▲▼–-]?\s*\d[\d.,]*(?:\s*[-–~]\s*\d[\d.,]*)?\+?$/u;
const bracketed = /[([（［]\s*([^()[\]（）［］]{1,40})\s*[)\]）］]\s*$/u;
const ofUnit = /^(?:단위\s*[:：]?|in|unit[s:]*)\s*/iu;
const symbolFirst = /^(?:[A-Z]{0,3}[$€£¥₩￥￦])/u;

/** Whether a cell is a figure that says nothing of what it counts. */
export const isBare = (cell: string): boolean => bare.test(cell.trim());

/** A unit of many that begins with digits, as Korean has no word for a million or a billion: 100만 달러, 10억 원, 1,000명. */
const powerOfTen = /^1(?:0{1,3}|,000)(?!\d)\s?(?:[만억조]|(?=\p{L}))/u;

/**
 * The unit that a header carries: `$B` of "Value ($B)", 억 원 of "비용(억 원)", 10억 달러 of 매출(10억 달러), million of "Users
 * (in millions)".
 */
export function headerUnit(header: string): string | undefined {
  const inside = bracketed.exec(header)?.[1]?.replace(ofUnit, '').trim();
  if (inside === undefined || inside === '') return undefined;
  return /\d/.test(inside.replace(powerOfTen, '')) ? undefined : inside;
}

/**
 * A cell's figures as a reader takes them: `45` under "Value ($B)" is 45 billion US dollars. `undefined` where the cell
 * is no bare figure or the header's brackets hold no unit; then the cell says by itself what it says.
 */
export function readUnderHeader(text: string, header: string, pack: LanguagePack): Reading | undefined {
  const unit = headerUnit(header);
  const cell = text.trim();
  if (unit === undefined || !bare.test(cell)) return undefined;
  if (powerOfTen.test(unit)) return multiplied(text, cell, unit, pack);
  const { quantities, names } = pack.figures.read(counted(cell, unit, pack));
  const [quantity] = quantities;
  if (quantities.length !== 1 || quantity === undefined || names.length > 0) return undefined;
  // The reader must have taken the unit in: "45 GPT" is a bare 45 followed by a word.
  if (quantity.text.length <= cell.length) return undefined;
  const start = text.indexOf(cell);
  return { quantities: [{ ...quantity, start, end: start + cell.length, text: cell }], names: [] };
}

/** 1,204.5 under 매출(100만 달러): so many of what the header says. */
function multiplied(text: string, cell: string, unit: string, pack: LanguagePack): Reading | undefined {
  const [each] = pack.figures.read(unit).quantities;
  const [count, ...more] = pack.figures.read(cell).quantities;
  if (each?.value === undefined || each.start > 0 || count?.kind !== 'number' || more.length > 0) return undefined;
  const { value, min, max } = count;
  const start = text.indexOf(cell);
  const quantity: Quantity = {
    ...count,
    kind: each.kind,
    ...(each.unit === undefined ? {} : { unit: each.unit }),
    ...(value === undefined ? {} : { value: multiply(value, each.value) }),
    ...(min === undefined ? {} : { min: multiply(min, each.value) }),
    ...(max === undefined ? {} : { max: multiply(max, each.value) }),
    text: cell,
    start,
    end: start + cell.length,
  };
  return { quantities: [quantity], names: [] };
}

/** A number as it is written with a unit: `$45B`, 45억 원, 45 million. */
function counted(number: string, unit: string, pack: LanguagePack): string {
  const symbol = symbolFirst.exec(unit)?.[0];
  if (symbol !== undefined) return `${symbol}${number}${unit.slice(symbol.length)}`;
  const glue = pack.scripts[0] === 'Hang' || unit.startsWith('%') ? '' : ' ';
  // "in millions of dollars" counts one by one: "45 millions of dollars" is no English.
  const word = unit.replace(/^(thousand|million|billion|trillion)s(?: of\b)?/i, '$1');
  const code = /^([A-Z]{3}) (?=[a-z])/.exec(word);
  return code === null ? `${number}${glue}${word}` : `${code[0]}${number} ${word.slice(code[0].length)}`;
}

/** What a note in brackets ends with. Every unit of a text is asked for one, and hardly any has it. */
const mayNote = /[)\]）］]/;
const unitLine = /^(?:단위|units?)\s*[:：]\s*(.{1,40})$/iu;

/** The number of a unit of many: 100만 달러, 10억 원, ₩100 million. Any other number is a figure: "Phase two ($25 billion)". */
const oneOf = /(?<![\d.,])1(?:0{1,3}|,000)?(?![\d.,])/u;

/**
 * The notes of two texts that say the same place's unit. One of them must be a unit that no figure can be ($M, 억 원): of
 * "Prize ($1 million)" and 상금(10억 달러) both are figures, and they differ.
 */
export function notesOf(
  source: string,
  target: string,
  { from, to }: { readonly from: LanguagePack; readonly to: LanguagePack },
): readonly [Span, Span] | readonly [undefined, undefined] {
  const [left, right] = [unitNote(source, from), unitNote(target, to)];
  if (left === undefined || right === undefined) return [undefined, undefined];
  return /\d/.test(left.text) && /\d/.test(right.text) ? [undefined, undefined] : [left, right];
}

/**
 * Where a header or a note above a table says the unit that it counts in: `$B` of "Revenue ($B)", 10억 달러 of 매출(10억
 * 달러), 억 원 of 단위: 억 원. `undefined` where no unit alone stands there.
 */
function unitNote(text: string, pack: LanguagePack): Span | undefined {
  if (!mayNote.test(text.trimEnd().slice(-1)) && !/^[단u]/i.test(text)) return undefined;
  const inside = bracketed.exec(text) ?? unitLine.exec(text);
  const unit = inside?.[1]?.replace(ofUnit, '').trim();
  if (inside === null || unit === undefined || unit === '') return undefined;
  if (/\d/.test(unit.replace(oneOf, ''))) return undefined;
  const written = /\d/.test(unit) ? unit : counted('1', unit, pack);
  const { quantities, names } = pack.figures.read(written);
  const [quantity] = quantities;
  if (quantity?.value === undefined || quantities.length > 1 || names.length > 0) return undefined;
  // The whole of it must be the figure, and a figure of money, of a measure or of many: "(5 pages)" is none.
  const whole = quantity.text.length >= written.length - 1;
  const large = quantity.kind === 'money' || quantity.kind === 'measure' || compare(quantity.value, '999') > 0;
  if (!whole || !large) return undefined;
  const start = inside.index + inside[0].indexOf(inside[1]!);
  return { text: inside[1]!, start, end: start + inside[1]!.length };
}

/**
 * A reading without the unit that both texts note in brackets, as a header does: `($B)`, (10억 달러). Another unit is no
 * fault where the cells below count in it; `tables` tells where they do not.
 */
export function withoutNote(reading: Reading, note: Span | undefined): Reading {
  if (note === undefined) return reading;
  const outside = ({ start, end }: Quantity | NumberedName) => end <= note.start || start >= note.end;
  return { quantities: reading.quantities.filter(outside), names: reading.names.filter(outside) };
}
