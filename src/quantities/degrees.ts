import type { Degrees } from '../languages/pack.js';
import { absolute, compare, type Decimal, subtract } from '../model/decimal.js';
import type { Quantity } from '../model/quantity.js';
import { toCelsius } from './dimension.js';
import type { Match } from './pairing.js';

type Scale = Degrees['usual'];

interface Text {
  readonly text: string;
  readonly degrees?: Degrees;
}

/**
 * Whether a temperature has lost its scale, or been given another: 32℃ is not "32 degrees" to a reader who counts in
 * Fahrenheit, nor is "80 degrees Fahrenheit" 80도 in Korea. Where no scale is named, nothing is said.
 */
export function scalesConflict({ source, target }: Match, here: Text, there: Text): boolean {
  if (source.kind !== 'measure' || target.kind !== 'measure' || source.value !== target.value) return false;
  return unsaid(source, here, target, there) || unsaid(target, there, source, here);
}

function unsaid(named: Quantity, { text, degrees }: Text, bare: Quantity, other: Text): boolean {
  if (bare.unit !== 'degree' || (named.unit !== 'celsius' && named.unit !== 'fahrenheit')) return false;
  if (other.degrees === undefined || other.degrees.usual === named.unit) return false;
  return degrees?.named.test(text.slice(Math.max(0, named.start - 5), named.end)) === true;
}

/** Whether two temperatures without scales are one, each in the scale of its readers: "below 72 degrees" and 22도 밑. */
export function isConverted(a: Quantity, b: Quantity, here: Scale | undefined, there: Scale | undefined): boolean {
  if (a.unit !== 'degree' || b.unit !== 'degree' || a.value === undefined || b.value === undefined) return false;
  if (here === undefined || there === undefined || here === there) return false;
  return here === 'fahrenheit' ? isNear(a.value, b.value) : isNear(b.value, a.value);
}

const isNear = (fahrenheit: Decimal, celsius: Decimal) =>
  compare(absolute(subtract(toCelsius(fahrenheit), celsius)), '1') <= 0;
