import type { NumberedName, Quantity } from '../model/quantity.js';
import { withoutAsides } from './asides.js';
import { lostBearings } from './bearings.js';
import { boundsConflict, directionsConflict, signsConflict } from './bounds.js';
import { classesConflict, timesConflict } from './classes.js';
import { isConverted, scalesConflict } from './degrees.js';
import type { Difference } from './difference.js';
import { changes, nameChanges } from './leftovers.js';
import { type NamePairing, pairNames, sharesDigits } from './names.js';
import { type Pairing, pairFigures } from './pairing.js';
import { brokenRanges, emptyRanges, shortenedDates } from './partial.js';
import { prepared } from './points.js';
import type { ReadText } from './read-text.js';
import { findSwaps } from './swaps.js';
import { standsAlone, withoutVerbatim } from './verbatim.js';
import { lostZone } from './zones.js';

export type { Difference };

/** The last comparison that each reading of a target was part of. */
const compared = new WeakMap<
  ReadText['quantities'],
  { readonly source: ReadText; readonly target: ReadText; readonly differences: readonly Difference[] }
>();

/**
 * Compares the figures and numbered names of a text and its translation by value. Order of words does not count. Readings
 * are remembered, and so is how two of them differ: an answer is compared when it comes and again in its article.
 */
export function compareFigures(source: ReadText, target: ReadText): readonly Difference[] {
  const last = compared.get(target.quantities);
  if (last !== undefined && sameText(last.source, source) && sameText(last.target, target)) return last.differences;
  const differences = differencesOf(source, target);
  compared.set(target.quantities, { source, target, differences });
  return differences;
}

/** Whether two are one reading of one text. */
const sameText = (a: ReadText, b: ReadText): boolean =>
  a.text === b.text && a.quantities === b.quantities && a.names === b.names;

function differencesOf(source: ReadText, target: ReadText): Difference[] {
  const names = pairNames(source.names, target.names);
  const figures = pairFigures(...prepared(source, target));
  const open = withoutCounterpart(source, target, figures, names);
  const out: Difference[] = [];
  const shortened = shortenedDates(figures.matches, open.target);
  for (const { match, instead } of shortened)
    out.push({ type: 'value', source: match.source, target: instead ?? match.target });
  const zone = lostZone(source, target, figures.matches);
  if (zone !== undefined) out.push({ type: 'zone', ...zone });
  for (const lost of lostBearings(source, target, figures.matches)) out.push({ type: 'bearing', ...lost });
  const empty = emptyRanges(figures.matches, open.target, target);
  for (const { match } of empty) out.push({ type: 'value', ...match });
  for (const { source: a, target: b } of brokenRanges(figures.matches, target))
    out.push({ type: 'value', source: a, target: b });
  for (const { source: a, target: b } of figures.matches) {
    if (boundsConflict(a, b)) out.push({ type: 'bound', source: a, target: b });
    else if (signsConflict(a, b)) out.push({ type: 'sign', source: a, target: b });
    else if (directionsConflict(a, b)) out.push({ type: 'direction', source: a, target: b });
    else if (classesConflict(a, b)) out.push({ type: 'unit', source: a, target: b });
    else if (scalesConflict({ source: a, target: b }, source, target)) out.push({ type: 'unit', source: a, target: b });
    else if (timesConflict(a, b)) out.push({ type: 'kind', source: a, target: b });
  }
  for (const { a, b } of findSwaps(source, target, figures.matches, names.matches))
    out.push({ type: 'swapped', source: a.source, target: a.target, other: b });
  const right = open.target.filter(
    (one) => !shortened.some(({ instead }) => instead === one) && !empty.some(({ twin }) => twin === one),
  );
  return [
    ...out,
    ...changes(open.source, right, figures.matches),
    ...names.changed
      .filter(([name]) => open.changed.has(name))
      .map(([a, b]): Difference => ({ type: 'name-changed', source: a, target: b })),
    ...nameChanges(open.sourceNames, open.targetNames),
  ];
}

/** What has no counterpart and needs one. */
interface Open {
  readonly source: readonly Quantity[];
  readonly target: readonly Quantity[];
  readonly sourceNames: readonly NumberedName[];
  readonly targetNames: readonly NumberedName[];
  /** Names of the source that a name of their series stands for. */
  readonly changed: ReadonlySet<object>;
}

/** So many leftovers are looked at one against another, and no more. */
const most = 200;

const closed: Open = { source: [], target: [], sourceNames: [], targetNames: [], changed: new Set() };

function withoutCounterpart(source: ReadText, target: ReadText, figures: Pairing, names: NamePairing): Open {
  if (
    figures.source.length + figures.target.length + names.source.length + names.target.length + names.changed.length ===
    0
  )
    return closed;
  // A table pasted as one unit, against another: what is left is reported as it is. So are cells under headers, since the
  // same digits under ($M) and (10억 달러) say different things.
  if (
    source.headed ||
    Math.max(figures.source.length, figures.target.length, names.source.length, names.target.length) > most
  )
    return {
      source: figures.source,
      target: figures.target,
      sourceNames: names.source,
      targetNames: names.target,
      changed: new Set(names.changed.map(([name]) => name)),
    };
  // A name on one side and a figure of the same digits on the other are one thing, read in two ways.
  const [namesLeft, right] = reconcile(names.source, figures.target);
  const [namesRight, left] = reconcile(names.target, figures.source);
  // "First" may have been paired with the 1 of ISO 639-1: a word that comes and goes takes nothing from a name.
  const used = figures.matches.filter(({ source: { hardness } }) => hardness === 'hard').map(({ target: one }) => one);
  const kept = withoutVerbatim([...left, ...namesLeft], target.text, used, [...right, ...namesRight]);
  const changed = withoutVerbatim(
    names.changed.map(([name]) => name),
    target.text,
    [...used, ...names.matches.map(([, name]) => name)],
    names.changed.map(([, name]) => name),
  );
  const converts = (a: Quantity, b: Quantity) => isConverted(a, b, source.degrees?.usual, target.degrees?.usual);
  const open = withoutAsides(
    {
      source: left.filter(
        (one) =>
          kept.source.has(one) &&
          !standsAlone(one, target.text, target.quantities) &&
          !right.some((other) => converts(one, other)),
      ),
      target: right.filter((one) => kept.target.has(one) && !left.some((other) => converts(other, one))),
    },
    { source: source.text, target: target.text },
    figures.matches,
  );
  return {
    source: open.source,
    target: open.target,
    sourceNames: namesLeft.filter((one) => kept.source.has(one)),
    targetNames: namesRight.filter((one) => kept.target.has(one)),
    changed: changed.source,
  };
}

/** Takes out names that a leftover figure of the other side says, and those figures. */
function reconcile(
  names: readonly NumberedName[],
  figures: readonly Quantity[],
): readonly [readonly NumberedName[], readonly Quantity[]] {
  if (names.length === 0) return [names, figures];
  const open = [...figures];
  const left = names.filter((name) => {
    const at = open.findIndex((quantity) => sharesDigits(name, quantity));
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
  return [left, open];
}
