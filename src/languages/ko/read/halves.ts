import { fieldsFor } from '../../und/placed.js';
import type { Fields } from './amount.js';
import { counterFrom } from './counting.js';
import { numeralOf } from './numeral.js';
import { isHangul, skipSpace } from './text.js';

const spans: ReadonlyMap<string, string> = new Map([
  ['년', 'year'],
  ['시간', 'hour'],
  ['세기', 'century'],
  ['달', 'month'],
]);

/** Counters of one syllable that come in halves; 반 대 is no half of a machine. */
const cups = /^(?:컵|잔|병|개|평|판|근|되|홉|통|모|줌|쪽|말)$/;

/** What 반 follows when it is a class at school: 우리 반은, 3학년 반이. */
const classes = /(?:우리|같은|옆|각|저희|그|이|저|다른|한|두|세|네|학년|\d|별)\s$/;

const half = (): Fields => ({ kind: 'fraction', value: '0.5', numerator: '1', denominator: '2', hardness: 'soft' });

/** 절반, 반이, 반 이상, 반년, 반 리터: half of a whole, of a time or of a measure. */
export function halfOf(text: string, at: number): { fields: Fields; end: number } | undefined {
  if (text[at] !== '반' && text[at] !== '절') return undefined;
  if (at > 0 && isHangul(text.charCodeAt(at - 1))) return undefined;
  if (text[at] === '절') return text[at + 1] === '반' ? { fields: half(), end: at + 2 } : undefined;
  const span = /^(년|시간|세기|달)(?=$|[^가-힣]|간|이|을|은|의|에|만|동|도|가|과|쯤|여|짜|마)/.exec(
    text.slice(at + 1, at + 5),
  )?.[1];
  const unit = span === undefined ? undefined : spans.get(span);
  if (unit !== undefined)
    return { fields: { kind: 'duration', value: '0.5', unit, hardness: 'soft' }, end: at + 1 + span!.length };
  return measured(text, at) ?? alone(text, at);
}

/** 반 리터, 반 컵, 반 시간. */
function measured(text: string, at: number): { fields: Fields; end: number } | undefined {
  const start = skipSpace(text, at + 1);
  if (start === at + 1) return undefined;
  const found = counterFrom(text, start, numeralOf('0.5', at + 1, 'sino', 0));
  if (found === undefined) return undefined;
  const word = text.slice(start, found.end);
  const { kind, unit } = found.counter;
  if (!(cups.test(word) || (word.length > 1 && /^(?:measure|duration)$/.test(kind)))) return undefined;
  const fields = fieldsFor(kind, 'soft');
  fields.value = '0.5';
  if (unit !== undefined) fields.unit = unit;
  return { fields, end: found.end };
}

/** 반이 떠났다, 반 이상. 반도 is a peninsula. */
function alone(text: string, at: number): { fields: Fields; end: number } | undefined {
  if (!/^반(?:(?:이|은|을|의|으로)(?:$|[^가-힣])|\s이상)/.test(text.slice(at, at + 4))) return undefined;
  return classes.test(text.slice(Math.max(0, at - 4), at)) ? undefined : { fields: half(), end: at + 1 };
}
