import { add, type Decimal, decimal, negate } from '../../../model/decimal.js';
import { unitsOf } from '../../und/code-units.js';
import { digitOf } from '../../und/digits.js';
import { signs } from '../../und/signs.js';
import { isTalkedOf } from './alone.js';
import type { Amount, Found } from './amount.js';
import { counterAt, counterFrom } from './counting.js';
import { fractionAfter, mixedAfter, slashFraction } from './fractions.js';
import { readHangulNumeral } from './hangul.js';
import { centsAfter, currencyBefore, latinScale } from './money.js';
import { changed, type Numeral } from './numeral.js';
import { readDigitNumeral } from './scaled.js';
import { sense } from './senses.js';
import { isHangul, skipSpace } from './text.js';

/** First syllables of 마이너스, 영하 and 음수. */
const below = unitsOf('마영음');

/** What stands before the numeral of an amount. */
interface Prefix {
  /** Where the numeral begins. */
  readonly at: number;
  readonly negative: boolean;
  readonly mark: { readonly unit: string } | undefined;
}

/** Sign, 마이너스 and currency; `undefined` where no numeral follows them. */
function prefixAt(text: string, start: number, said = false): Prefix | undefined {
  const code = text.charCodeAt(start);
  if (digitOf(code) >= 0) return { at: start, negative: false, mark: undefined };
  if (isHangul(code)) {
    const word = below.has(code) ? /^(?:마이너스|마이나스|영하|음수)\s?/.exec(text.slice(start, start + 6)) : null;
    if (word === null) return { at: start, negative: false, mark: undefined };
    if (said) return undefined;
    const after = prefixAt(text, start + word[0].length, true);
    return after === undefined || after.negative ? undefined : { at: after.at, negative: true, mark: after.mark };
  }
  const sign = signs.get(text[start]!);
  const minus = sign !== undefined && sign < 0;
  const next = sign === undefined ? start : skipSpace(text, start + 1);
  // "- 5" is an item of a list; △ 3.2 is a minus.
  if (sign !== undefined && (!signStands(text, start) || (next > start + 1 && !/[△▲▼▽]/.test(text[start]!))))
    return undefined;
  const mark = digitOf(text.charCodeAt(next)) >= 0 ? undefined : currencyBefore(text, next);
  if (sign === undefined && mark === undefined && text[next] !== '.') return undefined;
  const inner = mark !== undefined && text[mark.end] === '-';
  const at = mark === undefined ? next : mark.end + (inner ? 1 : 0);
  const point = text[at] === '.' && !/[\d.]/.test(text[at - 1] ?? '') ? 1 : 0;
  return digitOf(text.charCodeAt(at + point)) >= 0 ? { at, negative: minus || inner, mark } : undefined;
}

/** Sign, currency, number and counter from `at`. */
export function amountAt(text: string, start: number): Amount | undefined {
  const opening = prefixAt(text, start);
  if (opening === undefined) return undefined;
  const { at, negative, mark } = opening;
  const code = text.charCodeAt(at);
  const point = code === 0x2e;
  const digit = point || digitOf(code) >= 0;
  const read = point ? pointed(text, at) : digit ? readDigitNumeral(text, at) : readHangulNumeral(text, at);
  if (read === undefined) return undefined;
  const plain = settled(text, read);
  const fraction =
    (digit ? slashFraction(text, at) : undefined) ?? fractionAfter(text, plain) ?? mixedAfter(text, plain);
  const scaled = digit ? latinScale(text, plain, mark !== undefined) : plain;
  const numeral = fraction ?? about(text, scaled);
  const counter = fraction === undefined ? counterAt(text, numeral, mark !== undefined) : undefined;
  const found = counter === undefined ? undefined : sense(text, start, numeral, counter);
  const more =
    found === undefined
      ? undefined
      : (halfMore(text, numeral, found) ?? centsMore(text, numeral, found) ?? hundredths(text, numeral, found));
  const size = more?.value ?? numeral.value;
  return {
    numeral,
    at,
    negative,
    currency: mark?.unit,
    value: negative ? negate(size) : size,
    found,
    end: more?.end ?? found?.end ?? numeral.end,
  };
}

/** What follows days that were counted. */
const days = /^(?:간|\s?(?:동안|만에|째|뒤|후|전|이내|안에|내내|연속))/;

/** 이십이 명 are twenty-two, 이십이 넘는 are more than twenty: 이 is a digit where a counter or a particle of its own follows. */
function settled(text: string, numeral: Numeral): Numeral {
  const { without, end } = numeral;
  // 3백일은 유효한 숫자다: 일 is a digit where numbers are spoken of, and counts days elsewhere.
  if (numeral.script === 'digits' && numeral.scale > 0 && numeral.scale < 4 && text[end] === '일') {
    const spoken = /^일[은이]\s/.test(text.slice(end, end + 3)) && isTalkedOf(text, end, end + 1);
    return spoken ? changed(numeral, add(numeral.value, '1'), end + 1) : numeral;
  }
  if (without === undefined || counterAt(text, numeral, false) !== undefined) return numeral;
  const rest = text.slice(end, end + 3);
  if (text[end - 1] === '일') return days.test(rest) ? without : numeral;
  return /^(?:\s?분의|[는가를와로의도만보부까]|에(?![요\s])|$|[.,!?)\]"'”’~])/.test(rest) ? numeral : without;
}

/** 64달러 45센트. */
function centsMore(text: string, { value }: Numeral, { counter, end }: Found): More | undefined {
  if (counter.kind !== 'money' || counter.factor !== undefined) return undefined;
  const cents = centsAfter(text, end, counter.unit ?? '');
  return cents === undefined ? undefined : { value: add(value, cents.value), end: cents.end };
}

/** 9초58, 6초215: hundredths or thousandths of a second, as in sports. */
function hundredths(text: string, { value, script }: Numeral, { counter, end }: Found): More | undefined {
  if (counter.unit !== 'second' || script !== 'digits' || value.includes('.')) return undefined;
  const match = /^\d{2,3}(?!\d)/.exec(text.slice(end, end + 4));
  return match === null ? undefined : { value: decimal(`${value}.${match[0]}`), end: end + match[0].length };
}

/** What is added to an amount after its counter. */
interface More {
  readonly value: Decimal;
  readonly end: number;
}

/** .25: a number without its zero. */
function pointed(text: string, at: number): Numeral {
  const run = readDigitNumeral(text, at + 1);
  const whole = run.whole ?? run.value;
  const numeral = changed(run, decimal(`0.${whole.replace('.', '')}`), run.end);
  numeral.precision = whole.length;
  return numeral;
}

/** 30여 명, 400여명: 여 stands inside the figure. */
function about(text: string, numeral: Numeral): Numeral {
  if (numeral.about || text[numeral.end] !== '여') return numeral;
  const next = skipSpace(text, numeral.end + 1);
  const counter = counterFrom(text, next, numeral);
  if (counter === undefined) return numeral;
  const hedged = changed(numeral, numeral.value, numeral.end + 1);
  hedged.weak = false;
  hedged.about = true;
  return hedged;
}

function signStands(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  return (
    /[\s([“‘"'/:,|=]/.test(before) ||
    /[△▲▼▽]/.test(text[at] ?? '') ||
    (/[가-힣]/.test(before) && /[−－]/.test(text[at] ?? ''))
  );
}

/** 2년 반, 1시간 반, 두 배 반: half a unit more. */
function halfMore(text: string, numeral: Numeral, { counter, end }: Found): More | undefined {
  if (
    (text[end] !== '반' && text[end + 1] !== '반') ||
    !/^(?:duration|multiplier)$/.test(counter.kind) ||
    numeral.value.includes('.')
  )
    return undefined;
  const match = /^\s?반(?=$|[\s.,)에의이만을은간 동]|가량|정도)/.exec(text.slice(end, end + 4));
  return match === null || /^\s?반(?:도체|대|면|드시|복|영|응|발)/.test(text.slice(end, end + 4))
    ? undefined
    : { value: `${numeral.value}.5`, end: end + match[0].length };
}
