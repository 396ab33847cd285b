import { add, compare, type Decimal, multiply, negate, shift } from '../../../model/decimal.js';
import type { Quantity } from '../../../model/quantity.js';
import { halfMore, inSmaller, moneyTogether, unitsTogether } from './compound.js';
import { directionOf, hedgeAfter, hedgeBefore } from './hedges.js';
import { months } from './lexicon/calendar.js';
import { currencyNouns } from './lexicon/money.js';
import { groups, multipliers, ordinals } from './lexicon/numerals.js';
import { durationNouns, looseUnits, unitNouns } from './lexicon/units.js';
import { applied, comparing, type Measure, readMeasure } from './measure.js';
import { readCurrency } from './money.js';
import { readName } from './names.js';
import { type Numeral, readNumeral } from './numeral.js';
import { type Token, tokenAt } from './tokens.js';

/** A figure with its sign, currency and measure. */
interface Amount {
  readonly value: Decimal;
  readonly numeral: Numeral;
  readonly measure: Measure | undefined;
  readonly currency: string | undefined;
  readonly next: number;
}

/** What was read: a quantity, or tokens to pass over. */
export interface ReadFigure {
  readonly quantity?: Quantity;
  readonly next: number;
}

const hyphens = new Set(['-', '‐', '‑', '–', '—', '~', '～', '∼']);
const minus: ReadonlyMap<string, 1 | -1> = new Map([
  ['-', -1],
  ['−', -1],
  ['－', -1],
  ['△', -1],
  ['▽', -1],
  ['+', 1],
  ['▲', 1],
  ['▼', -1],
]);

/** The figure that begins at token `i`. */
export function readFigure(tokens: readonly Token[], i: number, text: string): ReadFigure | undefined {
  const token = tokenAt(tokens, i);
  if (token.kind === 'word') {
    const plain = wordMultiplier(tokens, i);
    if (plain !== undefined) return made(tokens, i, plain.next, text, plain.fields);
    const place = numbered(tokens, i);
    if (place !== undefined) return made(tokens, i, place.next, text, place.fields);
  }
  const amount = amountAt(tokens, i) ?? articleAmount(tokens, i);
  if (amount === undefined || (amount.numeral.whole?.length ?? 0) > 40) return undefined;
  if (isPronoun(tokens, i, amount) || isParty(tokens, amount)) return { next: amount.next };
  const tens = inTheir30s(tokens, i);
  if (tens !== undefined) return made(tokens, i, tens.next, text, tens.fields);
  const height = feetAndInches(tokens, i, amount);
  if (height !== undefined) return made(tokens, i, height.next, text, height.fields);
  const ratio = ratioAt(tokens, amount);
  if (ratio !== undefined) return made(tokens, i, ratio.next, text, ratio.fields);
  // 5G, 3.14.2, 24/7, +1-222-2222: digits that turn out to be a name.
  const digitsAt = minus.has(token.text) ? i + 1 : i;
  if (
    amount.measure === undefined &&
    amount.currency === undefined &&
    amount.numeral.next === digitsAt + 1 &&
    tokenAt(tokens, digitsAt).kind === 'number' &&
    readName(tokens, digitsAt) !== undefined
  ) {
    return undefined;
  }
  const range = rangeAt(tokens, i, amount);
  if (range !== undefined) return range;
  const age = ageAt(tokens, i, amount);
  if (age !== undefined) return made(tokens, i, age.next, text, age.fields);
  const below = belowZero(tokens, amount);
  if (below !== undefined) return made(tokens, i, below.next, text, below.fields);
  const together = inParts(tokens, amount);
  return together === undefined ? single(tokens, i, amount) : made(tokens, i, together.next, text, together.fields);

  function single(all: readonly Token[], start: number, one: Amount): ReadFigure {
    return made(all, start, one.next, text, fieldsOf(one, one.measure, one.currency));
  }

  function rangeAt(all: readonly Token[], start: number, low: Amount): ReadFigure | undefined {
    const joint = tokenAt(all, low.next);
    const word = joint.lower;
    const before = tokenAt(all, start - 1).lower;
    const between = before === 'between' && word === 'and';
    const isJoint =
      (hyphens.has(joint.text) && !(joint.text === '-' && joint.glued !== tokenAt(all, low.next + 1).glued)) ||
      word === 'to' ||
      between;
    if (!isJoint || low.numeral.ordinal || low.numeral.vague !== undefined) return undefined;
    const high = amountAt(all, low.next + 1);
    if (high === undefined || high.numeral.ordinal || high.numeral.vague !== undefined) return undefined;
    if (low.currency !== undefined && high.currency !== undefined && low.currency !== high.currency) return undefined;
    // "rose 12% to $45B": two figures of different kinds.
    if (low.measure !== undefined && low.measure.kind !== 'money' && high.currency !== undefined) return undefined;
    if (low.currency !== undefined && high.measure !== undefined && high.measure.kind !== 'money') return undefined;
    const both = low.measure !== undefined && high.measure !== undefined;
    if (both && (low.measure.kind !== high.measure.kind || low.measure.unit !== high.measure.unit)) return undefined;
    // "from 52% to 78%" is a change between two figures, not a range; "5% to 3%" goes down.
    if (word === 'to' && before === 'from' && (both || low.currency !== undefined)) return undefined;
    const isMoney = low.currency ?? high.currency;
    if (
      low.measure !== undefined &&
      high.measure === undefined &&
      isMoney === undefined &&
      low.measure.kind !== 'number'
    )
      return undefined;
    const measure = high.measure ?? low.measure;
    const scale = high.numeral.scale ?? 0;
    const inherits =
      (low.numeral.scale ?? 0) === 0 &&
      scale > 1 &&
      low.numeral.digits === high.numeral.digits &&
      low.numeral.value.length <= 4;
    const first = inherits ? shift(low.value, scale) : low.value;
    const min = applied(first, measure);
    const max = applied(high.value, measure);
    if (compare(min, max) >= 0) return undefined;
    const fields = fieldsOf(high, measure, isMoney);
    const { value: _value, numerator: _n, denominator: _d, ...rest } = fields;
    const hardness = low.numeral.digits || high.numeral.digits ? 'hard' : rest.hardness;
    return made(all, start, high.next, text, { ...rest, min, max, hardness });
  }
}

type Fields = Omit<Quantity, 'text' | 'start' | 'end'>;

function made(tokens: readonly Token[], i: number, next: number, text: string, fields: Fields): ReadFigure {
  const start = tokenAt(tokens, i).start;
  const end = tokenAt(tokens, next - 1).end;
  const after = hedgeAfter(tokens, next);
  const approximate = after?.[0] ?? hedgeBefore(tokens, i, fields.kind);
  const directed =
    /^(?:percent|percentage-point|money|number|multiplier)$/.test(fields.kind) &&
    fields.vague === undefined &&
    !fields.unit?.endsWith('-person');
  const direction = directed ? directionOf(tokens, i, next, fields.kind) : undefined;
  const sign = tokenAt(tokens, i).text;
  const arrow = sign === '▲' ? 'up' : sign === '▼' || sign === '△' || sign === '▽' ? 'down' : undefined;
  const proper = insideName(tokens, i, fields) ? ({ hardness: 'soft' } as const) : {};
  return {
    quantity: {
      ...fields,
      ...proper,
      ...(approximate === undefined ? {} : { approximate }),
      ...(arrow !== undefined ? { direction: arrow } : direction === undefined ? {} : { direction }),
      text: text.slice(start, end),
      start,
      end,
    },
    next: after?.[1] ?? next,
  };
}

/** "the Four Corners", "a Raspberry Pi Zero": a number word with a capital amid a sentence is part of a name, which may be spelt by sound. */
function insideName(tokens: readonly Token[], i: number, { kind }: Fields): boolean {
  const token = tokenAt(tokens, i);
  const before = tokenAt(tokens, i - 1);
  if (kind !== 'number' || token.kind !== 'word' || i === 0 || before.kind !== 'word') return false;
  const after = tokenAt(tokens, i + 1);
  const capital = (one: Token) => /^[A-Z][a-z]/.test(one.text);
  return capital(token) && (capital(after) || capital(before));
}

/** A sign, a currency, a number and its measure from token `i`. */
function amountAt(tokens: readonly Token[], i: number): Amount | undefined {
  let at = i;
  let negative = false;
  const sign = signAt(tokens, at);
  if (sign !== undefined) {
    negative = sign[0] < 0;
    at = sign[1];
  }
  const mark = readCurrency(tokens, at);
  if (mark !== undefined) {
    at = mark.next;
    if (sign === undefined) {
      const inside = signAt(tokens, at);
      if (inside !== undefined) {
        negative = inside[0] < 0;
        at = inside[1];
      }
    }
  }
  const numeral = readNumeral(tokens, at, mark !== undefined);
  if (numeral === undefined) return undefined;
  const measure = numeral.ordinal ? undefined : (readMeasure(tokens, numeral.next) ?? vagueMeasure(tokens, numeral));
  // "$25 million dollars" says its currency twice.
  const repeats =
    measure?.kind === 'money' && (measure.unit === mark?.unit || tokenAt(tokens, measure.next - 1).text.length > 3);
  const twice = mark !== undefined && repeats && measure !== undefined ? measure.next : numeral.next;
  const own = mark === undefined ? measure : undefined;
  const partial = numeral.fraction !== undefined || numeral.mixed !== undefined;
  const fractional = partial && measure === undefined ? halfOf(tokens, numeral) : undefined;
  return {
    value: negative ? negate(numeral.value) : numeral.value,
    numeral: fractional === undefined ? numeral : { ...numeral, next: fractional.next },
    measure: fractional ?? own,
    currency: mark?.unit,
    next: fractional?.next ?? (mark === undefined ? (own?.next ?? numeral.next) : twice),
  };
}

/** "hundreds of dollars", "thousands of miles": what a vague number is of. */
function vagueMeasure(tokens: readonly Token[], { vague, next }: Numeral): Measure | undefined {
  if (vague === undefined || tokenAt(tokens, next).lower !== 'of') return undefined;
  return readMeasure(tokens, next + 1);
}

/** half an hour, three quarters of a mile, one and a quarter of an hour: a part of a measure. */
function halfOf(tokens: readonly Token[], { next }: Numeral): Measure | undefined {
  const of = tokenAt(tokens, next).lower === 'of' ? 1 : 0;
  const article = /^an?$/.test(tokenAt(tokens, next + of).lower) ? 1 : 0;
  if (of + article === 0) return undefined;
  const measure = readMeasure(tokens, next + of + article);
  if (measure?.unit === undefined || (measure.kind !== 'duration' && measure.kind !== 'measure')) return undefined;
  // "a third of months" counts months; "quarter of hours" after a whole number does not.
  return article === 1 || measure.unit === 'hour' || measure.kind === 'measure' ? measure : undefined;
}

/** Words before "a week" that make it a length of time, and not a rate ("twice a week", "$5 a week"). */
const lasting =
  /^(?:for|in|within|about|over|under|than|nearly|almost|least|most|after|of|spend|spends|spent|takes?|took|taking|lasts?|lasted|lasting|by|just|around|with|up|to|be|is|was|cost|costs|worth|and|every|only|another|exactly|roughly)$/;

/** "a litre", "an hour and 45 minutes", "a dollar": one, as a word that may as well be left out. */
function articleAmount(tokens: readonly Token[], i: number): Amount | undefined {
  if (!/^an?$/.test(tokenAt(tokens, i).lower)) return undefined;
  const noun = tokenAt(tokens, i + 1);
  if (noun.kind !== 'word' || looseUnits.has(noun.lower) || noun.lower.endsWith('s')) return undefined;
  const known =
    durationNouns.has(noun.lower) ||
    unitNouns.has(noun.lower) ||
    currencyNouns.has(noun.lower) ||
    /^(?:ml|cm|km|kg)$/.test(noun.text);
  if (!known) return undefined;
  const before = tokenAt(tokens, i - 1);
  if (!(i === 0 || before.kind === 'sign' || lasting.test(before.lower))) return undefined;
  if (i > 0 && /^[%)$€£¥₩]$/.test(before.text)) return undefined;
  const measure = readMeasure(tokens, i + 1);
  const after = tokenAt(tokens, i + 2);
  if (measure === undefined || measure.next !== i + 2 || after.text === '-') return undefined;
  if (measure.kind === 'money' && after.kind === 'word' && !lasting.test(after.lower)) return undefined;
  if (
    noun.lower === 'second' &&
    after.kind === 'word' &&
    !/^(?:later|ago|or|and|before|after|to|per|from)$/.test(after.lower)
  )
    return undefined;
  const numeral: Numeral = { value: '1', next: i + 1, digits: false };
  return { value: '1', numeral, measure, currency: undefined, next: measure.next };
}

/** "aged 20", "by age 14", "ages 6-12" read their number as an age; so does "Jane Roe, 31," beside a name. */
function ageAt(tokens: readonly Token[], i: number, amount: Amount): { fields: Fields; next: number } | undefined {
  const { numeral, measure, currency, next, value } = amount;
  if (measure !== undefined || currency !== undefined || numeral.scale !== undefined || !/^\d{1,3}$/.test(value))
    return undefined;
  if (numeral.ordinal || numeral.fraction !== undefined || numeral.next !== next) return undefined;
  const before = tokenAt(tokens, i - 1);
  const between = tokenAt(tokens, i - 2);
  const said = ageWords.test(before.lower) || (before.lower === 'of' && between.lower === 'age');
  if (!said && !besideName(tokens, i, amount)) return undefined;
  return { fields: fieldsOf(amount, { kind: 'measure', unit: 'year-person', next }, undefined), next };
}

/** "in her 30s", "temperatures in the 90s": ten numbers from a round one. Decades have been read as dates before. */
function inTheir30s(tokens: readonly Token[], i: number): { fields: Fields; next: number } | undefined {
  const token = tokenAt(tokens, i);
  const apostrophe = /^['’]$/.test(tokenAt(tokens, i + 1).text) ? 1 : 0;
  const plural = tokenAt(tokens, i + 1 + apostrophe);
  if (token.kind !== 'number' || !/^[1-9]0$/.test(token.whole) || token.precision > 0) return undefined;
  if (plural.text !== 's' || !plural.glued) return undefined;
  if (tokenAt(tokens, i + 2 + apostrophe).lower === 'of') {
    // "10s of requests": some tens.
    const fields: Fields = {
      kind: 'number',
      vague: true,
      magnitude: token.value.replace(/[1-9]/, '1'),
      hardness: 'soft',
    };
    return { fields, next: i + 2 + apostrophe };
  }
  let age = false;
  for (let back = 1; back <= 3; back++)
    age ||= /^(?:his|her|their|my|your|our|people|women|men|aged)$/.test(tokenAt(tokens, i - back).lower);
  const range = { min: token.value, max: String(Number(token.value) + 9), hardness: 'hard' } as const;
  const fields: Fields = age ? { kind: 'measure', unit: 'year-person', ...range } : { kind: 'number', ...range };
  return { fields, next: i + 2 + apostrophe };
}

const ageWords = /^(?:age|aged|ages)$/;

/** A name, a comma, one or two digits, a comma: news style for a person's age. */
function besideName(tokens: readonly Token[], i: number, { numeral, next }: Amount): boolean {
  const name = tokenAt(tokens, i - 2);
  const first = tokenAt(tokens, i - 3);
  if (tokenAt(tokens, i - 1).text !== ',' || !numeral.digits || !/^[1-9]\d?$/.test(numeral.whole ?? '')) return false;
  if (tokenAt(tokens, next).text !== ',' || tokenAt(tokens, next + 1).kind !== 'word') return false;
  const isName = (token: Token) => token.kind === 'word' && /^[A-Z][^A-Z]/.test(token.text);
  return (
    isName(name) &&
    (i === 2 || isName(first) || /^(?:he|she|who)$/.test(tokenAt(tokens, next + 1).lower)) &&
    !months.has(name.lower)
  );
}

/** "2 degrees below zero"; "5 above zero" says no zero of its own. */
function belowZero(tokens: readonly Token[], amount: Amount): { fields: Fields; next: number } | undefined {
  const { measure, next } = amount;
  const side = tokenAt(tokens, next).lower;
  if ((side !== 'below' && side !== 'above') || tokenAt(tokens, next + 1).lower !== 'zero') return undefined;
  if (measure !== undefined && !/^(?:degree|celsius|fahrenheit)$/.test(measure.unit ?? '')) return undefined;
  const signed = side === 'below' ? { ...amount, value: negate(amount.value) } : amount;
  return { fields: fieldsOf(signed, measure ?? { kind: 'measure', unit: 'degree', next }, undefined), next: next + 2 };
}

/** One measure or price said in parts: "5 feet 2 inches", "3 dollars 50 cents", "an hour and a half". */
function inParts(tokens: readonly Token[], amount: Amount): { fields: Fields; next: number } | undefined {
  const { value, numeral, measure, currency, next } = amount;
  if (numeral.ordinal || numeral.vague !== undefined) return undefined;
  const money = currency !== undefined || measure?.kind === 'money';
  const { precision: _precision, ...fields } = fieldsOf(amount, measure, currency);
  if (money) {
    if (numeral.scale !== undefined || measure?.factor !== undefined) return undefined;
    const sum = moneyTogether(tokens, value, next);
    return sum === undefined ? undefined : { fields: { ...fields, value: sum.value }, next: sum.next };
  }
  const unit = measure?.unit;
  if (unit === undefined || (measure?.kind !== 'duration' && measure?.kind !== 'measure')) return undefined;
  const sum = halfMore(tokens, value, unit, next) ?? unitsTogether(tokens, value, unit, next);
  if (sum !== undefined) {
    const hardness = sum.digits ? 'hard' : fields.hardness;
    return { fields: { ...fields, value: sum.value, unit: sum.unit ?? unit, hardness }, next: sum.next };
  }
  const part = numeral.mixed !== undefined || numeral.fraction !== undefined;
  if (!part || measure.kind !== 'duration') return undefined;
  const small = inSmaller(value, unit);
  return small.unit === unit ? undefined : { fields: { ...fields, ...small }, next };
}

/** "the number of cores minus 1" takes away; "at minus 5 degrees" is below zero. */
function subtracts(tokens: readonly Token[], i: number): boolean {
  const before = tokenAt(tokens, i - 1);
  if (tokenAt(tokens, i).lower !== 'minus' || i === 0) return false;
  if (before.kind === 'number') return true;
  return (
    before.kind === 'word' &&
    !/^(?:is|was|are|were|of|to|at|be|by|reach|reached|hit|from|below|fell|about|around|nearly|and|or|between|than|under|over|with|a|the|as|in)$/.test(
      before.lower,
    )
  );
}

function signAt(tokens: readonly Token[], i: number): readonly [1 | -1, number] | undefined {
  const token = tokenAt(tokens, i);
  const next = tokenAt(tokens, i + 1);
  const sign = minus.get(token.text);
  if (sign !== undefined) {
    const before = tokenAt(tokens, i - 1);
    // "convert - 20 degrees": a dash apart from both sides is a minus only before a temperature.
    if (!token.glued && !next.glued && next.kind === 'number' && sign < 0 && before.kind !== 'number') {
      const scale = tokenAt(tokens, i + 2);
      return /^(?:degrees?|deg|°|℃|℉)$/.test(scale.lower) ? [sign, i + 1] : undefined;
    }
    const free = i === 0 || !token.glued || /^[(["'“‘|:=,/~$€£¥₩]$/.test(before.text);
    const tight = next.glued || token.text === '△' || token.text === '▲' || token.text === '▼';
    return free && tight ? [sign, i + 1] : undefined;
  }
  if (
    (token.lower === 'minus' || token.lower === 'negative') &&
    !subtracts(tokens, i) &&
    (next.kind === 'number' || readNumeral(tokens, i + 1) !== undefined)
  )
    return [-1, i + 1];
  return undefined;
}

function fieldsOf(
  { value, numeral, next }: Amount,
  measure: Measure | undefined,
  currency: string | undefined,
): Fields {
  const { vague, fraction, ordinal, digits, precision } = numeral;
  const kind =
    currency !== undefined
      ? 'money'
      : (measure?.kind ??
        (ordinal ? 'ordinal' : fraction !== undefined && next === numeral.next ? 'fraction' : 'number'));
  const unit = currency ?? measure?.unit;
  const small = /^-?(?:0|0\.5|1|2)$/.test(value);
  const weighty = digits || kind === 'money' || kind === 'percent' || kind === 'percentage-point';
  // "a dozen" is as loose as "a couple".
  const loose = small || vague !== undefined || (numeral.scale === 1 && value.length < 3);
  const hardness = weighty || !loose ? 'hard' : 'soft';
  const base = {
    kind,
    ...(unit === undefined ? {} : { unit }),
    hardness,
  } as const;
  if (vague !== undefined) return { ...base, vague: true, magnitude: vague };
  return {
    ...base,
    value: applied(value, measure),
    ...(precision === undefined || precision === 0 ? {} : { precision }),
    ...(fraction === undefined || kind !== 'fraction' ? {} : { numerator: fraction[0], denominator: fraction[1] }),
  };
}

/** twice, double, triple, tenfold, once. */
function wordMultiplier(tokens: readonly Token[], i: number): { fields: Fields; next: number } | undefined {
  const { lower } = tokenAt(tokens, i);
  const value = multipliers.get(lower);
  if (
    (lower === 'twice' || lower === 'thrice') &&
    value !== undefined &&
    !comparing.test(tokenAt(tokens, i + 1).lower)
  ) {
    return { fields: { kind: 'number', value, unit: 'time', hardness: 'soft' }, next: i + 1 };
  }
  if (value !== undefined) {
    // "double digits", "double room": no factor.
    if (
      /^(?:digits?|digit|room|bed|click|check|standard|standards|bond|whammy|agent)$/.test(tokenAt(tokens, i + 1).lower)
    )
      return undefined;
    return { fields: { kind: 'multiplier', value, hardness: 'soft' }, next: i + 1 };
  }
  const group = groups.get(lower);
  if (group !== undefined) return { fields: { kind: 'number', value: group, hardness: 'soft' }, next: i + 1 };
  if (lower === 'single') {
    // "a single vote"; not "single-family", "singles".
    const alone = i === 0 && tokenAt(tokens, 1).start < 0;
    const counted = tokenAt(tokens, i - 1).lower === 'a' && tokenAt(tokens, i + 1).kind === 'word';
    return alone || counted ? { fields: { kind: 'number', value: '1', hardness: 'soft' }, next: i + 1 } : undefined;
  }
  if (lower === 'once') {
    // "once again", "once the deal closes": not a count. "once a week", "once every" is.
    return /^(?:a|an|every|per|each|in)$/.test(tokenAt(tokens, i + 1).lower)
      ? { fields: { kind: 'number', value: '1', unit: 'time', hardness: 'soft' }, next: i + 1 }
      : undefined;
  }
  const fold = /^([a-z]+)fold$/.exec(lower);
  if (fold?.[1] !== undefined) {
    const number = readNumeral([{ ...tokenAt(tokens, i), text: fold[1], lower: fold[1] }], 0);
    if (number !== undefined && !number.ordinal && number.vague === undefined) {
      return { fields: { kind: 'multiplier', value: number.value, hardness: 'soft' }, next: i + 1 };
    }
  }
  return undefined;
}

/** No. 1, number 5 in a row of names: a place in an order. */
function numbered(tokens: readonly Token[], i: number): { fields: Fields; next: number } | undefined {
  const word = tokenAt(tokens, i);
  const dot = tokenAt(tokens, i + 1).text === '.' ? 1 : 0;
  const number = tokenAt(tokens, i + 1 + dot);
  if (
    !/^(?:No|Nos|no)$/.test(word.text) ||
    number.kind !== 'number' ||
    number.precision > 0 ||
    (dot === 0 && word.text === 'no')
  )
    return undefined;
  return { fields: { kind: 'ordinal', value: number.value, hardness: 'hard' }, next: i + 2 + dot };
}

/** "no one", "this one", "one another", "the two": words that only point. */
function isPronoun(tokens: readonly Token[], i: number, { numeral, measure, currency }: Amount): boolean {
  if (numeral.digits || measure !== undefined || currency !== undefined || numeral.next !== i + 1) return false;
  const { lower } = tokenAt(tokens, i);
  if (lower !== 'one') return false;
  const before = tokenAt(tokens, i - 1).lower;
  const after = tokenAt(tokens, i + 1);
  return (
    ordinals.has(before) ||
    /^(?:no|this|that|the|which|every|any|each|another|some|only|other|good|new|old|big|small|such|like|is|was|be)$/.test(
      before,
    ) ||
    /^(?:another|who|that|can|could|would|should|may|might|must|has|is|thing|day|who's)$/.test(after.lower) ||
    after.text === "'" ||
    after.text === '’'
  );
}

/** "third-party", "3rd party": whose it is, not which. */
function isParty(tokens: readonly Token[], { numeral, next }: Amount): boolean {
  const at = tokenAt(tokens, next).text === '-' ? next + 1 : next;
  return numeral.ordinal === true && /^part(?:y|ies)$/.test(tokenAt(tokens, at).lower);
}

/** 5'11", 6′2″. */
function feetAndInches(
  tokens: readonly Token[],
  i: number,
  amount: Amount,
): { fields: Fields; next: number } | undefined {
  const mark = tokenAt(tokens, i + 1);
  const inches = tokenAt(tokens, i + 2);
  if (tokenAt(tokens, i).kind !== 'number' || !/^['’′]$/.test(mark.text) || !mark.glued || !inches.glued)
    return undefined;
  if (inches.kind !== 'number' || compare(inches.value, '12') >= 0 || compare(amount.value, '9') > 0) return undefined;
  const end = tokenAt(tokens, i + 3);
  const next = /^["”″]$/.test(end.text) && end.glued ? i + 4 : i + 3;
  const value = add(multiply(amount.value, '12'), inches.value);
  return { fields: { kind: 'measure', value, unit: 'inch', hardness: 'hard' }, next };
}

/** Words of contests, near which 1-3 is a result and not a range. */
const contest =
  /^(?:won|win|wins|winning|lost|loss|beat|beats|beating|defeat|defeated|draw|drew|score|scored|scoreline|victory|lead|led|result|vote|voted|ruling|ruled|majority|thrashed|edged|tie|tied|series|aggregate)$/;

/** 3-1, 3–1, 3:1, 16:9, 10 to 1. */
function ratioAt(
  tokens: readonly Token[],
  { numeral, measure, currency, next, value }: Amount,
): { fields: Fields; next: number } | undefined {
  if (
    measure !== undefined ||
    currency !== undefined ||
    !numeral.digits ||
    numeral.scale !== undefined ||
    numeral.fraction !== undefined ||
    numeral.ordinal
  )
    return undefined;
  const joint = tokenAt(tokens, next);
  const colon = joint.text === ':' && joint.glued;
  const dash = hyphens.has(joint.text) && joint.text !== '~' && joint.glued;
  if (!colon && !dash && joint.lower !== 'to') return undefined;
  const terms = [value];
  let at = next;
  while (
    terms.length < 4 &&
    tokenAt(tokens, at).text === joint.text &&
    tokenAt(tokens, at + 1).kind === 'number' &&
    (joint.lower === 'to' || tokenAt(tokens, at + 1).glued)
  ) {
    terms.push(tokenAt(tokens, at + 1).value);
    at += 2;
  }
  const after = tokenAt(tokens, at);
  if (terms.length < 2 || (after.glued && (after.kind === 'word' || after.text === '%'))) return undefined;
  if (
    !colon &&
    (terms.length > 2 ||
      readMeasure(tokens, at) !== undefined ||
      tokenAt(tokens, at).lower === 'million' ||
      tokenAt(tokens, at).lower === 'billion')
  )
    return undefined;
  const small = terms.every(
    (term) => /^\d{1,3}$/.test(term) || (/^\d{1,3}\.\d$/.test(term) && near(tokens, at, contest)),
  );
  const descends = compare(terms[0]!, terms[1]!) >= 0;
  if (!colon && (!small || (!descends && !near(tokens, at, contest)))) return undefined;
  if (joint.lower === 'to' && tokenAt(tokens, next - 2).lower === 'from') return undefined;
  if (!colon && descends && terms[0]!.length === 3 && !near(tokens, at, contest)) return undefined;
  return { fields: { kind: 'ratio', value: terms[0]!, terms, hardness: 'hard' }, next: at };
}

function near(tokens: readonly Token[], at: number, words: RegExp): boolean {
  for (let i = Math.max(0, at - 12); i < at + 8; i++) if (words.test(tokenAt(tokens, i).lower)) return true;
  return false;
}
