import type { Cues } from '../../languages/cues.js';
import { absolute, compare, type Decimal, divide, multiply, round, subtract } from '../../model/decimal.js';
import type { SourceFinding } from './check.js';
import { changeKinds, stands, textAfter, textBefore, trendOf } from './course.js';
import type { Mention, Sentence, SourceDocument } from './document.js';
import { about } from './findings.js';
import { sameKind } from './grid.js';
import { halfPlace } from './precision.js';
import { alike, changePercent, compoundRate, fits, fittingSpan, isChange, isMultiple, type Known } from './rates.js';
import { says } from './words.js';

/** How far from the change's ends, and from a word that says "change", its own figure may stand. */
const near = 45;

const known = ({ quantity }: Mention): Known => ({ quantity, value: quantity.value! });

/** "rose from 52% to 78%, a 50% improvement": the third figure is the change, relative, in points, or as a factor. */
export function fromTo(sentence: Sentence, document: SourceDocument): SourceFinding[] {
  const { unit, text, mentions } = sentence;
  if (unit.cell !== undefined || mentions.length < 2) return [];
  const trend = trendOf(sentence, document);
  if (trend === undefined) return [];
  const ends = [trend.start, trend.end];
  const [start, end] = [known(trend.start), known(trend.end)];
  if (!sameKind(start, end)) return [];
  const thirds = mentions
    .map((mention) => inPoints(mention, start, sentence, document))
    .filter(
      (mention) =>
        !ends.some(({ quantity }) => quantity.start === mention.quantity.start) &&
        changeKinds.has(mention.quantity.kind) &&
        mention.quantity.value !== undefined,
    );
  const [third] = thirds;
  if (third === undefined || thirds.length > 1) return [];
  const { cues } = document;
  if (trend.isRange && !isSaidToChange(trend.start, third, sentence, cues)) return [];
  const change = third === trend.change || isTied(third, trend.start, trend.end, sentence);
  const word = `${textBefore(sentence, third).slice(-near)} ${textAfter(sentence, third).slice(0, near)}`;
  const perYear = says(cues.earlier === undefined ? text : text.replace(cues.earlier, ' '), cues.yearly);
  if (!change || !(perYear || third.quantity.kind !== 'percent' || says(word, cues.change))) return [];
  // 400억원보다 20%: against the figure itself, and against nothing else.
  const after = third.quantity.start - Math.max(...ends.map(({ quantity }) => quantity.end));
  const isDirect = third === trend.change || (after >= 0 && after < 10);
  if (stands(isDirect ? { ...cues.than, before: /$^/ } : cues.than, sentence, third)) return [];
  const hedged = [third, ...ends].some(({ quantity }) => quantity.approximate !== undefined);
  const rate = known(third);
  if (isAtLeast(rate) && !ends.some(({ quantity }) => quantity.approximate)) {
    const short = tooFew(rate, start, end);
    return short === undefined ? [] : [about(unit, third.quantity, short)];
  }
  const finding = perYear ? yearly(rate, start, end, sentence) : judge(rate, start, end);
  if (finding === undefined || (hedged && finding.severity !== 'neutral' && isClose(rate, start, end))) return [];
  // "about 10 times the price of gold" is measured against something else.
  if (hedged && finding.key === 'times') return [];
  // "nearly doubled, from 21 to 38": what is hedged is at most likely wrong.
  const sure = finding.severity === 'major' && hedged ? { ...finding, severity: 'minor' as const } : finding;
  return [about(unit, third.quantity, sure)];
}

/** "fell 4 points, from 45% to 40%": points of percentages. */
function inPoints(mention: Mention, start: Known, sentence: Sentence, { cues }: SourceDocument): Mention {
  const { quantity } = mention;
  if (quantity.kind !== 'number' || start.quantity.kind !== 'percent' || !stands(cues.points, sentence, mention))
    return mention;
  return { ...mention, quantity: { ...quantity, kind: 'percentage-point' } };
}

/** "rose from 300 to 450", "doubled from 300 to 450", but no "from 300 to 450 people came". */
function isSaidToChange(start: Mention, third: Mention, { text, start: at }: Sentence, cues: Cues): boolean {
  const from = start.quantity.start - at;
  const gap = from - (third.quantity.end - at);
  return (gap >= 0 && gap < 10) || says(text.slice(Math.max(0, from - near), from), cues.change);
}

/** Whether no more than a clause lies between the third figure and the two ends. */
function isTied(third: Mention, start: Mention, end: Mention, { text, start: at }: Sentence): boolean {
  const first = Math.min(start.quantity.start, end.quantity.start);
  const last = Math.max(start.quantity.end, end.quantity.end);
  const { quantity } = third;
  if (quantity.start > first && quantity.end < last) return false;
  const between =
    quantity.start >= last ? text.slice(last - at, quantity.start - at) : text.slice(quantity.end - at, first - at);
  // (400억원)보다: the end stands in brackets.
  return between.length <= near && !/[;:()]/.test(between.replace(/^[)）]/, ''));
}

type Said = Pick<SourceFinding, 'key' | 'severity' | 'values' | 'certainty'>;

/** "more than doubled", 두 배 이상. */
const isAtLeast = ({ quantity: { kind, approximate } }: Known): boolean =>
  kind === 'multiplier' && (approximate === 'over' || approximate === 'at-least');

/** What is said to have more than doubled and has not. */
function tooFew(times: Known, start: Known, end: Known): Said | undefined {
  const ratio = divide(end.value, start.value);
  if (compare(ratio, '1') <= 0 || compare(ratio, times.value) >= 0 || isMultiple(times, start, end, '0'))
    return undefined;
  const values = { printed: times.quantity.text, start: start.quantity.text, end: end.quantity.text };
  return { key: 'times', severity: 'minor', values: { ...values, times: round(ratio, 2) } };
}

/** Words for a part are rounded: "by a third" for 31%, by this share of it. */
const wordSlack = '0.15';

/** "fell by half", 3분의 1로 줄었다: by so much, or to so much. */
function part({ quantity, value }: Known, start: Known, end: Known): Said {
  const ratio = divide(end.value, start.value);
  const by = absolute(subtract('1', ratio));
  const slack = multiply(value, quantity.approximate === undefined ? wordSlack : multiply(wordSlack, '2'));
  const holds = [by, ratio].some((actual) => compare(absolute(subtract(actual, value)), slack) <= 0);
  const values = { printed: quantity.text, start: start.quantity.text, end: end.quantity.text };
  const rate = absolute(changePercent(start.value, end.value));
  return holds
    ? { key: 'from-to-holds', severity: 'neutral', values }
    : { key: 'change-said', severity: 'minor', values: { ...values, rate } };
}

function judge(rate: Known, start: Known, end: Known): Said | undefined {
  const relative = absolute(changePercent(start.value, end.value));
  const points = absolute(subtract(end.value, start.value));
  const shown = { printed: rate.quantity.text, start: start.quantity.text, end: end.quantity.text };
  const values = { ...shown, rate: relative };
  if (rate.quantity.kind === 'fraction') return part(rate, start, end);
  if (rate.quantity.kind === 'multiplier') {
    const times = round(divide(end.value, start.value), 2);
    // "twice as likely to fall from 80 to 40": a factor below one is said otherwise.
    if (compare(end.value, start.value) <= 0) return undefined;
    const key = isMultiple(rate, start, end) ? 'times-holds' : 'times';
    return { key, severity: key === 'times' ? 'major' : 'neutral', values: { ...shown, times } };
  }
  if (start.quantity.kind !== 'percent') {
    if (rate.quantity.kind === 'percentage-point') return undefined;
    if (!isChange(rate, start, end)) return { key: 'change-said', severity: 'major', values };
    // 5만원에서 5만6000원으로 15%: fits only if 5만원 was not so much to the last thousand.
    return isChange(rate, ...alike(start, end))
      ? { key: 'from-to-holds', severity: 'neutral', values }
      : { key: 'change-said', severity: 'minor', certainty: 'possible', values };
  }
  const inPoints = rate.quantity.kind === 'percentage-point';
  const both = { ...values, points: points };
  const isPoints = equals(points, rate);
  if (inPoints ? isPoints : isChange(rate, start, end)) return { key: 'from-to-holds', severity: 'neutral', values };
  if (inPoints ? isChange(rate, start, end) : isPoints)
    return { key: inPoints ? 'percent-meant' : 'points-meant', severity: 'major', values: both };
  return { key: 'from-to', severity: 'major', values: both };
}

function equals(value: Decimal, { quantity, value: printed }: Known): boolean {
  return compare(absolute(subtract(value, absolute(printed))), halfPlace(quantity, printed)) <= 0;
}

/** What is hedged need not be exact: "about 50%" for 46%. */
function isClose({ quantity, value }: Known, start: Known, end: Known): boolean {
  const actual =
    quantity.kind === 'multiplier' ? divide(end.value, start.value) : absolute(changePercent(start.value, end.value));
  return compare(absolute(subtract(actual, absolute(value))), divide(absolute(value), '8')) <= 0;
}

/** A yearly rate in a sentence that gives both years, or their number. */
function yearly(rate: Known, start: Known, end: Known, { mentions }: Sentence): Said | undefined {
  if (rate.quantity.kind !== 'percent') return undefined;
  const dates = mentions.flatMap(({ quantity: { kind, value = '' } }) => (kind === 'date' ? [value] : []));
  const lengths = mentions.flatMap(({ quantity: { kind, unit, value = '' } }) =>
    kind === 'duration' && unit === 'year' && /^\d{1,2}$/.test(value) ? [Number(value)] : [],
  );
  const [from, to, more] = dates.map((date) => Number(/^\d{4}/.exec(date)?.[0]));
  const apart = from !== undefined && to !== undefined && more === undefined ? Math.abs(to - from) : undefined;
  const years = apart ?? (lengths.length === 1 && dates.length === 0 ? lengths[0] : undefined);
  if (years === undefined || !(years > 0)) return undefined;
  const values = {
    printed: rate.quantity.text,
    start: start.quantity.text,
    end: end.quantity.text,
    years,
    rate: compoundRate(start.value, end.value, years),
  };
  if (fits(rate, start, end, years)) return { key: 'yearly-holds', severity: 'neutral', values };
  const span = fittingSpan(rate, start, end, years);
  return {
    key: span === undefined ? 'yearly' : 'yearly-span',
    severity: 'major',
    values: span === undefined ? values : { ...values, span },
  };
}
