import { decimal } from '../../../model/decimal.js';
import { digitOf } from '../../und/digits.js';
import type { Fields } from './amount.js';
import { readDigitNumeral, readHangulNumeral } from './numeral.js';
import { isHangul, skipSpace } from './text.js';

/** 제2차, 제3회, 제1야당, 제10조. */
export function ordinalPrefix(text: string, at: number): { fields: Fields; end: number } | undefined {
  if (text[at] !== '제' || isHangul(text.charCodeAt(at - 1))) return undefined;
  const start = skipSpace(text, at + 1);
  const digit = digitOf(text.charCodeAt(start)) >= 0;
  const numeral = digit
    ? readDigitNumeral(text, start)
    : start === at + 1
      ? /^[일이삼사오육칠팔구십]{1,3}(?=차|회|호|조|장|항|대|기|권|부|막)/.exec(text.slice(start, start + 4))
      : null;
  if (numeral === null || numeral === undefined) return undefined;
  const whole = 'value' in numeral ? numeral : readHangulNumeral(text, start);
  // 제247조 is an article of a law, 247조 a number.
  const article =
    digit && whole !== undefined && whole.scale === 12 ? /^\d{1,4}(?= ?조)/.exec(text.slice(start, start + 6)) : null;
  const read =
    article === null || whole === undefined
      ? whole
      : { ...whole, value: decimal(article[0]), end: start + article[0].length };
  if (read === undefined || read.value.includes('.')) return undefined;
  const suffix =
    /^\s?(?:차|회|호|조|장|항|대|기|위|권|부|막|절|단계|세대|편|과|번|연대|사단|군단)?/.exec(
      text.slice(read.end, read.end + 4),
    )?.[0] ?? '';
  return {
    fields: { kind: 'ordinal', value: read.value, hardness: digit ? 'hard' : 'soft' },
    end: read.end + suffix.trimEnd().length,
  };
}

const ordinalWords: ReadonlyMap<string, string> = new Map([
  ['첫째', '1'],
  ['둘째', '2'],
  ['셋째', '3'],
  ['넷째', '4'],
  ['다섯째', '5'],
  ['여섯째', '6'],
  ['일곱째', '7'],
  ['여덟째', '8'],
  ['아홉째', '9'],
  ['열째', '10'],
]);

/** 첫, 첫째, 첫 번째, 둘째, 절반, 반년, 하루 … are whole words. */
export function firstOf(text: string, at: number): { fields: Fields; end: number } | undefined {
  if (isHangul(text.charCodeAt(at - 1))) return undefined;
  const first = /^첫\s?(?:번째|째|번)?/.exec(text.slice(at, at + 4));
  if (first !== null && !/^첫(?:눈|사랑|인상|머리)/.test(text.slice(at, at + 3))) {
    return { fields: { kind: 'ordinal', value: '1', hardness: 'soft' }, end: at + first[0].trimEnd().length };
  }
  for (const length of [3, 2]) {
    const value = ordinalWords.get(text.slice(at, at + length));
    if (value !== undefined) return { fields: { kind: 'ordinal', value, hardness: 'soft' }, end: at + length };
  }
  const half = /^절반/.exec(text.slice(at, at + 2));
  if (half !== null)
    return {
      fields: { kind: 'fraction', value: '0.5', numerator: '1', denominator: '2', hardness: 'soft' },
      end: at + 2,
    };
  const halfOf = /^반(년|시간|나절|세기|달)(?=$|[^가-힣]|간|이|을|은|의|에|만|동|도|가|과|쯤|여|짜|마)/.exec(
    text.slice(at, at + 5),
  );
  if (halfOf?.[1] !== undefined && halfOf[1] !== '나절') {
    const unit = { 년: 'year', 시간: 'hour', 세기: 'century', 달: 'month' }[halfOf[1] as '년' | '시간' | '세기' | '달'];
    return { fields: { kind: 'duration', value: '0.5', unit, hardness: 'soft' }, end: at + halfOf[0].length };
  }
  return undefined;
}
