import type { NumberedName, Quantity, Reading } from '../../../model/quantity.js';
import { nameKey, opaqueSpans } from '../../und/names.js';
import { datedFields, placed } from '../../und/placed.js';
import { readDate } from './dates.js';
import { readFigure } from './figure.js';
import { readName } from './names.js';
import { startsAt } from './starts.js';
import { readTime } from './times.js';
import { type Token, tokenAt, tokenize } from './tokens.js';
import { begins } from './vocabulary.js';

/**
 * The figures and numbered names of an English text. Tokens are read from left to right, each rule looks at a bounded
 * number of them, and whatever a rule takes is not read again, so the time is linear in the text's length.
 */
export function read(text: string): Reading {
  if (!/\d|[０-９½⅓⅔¼¾⅕-⅞]|[a-z]{2}/i.test(text)) return { quantities: [], names: [] };
  const tokens = tokenize(text);
  const spans = opaqueSpans(text);
  const quantities: Quantity[] = [];
  const names: NumberedName[] = [];
  let span = 0;
  for (let i = 0; i < tokens.length; ) {
    const { start } = tokens[i]!;
    while (span < spans.length && spans[span]!.end <= start) span++;
    const hidden = spans[span];
    if (hidden !== undefined && start >= hidden.start) {
      if (hidden.name !== undefined) names.push(hidden.name);
      while (i < tokens.length && tokens[i]!.start < hidden.end) i++;
      continue;
    }
    const bits = startsAt(tokens, i);
    i = bits === 0 ? i + 1 : step(tokens, i, bits, text, quantities, names);
  }
  return { quantities, names };
}

/** Reads what begins at token `i` and returns the token to go on from. */
function step(
  tokens: readonly Token[],
  i: number,
  bits: number,
  text: string,
  quantities: Quantity[],
  names: NumberedName[],
): number {
  const token = tokenAt(tokens, i);
  const before = tokenAt(tokens, i - 1);
  // A number in the middle of a glued word (x264y) has been taken with the word's name, or says nothing.
  if (
    token.kind === 'number' &&
    token.glued &&
    before.kind === 'word' &&
    i > 0 &&
    /[a-z]/i.test(before.text) &&
    !/^(?:x|FY|Q|H|CY)$/.test(before.text)
  )
    return i + 1;
  const end = (next: number) => tokenAt(tokens, next - 1).end;
  const date = bits & begins.date ? readDate(tokens, i) : undefined;
  if (date !== undefined) {
    const fields = datedFields('date', date, date.soft ? 'soft' : 'hard');
    quantities.push(placed(fields, text, token.start, end(date.next)));
    return date.next;
  }
  const time = bits & begins.time ? readTime(tokens, i) : undefined;
  if (time !== undefined) {
    const fields = datedFields('time', time, time.soft ? 'soft' : 'hard');
    quantities.push(placed(fields, text, token.start, end(time.next)));
    return time.next;
  }
  const figure = bits & begins.figure ? readFigure(tokens, i, text) : undefined;
  if (figure !== undefined) {
    if (figure.quantity !== undefined) quantities.push(figure.quantity);
    return figure.next;
  }
  const name = bits & begins.name ? readName(tokens, i) : undefined;
  if (name !== undefined) {
    const written = text.slice(token.start, end(name.next));
    names.push({ key: nameKey(written), text: written, start: token.start, end: end(name.next) });
    return name.next;
  }
  return i + 1;
}
