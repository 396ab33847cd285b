import { absolute, type Decimal } from '../../model/decimal.js';
import type { Quantity } from '../../model/quantity.js';
import type { FigureStyle, RenderContext } from '../pack.js';
import { grouped, isShared } from '../und/amount.js';
import { inSaidUnit } from '../und/durations.js';
import { beforeOne } from '../und/eras.js';
import { symbolOf } from '../und/symbols.js';
import { counters, currencies, durations, hedges, myriads, unitWords, weekdays } from './words.js';

/** A quantity in Japanese: 250億ドル, 12〜18カ月, 40%, 2027年第1四半期. */
export function render(quantity: Quantity, { place, style = {}, hedged }: RenderContext): string {
  const text = place === 'cell' && isShared(quantity) ? quantity.text : write(quantity, style);
  return hedged === true ? hedge(text, quantity) : text;
}

/** A quantity in full, with its bound: 約250億米ドル, 5人以上. */
export function describe(quantity: Quantity): string {
  const text = write(quantity, {});
  const country = quantity.kind === 'money' && quantity.unit === 'USD' ? text.replace('ドル', '米ドル') : text;
  return hedge(country, quantity);
}

function hedge(text: string, { approximate }: Quantity): string {
  const [before, after] = approximate === undefined ? ['', ''] : hedges[approximate];
  return before + text + after;
}

/** A number cut at 兆, 億 and 万 (1兆8000億, 37万5000); with digits after the point, or below 万, in digits. */
function number(value: Decimal, style: FigureStyle, precision = 0): string {
  const plain = absolute(value);
  if (style.magnitude === 'digits' || plain.includes('.')) return grouped(value, precision);
  if (plain.length <= 4) return value + (precision > 0 ? `.${'0'.repeat(precision)}` : '');
  let rest = plain;
  let out = value.startsWith('-') ? '-' : '';
  for (const [power, name] of myriads) {
    if (rest.length <= power) continue;
    const group = rest.slice(0, -power).replace(/^0+/, '');
    rest = rest.slice(-power);
    if (group !== '') out += group + name;
  }
  return out + rest.replace(/^0+/, '');
}

function write(quantity: Quantity, style: FigureStyle): string {
  const { kind, value = '0', terms, unit = '' } = quantity;
  if (quantity.vague) return vaguely(quantity);
  switch (kind) {
    case 'date':
      return ends(quantity, style, (one) => date(one, quantity));
    case 'time':
      return ends(quantity, style, (one) => time(one, quantity));
    case 'ratio':
      return (terms ?? [value]).join(quantity.text.includes(':') ? ':' : '対');
    case 'fraction':
      return quantity.numerator === undefined ? value : `${quantity.denominator}分の${quantity.numerator}`;
    case 'ordinal':
      return `${ends(quantity, style, (one) => one)}番目`;
    case 'money':
      return money(quantity, style);
    case 'percent':
      return amount(quantity, { ...style, magnitude: 'digits' }) + (style.percent === 'word' ? 'パーセント' : '%');
    case 'percentage-point':
      return `${amount(quantity, { ...style, magnitude: 'digits' })}%ポイント`;
    case 'multiplier':
      return `${amount(quantity, style)}倍`;
    case 'duration':
      return duration(quantity, style);
    case 'measure':
      return amount(quantity, style) + measured(unit, style);
    default:
      return amount(quantity, style) + (counters.get(unit) ?? '');
  }
}

/** One value, or both ends of a range. */
function ends({ value = '0', min, max }: Quantity, style: FigureStyle, form: (value: Decimal) => string): string {
  return min === undefined || max === undefined ? form(value) : `${form(min)}${style.range ?? '〜'}${form(max)}`;
}

function amount(quantity: Quantity, style: FigureStyle): string {
  return ends(quantity, style, (value) => number(value, style, quantity.precision));
}

function money(quantity: Quantity, style: FigureStyle): string {
  const { unit = '', value = '0', min } = quantity;
  const [name, sign] = currencies.get(unit) ?? [unit, unit];
  if (style.currency !== 'symbol' || sign === '') return amount(quantity, style) + name;
  const negative = min === undefined && value.startsWith('-');
  return `${negative ? '-' : ''}${sign}${amount(negative ? { ...quantity, value: absolute(value) } : quantity, style)}`;
}

function measured(unit: string, style: FigureStyle): string {
  const word = unitWords.get(unit);
  if (word !== undefined) return word;
  return `${style.unitSpace === true ? ' ' : ''}${symbolOf.get(unit) ?? unit}`;
}

function duration(quantity: Quantity, style: FigureStyle): string {
  const { unit = '' } = quantity;
  const said = inSaidUnit(quantity);
  if (said !== undefined) return duration(said, style);
  return amount(quantity, style) + (durations.get(unit) ?? symbolOf.get(unit) ?? unit);
}

/** A date of EDTF: 2026年4月1日(水), 2027年第1四半期, 2026年上半期, 1990年代半ば, 19世紀. */
function date(edtf: Decimal, { unit, weekday, part }: Quantity): string {
  const before = beforeOne(edtf);
  if (before !== undefined) return `紀元前${before.n}${before.of === 'century' ? '世紀' : '年'}`;
  const [year = '', rest, day] = edtf.split('-');
  const head = year === 'XXXX' ? '' : `${year}年`;
  const word = part === undefined ? '' : { early: '初頭', mid: '半ば', late: rest === undefined ? '後半' : '末' }[part];
  if (rest === undefined) {
    if (/^\d{3}X$/.test(year)) return `${year.slice(0, 3)}0年代${word}`;
    if (/^\d{2}XX$/.test(year)) return `${Number(year.slice(0, 2)) + 1}世紀${word}`;
    return head + (unit === 'fiscal' ? '度' : '') + word;
  }
  if (rest.startsWith('Q')) return `${head}第${rest.slice(1)}四半期`;
  if (rest.startsWith('H')) return `${head}${rest === 'H1' ? '上' : '下'}半期`;
  if (rest === 'XX') return `${Number(day)}日`;
  const month = `${head}${Number(rest)}月`;
  if (day === undefined) return month + word;
  return `${month}${Number(day)}日${weekday === undefined ? '' : `(${weekdays[weekday - 1]})`}`;
}

/** 午後3時30分; 15時30分 where no half of the day was said. */
function time(value: string, { dayPeriod }: Quantity): string {
  const [hour = '0', minute = '00'] = value.split(':');
  const minutes = minute === '00' ? '' : `${Number(minute)}分`;
  if (dayPeriod === undefined) return `${Number(hour)}時${minutes}`;
  return `${Number(hour) >= 12 ? '午後' : '午前'}${Number(hour) % 12}時${minutes}`;
}

/** 数十, 数百万, 数千億ドル. */
function vaguely({ magnitude = '1', kind, unit = '' }: Quantity): string {
  const power = magnitude.length - 1;
  const [step, name] = myriads.find(([one]) => power >= one && one < 16) ?? [0, ''];
  const noun =
    kind === 'money'
      ? (currencies.get(unit)?.[0] ?? unit)
      : kind === 'duration'
        ? (durations.get(unit) ?? '')
        : kind === 'measure'
          ? measured(unit, {})
          : kind === 'multiplier'
            ? '倍'
            : (counters.get(unit) ?? '');
  return `数${['', '十', '百', '千'][power - step] ?? ''}${name}${noun}`;
}
