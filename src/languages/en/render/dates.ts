import type { Quantity } from '../../../model/quantity.js';
import type { FigureStyle } from '../../pack.js';
import { type BeforeOne, beforeOne } from '../../und/eras.js';
import { months, shortMonths, weekdays } from './words.js';

const ordinal = (n: number) => {
  const tail = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${tail}`;
};

/** A date of EDTF in English: April 1, 2026; Q1 2027; the first half of 2026; the 1990s; the 19th century. */
export function date(
  edtf: string,
  { unit, weekday, part }: Quantity,
  cell: boolean,
  month?: FigureStyle['month'],
): string {
  const before = beforeOne(edtf);
  if (before !== undefined) return bc(before);
  const [year = '', rest, day] = edtf.split('-');
  const said = year === 'XXXX' ? '' : year;
  const plain = body(said, rest, day, { fiscal: unit === 'fiscal', cell, short: month === 'short' });
  if (weekday !== undefined) return `${weekdays[weekday - 1]}, ${plain}`;
  if (part === undefined) return plain;
  return part === 'mid' ? `mid-${plain.replace(/^the /, '')}` : `${part} ${plain.replace(/^the /, '')}`;
}

/** 300 BC, the 3300s BC, the 3rd century BC. */
function bc({ of, n }: BeforeOne): string {
  return of === 'year' ? `${n} BC` : of === 'decade' ? `the ${n}s BC` : `the ${ordinal(n)} century BC`;
}

interface Form {
  readonly fiscal: boolean;
  readonly cell: boolean;
  /** Months beside a day as the AP Stylebook shortens them. */
  readonly short: boolean;
}

function body(year: string, rest: string | undefined, day: string | undefined, { fiscal, cell, short }: Form): string {
  const tail = year === '' ? '' : ` ${year}`;
  if (rest === undefined) {
    if (/^\d{3}X$/.test(year)) return `${year.slice(0, 3)}0s`;
    if (/^\d{2}XX$/.test(year)) return `the ${ordinal(Number(year.slice(0, 2)) + 1)} century`;
    return fiscal ? `fiscal ${year}` : year;
  }
  if (rest.startsWith('Q')) return fiscal ? `${rest} of fiscal${tail}` : `${rest}${tail}`;
  if (rest.startsWith('H')) {
    const words = rest === 'H1' ? 'first half' : 'second half';
    // "내년 상반기" is the first half of next year: which one, the sentence says.
    if (year === '') return cell ? `the ${words} of the year` : `the ${words}`;
    return cell ? `${rest}${tail}` : `the ${words} of${tail}`;
  }
  if (rest === 'XX') return `the ${ordinal(Number(day))}`;
  const month = months[Number(rest) - 1] ?? rest;
  if (day === undefined) return `${month}${tail}`;
  const name = short ? (shortMonths[Number(rest) - 1] ?? month) : month;
  return year === '' ? `${name} ${Number(day)}` : `${name} ${Number(day)}, ${year}`;
}

/** A range of dates: 2025-2026, April 1-3, 2026, April to June 2026. */
export function dateRange(
  min: string,
  max: string,
  quantity: Quantity,
  cell: boolean,
  style?: FigureStyle['month'],
): string {
  if (/^\d{4}$/.test(min) && /^\d{4}$/.test(max)) return `${min}-${max}`;
  const before = beforeOne(min, max);
  if (before !== undefined) return bc(before);
  const [y1, m1, d1] = min.split('-');
  const [y2, m2, d2] = max.split('-');
  if (m1 === 'XX' && d1 !== undefined && d2 !== undefined)
    return d1 === '01' ? `first ${Number(d2)} days` : `${ordinal(Number(d1))} to ${ordinal(Number(d2))}`;
  if (y1 === y2 && m1 === m2 && d1 !== undefined && d2 !== undefined) {
    const month = (style === 'short' ? shortMonths : months)[Number(m1) - 1] ?? '';
    return `${month} ${Number(d1)}-${Number(d2)}${y1 === 'XXXX' ? '' : `, ${y1}`}`;
  }
  return `${date(y1 === y2 && y1 !== undefined ? min.replace(y1, 'XXXX') : min, quantity, cell, style)} to ${date(max, quantity, cell, style)}`;
}

/** 3:30 p.m., 9 a.m., 21:30 where no half of the day was said. */
export function time(value: string, { dayPeriod, unit }: Quantity): string {
  const [hour = '0', minute = '00', second] = value.split(':');
  const zone = unit === undefined ? '' : ` ${unit}`;
  const tail = second === undefined ? '' : `:${second}`;
  if (dayPeriod === undefined) return `${Number(hour)}:${minute}${tail}${zone}`;
  const twelve = Number(hour) % 12 === 0 ? 12 : Number(hour) % 12;
  const clock = minute === '00' && second === undefined ? String(twelve) : `${twelve}:${minute}${tail}`;
  return `${clock} ${Number(hour) >= 12 ? 'p.m.' : 'a.m.'}${zone}`;
}

export { ordinal };
