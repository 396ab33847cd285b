import type { LanguagePack } from '../languages/pack.js';
import type { Reading } from '../model/quantity.js';

/** A figure alone: digits with separators, a sign, a range, an approximation; nothing that says what it counts. */
const bare = /^[~≈<>≤≥±+−△▲▼–-]?\s*\d[\d.,]*(?:\s*[-–~]\s*\d[\d.,]*)?\+?$/u;
const bracketed = /[([（［]\s*([^()[\]（）［］]{1,40})\s*[)\]）］]\s*$/u;
const ofUnit = /^(?:단위\s*[:：]?|in|unit[s:]*)\s*/iu;
const symbolFirst = /^(?:[A-Z]{0,3}[$€£¥₩￥￦])/u;

/** Whether a cell is a figure that says nothing of what it counts. */
export const isBare = (cell: string): boolean => bare.test(cell.trim());

/** The unit that a header carries: `$B` of "Value ($B)", 억 원 of "비용(억 원)", million of "Users (in millions)". */
export function headerUnit(header: string): string | undefined {
  const inside = bracketed.exec(header)?.[1]?.replace(ofUnit, '').trim();
  return inside === undefined || inside === '' || /\d/.test(inside) ? undefined : inside;
}

/**
 * A cell's figures as a reader takes them: `45` under "Value ($B)" is 45 billion US dollars. `undefined` where the cell
 * is no bare figure or the header's brackets hold no unit; then the cell says by itself what it says.
 */
export function readUnderHeader(text: string, header: string, pack: LanguagePack): Reading | undefined {
  const unit = headerUnit(header);
  const cell = text.trim();
  if (unit === undefined || !bare.test(cell)) return undefined;
  const symbol = symbolFirst.exec(unit)?.[0];
  const glue = pack.scripts[0] === 'Hang' || unit.startsWith('%') ? '' : ' ';
  // "in millions" counts one by one: "45 millions" is no English.
  const word = unit.replace(/^(thousand|million|billion|trillion)s\b/i, '$1');
  const written = symbol === undefined ? `${cell}${glue}${word}` : `${symbol}${cell}${unit.slice(symbol.length)}`;
  const { quantities, names } = pack.figures.read(written);
  const [quantity] = quantities;
  if (quantities.length !== 1 || quantity === undefined || names.length > 0) return undefined;
  // The reader must have taken the unit in: "45 GPT" is a bare 45 followed by a word.
  if (quantity.text.length <= cell.length) return undefined;
  const start = text.indexOf(cell);
  return { quantities: [{ ...quantity, start, end: start + cell.length, text: cell }], names: [] };
}
