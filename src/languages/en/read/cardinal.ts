import { add, compare, type Decimal, decimal, multiply, shift } from '../../../model/decimal.js';
import { fractionWords, ordinals, scales, smallNumbers, tensNumbers } from './lexicon/numerals.js';
import { type Token, tokenAt } from './tokens.js';

/** A whole number, or a decimal with its scale, in words, digits or both. */
export interface Cardinal {
  readonly value: Decimal;
  readonly next: number;
  readonly digits: boolean;
  /** Power of ten of the smallest scale word in it; absent without one. */
  readonly scale?: number;
  /** What the last group added may still take: "twenty" a unit, "hundred" tens and units. */
  readonly open: Open;
  /** Whether the last word was joined by "and": "one hundred and thirty". */
  readonly and: boolean;
}

type Open = 'nothing' | 'unit' | 'tens' | 'hundred' | 'digits' | 'scale';

/** Longest phrase in tokens: whatever the text ("million million million …"), each place is looked at a bounded number of times. */
const longest = 40;

const dashes = new Set(['-', '‐', '‑', '–', '—']);

/** Whether a hyphen at `i` ties its neighbours without space. */
export function hyphen(tokens: readonly Token[], i: number): boolean {
  const token = tokenAt(tokens, i);
  return token.glued && token.kind === 'sign' && dashes.has(token.text) && tokenAt(tokens, i + 1).glued;
}

/** The scale word at `i`; plurals count, because a number stands before. */
export function scaleAt(tokens: readonly Token[], i: number): { readonly power: number } | undefined {
  return tokenAt(tokens, i).word.scale;
}

interface State {
  total: Decimal;
  group: Decimal | undefined;
  open: Open;
  /** Power of ten of the scale word before; groups go down. */
  last: number;
  scale: number | undefined;
  next: number;
  digits: boolean;
  and: boolean;
  hundred: boolean;
}

/** Field by field: this runs for every word of every number, and spreading costs more than the reading. */
function copyOf({ total, group, open, last, scale, next, digits, and, hundred }: State): State {
  return { total, group, open, last, scale, next, digits, and, hundred };
}

/** Words after digits that may belong to the number, besides numbers and scales. */
const going: ReadonlySet<string> = new Set(['and', 'point', 'dozen', 'dozens']);

/** Whether digits before a token are the whole number, as they mostly are: "12 people", "45%", but "3 hundred", "1 234". */
function endsNumber({ kind, text, lower, word }: Token): boolean {
  if (kind === 'word')
    return word.scale === undefined && word.small === undefined && word.tens === undefined && !going.has(lower);
  return kind === 'sign' && !dashes.has(text) && text !== '.' && text !== ',';
}

/** The number that begins at token `i`: "two hundred and five", "4 thousand 3 hundred", "1.5 million", "nineteen eighty-four". */
export function cardinalAt(tokens: readonly Token[], i: number): Cardinal | undefined {
  const first = tokenAt(tokens, i);
  if (first.kind === 'number' && endsNumber(tokenAt(tokens, i + 1)))
    return { value: first.value, next: i + 1, digits: true, and: false, open: 'digits' };
  let state: State = {
    total: '0',
    group: undefined,
    open: 'nothing',
    last: 99,
    scale: undefined,
    next: i,
    digits: false,
    and: false,
    hundred: false,
  };
  let saved: State | undefined;
  while (state.next - i < longest) {
    let at = state.next;
    let joined = false;
    if (at > i) {
      if (tokenAt(tokens, at).lower === 'and' && mayJoin(tokens, state, at + 1, i)) {
        joined = true;
        at++;
        saved = copyOf(state);
      } else if (dashes.has(tokenAt(tokens, at).text) && tied(tokens, state, at)) at++;
    }
    if (joined) state.and = true;
    const before = copyOf(state);
    const step = take(tokens, state, at, i, joined);
    if (step === 'stop') {
      if (joined && saved !== undefined) state = saved;
      break;
    }
    if (step === 'undo') {
      // "one hundred and two hundred", "2 million 3 million": what came after the join is a number of its own.
      state = saved ?? before;
      break;
    }
    // A group below a scale may turn out to be another number; remember where it began.
    if (before.open === 'scale' && state.open !== 'scale' && !joined) saved = before;
  }
  if (state.next === i) return undefined;
  return finished(tokens, i, state);
}

/** "and" joins only what is smaller: after a hundred, or after a scale word. */
function mayJoin(tokens: readonly Token[], state: State, at: number, i: number): boolean {
  if (state.open !== 'hundred' && state.open !== 'scale') return false;
  if (tokenAt(tokens, i - 1).lower === 'between') return false;
  const token = tokenAt(tokens, at);
  if (token.kind === 'word') {
    return (smallNumbers.has(token.lower) || tensNumbers.has(token.lower)) && !isNumerator(tokens, at, state.open);
  }
  if (token.value === '0') return false;
  // "3 hundred and 21"; "5 million and 20 houses" is two numbers.
  return token.kind === 'number' && token.precision === 0 && state.digits && state.last === 99
    ? token.whole.length <= 2 && state.scale === 2 && !tokenAt(tokens, at + 1).glued
    : token.kind === 'number' &&
        token.whole.length <= 2 &&
        state.digits &&
        state.open === 'hundred' &&
        token.precision === 0;
}

/** "two million and three fifths", "one hundred and three quarters": what follows "and" counts parts. */
function isNumerator(tokens: readonly Token[], at: number, open: Open): boolean {
  const value = smallNumbers.get(tokenAt(tokens, at).lower);
  if (value === undefined && open === 'hundred') return false;
  const { lower } = tokenAt(tokens, hyphen(tokens, at + 1) ? at + 2 : at + 1);
  if (fractionWords.has(lower)) return true;
  const plural = lower.endsWith('s');
  return (plural || value === 1) && (ordinals.get(plural ? lower.slice(0, -1) : lower) ?? 0) > 2;
}

/** Whether a hyphen continues the number: "twenty-five", "ninety - five", "5-million". */
function tied(tokens: readonly Token[], state: State, at: number): boolean {
  const after = tokenAt(tokens, at + 1);
  const even = tokenAt(tokens, at).glued === after.glued;
  const unit = smallNumbers.get(after.lower);
  if (state.open === 'tens') return even && unit !== undefined && unit > 0 && unit < 10;
  return hyphen(tokens, at) && scaleAt(tokens, at + 1) !== undefined && state.group !== undefined;
}

function take(
  tokens: readonly Token[],
  state: State,
  at: number,
  i: number,
  joined: boolean,
): 'went' | 'stop' | 'undo' {
  const token = tokenAt(tokens, at);
  if (token.kind === 'number') return takeDigits(tokens, state, at, i, joined);
  if (token.kind !== 'word') return 'stop';
  const scale = scaleAt(tokens, at);
  if (scale !== undefined) return takeScale(tokens, state, at, i, scale.power);
  const { small, tens: ten } = token.word;
  if (small === undefined && ten === undefined) return pointed(tokens, state, at) ? 'went' : 'stop';
  // "up from 1.7 million four years ago": words go on only from words.
  if (state.digits && state.open === 'scale' && !(joined && isIndian(state.scale))) return 'stop';
  const value = (small ?? ten)!;
  const ofTens = state.open === 'tens' && small !== undefined && small > 0 && small < 10;
  if (state.group === undefined || state.open === 'hundred' || ofTens) {
    state.group = add(state.group ?? '0', String(value));
    state.open = ten !== undefined ? 'tens' : 'unit';
  } else if (state.open === 'unit' && at === i + 1 && ten !== undefined && hundredsIdiom(tokens, state, at)) {
    // "one twenty two": a hundred left unsaid; "nineteen eighty-four": a year.
    state.group = add(shift(state.group, 2), String(ten));
    state.open = 'tens';
    state.hundred = true;
  } else return 'stop';
  state.next = at + 1;
  return 'went';
}

/** "6 crore and two hundred": figures of lakhs and crores are said on in words. */
const isIndian = (scale: number | undefined) => scale === 5 || scale === 7;

/** Not "two thirty-minute talks" and not "one twenty years ago". */
function hundredsIdiom(tokens: readonly Token[], state: State, at: number): boolean {
  const year = state.group !== undefined && /^(?:1\d|20)$/.test(state.group);
  if (!year && !/^[1-9]$/.test(state.group ?? '')) return false;
  const unit = smallNumbers.get(tokenAt(tokens, at + 2).lower);
  const end =
    hyphen(tokens, at + 1) && unit !== undefined
      ? at + 3
      : smallNumbers.has(tokenAt(tokens, at + 1).lower)
        ? at + 2
        : at + 1;
  const after = tokenAt(tokens, end);
  return year ? !hyphen(tokens, end) : after.kind === 'sign' ? !hyphen(tokens, end) : false;
}

function takeDigits(tokens: readonly Token[], state: State, at: number, i: number, joined: boolean): 'went' | 'stop' {
  const token = tokenAt(tokens, at);
  if (at === i) {
    const [value, next] = spacedPoint(tokens, at) ?? spacedGroups(tokens, at);
    state.group = value;
    state.next = next;
  } else if (joined) {
    state.group = add(state.group ?? '0', token.value);
    state.next = at + 1;
  } else if (state.open === 'scale' && state.digits && !token.glued && token.precision === 0) {
    // "4 thousand 3 hundred", "1 crore 20 lakh": digits go on only with a smaller scale of their own.
    const scale = scaleAt(tokens, at + 1);
    if (scale === undefined || scale.power >= state.last || token.whole.length > 3) return 'stop';
    state.group = token.value;
    state.next = at + 1;
  } else return 'stop';
  state.open = joined ? 'unit' : 'digits';
  state.digits = true;
  return 'went';
}

/** `4 . 8` and `80 , 000` of tokenized corpora: a sign apart from both numbers by one space each. */
function spacedPoint(tokens: readonly Token[], at: number): [Decimal, number] | undefined {
  const [whole, sign, rest] = [tokenAt(tokens, at), tokenAt(tokens, at + 1), tokenAt(tokens, at + 2)];
  if (rest.kind !== 'number' || rest.grouped || rest.precision > 0 || whole.grouped || whole.precision > 0)
    return undefined;
  if (sign.start !== whole.end + 1 || rest.start !== sign.end + 1 || whole.whole.length > 3) return undefined;
  if (sign.text === ',' && /^\d00$/.test(rest.whole) && tokenAt(tokens, at + 3).text !== ',')
    return [decimal(whole.whole + rest.whole), at + 3];
  const after = tokenAt(tokens, at + 3);
  const measured = /^(?:%|percent|per|million|billion|trillion)$/.test(after.lower);
  return sign.text === '.' && measured ? [decimal(`${whole.whole}.${rest.whole}`), at + 3] : undefined;
}

/** `1 234 567`: groups of three after single spaces, two groups at least unless the group is 000 (`25 000`). */
function spacedGroups(tokens: readonly Token[], at: number): [Decimal, number] {
  const first = tokenAt(tokens, at);
  if (first.grouped || first.precision > 0 || first.whole.length > 3 || first.whole.startsWith('0')) {
    return [first.value, at + 1];
  }
  let digits = first.whole;
  let next = at + 1;
  let fraction = '';
  for (let before = first; next - at < 8; next++) {
    const group = tokenAt(tokens, next);
    if (group.kind !== 'number' || group.grouped || group.whole.length !== 3 || group.start !== before.end + 1) break;
    digits += group.whole;
    before = group;
    if (group.precision > 0) {
      fraction = group.text.slice(3);
      next++;
      break;
    }
  }
  const count = next - at - 1;
  const sure = count >= 2 || (count === 1 && digits.endsWith('000') && fraction === '');
  return sure ? [decimal(digits + fraction), next] : [first.value, at + 1];
}

function takeScale(
  tokens: readonly Token[],
  state: State,
  at: number,
  i: number,
  power: number,
): 'went' | 'stop' | 'undo' {
  const plural = !scales.has(tokenAt(tokens, at).lower);
  if (state.group === undefined && state.open === 'nothing') {
    // "hundred thousand", "a million": one is understood. A plural alone is vague.
    if (plural || at !== i) return 'stop';
    state.group = '1';
  }
  if (power === 2) {
    if (state.group === undefined || state.hundred || compare(state.group, '100') >= 0) {
      return state.group === undefined || state.open === 'hundred' ? 'stop' : 'undo';
    }
    state.group = shift(state.group, 2);
    state.open = 'hundred';
    state.hundred = true;
    state.scale = 2;
    state.next = at + 1;
    return 'went';
  }
  if (state.group === undefined) {
    // "three thousand millions".
    if (state.open !== 'scale' || power <= state.last || state.total === '0' || state.last > 12) return 'stop';
    state.total = shift(state.total, power);
  } else {
    if (power >= state.last) return 'undo';
    state.total = add(state.total, shift(state.group, power));
    state.last = power;
  }
  state.group = undefined;
  state.hundred = false;
  state.open = 'scale';
  state.scale = power;
  state.and = false;
  state.next = at + 1;
  return 'went';
}

/** "two point two", "1 point 1", "two hundred point seventy-one": decimals in words. */
function pointed(tokens: readonly Token[], state: State, at: number): boolean {
  if (tokenAt(tokens, at).lower !== 'point' || state.group === undefined || state.group.includes('.')) return false;
  let digits = '';
  let next = at + 1;
  for (; digits.length < 20; next++) {
    const token = tokenAt(tokens, next);
    const small = smallNumbers.get(token.lower);
    if (small !== undefined && small < 10) digits += small;
    else break;
  }
  if (digits === '') {
    const token = tokenAt(tokens, next);
    const ten = tensNumbers.get(token.lower);
    const teen = smallNumbers.get(token.lower);
    if (token.kind === 'number' && token.precision === 0 && token.whole.length < 20) digits = token.whole;
    else if (ten !== undefined) {
      const unitAt = hyphen(tokens, next + 1) ? next + 2 : next + 1;
      const unit = smallNumbers.get(tokenAt(tokens, unitAt).lower);
      if (unit !== undefined && unit > 0 && unit < 10) next = unitAt;
      digits = String(ten + (unit !== undefined && unit < 10 ? unit : 0));
    } else if (teen !== undefined) digits = String(teen);
    else return false;
    next++;
  }
  state.group = `${state.group}.${digits}`;
  state.open = 'digits';
  state.next = next;
  return true;
}

function finished(tokens: readonly Token[], i: number, state: State): Cardinal {
  const { digits, and, open, scale } = state;
  // "four dozen", "two-dozen".
  const tie = hyphen(tokens, state.next) && tokenAt(tokens, state.next + 1).lower === 'dozen' ? 1 : 0;
  const noun = tokenAt(tokens, state.next + tie).lower;
  const group = state.group === undefined ? '0' : decimal(state.group);
  if ((noun === 'dozen' || noun === 'dozens') && group !== '0' && tokenAt(tokens, i).kind !== 'sign') {
    // "three hundred and two dozens": only what "and" joined is counted in dozens.
    const tail = and && compare(group, '100') > 0 ? String(Number(group) % 100) : group;
    const value = add(add(state.total, add(group, `-${tail}`)), multiply(tail, '12'));
    return { value, next: state.next + tie + 1, digits, and, open: 'scale', scale: 1 };
  }
  const value = state.total === '0' ? group : add(state.total, group);
  const { next } = state;
  return scale === undefined ? { value, next, digits, and, open } : { value, next, digits, and, open, scale };
}
