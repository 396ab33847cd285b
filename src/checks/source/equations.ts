import { absolute, add, compare, type Decimal, divide, multiply, subtract } from '../../model/decimal.js';
import type { Quantity } from '../../model/quantity.js';
import type { SourceFinding } from './check.js';
import type { Sentence, SourceDocument } from './document.js';
import { type Equation, equationsOf, type Operator } from './equation-signs.js';
import { about, worth } from './findings.js';
import { halfPlace, percentOff } from './precision.js';

/** Further off than this, in percent, what is no plain number is another notation: 1024 × 1024 = 1 MB. */
const farthest = '50';
/** Off by less than this, in percent, and within what rounding allows, it is rounding. */
const rounding = '1';

/** Arithmetic that the sentence spells out itself: "30 + 25 = 55", 3 × 150MW = 450MW. */
export function equations(sentence: Sentence, document: SourceDocument): SourceFinding[] {
  return equationsOf(sentence).flatMap((equation) => {
    const readings = readingsOf(equation).sort((a, b) =>
      compare(percentOff(a.right, a.stated), percentOff(b.right, b.stated)),
    );
    const [reading] = readings;
    return reading === undefined ? [] : told(equation, reading, sentence, document);
  });
}

/** The figures of an equation as numbers that may be put together, and what the left side makes. */
interface Reading {
  readonly values: readonly Decimal[];
  readonly stated: Decimal;
  readonly right: Decimal;
  /** Whether these are the numerals as written, the unit and scale of the result left out. */
  readonly written: boolean;
  /** Whether all are plain whole numbers, which nobody rounds. */
  readonly exact: boolean;
}

function told(equation: Equation, reading: Reading, sentence: Sentence, { pack }: SourceDocument): SourceFinding[] {
  const { values, stated, right, written, exact } = reading;
  const { quantity } = equation.figures.at(-1)!;
  const off = absolute(subtract(right, stated));
  const text = sentence.text.slice(equation.figures[0]!.quantity.start - sentence.start, quantity.end - sentence.start);
  const holds = about(sentence.unit, quantity, {
    key: 'equation-holds',
    severity: 'neutral',
    values: { equation: text },
  });
  if (compare(off, '0') === 0) return [holds];
  if (mayRound(equation, values, stated) && compare(off, halfPlace(quantity, stated)) <= 0) return [holds];
  const shown = { equation: text, right: written ? rewritten(quantity, right) : worth(quantity, right, pack) };
  const wrong = about(sentence.unit, quantity, { key: 'equation', severity: 'major', values: shown });
  if (exact) return isSlogan([...values, stated]) ? [] : [wrong];
  const apart = percentOff(right, stated);
  if (compare(apart, farthest) > 0) return [];
  const slack = slackOf(equation, reading);
  if (compare(off, slack) > 0) return [wrong];
  if (compare(apart, rounding) <= 0) return [];
  return [{ ...wrong, severity: 'minor', certainty: compare(multiply(off, '2'), slack) > 0 ? 'likely' : 'possible' }];
}

const numeral = /\d[\d,]*(?:\.\d+)?/g;
const isPlain = ({ text }: Quantity) => /^[\d,.]+(?:\s*[×x])?$/.test(text);

function readingsOf({ figures, signs }: Equation): Reading[] {
  const all = figures.map(({ quantity }) => quantity);
  const read = (numbers: readonly Decimal[], written: boolean, exact: boolean): Reading[] => {
    const [values, stated] = [numbers.slice(0, -1), numbers.at(-1)!];
    const right = resultOf(values, signs);
    return right === undefined ? [] : [{ values, stated, right, written, exact }];
  };
  const [first, ...rest] = all.filter((one) => !isPlain(one));
  const numerals = all.map(({ text }) => text.match(numeral) ?? []);
  const alike = (a: Quantity, b: Quantity) => isOneKind(a, b) && scaleOf(a) === scaleOf(b);
  const asWritten = numerals.every(({ length }) => length === 1) && rest.every((one) => alike(first!, one));
  const numbers = numerals.map(([found = '']) => found.replace(/,/g, ''));
  const counted = first === undefined || (first.kind === 'number' && scaleOf(first) === '1');
  return [
    ...(asWritten ? read(numbers, true, counted && numbers.every((value) => /^\d+$/.test(value))) : []),
    ...(all.every((one) => isOneKind(all[0]!, one))
      ? read(
          all.map(({ value }) => value!),
          false,
          false,
        )
      : []),
  ];
}

/** Counters say what is counted, not in what: 30 + 25 = 55석. */
const isOneKind = (a: Quantity, b: Quantity) => a.kind === b.kind && (a.kind === 'number' || a.unit === b.unit);

/** What the numeral of a figure is multiplied by: 100 million for 55억 원. */
function scaleOf({ text, value }: Quantity): Decimal {
  const written = text.match(numeral)?.[0]?.replace(/,/g, '') ?? '0';
  return compare(written, '0') === 0 ? '1' : divide(value!, written);
}

/** What the left side makes: a sum, a product or one quotient; nothing where signs of both kinds are mixed. */
function resultOf(values: readonly Decimal[], signs: readonly Operator[]): Decimal | undefined {
  if (isSum(signs)) return values.reduce((sum, value, i) => (signs[i - 1] === '-' ? subtract : add)(sum, value));
  if (signs.every((sign) => sign === '×')) return values.reduce((product, value) => multiply(product, value));
  const [a, b] = values;
  return values.length > 2 || compare(b!, '0') === 0 ? undefined : divide(a!, b!);
}

const isSum = (signs: readonly Operator[]) => signs.every((sign) => sign === '+' || sign === '-');
const decimals = (value: Decimal) => value.split('.')[1]?.length ?? 0;

/** Whether the result may be printed to fewer places than it has: 100 ÷ 3 = 33.3, 0.5 + 0.25 = 0.8. */
const mayRound = ({ signs }: Equation, values: readonly Decimal[], stated: Decimal) =>
  signs.includes('÷') || Math.max(...values.map(decimals)) > decimals(stated);

/** How far the result may be off where each figure is known to half of its last place. */
function slackOf({ figures, signs }: Equation, { values, stated, right }: Reading): Decimal {
  const halves = [...values, stated].map((value, i) => halfPlace(figures[i]!.quantity, value));
  if (isSum(signs)) return halves.reduce<Decimal>(add, '0');
  const relative = (i: number) => multiply(absolute(right), divide(halves[i]!, values[i]!));
  return values.reduce<Decimal>((all, value, i) => (value === '0' ? all : add(all, relative(i))), halves.at(-1)!);
}

/** "1 + 1 = 3", "10 + 10 = 100": nobody adds these up wrongly, they say something else. */
const isSlogan = (numbers: readonly Decimal[]) =>
  numbers.slice(0, -1).every(({ length }) => length === 1) || numbers.every((value) => /^[01]+$/.test(value));

/** The result as it is written, with another numeral: 56석 becomes 55석, 5,600만 달러 5,500만 달러. */
function rewritten({ text }: Quantity, right: Decimal): string {
  const [whole = '', fraction] = right.split('.');
  const grouped = text.includes(',') ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return text.replace(numeral, fraction === undefined ? grouped : `${grouped}.${fraction}`);
}
