import type { Quantity } from '../../model/quantity.js';
import type { Reason, Refused } from '../../model/refusal.js';
import { compareFigures, type Difference } from '../../quantities/compare.js';
import { notesOf, withoutNote } from '../../quantities/header-units.js';
import { sumAt } from '../../quantities/pairing.js';
import { type ReadText, readText } from '../../quantities/read-text.js';
import { guardedFigures } from '../figures.js';
import { asChecked, because, type Judged, quote, refuse } from './judge.js';
import { isHard, type Placed } from './restore.js';
import { sameFigure } from './same.js';

/**
 * Reads the finished answer as a reader would: each figure must read as required where it stands (`250억` before a stray
 * `억 달러` does not), and no figure may stand there that the source does not have.
 */
export function judgeFigures({ unit, target, from, to }: Judged, places: readonly Placed[]): Refused | undefined {
  const notes = notesOf(unit.text, target, { from, to });
  // A header's unit is a word and no figure of its own: "Revenue ($M)" is 매출(100만 달러).
  const reading = withoutNote(to.figures.read(target), notes[1]);
  const inPlace = new Set<Quantity>();
  for (const [index, { required }] of guardedFigures(unit).entries()) {
    const place = places[index]!;
    const here = reading.quantities.filter(({ start, end }) => start < place.end && place.start < end);
    for (const one of here) inPlace.add(one);
    const expected = to.figures.read(required).quantities.filter(isHard);
    const lost = expected.find((one) => !here.some((other) => sameFigure(one, other)));
    if (lost !== undefined) {
      const seen = here.map(({ text }) => text).join(' ') || target.slice(place.start - 5, place.end + 5);
      return refuse(
        `With the words around it, <q${index + 1}> reads as ${quote(seen)} and not as ${quote(required)}. Put no digits or units next to it.`,
        because('reads', { text: seen, required }),
      );
    }
  }
  const guarded = new Set(guardedFigures(unit).map(({ quantity }) => quantity.start));
  const source = withoutNote(from.figures.read(unit.text), notes[0]);
  const free = source.quantities.filter(({ start }) => !guarded.has(start));
  const added = reading.quantities.filter(
    (one) => isHard(one) && !inPlace.has(one) && !free.some((other) => sameFigure(one, other)),
  );
  // "an hour and a half" as 1시간 30분.
  for (const whole of free) {
    const parts = sumAt(whole, added);
    if (parts !== undefined) added.splice(...parts);
  }
  const [invented] = added;
  if (invented !== undefined) {
    return refuse(
      `${quote(invented.text)} is a figure that the source does not have there. Write figures only in their tags, each once, and add none.`,
      asChecked('quantities', 'extra', { target: invented.text }),
    );
  }
  return judgeMeaning(readText(unit.text, from, source), readText(target, to, reading));
}

/** What is wrong, for the engine; nothing for what translations rightly add and drop. */
const faults: Readonly<Record<Difference['type'], (source: string, target: string) => string>> = {
  value: (source, target) => `${source} has become ${target}: another value.`,
  unit: (source, target) => `${source} has become ${target}: another unit.`,
  currency: (source, target) => `${source} has become ${target}: another currency.`,
  kind: (source, target) => `${source} has become ${target}: another sort of figure.`,
  bound: (source, target) => `${source} and ${target} differ: over or at least is not under or at most.`,
  sign: (source, target) => `${source} and ${target} differ in their sign.`,
  direction: (source, target) => `${source} and ${target} differ: a rise is not a fall.`,
  swapped: (source) => `${source} stands where another figure belongs. Each figure stays with what it measures.`,
  zone: (source, target) => `${source} has become ${target}: its time zone is missing.`,
  bearing: (source, target) => `${source} has become ${target}: its point of the compass is missing or another.`,
  missing: (source) => `The figure ${source} is missing.`,
  extra: (_, target) => `The figure ${target} is not in the source.`,
  'name-changed': (source, target) => `The name ${source} has become ${target}. Keep it as it is.`,
  'name-missing': (source) => `The name ${source} is missing or changed. Keep it as it is.`,
  'name-extra': (_, target) => `The name ${target} is not in the source.`,
};

/**
 * Compares what the two texts say, without regard to codes: hedges and signs around the figures ("over 200" as 200 미만),
 * figures in words, names that hold digits.
 */
function judgeMeaning(source: ReadText, target: ReadText): Refused | undefined {
  const said = compareFigures(source, target)
    .filter((difference) => !isFree(difference))
    .map((difference) => {
      const of = (side: 'source' | 'target') =>
        side in difference ? quote((difference as Readonly<Record<typeof side, { text: string }>>)[side].text) : '';
      return [faults[difference.type](of('source'), of('target')), reasonOf(difference)] as const;
    });
  const once = [...new Map(said)].slice(0, 6);
  return once.length === 0
    ? undefined
    : refuse(once.map(([feedback]) => feedback).join(' '), ...once.map(([, reason]) => reason));
}

/** A difference as the check of figures words it. */
function reasonOf(difference: Difference): Reason {
  const texts = {
    ...('source' in difference ? { source: difference.source.text } : {}),
    ...('target' in difference ? { target: difference.target.text } : {}),
  };
  const { source = '', target = '' } = texts;
  return asChecked('quantities', difference.type, {
    ...texts,
    name: source || target,
    ...(difference.type === 'swapped' ? { other: difference.other.source.text } : {}),
    ...(difference.type === 'zone' ? { zone: difference.zone } : {}),
    ...(difference.type === 'bearing' ? { bearing: difference.bearing } : {}),
  });
}

/** Words such as "one" and "half", which translations rightly add and drop, and figures in words that go unsaid. */
function isFree(difference: Difference): boolean {
  const sides = [
    ...('source' in difference ? [difference.source] : []),
    ...('target' in difference ? [difference.target] : []),
  ];
  if (sides.some((side) => 'key' in side)) return false;
  const soft = sides.every((side) => (side as Quantity).hardness === 'soft');
  return soft || (difference.type === 'missing' && !/\d/.test(difference.source.text));
}
