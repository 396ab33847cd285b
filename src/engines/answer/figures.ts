import type { Quantity } from '../../model/quantity.js';
import { guardedFigures } from '../figures.js';
import { type Judged, quote } from './judge.js';
import { isHard, type Placed } from './restore.js';
import { sameFigure } from './same.js';

/**
 * Reads the finished answer as a reader would: each figure must read as required where it stands (`250억` before a stray
 * `억 달러` does not), and no figure may stand there that the source does not have.
 */
export function judgeFigures({ unit, target, from, to }: Judged, places: readonly Placed[]): string | undefined {
  const reading = to.figures.read(target);
  const inPlace = new Set<Quantity>();
  for (const [index, { required }] of guardedFigures(unit).entries()) {
    const place = places[index]!;
    const here = reading.quantities.filter(({ start, end }) => start < place.end && place.start < end);
    for (const one of here) inPlace.add(one);
    const expected = to.figures.read(required).quantities.filter(isHard);
    const lost = expected.find((one) => !here.some((other) => sameFigure(one, other)));
    if (lost !== undefined) {
      const seen = here.map(({ text }) => text).join(' ') || target.slice(place.start - 5, place.end + 5);
      return `With the words around it, <q${index + 1}> reads as ${quote(seen)} and not as ${quote(required)}. Put no digits or units next to it.`;
    }
  }
  const guarded = new Set(guardedFigures(unit).map(({ quantity }) => quantity.start));
  const source = from.figures.read(unit.text);
  const free = source.quantities.filter(({ start }) => !guarded.has(start));
  const invented = reading.quantities.find(
    (one) => isHard(one) && !inPlace.has(one) && !free.some((other) => sameFigure(one, other)),
  );
  if (invented !== undefined) {
    return `${quote(invented.text)} is a figure that the source does not have there. Write figures only in their tags, each once, and add none.`;
  }
  return judgeNames(source.names, reading.names, unit.text, target);
}

/** Names that hold digits (GPT-5.5, B200): their digits are as fixed as a figure's. */
function judgeNames(
  source: readonly { readonly key: string; readonly text: string }[],
  target: readonly { readonly text: string }[],
  sourceText: string,
  targetText: string,
): string | undefined {
  const folded = foldName(targetText);
  const lost = source.find(
    ({ key, text }) => !folded.includes(key) && !runs(text).every((run) => holds(targetText, run)),
  );
  if (lost !== undefined) return `The name ${quote(lost.text)} is missing or changed. Keep it as it is.`;
  const invented = target.find(({ text }) => !runs(text).every((run) => holds(sourceText, run)));
  return invented === undefined ? undefined : `The name ${quote(invented.text)} is not in the source.`;
}

const foldName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s-]+/g, '');
const runs = (text: string): string[] => text.match(/\d+(?:\.\d+)*/g) ?? [];

/** Whether a run of digits stands in a text as itself, not inside a longer one. */
function holds(text: string, run: string): boolean {
  for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + 1)) {
    if (!/\d/.test(text[at - 1] ?? '') && !/\d/.test(text[at + run.length] ?? '')) return true;
  }
  return false;
}
