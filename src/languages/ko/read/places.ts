import { decimal } from '../../../model/decimal.js';
import { unitsOf } from '../../und/code-units.js';
import { digitOf } from '../../und/digits.js';
import type { Fields } from './amount.js';
import { readHangulNumeral } from './hangul.js';
import { changed } from './numeral.js';
import { readDigitNumeral } from './scaled.js';
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
    article === null || whole === undefined ? whole : changed(whole, decimal(article[0]), start + article[0].length);
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

/** 첫째, 둘째 …, 네째 as it was spelled once; 일등. */
const ordinalWords: ReadonlyMap<string, string> = new Map([
  ...'첫 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열'.split(' ').map((word, i) => [`${word}째`, String(i + 1)] as const),
  ['세째', '3'],
  ['네째', '4'],
  ['일등', '1'],
  ['이등', '2'],
  ['삼등', '3'],
]);

/** What they end in. */
const ranks = unitsOf('째등');

/** What may follow 일등; 일등급, 이등병, 이등분 and 이등변 are other words. */
const afterRank = /^(?:$|[^가-힣]|[을은이의도과만]|으로|석|상|당첨|항해사)/;

/** 첫, 첫째, 첫 번째, 둘째, 일등 … are whole words. */
export function firstOf(text: string, at: number): { fields: Fields; end: number } | undefined {
  if (text[at] !== '첫' && !ranks.has(text.charCodeAt(at + 1)) && !ranks.has(text.charCodeAt(at + 2))) return undefined;
  if (at > 0 && isHangul(text.charCodeAt(at - 1))) return undefined;
  const first = text[at] === '첫' ? /^첫\s?(?:번째|째|번)?/.exec(text.slice(at, at + 4)) : null;
  if (first !== null && !/^첫(?:눈|사랑|인상|머리)/.test(text.slice(at, at + 3))) {
    return { fields: { kind: 'ordinal', value: '1', hardness: 'soft' }, end: at + first[0].trimEnd().length };
  }
  for (const length of [3, 2]) {
    const last = text[at + length - 1];
    if (last !== '째' && last !== '등') continue;
    const value = ordinalWords.get(text.slice(at, at + length));
    if (value === undefined) continue;
    const end = at + length;
    if (text[end - 1] === '등' && !afterRank.test(text.slice(end, end + 3))) return undefined;
    // 네째번
    return { fields: { kind: 'ordinal', value, hardness: 'soft' }, end: text.startsWith('번', end) ? end + 1 : end };
  }
  return undefined;
}
