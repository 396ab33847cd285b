import { compare, type Decimal, round } from '../model/decimal.js';

/** An amount of US dollars for a person: cents, and for less than a dollar enough digits to compare (`$0.0034`). */
export function dollars(amount: Decimal): string {
  const places = compare(amount, '1') < 0 ? 4 : 2;
  const [whole = '0', fraction = ''] = round(amount, places).split('.');
  return `$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction.padEnd(places, '0')}`;
}
