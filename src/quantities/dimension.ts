import { absolute, add, compare, type Decimal, divide, multiply, round, subtract } from '../model/decimal.js';
import type { Quantity } from '../model/quantity.js';

/** What a unit measures, and how many base units it is (CLDR `units.xml`, unitQuantities and convertUnits). */
interface Scale {
  readonly dimension: string;
  readonly factor: Decimal;
  /** Whether translators convert it: miles become kilometres, rounded. */
  readonly imperial?: true;
}

const scales = new Map<string, Scale>();
function scale(dimension: string, units: Readonly<Record<string, string>>, imperial?: true): void {
  for (const [unit, factor] of Object.entries(units))
    scales.set(unit, { dimension, factor, ...(imperial ? { imperial } : {}) });
}

scale('length', {
  nanometer: '0.000000001',
  micrometer: '0.000001',
  millimeter: '0.001',
  centimeter: '0.01',
  meter: '1',
  kilometer: '1000',
});
scale('length', { inch: '0.0254', foot: '0.3048', yard: '0.9144', mile: '1609.344' }, true);
scale('area', {
  'square-meter': '1',
  'square-kilometer': '1000000',
  'square-centimeter': '0.0001',
  hectare: '10000',
  pyeong: '3.305785',
});
scale('area', { acre: '4046.856', 'square-foot': '0.092903', 'square-mile': '2589988' }, true);
scale('mass', { milligram: '0.001', gram: '1', kilogram: '1000', tonne: '1000000' });
scale('mass', { ounce: '28.3495', pound: '453.592', stone: '6350.29' }, true);
scale('volume', { milliliter: '0.001', liter: '1', 'cubic-centimeter': '0.001', 'cubic-meter': '1000' });
scale('volume', { gallon: '3.78541', barrel: '158.987', 'cubic-foot': '28.3168' }, true);
scale('power', {
  milliwatt: '0.001',
  watt: '1',
  kilowatt: '1000',
  megawatt: '1000000',
  gigawatt: '1000000000',
  terawatt: '1000000000000',
});
scale('energy', {
  'watt-hour': '1',
  'kilowatt-hour': '1000',
  'megawatt-hour': '1000000',
  'gigawatt-hour': '1000000000',
  'terawatt-hour': '1000000000000',
});
scale('speed', { 'kilometer-per-hour': '1', 'meter-per-second': '3.6' });
scale('speed', { 'mile-per-hour': '1.609344', knot: '1.852' }, true);
scale('data', {
  bit: '0.125',
  byte: '1',
  kilobyte: '1000',
  megabyte: '1000000',
  gigabyte: '1000000000',
  terabyte: '1000000000000',
  petabyte: '1000000000000000',
});
scale('frequency', { hertz: '1', kilohertz: '1000', megahertz: '1000000', gigahertz: '1000000000' });
scale('pixels', { pixel: '1', megapixel: '1000000' });
scale('temperature', { degree: '1', celsius: '1' });
scale('pressure', { pascal: '1', hectopascal: '100', kilopascal: '1000', megapascal: '1000000' });
scale('time', {
  nanosecond: '0.000000001',
  microsecond: '0.000001',
  millisecond: '0.001',
  second: '1',
  minute: '60',
  hour: '3600',
  day: '86400',
  week: '604800',
  fortnight: '1209600',
  night: '86400',
});
scale('calendar', { month: '1', year: '12', decade: '120', century: '1200' });
scale('age', { 'year-person': '12', 'month-person': '1', 'week-person': '0.23' });

/** How much a value that was converted between systems may be off: "10 miles" as 16 km. */
const conversionSlack: Decimal = '0.06';

/** How two values with units relate: equal in their dimension, near after a conversion between systems, or different. */
export type UnitRelation = 'equal' | 'converted' | 'different' | 'incomparable';

/** Compares values in their units. `incomparable`: the units measure different things. */
export function relateUnits(a: Decimal, unitA: string, b: Decimal, unitB: string): UnitRelation {
  if (unitA === unitB) return compare(a, b) === 0 ? 'equal' : 'different';
  const [left, right] = [scales.get(unitA), scales.get(unitB)];
  if (left === undefined || right === undefined || left.dimension !== right.dimension)
    return rates(a, unitA, b, unitB) ?? crossing(a, unitA, b, unitB);
  const [x, y] = [multiply(a, left.factor), multiply(b, right.factor)];
  if (compare(x, y) === 0) return 'equal';
  if (left.dimension === 'temperature') return bareDegrees(a, unitA, b, unitB);
  return left.imperial !== right.imperial && near(x, y, conversionSlack) ? 'converted' : 'different';
}

/**
 * Rates of one time, and a rate whose time is said elsewhere in the sentence ("12.8 km or 8 miles per second" and 초당 약
 * 12.8km 또는 8마일): what counts is the unit before `-per-`.
 */
function rates(a: Decimal, unitA: string, b: Decimal, unitB: string): UnitRelation | undefined {
  const [x, y] = [unitA, unitB].map((unit) => unit.split('-per-')) as [string[], string[]];
  if (x.length + y.length < 3 || (x[1] ?? y[1]) !== (y[1] ?? x[1])) return undefined;
  const relation = relateUnits(a, x[0] ?? '', b, y[0] ?? '');
  return relation === 'equal' && x.length !== y.length ? 'converted' : relation;
}

/** Fahrenheit and Celsius, and days against years, which no factor relates. */
function crossing(a: Decimal, unitA: string, b: Decimal, unitB: string): UnitRelation {
  if (unitA === 'fahrenheit' && unitB === 'celsius') return near(toCelsius(a), b, '0.1') ? 'converted' : 'different';
  if (unitA === 'celsius' && unitB === 'fahrenheit') return crossing(b, unitB, a, unitA);
  // "80 degrees" in an American text, 화씨 80도 in its translation.
  if ([unitA, unitB].includes('degree') && [unitA, unitB].includes('fahrenheit'))
    return compare(a, b) === 0 ? 'converted' : 'different';
  return 'incomparable';
}

/** "Below 72 degrees" of an American text is 섭씨 22도 밑: a degree without a scale may be of either. */
function bareDegrees(a: Decimal, unitA: string, b: Decimal, unitB: string): UnitRelation {
  if (unitA === 'celsius' && unitB === 'degree') return bareDegrees(b, unitB, a, unitA);
  return compare(absolute(subtract(toCelsius(a), b)), '1') <= 0 ? 'converted' : 'different';
}

/** A temperature in degrees Celsius from one in degrees Fahrenheit. */
export function toCelsius(fahrenheit: Decimal): Decimal {
  return multiply(subtract(fahrenheit, '32'), divide('5', '9'));
}

/** The sum of measures in one unit; `undefined` where one of them measures something else. */
export function sumIn(unit: string, parts: readonly Quantity[]): Decimal | undefined {
  const to = scales.get(unit);
  let sum: Decimal = '0';
  for (const { unit: own, value } of parts) {
    // 17파운드 is read as money.
    const from = scales.get(own === 'GBP' ? 'pound' : (own ?? ''));
    if (to === undefined || from === undefined || value === undefined || from.dimension !== to.dimension)
      return undefined;
    // 453.592 g over 28.3495 g is 16 ounces to a pound but for rounding.
    sum = add(sum, round(divide(multiply(value, from.factor), to.factor), 3));
  }
  return sum;
}

/** Whether two values differ by no more than `slack` of the larger. */
export function near(a: Decimal, b: Decimal, slack: Decimal): boolean {
  const off = absolute(subtract(a, b));
  const [x, y] = [absolute(a), absolute(b)];
  return compare(off, multiply(compare(x, y) >= 0 ? x : y, slack)) <= 0;
}

/** Whether the unit is one of time or calendar: a duration. */
export function isDuration({ kind, unit }: Quantity): boolean {
  return kind === 'duration' || (unit !== undefined && /^(?:time|calendar)$/.test(scales.get(unit)?.dimension ?? ''));
}
