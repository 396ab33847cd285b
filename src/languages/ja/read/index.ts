import { divide, negate, shift } from '../../../model/decimal.js';
import type { NumberedName, Quantity, Reading } from '../../../model/quantity.js';
import { currencyCodes, currencySigns, signPrefixes } from '../../und/currencies.js';
import { digitOf } from '../../und/digits.js';
import { nameKey, opaqueSpans } from '../../und/names.js';
import { hedgesAfter, hedgesBefore } from '../words.js';
import { type Found, readDate, readIsoDate, readTime } from './calendar.js';
import { blobEnd, type Numeral, readNumeral } from './numeral.js';
import { type Suffix, suffixAt } from './suffixes.js';

/** Words that begin like a figure and are none: 一部 (a part), 十分 (enough), 四国 (an island), 千葉, 百貨店 … */
const noFigure =
  /(?:一部|一方|一般|一緒|一種|一致|一連|一層|一定|一体|一気|一時|一度|一番|一応|一切|一環|一歩|一見|一律|一転|一段|一通り|一人前|十分|四国|四季|四半期|四半世紀|九州|千葉|千代田|百貨店|百科|八百屋|三菱|三井|三重|五輪|七面鳥|六本木|二酸化|二次|二重|三角|四角|万一|万が一|万博|万全|億劫|一万田|十字|七夕|八幡|五感)/y;
/** Between the ends of a range. */
const joints = ['〜', '～', '~', '–', '—', '-', 'から'] as const;
/** Kinds whose figure may be soft, said in one word: 三人. */
const softest = 10;

/**
 * All figures of a Japanese text: Arabic and Han numerals with 万, 億 and 兆, counters, units, currencies, dates, times and
 * ranges. One pass; what is looked at ahead is bounded.
 */
export function read(text: string): Reading {
  const quantities: Quantity[] = [];
  const names: NumberedName[] = [];
  const opaque = opaqueSpans(text);
  let next = 0;
  for (let at = 0; at < text.length; ) {
    const span = opaque[next];
    if (span !== undefined && span.start <= at) {
      if (span.name !== undefined && span.end > at) names.push(span.name);
      at = Math.max(at, span.end);
      next++;
      continue;
    }
    const blob = blobEnd(text, at);
    if (blob > at) {
      at = blob;
      continue;
    }
    const name = nameAt(text, at);
    if (name !== undefined) {
      names.push({ key: nameKey(text.slice(at, name)), text: text.slice(at, name), start: at, end: name });
      at = name;
      continue;
    }
    const found = figureAt(text, at);
    if (found === undefined) {
      at = skip(text, at);
      continue;
    }
    quantities.push(hedged(text, at, found));
    at = found.end;
  }
  return { quantities, names };
}

/** To the next place where a figure may begin: past the whole of a word, or one character. */
function skip(text: string, at: number): number {
  noFigure.lastIndex = at;
  const word = noFigure.exec(text);
  if (word !== null) return at + word[0].length;
  let end = at + 1;
  // A Latin word, or a number that was no figure, is passed as a whole.
  if (/[A-Za-z]/.test(text[at]!)) while (end < text.length && /[A-Za-z]/.test(text[end]!)) end++;
  return end;
}

const latin = /[A-Za-z]{1,40}/y;
const token = /[-‐.]?\d[\w.-]{0,40}/y;
const model = /\d{1,6}[A-Za-z][\w-]{0,20}/y;
const version = / ?\d{1,4}(?:\.\d{1,4}){0,3}(?![\d.,]*\d)/y;

/** Where a name with digits ends that begins here: GPT-5.5, B200, iOS 18, 5G. */
function nameAt(text: string, at: number): number | undefined {
  const code = text.charCodeAt(at);
  if (/[A-Za-z0-9]/.test(text[at - 1] ?? '')) return undefined;
  if (digitOf(code) >= 0 && code < 128) {
    model.lastIndex = at;
    const match = model.exec(text);
    const numeral = match && readNumeral(text, at);
    return match && numeral && suffixAt(text, numeral.end) === undefined ? at + match[0].length : undefined;
  }
  latin.lastIndex = at;
  const word = latin.exec(text);
  if (word === null) return undefined;
  // Money begins with letters too: US$, NT$, USD 5.
  const end = at + word[0].length;
  if (currencySigns.has(text[end] ?? '') || signPrefixes.has(word[0]) || currencyCodes.has(word[0])) return undefined;
  for (const pattern of [token, version]) {
    pattern.lastIndex = end;
    const match = pattern.exec(text);
    if (match === null) continue;
    const numeral = readNumeral(text, end + match[0].length - match[0].trimStart().length);
    // "CPU 4個" is four, "iOS 18" a name.
    const counted = pattern === version && numeral !== undefined && suffixAt(text, numeral.end) !== undefined;
    if (!counted) return end + match[0].replace(/[.-]+$/, '').length;
  }
  return undefined;
}

function figureAt(text: string, at: number): Found | undefined {
  noFigure.lastIndex = at;
  if (noFigure.test(text)) return undefined;
  const half = text.startsWith('午前', at) ? 'am' : text.startsWith('午後', at) ? 'pm' : undefined;
  if (half !== undefined) {
    const hour = readNumeral(text, at + 2);
    return hour && readTime(text, hour, half);
  }
  if (text[at] === '数') return vagueAt(text, at);
  if (text[at] === '半' && text[at + 1] === '分') {
    return { kind: 'fraction', value: '0.5', numerator: '1', denominator: '2', hardness: 'soft', end: at + 2 };
  }
  const minus = /^(?:[-−△▲]|マイナス)/.exec(text.slice(at, at + 4))?.[0];
  if (minus !== undefined && !/[\dA-Za-z]/.test(text[at - 1] ?? '')) {
    const found = positive(text, at + minus.length);
    return found?.value === undefined || found.kind === 'date' || found.kind === 'time'
      ? undefined
      : { ...found, value: negate(found.value) };
  }
  return positive(text, at);
}

function positive(text: string, at: number): Found | undefined {
  const money = signAt(text, at);
  if (money !== undefined) return signed(text, money);
  if (text[at] === '第') return nth(text, at + 1);
  if (digitOf(text.charCodeAt(at)) < 0 && !/[〇一二三四五六七八九十百千]/.test(text[at]!)) return undefined;
  const iso = readIsoDate(text, at);
  if (iso !== undefined) return iso;
  const numeral = readNumeral(text, at);
  if (numeral === undefined) return undefined;
  const date = readDate(text, numeral);
  if (date !== undefined) return through(text, date);
  return readTime(text, numeral, undefined) ?? related(text, numeral) ?? counted(text, numeral);
}

/** 2025年〜2026年, 4月1日〜3日: to a second date, which need not say again what the first has said. */
function through(text: string, first: Found): Found {
  const joint = joints.find((one) => text.startsWith(one, first.end));
  const numeral = joint === undefined ? undefined : readNumeral(text, first.end + joint.length);
  const second = numeral && readDate(text, numeral);
  if (second?.value === undefined || first.value === undefined) return first;
  const said = first.value.split('-');
  const max = second.value
    .split('-')
    .map((part, index) => (/^X+$/.test(part) ? (said[index] ?? part) : part))
    .join('-');
  if (max.length !== first.value.length || max <= first.value) return first;
  return { kind: 'date', min: first.value, max, hardness: 'hard', end: second.end };
}

/** `$`, `US$`, `¥` before a number. */
function signAt(text: string, at: number): { readonly unit: string; readonly end: number } | undefined {
  const prefix = /^[A-Z]{1,3}/.exec(text.slice(at, at + 3))?.[0] ?? '';
  const end = at + prefix.length;
  if (prefix !== '' && signPrefixes.has(prefix) && /[$¥]/.test(text[end] ?? '')) {
    return { unit: signPrefixes.get(prefix)!, end: end + 1 };
  }
  if (currencyCodes.has(prefix)) {
    const number = text[end] === ' ' ? end + 1 : end;
    if (digitOf(text.charCodeAt(number)) >= 0) return { unit: prefix, end: number };
  }
  const unit = currencySigns.get(text[at]!);
  return unit === undefined ? undefined : { unit, end: at + 1 };
}

function signed(text: string, { unit, end: from }: { unit: string; end: number }): Found | undefined {
  const low = readNumeral(text, from);
  if (low === undefined) return undefined;
  const joint = joints.find((one) => text.startsWith(one, low.end));
  const after = joint === undefined ? undefined : signAt(text, low.end + joint.length);
  const high = joint === undefined ? undefined : readNumeral(text, after?.end ?? low.end + joint.length);
  if (high !== undefined && (after === undefined || after.unit === unit)) {
    return { kind: 'money', min: low.value, max: high.value, unit, hardness: 'hard', end: high.end };
  }
  return { kind: 'money', value: low.value, unit, hardness: 'hard', ...exact(low), end: low.end };
}

const exact = ({ precision }: Numeral) => (precision > 0 ? { precision } : {});

/** 第3, 第3回, but not 第1四半期, whose year stands elsewhere. */
function nth(text: string, at: number): Found | undefined {
  const numeral = readNumeral(text, at);
  if (numeral === undefined || !/^\d+$/.test(numeral.value) || text.startsWith('四半期', numeral.end)) return undefined;
  return { kind: 'ordinal', value: numeral.value, hardness: numeral.bare ? 'soft' : 'hard', end: numeral.end };
}

/** Two numbers that say one thing: 3分の1, 3対1. */
function related(text: string, first: Numeral): Found | undefined {
  const second = (word: string) =>
    text.startsWith(word, first.end) ? readNumeral(text, first.end + word.length) : undefined;
  const above = second('分の');
  if (above !== undefined && first.value !== '0') {
    const [numerator, denominator] = [above.value, first.value];
    const value = divide(numerator, denominator);
    return { kind: 'fraction', value, numerator, denominator, hardness: 'hard', end: above.end };
  }
  const other = second('対') ?? second(':');
  if (other === undefined) return undefined;
  return { kind: 'ratio', value: first.value, terms: [first.value, other.value], hardness: 'hard', end: other.end };
}

/** A number, or two with a joint between them, with what they count. */
function counted(text: string, low: Numeral): Found | undefined {
  const own = suffixAt(text, low.end);
  const from = own?.end ?? low.end;
  const joint = joints.find((one) => text.startsWith(one, from));
  const high = joint === undefined ? undefined : readNumeral(text, from + joint.length);
  const shared = high && suffixAt(text, high.end);
  const same = own === undefined || own.suffix === shared?.suffix;
  // 3-1 may be a score, 090-1234 a telephone number: with a hyphen the ends rise.
  const rises = high !== undefined && Number(low.value) < Number(high.value);
  if (high !== undefined && same && rises && (joint !== 'から' || shared !== undefined)) {
    return say(low, shared, high) ?? undefined;
  }
  return say(low, own);
}

function say(
  low: Numeral,
  found: { readonly suffix: Suffix; readonly end: number } | undefined,
  high?: Numeral,
): Found | undefined {
  const suffix = found?.suffix;
  if (low.bare && !(suffix?.han ?? low.value.length > 2)) return undefined;
  const moved = (value: string) => shift(value, suffix?.shift ?? 0);
  const { kind, unit } = suffix ?? { kind: 'number' as const };
  const soft = low.bare && Number(low.value) <= softest && kind === 'number';
  return {
    kind,
    ...(unit === undefined ? {} : { unit }),
    ...(high === undefined ? { value: moved(low.value) } : { min: moved(low.value), max: moved(high.value) }),
    ...(high === undefined ? exact(low) : {}),
    hardness: soft ? 'soft' : 'hard',
    end: found?.end ?? high?.end ?? low.end,
  };
}

const vague = /数(?=[十百千万億兆])([十百千]?)([万億兆]?)/y;
const powers: Readonly<Record<string, number>> = { '': 0, 十: 1, 百: 2, 千: 3, 万: 4, 億: 8, 兆: 12 };

/** 数十, 数百万, 数千億ドル. */
function vagueAt(text: string, at: number): Found | undefined {
  vague.lastIndex = at;
  const match = vague.exec(text);
  if (match === null) return undefined;
  const power = powers[match[1]!]! + powers[match[2]!]!;
  const own = suffixAt(text, at + match[0].length);
  return {
    kind: own?.suffix.kind ?? 'number',
    ...(own?.suffix.unit === undefined ? {} : { unit: own.suffix.unit }),
    vague: true,
    magnitude: `1${'0'.repeat(power)}`,
    hardness: 'hard',
    end: own?.end ?? at + match[0].length,
  };
}

/** The figure with its place, and with the bound that is said around it. */
function hedged(text: string, start: number, { end, ...fields }: Found): Quantity {
  const before = hedgesBefore.find(([word]) => text.endsWith(word, start) && text.slice(0, start).endsWith(word));
  const after = hedgesAfter.find(([word]) => text.startsWith(word, end));
  const approximate = after?.[1] ?? before?.[1];
  return {
    ...fields,
    ...(approximate === undefined ? {} : { approximate }),
    text: text.slice(start, end),
    start,
    end,
  };
}
