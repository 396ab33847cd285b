import { romans } from '../../und/romans.js';
import type { Amount, Fields, Said } from './amount.js';
import { groups, multipliers, ordinals, smallNumbers } from './lexicon/numerals.js';
import { comparing, readMeasure } from './measure.js';
import { readNumeral } from './numeral.js';
import { Token, tokenAt } from './tokens.js';

/** twice, double, triple, tenfold, once. */
export function wordMultiplier(tokens: readonly Token[], i: number): Said | undefined {
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
  const fold = lower.endsWith('fold') ? /^([a-z]+)fold$/.exec(lower) : null;
  if (fold?.[1] !== undefined) {
    const number = readNumeral([new Token('word', fold[1], 0, fold[1].length, false)], 0);
    if (number !== undefined && !number.ordinal && number.vague === undefined) {
      return { fields: { kind: 'multiplier', value: number.value, hardness: 'soft' }, next: i + 1 };
    }
  }
  return undefined;
}

/** "the past decade", "over the next decade": one, in words that may as well be left out. */
export function pointedDecade(tokens: readonly Token[], i: number): Said | undefined {
  if (
    tokenAt(tokens, i).lower !== 'decade' ||
    !/^(?:past|last|next|previous|coming|preceding|following|this|the)$/.test(tokenAt(tokens, i - 1).lower)
  )
    return undefined;
  return { fields: { kind: 'duration', value: '1', unit: 'decade', hardness: 'soft' }, next: i + 1 };
}

/** "teenagers", "in his teens": what 10대 says of people. */
export function teens(tokens: readonly Token[], i: number): Said | undefined {
  const { lower } = tokenAt(tokens, i);
  if (!lower.startsWith('teen') || !/^(?:teen|teens|teenage|teenaged|teenagers?)$/.test(lower)) return undefined;
  return { fields: { kind: 'measure', min: '13', max: '19', unit: 'year-person', hardness: 'soft' }, next: i + 1 };
}

/** "the third time in as many weeks": the number that was said before, of something else. */
export function asMany(tokens: readonly Token[], i: number): Said | undefined {
  if (
    tokenAt(tokens, i).lower !== 'many' ||
    tokenAt(tokens, i - 1).lower !== 'as' ||
    tokenAt(tokens, i - 2).lower !== 'in'
  )
    return undefined;
  const measure = readMeasure(tokens, i + 1);
  if (measure !== undefined && measure.kind !== 'duration' && measure.kind !== 'number') return undefined;
  for (let back = 3; back < 12; back++) {
    const { kind, lower, value: digits, precision } = tokenAt(tokens, i - back);
    const word = ordinals.get(lower) ?? smallNumbers.get(lower);
    const value = kind === 'number' && precision === 0 ? digits : word === undefined ? undefined : String(word);
    if (value === undefined) continue;
    const { kind: of, unit, next } = measure ?? { kind: 'number', unit: undefined, next: i + 1 };
    const end = Math.max(next, i + 1);
    return { fields: { kind: of, value, ...(unit === undefined ? {} : { unit }), hardness: 'soft' }, next: end };
  }
  return undefined;
}

/** World War II, Elizabeth II, Franz Joseph I: a place in an order, which other languages write in digits (2세, 제2차). */
export function roman(tokens: readonly Token[], i: number): Said | undefined {
  const value = romans.get(tokenAt(tokens, i).text);
  if (value === undefined) return undefined;
  const before = tokenAt(tokens, i - 1);
  const after = tokenAt(tokens, i + 1);
  // "Edward IV," but not II-a.
  if (
    !/^(?:[A-Z][a-z]+|year|part|phase|type|stage|grade|class|level|volume|act)$/.test(before.text) ||
    (after.glued && !/^[,.;:!?)’”"']$/.test(after.text))
  )
    return undefined;
  // "and I", "Joe V": a letter is a numeral only after a war or a monarch.
  if (/^[IVX]$/.test(tokenAt(tokens, i).text)) {
    const titled = [2, 3, 4].some((back) =>
      /^(?:World|King|Queen|Emperor|Empress|Pope|Tsar|Kaiser|Sultan|Prince)$/.test(tokenAt(tokens, i - back).text),
    );
    if (!titled) return undefined;
  }
  return { fields: { kind: 'ordinal', value, hardness: 'hard' }, next: i + 1 };
}

/** No. 1, number 5 in a row of names: a place in an order. */
export function numbered(tokens: readonly Token[], i: number): Said | undefined {
  const word = tokenAt(tokens, i);
  const dot = tokenAt(tokens, i + 1).text === '.' ? 1 : 0;
  const number = tokenAt(tokens, i + 1 + dot);
  if (
    number.kind !== 'number' ||
    !/^(?:No|Nos|no)$/.test(word.text) ||
    number.precision > 0 ||
    (dot === 0 && word.text === 'no')
  )
    return undefined;
  return { fields: { kind: 'ordinal', value: number.value, hardness: 'hard' }, next: i + 2 + dot };
}

/** "the Four Corners", "a Raspberry Pi Zero": a number word with a capital amid a sentence is part of a name, which may be spelt by sound. */
export function insideName(tokens: readonly Token[], i: number, { kind }: Fields): boolean {
  const token = tokenAt(tokens, i);
  const before = tokenAt(tokens, i - 1);
  if (kind !== 'number' || token.kind !== 'word' || i === 0 || before.kind !== 'word') return false;
  const after = tokenAt(tokens, i + 1);
  const capital = (one: Token) => /^[A-Z][a-z]/.test(one.text);
  return capital(token) && (capital(after) || capital(before));
}

/** "half those of richer countries", "half of all voters" measure; "half-precision" and "the top half of the order" do not. */
export function halves(tokens: readonly Token[], i: number, next: number, { kind, value }: Fields): boolean {
  return (
    kind === 'fraction' &&
    value === '0.5' &&
    /^(?:of|the|those|that|as|its|their|his|her|all)$/.test(tokenAt(tokens, next).lower) &&
    !/^(?:top|bottom|upper|lower|front|back|left|right|other|better|northern|southern|eastern|western|latter|last|early|late|other)$/.test(
      tokenAt(tokens, i - 1).lower,
    )
  );
}

/** "no one", "this one", "one another", "the two": words that only point. */
export function isPronoun(tokens: readonly Token[], i: number, { numeral, measure, currency }: Amount): boolean {
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
export function isParty(tokens: readonly Token[], { numeral, next }: Amount): boolean {
  const at = tokenAt(tokens, next).text === '-' ? next + 1 : next;
  return numeral.ordinal === true && /^part(?:y|ies)$/.test(tokenAt(tokens, at).lower);
}
