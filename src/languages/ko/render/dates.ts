import type { Quantity } from '../../../model/quantity.js';
import { type BeforeOne, beforeOne } from '../../und/eras.js';
import { zoneName } from '../zones.js';
import { weekdays } from './words.js';

/** A date of EDTF in Korean: 2026년 4월 1일, 2027년 1분기, 2026년 상반기, 1990년대, 19세기. */
export function date(edtf: string, { unit, weekday, part }: Quantity): string {
  const before = beforeOne(edtf);
  if (before !== undefined) return bc(before);
  const [year = '', rest, day] = edtf.split('-');
  const said = year === 'XXXX' ? '' : year;
  const plain = body(said, rest, day, unit === 'fiscal');
  const named = weekday === undefined ? plain : `${plain}(${weekdays[weekday - 1]})`;
  return part === undefined ? named : `${named} ${partWord(part, rest, said)}`;
}

/** 기원전 300년, 기원전 3300년대, 기원전 3세기. */
function bc({ of, n }: BeforeOne): string {
  return `기원전 ${n}${{ year: '년', decade: '년대', century: '세기' }[of]}`;
}

function body(year: string, rest: string | undefined, day: string | undefined, fiscal: boolean): string {
  if (rest === undefined) {
    if (/^\d{3}X$/.test(year)) return `${year.slice(0, 3)}0년대`;
    if (/^\d{2}XX$/.test(year)) return `${Number(year.slice(0, 2)) + 1}세기`;
    return fiscal ? `${year} 회계연도` : `${year}년`;
  }
  const head = year === '' ? '' : `${year}${fiscal ? ' 회계연도' : '년'} `;
  if (rest.startsWith('Q')) return `${head}${rest.slice(1)}분기`;
  if (rest.startsWith('H')) return `${head}${rest === 'H1' ? '상' : '하'}반기`;
  if (rest === 'XX') return `${Number(day)}일`;
  const month = `${head}${Number(rest)}월`;
  return day === undefined ? month : `${month} ${Number(day)}일`;
}

/** 1990년대 초반, 2027년 초, 4월 중순: the word depends on what is parted. */
function partWord(part: 'early' | 'mid' | 'late', rest: string | undefined, year: string): string {
  if (rest !== undefined) return { early: '초', mid: '중순', late: '말' }[part];
  return year.includes('X')
    ? { early: '초반', mid: '중반', late: '후반' }[part]
    : { early: '초', mid: '중반', late: '말' }[part];
}

/** 2025~2026년, 4~6월, 4월 1~3일. */
export function dateRange(min: string, max: string, quantity: Quantity, joint: string): string {
  const before = beforeOne(min, max);
  if (before !== undefined) return bc(before);
  const [low, high] = [date(min, quantity), date(max, quantity)];
  const [y1, m1, d1] = min.split('-');
  const [y2, m2, d2] = max.split('-');
  if (m1 === undefined && m2 === undefined && /^\d{4}$/.test(min) && /^\d{4}$/.test(max))
    return `${min}${joint}${max}년`;
  if (y1 === y2 && d1 === undefined && d2 === undefined && /^\d\d$/.test(m1 ?? '') && /^\d\d$/.test(m2 ?? '')) {
    return `${y1 === 'XXXX' ? '' : `${y1}년 `}${Number(m1)}${joint}${Number(m2)}월`;
  }
  if (y1 === y2 && m1 === m2 && d1 !== undefined && d2 !== undefined)
    return `${low.replace(/일$/, '')}${joint}${Number(d2)}일`;
  return `${low}${joint}${high}`;
}

/** 오후 3시 30분, 오전 9시, 9시 30분 where no half of the day was said. */
export function time(value: string, { dayPeriod, unit }: Quantity): string {
  const [hour = '0', minute = '00', second] = value.split(':');
  const n = Number(hour);
  const twelve = n % 12 === 0 ? (n === 0 ? 0 : 12) : n % 12;
  const head = dayPeriod === undefined ? `${n}시` : `${n >= 12 && n < 24 ? '오후' : '오전'} ${twelve}시`;
  const minutes = minute === '00' && second === undefined ? '' : ` ${Number(minute)}분`;
  const zone = unit === undefined ? '' : `(${zoneName(unit)})`;
  return `${head}${minutes}${second === undefined ? '' : ` ${Number(second)}초`}${zone}`;
}
