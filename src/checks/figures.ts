import type { LanguagePack } from '../languages/pack.js';
import type { UnitPair } from '../model/article.js';
import type { ItsType, MqmCategory, Severity, Span } from '../model/issue.js';
import type { NumberedName, Quantity } from '../model/quantity.js';
import { compareFigures, type Difference } from '../quantities/compare.js';
import { contradict, timesApart } from '../quantities/contradict.js';
import { isBare, notesOf, readUnderHeader, withoutNote } from '../quantities/header-units.js';
import { type ReadText, readText } from '../quantities/read-text.js';
import { repairFigure } from '../quantities/repair.js';
import type { CheckContext, Finding } from './check.js';

type Said = Readonly<Record<string, string>>;

/** What a figure says, in each interface language that has a pack here. */
export function said(quantity: Quantity, { from, to }: CheckContext): Said {
  return { [from.locale]: from.figures.describe(quantity), [to.locale]: to.figures.describe(quantity) };
}

const span = ({ text, start, end }: Quantity | NumberedName): Span => ({ text, start, end });

/** K8s, i18n: a word shortened by its count of letters, which a translation may write out. */
const isNumeronym = ({ text }: NumberedName): boolean => /^[A-Za-z]\d{1,2}[a-z]$/.test(text);

/** Kinds whose loss changes what a reader is told. */
const grave: ReadonlySet<Quantity['kind']> = new Set(['money', 'percent', 'percentage-point', 'date']);

/**
 * What a pair's two texts say in figures, or two cells under their headers where a header carries their unit;
 * `undefined` where one is missing.
 */
export function readPair(
  { source, target, headers }: UnitPair,
  { from, to }: Pick<CheckContext, 'from' | 'to'>,
): { readonly source: ReadText; readonly target: ReadText } | undefined {
  if (source === null || target === null) return undefined;
  const [under, above] =
    headers === undefined
      ? [undefined, undefined]
      : [readUnderHeader(source.text, headers.source, from), readUnderHeader(target.text, headers.target, to)];
  // A unit that only one header carries counts where the other cell says its own: 45 under "Value ($B)", 450억 달러.
  const apart = headers !== undefined && (under === undefined) !== (above === undefined);
  const says = apart && !isBare(under === undefined ? source.text : target.text);
  const scaled = (under !== undefined && above !== undefined) || says;
  const notes = headers === undefined ? notesOf(source.text, target.text, { from, to }) : [];
  const left = (scaled ? under : undefined) ?? withoutNote(from.figures.read(source.text), notes[0]);
  const right = (scaled ? above : undefined) ?? withoutNote(to.figures.read(target.text), notes[1]);
  const texts = { source: readText(source.text, from, left), target: readText(target.text, to, right) };
  if (!scaled) return texts;
  return { source: { ...texts.source, headed: true }, target: { ...texts.target, headed: true } };
}

/** How the figures of a pair's two texts differ. */
export function differencesOf(pair: UnitPair, context: CheckContext): readonly Difference[] {
  const read = readPair(pair, context);
  if (read === undefined) return [];
  const { source, target } = read;
  if (source.quantities.length + source.names.length + target.quantities.length + target.names.length === 0) return [];
  return compareFigures(source, target);
}

/** What a difference of figures means for a reader, with its fix; `undefined` for words that come and go. */
export function figureFinding(difference: Difference, pair: UnitPair, context: CheckContext): Finding | undefined {
  switch (difference.type) {
    case 'missing': {
      const { source } = difference;
      // Words that come and go with the language: "first", "one of", 한 번.
      if (source.hardness === 'soft') return undefined;
      return {
        key: 'missing',
        values: { source: said(source, context) },
        severity: difference.again ? 'minor' : lossOf(source),
        type: 'omission',
        pair,
        source: span(source),
        target: null,
      };
    }
    case 'extra': {
      const { target } = difference;
      if (target.hardness === 'soft') return undefined;
      return {
        key: 'extra',
        values: { target: said(target, context) },
        severity: added(target),
        type: 'addition',
        pair,
        source: null,
        target: span(target),
      };
    }
    case 'name-missing':
    case 'name-extra': {
      const missing = difference.type === 'name-missing';
      const name = missing ? difference.source : difference.target;
      const severity: Severity = missing && !isNumeronym(name) ? 'major' : 'minor';
      const type: ItsType = missing ? 'omission' : 'addition';
      return {
        key: difference.type,
        values: { name: name.text },
        severity,
        type,
        pair,
        source: missing ? span(name) : null,
        target: missing ? null : span(name),
      };
    }
    case 'name-changed': {
      const { source, target } = difference;
      const type: ItsType = 'inconsistent-entities';
      const fix = { start: target.start, end: target.end, text: source.text };
      return {
        key: 'name-changed',
        values: { source: source.text, target: target.text },
        severity: 'critical',
        type,
        pair,
        source: span(source),
        target: span(target),
        fix,
      };
    }
    default:
      return changed(difference, pair, context);
  }
}

/** A number as a quantity of its own, to be said in words. */
const plainly = (value: string): Quantity => ({
  kind: 'number',
  value,
  hardness: 'hard',
  text: value,
  start: 0,
  end: 0,
});

type Change = Exclude<Difference, { type: 'missing' | 'extra' | 'name-missing' | 'name-extra' | 'name-changed' }>;

function changed(difference: Change, pair: UnitPair, context: CheckContext): Finding {
  const { type, source, target } = difference;
  const apart = type === 'value' ? timesApart(source, target) : undefined;
  const key = apart === undefined ? type : apart.larger ? 'larger' : 'smaller';
  const values = {
    source: said(source, context),
    target: said(target, context),
    ...(apart === undefined ? {} : { times: said(plainly(apart.times), context) }),
    ...(type === 'zone' ? { zone: difference.zone } : {}),
    ...(type === 'bearing' ? { bearing: difference.bearing } : {}),
    ...(type === 'swapped' ? { other: said(difference.other.source, context) } : {}),
  };
  const category: MqmCategory = 'accuracy';
  const fix =
    type === 'swapped' || type === 'bearing' || (type === 'zone' && source.unit === undefined) || pair.target === null
      ? undefined
      : fixOf(pair.target.text, target, source, context.from, context.to);
  return {
    key,
    values,
    severity: gravityOf(type, source, target),
    category,
    pair,
    source: span(source),
    target: span(target),
    ...(fix === undefined ? {} : { fix }),
  };
}

function fixOf(text: string, wrong: Quantity, right: Quantity, from: LanguagePack, to: LanguagePack) {
  return repairFigure(text, wrong, right, from, to);
}

/** A lost figure: critical where it is money, a percentage or a date in digits, minor where words come and go. */
function lossOf({ kind, hardness, text, vague, value, unit }: Quantity): Severity {
  // 1년에, 1인당: "a year", "per head" say one without a figure.
  if (value === '1' && (kind === 'duration' || (kind === 'number' && unit !== undefined))) return 'minor';
  // "first" comes and goes; World War II is not the first.
  if (hardness === 'soft' || (kind === 'ordinal' && /^[123]$/.test(value ?? '') && !/^[IVX]+$/.test(text)))
    return 'minor';
  if (vague) return kind === 'money' ? 'major' : 'minor';
  return grave.has(kind) && /\d/.test(text) ? 'critical' : 'major';
}

/**
 * A figure that only the translation has: 1위 for "top-ranked", 1인당 for "per capita" and 0도 for "freezing" say what the
 * source says without a figure. A date, a share or a sum of money cannot be known from words: "on Saturday" is no 25일.
 */
function added({ kind, text, value, vague }: Quantity): Severity {
  return grave.has(kind) && /\d/.test(text) && vague === undefined && value !== '0' && value !== '100'
    ? 'major'
    : 'minor';
}

function gravityOf(type: Change['type'], source: Quantity, target: Quantity): Severity {
  const soft = source.hardness === 'soft' && target.hardness === 'soft' && !contradict(source, target);
  if (type === 'value' || type === 'unit' || type === 'currency')
    return soft ? 'minor' : source.hardness === 'hard' && target.hardness === 'hard' ? 'critical' : 'major';
  if (type === 'kind') {
    const percent = [source.kind, target.kind].some((kind) => kind === 'percent' || kind === 'percentage-point');
    return percent ? 'critical' : soft ? 'minor' : 'major';
  }
  return soft ? 'minor' : 'major';
}
