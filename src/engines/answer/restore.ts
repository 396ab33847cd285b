import type { LanguagePack } from '../../languages/pack.js';
import type { GlossedUnit } from '../../model/article.js';
import { applyEdits, difference, type Edit } from '../../model/edit.js';
import { type Content, type PairedCode, placeholder } from '../../model/inline.js';
import { counterClasses, type Quantity } from '../../model/quantity.js';
import type { Refused } from '../../model/refusal.js';
import { guardedFigures, splitCodes } from '../figures.js';
import { because, quote, refuse } from './judge.js';
import { sameFigure, significantDigits } from './same.js';
import { isPartOfNumber } from './tags.js';

/** A figure's place in an answer. */
export interface Placed {
  readonly start: number;
  readonly end: number;
}

export type Restored = { readonly ok: true; readonly content: Content; readonly places: readonly Placed[] } | Refused;

/** What stands in the tags of a figure, and what shall become of it. */
type Settled = { readonly edit: Edit } | { readonly kept: Placed } | { readonly wrong: Refused };

/**
 * Gives every figure of an answer its required form. A form that differs but is equal by value is replaced; so is one
 * that is the same figure at a wrong scale or in a wrong unit (25억 for 250억), as long as its digits are no other
 * figure's of the unit. Figures that were exchanged, or that are something else, are refused. A Korean particle behind a
 * figure is made to agree with it, for engines that never saw the figure's reading (`250억 달러을`) as well.
 */
export function restoreFigures(unit: GlossedUnit, content: Content, to: LanguagePack): Restored {
  const guarded = guardedFigures(unit);
  const { own, figures } = splitCodes(unit, content.codes);
  const expected = guarded.map(({ required }) => to.figures.read(required).quantities.filter(isHard));
  const wrong: Refused[] = [];
  const edits: Edit[] = [];
  const kept: Placed[] = [];
  guarded.forEach(({ required }, index) => {
    const code = figures.get(index + 1)!;
    const settled = settle(content.text, code, required, index, expected, to);
    if ('wrong' in settled) wrong.push(settled.wrong);
    else if ('edit' in settled) edits.push(settled.edit);
    kept[index] = 'kept' in settled ? settled.kept : code;
  });
  const ordered = [...figures.values()].sort((a, b) => a.start - b.start);
  if (ordered.some(({ start }, index) => index > 0 && start < ordered[index - 1]!.end)) {
    return refuse(
      'Figures stand inside each other: each <qN> holds its own figure and nothing else.',
      because('nested'),
    );
  }
  if (wrong.length > 0) {
    const said = wrong.slice(0, 8).map(({ feedback }) => feedback);
    return refuse(said.join(' '), ...wrong.flatMap(({ reasons }) => reasons));
  }

  // The places travel as codes through the edits, so that they are true afterwards.
  const places = kept.map(({ start, end }, index): PairedCode => ({ ...figures.get(index + 1)!, start, end }));
  let now: Content = applyEdits({ text: content.text, codes: [...own, ...places] }, edits);
  if (to.particles !== undefined) {
    for (let index = places.length - 1; index >= 0; index--) {
      const at = now.codes[own.length + index]!.end;
      const edit = difference(now.text, to.particles.correct(now.text, at));
      if (edit !== undefined) now = applyEdits(now, [edit]);
    }
  }
  return {
    ok: true,
    content: { text: now.text, codes: now.codes.slice(0, own.length) },
    places: now.codes.slice(own.length).map(({ start, end }) => ({ start, end })),
  };
}

export const isHard = ({ hardness }: Quantity): boolean => hardness === 'hard';

function settle(
  text: string,
  { start, end }: PairedCode,
  required: string,
  index: number,
  expected: readonly (readonly Quantity[])[],
  to: LanguagePack,
): Settled {
  const inside = text.slice(start, end);
  const name = `<q${index + 1}>`;
  if (inside.includes(placeholder)) {
    return {
      wrong: refuse(
        `Another tag stands inside ${name}: only the figure ${quote(required)} belongs there.`,
        because('tag-inside', { required }),
      ),
    };
  }
  const at = inside.indexOf(required);
  if (at >= 0 && !isPartOfNumber(inside, at, at + required.length)) {
    return { kept: { start: start + at, end: start + at + required.length } };
  }
  if (!/[\p{L}\p{N}]/u.test(inside)) return { edit: { start, end, text: required } };

  const mine = expected[index] ?? [];
  const counted = countedAt(text, { start, end }, mine, to);
  if (counted !== undefined) return { kept: counted };
  const found = to.figures.read(inside).quantities.filter(isHard);
  const [only] = found;
  if (only !== undefined && found.length === mine.length && found.every((one, i) => sameFigure(one, mine[i]!))) {
    return { edit: { start: start + only.start, end: start + found.at(-1)!.end, text: required } };
  }
  const other = expected.findIndex(
    (list, i) => i !== index && found.some((one) => list.some((o) => sameFigure(one, o))),
  );
  if (other >= 0) {
    return {
      wrong: refuse(
        `${name} holds the figure of <q${other + 1}>; ${name} must hold exactly ${quote(required)}.`,
        because('figure', { text: inside, required }),
      ),
    };
  }
  if (only !== undefined && found.length === 1 && isSlipOfScale(only, index, expected)) {
    return { edit: { start: start + only.start, end: start + only.end, text: required } };
  }
  return {
    wrong: refuse(
      `${name} holds ${quote(inside)}; it must hold exactly ${quote(required)}.`,
      because('figure', { text: inside, required }),
    ),
  };
}

const counters: ReadonlySet<string> = new Set(counterClasses);

/**
 * Where a bare number (English "three of the states") stands with a counter of the language's own, inside the tags or just
 * behind them: 세 곳, where 3 alone would be no Korean. The number is the same, and what it counts was not said.
 */
function countedAt(
  text: string,
  { start, end }: Placed,
  mine: readonly Quantity[],
  to: LanguagePack,
): Placed | undefined {
  const [bare, ...more] = mine;
  if (bare === undefined || more.length > 0 || bare.kind !== 'number' || bare.unit !== undefined) return undefined;
  const written = end - (/\s*$/.exec(text.slice(start, end))?.[0].length ?? 0);
  const counted = to.figures
    .read(text)
    .quantities.find((one) => one.start >= start && one.start < written && one.end >= written);
  if (counted?.kind !== 'number' || !counters.has(counted.unit ?? '') || !sameFigure(counted, bare)) return undefined;
  return { start: counted.start, end: counted.end };
}

/** Whether the figure has the digits of the one that belongs here and of no other in the unit. */
function isSlipOfScale(found: Quantity, index: number, expected: readonly (readonly Quantity[])[]): boolean {
  const digits = significantDigits(found);
  const same = expected.flatMap((list, i) => (list.some((one) => significantDigits(one) === digits) ? [i] : []));
  return digits !== '' && same.length === 1 && same[0] === index;
}
