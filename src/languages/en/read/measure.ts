import { type Decimal, multiply } from '../../../model/decimal.js';
import { durationSymbols, unitSymbols } from '../../und/units.js';
import { isGrade } from './grades.js';
import { counterNouns } from './lexicon/counters.js';
import { durationNouns, partsPer, twoWordUnits, unitNouns } from './lexicon/units.js';
import { currencyAfter } from './money.js';
import { percentage } from './percent.js';
import { type Measure, measured } from './phrase.js';
import { type Token, tokenAt } from './tokens.js';

const hyphens = new Set(['-', '‐', '‑', '–']);

/** The measure that begins at token `at`, right after a number whose first token is `from`. */
export function readMeasure(tokens: readonly Token[], at: number): Measure | undefined {
  return percentage(tokens, at) ?? currencyAfter(tokens, at) ?? multiplier(tokens, at) ?? unit(tokens, at);
}

/** What follows "times" when it compares: three times as many, 2.3 times faster, four times the size. */
export const comparing =
  /^(?:as|more|less|faster|slower|higher|lower|larger|bigger|greater|smaller|longer|cheaper|better|stronger|the|its|that|their|his|her|what|worse|closer|denser|lighter|heavier|quicker|wider|deeper|older|this|those|it|of|our)$/;

function multiplier(tokens: readonly Token[], at: number): Measure | undefined {
  const one = tokenAt(tokens, at);
  const two = tokenAt(tokens, at + 1);
  // 2.3x, 10×; "1920 x 1080" and "2x4" are sizes.
  // So is the X of a model: Ryzen 7950X.
  const model = one.text === 'X' && /^\d{4,}$/.test(tokenAt(tokens, at - 1).text);
  if ((one.lower === 'x' || one.text === '×') && one.glued && !(two.kind === 'number') && !model) {
    return measured('multiplier', undefined, at + 1);
  }
  if (one.lower === 'fold' && !one.glued) return measured('multiplier', undefined, at + 1);
  if (hyphens.has(one.text) && two.lower === 'fold' && two.glued) return measured('multiplier', undefined, at + 2);
  if (one.lower === 'fold') return measured('multiplier', undefined, at + 1);
  if (one.lower === 'times') {
    return comparing.test(two.lower) || overLevel(tokens, at + 1) || isValuation(tokens, at + 1)
      ? measured('multiplier', undefined, at + 1)
      : measured('number', 'time', at + 1);
  }
  return undefined;
}

/** "three times over the legal limit" compares; "seven times over the bridge" counts. */
function overLevel(tokens: readonly Token[], at: number): boolean {
  if (tokenAt(tokens, at).lower !== 'over') return false;
  return [1, 2, 3].some((step) => {
    const { lower } = tokenAt(tokens, at + step);
    return /^(?:limits?|levels?|averages?|values?|prices?|capacity|norms?|budgets?|targets?|quotas?)$/.test(lower);
  });
}

/** "12 times earnings", "15 times next year's forward profit": what a share or a firm costs; no count of anything. */
function isValuation(tokens: readonly Token[], at: number): boolean {
  for (let step = 0; step < 5; step++) {
    const { lower, kind } = tokenAt(tokens, at + step);
    if (/^(?:earnings|sales|revenues?|profits?|ebitda|book|leverage|assets|income|dividends?)$/.test(lower))
      return true;
    if (
      kind !== 'number' &&
      !/^(?:expected|estimated|forward|forecast|trailing|annual|net|core|next|last|this|current|year|year's|s|’|'|operating)$/.test(
        lower,
      )
    )
      return false;
  }
  return false;
}

const tonWords = new Set(['metric', 'short', 'long']);

const squared = new Map([
  ['square', 'square'],
  ['sq', 'square'],
  ['cubic', 'cubic'],
]);

function unit(tokens: readonly Token[], at: number): Measure | undefined {
  const hyphen =
    tokenAt(tokens, at).glued && tokenAt(tokens, at + 1).glued && hyphens.has(tokenAt(tokens, at).text) ? 1 : 0;
  const first = tokenAt(tokens, at + hyphen);
  const symbol = symbolAt(tokens, at + hyphen, hyphen > 0);
  if (symbol !== undefined) return symbol;
  if (first.kind !== 'word') return undefined;
  const age = ageAt(tokens, at + hyphen);
  if (age !== undefined) return age;
  const duration = durationNouns.get(first.lower);
  if (duration !== undefined) return measured('duration', duration, at + hyphen + 1);
  // "nine consecutive months", "90 business days": the adjective stays outside the figure.
  const lasting = hyphen === 0 && spans.has(first.lower) ? durationNouns.get(tokenAt(tokens, at + 1).lower) : undefined;
  if (lasting !== undefined && lasting !== 'second') return measured('duration', lasting, at);
  const area = squared.get(first.lower);
  if (area !== undefined) {
    // "sq. km", "10,500-square-foot".
    const joint = tokenAt(tokens, at + hyphen + 1);
    const dot = joint.text === '.' || (hyphens.has(joint.text) && joint.glued) ? 1 : 0;
    const noun = tokenAt(tokens, at + hyphen + 1 + dot);
    const of = unitNouns.get(noun.lower) ?? unitSymbols.get(noun.text);
    if (of !== undefined) return measured('measure', `${area}-${of}`, at + hyphen + 2 + dot);
  }
  if (tonWords.has(first.lower) && /^tons?$/.test(tokenAt(tokens, at + hyphen + 1).lower)) {
    return measured('measure', 'tonne', at + hyphen + 2);
  }
  const pair = twoWords(tokens, at + hyphen);
  if (pair !== undefined) return pair;
  const noun = unitNouns.get(first.lower);
  // "two birds with one stone": a weight is never so little.
  if (noun === 'stone' && /^(?:one|two|three|a|1|2|3)$/.test(tokenAt(tokens, at - 1).text.toLowerCase()))
    return undefined;
  if (noun !== undefined) return compound(tokens, noun, at + hyphen + 1);
  // "a 40-story tower", "10 storeys": floors; "three stories" are tales as well.
  if (first.lower === 'story' || first.lower === 'storey' || first.lower === 'storeys')
    return measured('number', 'floor', at);
  const counter = counterNouns.get(first.lower) ?? (people.test(first.lower) ? 'person' : undefined);
  if (counter !== undefined && hyphen === 0) return measured('number', counter, at);
  return undefined;
}

/** Adjectives between a number and the time that it counts. */
const spans: ReadonlySet<string> = new Set(
  'consecutive straight successive additional more extra further full whole solid long working business trading calendar school'.split(
    ' ',
  ),
);

const firstWords = new Set([
  'part',
  'parts',
  'frame',
  'frames',
  ...[...twoWordUnits.keys()].map((unit) => unit.split(' ')[0]),
]);

/** 5 light-years, 10 nautical miles, 250 parts per million, 60 frames per second. */
function twoWords(tokens: readonly Token[], at: number): Measure | undefined {
  const first = tokenAt(tokens, at).lower;
  if (!firstWords.has(first)) return undefined;
  const two = hyphens.has(tokenAt(tokens, at + 1).text) ? at + 2 : at + 1;
  const second = tokenAt(tokens, two).lower;
  const of = twoWordUnits.get(`${first} ${second.replace(/s$/, '')}`);
  if (of !== undefined) return measured('measure', of, two + 1);
  if (second !== 'per') return undefined;
  const part = /^parts?$/.test(first) ? partsPer.get(tokenAt(tokens, two + 1).lower) : undefined;
  if (part !== undefined) return measured('measure', part, two + 2);
  const frames = /^frames?$/.test(first) && tokenAt(tokens, two + 1).lower === 'second';
  return frames ? measured('measure', 'frame-per-second', two + 2) : undefined;
}
/** gunmen, firemen, policewomen, salespeople. */
const people = /[a-z]{2}(?:men|women|people|persons)$/;

/** kilometers per hour, frames per second, degrees Celsius. */
function compound(tokens: readonly Token[], noun: string, next: number): Measure {
  const one = tokenAt(tokens, next);
  const two = tokenAt(tokens, next + 1);
  if (noun === 'degree') {
    const named = unitNouns.get(one.lower);
    const scale =
      named === 'celsius' || /^(?:celsius|c)$/.test(one.lower)
        ? 'celsius'
        : named === 'fahrenheit' || one.lower === 'f'
          ? 'fahrenheit'
          : undefined;
    return scale === undefined ? measured('measure', 'degree', next) : measured('measure', scale, next + 1);
  }
  const rate = perTime(tokens, noun, next);
  if (rate !== undefined) return rate;
  if (/^watt$|watt$/.test(noun) && hyphens.has(one.text) && /^hours?$/.test(two.lower)) {
    return measured('measure', `${noun}-hour`, next + 2);
  }
  if (/watt$/.test(noun) && /^hours?$/.test(one.lower)) return measured('measure', `${noun}-hour`, next + 1);
  return measured('measure', noun, next);
}

/** "60 miles an hour", "100 km per hour", "40 gigabits per second". */
function perTime(tokens: readonly Token[], unit: string, at: number): Measure | undefined {
  const { lower } = tokenAt(tokens, at);
  if (lower !== 'per' && lower !== 'a' && lower !== 'an') return undefined;
  const time = durationNouns.get(tokenAt(tokens, at + 1).lower);
  const moving = /^(?:kilometer|meter|mile|\w*bit|\w*byte)$/.test(unit);
  return moving && (time === 'hour' || time === 'second')
    ? measured('measure', `${unit}-per-${time}`, at + 2)
    : undefined;
}

/** Lengths of time in which ages are said. */
const ageSpans: ReadonlyMap<string, string> = new Map([
  ...['year', 'years', 'yr', 'yrs', 'yo'].map((word) => [word, 'year'] as const),
  ...['month', 'months'].map((word) => [word, 'month'] as const),
  ...['week', 'weeks'].map((word) => [word, 'week'] as const),
]);

/** 5 years old, 5-year-old, 5 years of age. */
function ageAt(tokens: readonly Token[], at: number): Measure | undefined {
  const year = tokenAt(tokens, at);
  const span = ageSpans.get(year.lower);
  if (span === undefined) return undefined;
  const dash = hyphens.has(tokenAt(tokens, at + 1).text) ? 1 : 0;
  const one = tokenAt(tokens, at + 1 + dash);
  if (
    (one.lower === 'or' || one.lower === 'and') &&
    /^(?:older|younger|over)$/.test(tokenAt(tokens, at + 2).lower) &&
    dash === 0
  )
    return measured('measure', `${span}-person`, at + 1);
  if (/^olds?(?:['’]s)?$/.test(one.lower)) return measured('measure', `${span}-person`, at + 2 + dash);
  if (one.lower === 'of' && tokenAt(tokens, at + 2).lower === 'age')
    return measured('measure', `${span}-person`, at + 3);
  return undefined;
}

/** Symbols that are words of English: they must be glued to their number. */
const wordy = new Set([
  'm',
  'in',
  'l',
  't',
  'g',
  'A',
  'V',
  'N',
  'J',
  'W',
  'K',
  'L',
  's',
  'h',
  'bit',
  'min',
  'bar',
  'ha',
  'us',
  'sec',
  'ct',
  'Mi',
  'Gi',
  'Ki',
  'um',
  'mi',
  'Pa',
  'EB',
  'PB',
  'MP',
  'atm',
]);
/** Of those, the ones that still count apart from their number: 5 m, 3 s, 10 g. */
const apart = new Set(['m', 'g', 's', 'h', 'L', 'l', 'W', 'V', 'A', 'min', 'sec', 'bar', 'ha', 'mi', 'K']);

function symbolAt(tokens: readonly Token[], at: number, hyphen: boolean): Measure | undefined {
  const one = tokenAt(tokens, at);
  // Joined signs: km/h, MB/s, °C, m², m3.
  const slash = tokenAt(tokens, at + 1);
  const two = tokenAt(tokens, at + 2);
  if (slash.text === '/' && slash.glued && two.kind === 'word' && two.glued) {
    const rate = unitSymbols.get(`${one.text}/${two.text}`);
    if (rate !== undefined) return measured('measure', rate, at + 3);
  }
  if (one.text === '°' || one.text === '˚' || one.text === 'º') {
    const scale = unitSymbols.get(`°${slash.text}`);
    if (scale !== undefined && slash.kind === 'word') return measured('measure', scale, at + 2);
    return measured('measure', 'degree', at + 1);
  }
  if (one.text === 'C' && warms(tokens, at)) return measured('measure', 'celsius', at + 1);
  if (one.text === 'F' && warms(tokens, at)) return measured('measure', 'fahrenheit', at + 1);
  const power =
    slash.glued && (slash.text === '²' || slash.text === '³' || (slash.kind === 'number' && /^[23]$/.test(slash.text)))
      ? unitSymbols.get(`${one.text}${slash.text}`)
      : undefined;
  if (power !== undefined) return measured('measure', power, at + 2);
  if (slash.glued && slash.kind === 'number') return undefined;
  // 4K video, 24K gold: a grade and no warmth.
  if (one.text === 'K' && one.glued && isGrade(tokens, at)) return undefined;
  if (!one.glued && wordy.has(one.text) && !apart.has(one.text)) return undefined;
  // "5 m people", "3 s" in running text: apart from its number a single letter must not be followed by a word of the noun.
  const duration = durationSymbols.get(one.text) ?? durationSymbols.get(one.lower);
  const symbol = unitSymbols.get(one.text);
  if (symbol !== undefined && !(hyphen && wordy.has(one.text)))
    return perTime(tokens, symbol, at + 1) ?? measured('measure', symbol, at + 1);
  if (duration !== undefined && one.kind === 'word' && !(hyphen && wordy.has(one.text) && one.text !== 'min')) {
    // "the 80s", "in her 30s" are no seconds; "10s", "40s" elsewhere are.
    if (one.lower === 's' && (!one.glued || pluralised(tokens, at))) return undefined;
    return measured('duration', duration, at + 1);
  }
  if (one.lower === 'yr' || one.lower === 'yrs') return ageAt(tokens, at) ?? measured('duration', 'year', at + 1);
  return undefined;
}

/** "global temperatures under 2C": a lone C is a degree only near words of warmth. */
export function warms(tokens: readonly Token[], at: number): boolean {
  for (let i = Math.max(0, at - 14); i < at + 8; i++) {
    if (
      /^(?:temperatures?|warming|warm|warmer|cool|cooler|degrees|heat|hot|cold|weather|thermometer|oven|highs|lows|forecast)$/.test(
        tokenAt(tokens, i).lower,
      )
    )
      return true;
  }
  return false;
}

const determiners = /^(?:the|his|her|their|my|your|our|its|early|mid|late|low|high|upper)$/;

/** Whether the `s` at `at` makes a plural of a round number: "the 90s", "10s of requests". */
export function pluralised(tokens: readonly Token[], at: number): boolean {
  if (!/^\d+0$/.test(tokenAt(tokens, at - 1).text)) return false;
  const before = tokenAt(tokens, at - 2);
  if (determiners.test(before.lower) || before.text === '-' || tokenAt(tokens, at + 1).lower === 'of') return true;
  // "a warm start with widespread 80s".
  return /^\d0$/.test(tokenAt(tokens, at - 1).text) && warms(tokens, at);
}

/** Value of a figure in its measure's main unit. */
export function applied(value: Decimal, measure: Measure | undefined): Decimal {
  return measure?.factor === undefined ? value : multiply(value, measure.factor);
}
