import { compare, type Decimal } from '../../../model/decimal.js';
import { unitsOf } from '../../und/code-units.js';
import { type Building, fieldsFor } from '../../und/placed.js';
import type { Amount, Fields } from './amount.js';
import type { Numeral } from './numeral.js';
import { skipSpace } from './text.js';

/** Nouns that come in machines: 차량 20대 counts them, 20대 여성 is an age. */
const machines =
  /(?:차|차량|버스|트럭|택시|전투기|항공기|여객기|헬기|드론|로봇|기기|서버|컴퓨터|PC|노트북|카메라|휴대폰|스마트폰|장비|기계|전차|자전거|오토바이|변압기|크레인|에어컨|냉장고|TV)(?:만|를|을|가|이|는|은|도)?\s?(?:약\s?|총\s?|모두\s?)?$/;

/** 20대, 30대: people in their twenties, from 20 to 29. */
export function ageDecade(text: string, start: number, { numeral, end }: Amount): Fields | undefined {
  if (text[numeral.end] !== '대' || end !== numeral.end + 1 || !/^[1-9]0$/.test(numeral.value)) return undefined;
  if (numeral.script === 'native') return undefined;
  if (machines.test(text.slice(Math.max(0, start - 14), start))) return undefined;
  if (
    !/^(?:$|\s|[,.·)~]|가|는|의|이|도|와|부터|에|들|층|초반|중반|후반|였|일|인|라|로|를|만|때)/.test(
      text.slice(end, end + 2),
    )
  )
    return undefined;
  return decades(numeral.value, numeral.value, 'hard');
}

/** Years of age from a ten to the last year of the same or another. */
function decades(min: Decimal, max: Decimal, hardness: Fields['hardness']): Building<Fields> {
  const fields = fieldsFor('measure', hardness);
  fields.min = min;
  fields.max = String(Number(max) + 9);
  fields.unit = 'year-person';
  return fields;
}

/** 20~30대: people from 20 to 39, where the two ends of a range are tens before 대. */
export function ageDecades(
  text: string,
  start: number,
  { fields, end }: { fields: Fields; end: number },
): Fields | undefined {
  const { min = '', max = '', unit } = fields;
  if (unit !== 'machine' || text[end - 1] !== '대' || !/^[1-9]0$/.test(min) || !/^[1-9]0$/.test(max)) return undefined;
  if (machines.test(text.slice(Math.max(0, start - 14), start))) return undefined;
  const ages = decades(min, max, fields.hardness);
  if (fields.approximate !== undefined) ages.approximate = fields.approximate;
  return ages;
}

/** What may stand right after the first term. */
const joints = unitsOf(' \u00a0대:-');
/** What does after a space. */
const marks = unitsOf('대:-');

/** 3 대 1, 3대1, 3:1, 3-1 in results. */
export function ratioAt(
  text: string,
  { numeral, found, currency }: Amount,
): { fields: Fields; end: number } | undefined {
  if (
    numeral.script !== 'digits' ||
    currency !== undefined ||
    numeral.scale > 0 ||
    numeral.fraction !== undefined ||
    numeral.about
  )
    return undefined;
  if (!joints.has(text.charCodeAt(numeral.end)) || !marks.has(text.charCodeAt(skipSpace(text, numeral.end))))
    return undefined;
  if (found !== undefined && !text.slice(numeral.end, found.end).includes('대')) return undefined;
  const joint = /^(?:\s?대\s?|:|\s:\s)(?=\d)/.exec(text.slice(numeral.end, numeral.end + 4)) ?? score(text, numeral);
  if (joint === null || joint === undefined) return undefined;
  const terms = [numeral.value];
  let end = numeral.end;
  for (let step = 0; step < 4; step++) {
    const part =
      joint[0].trim() === '대'
        ? /^\s?대\s?(\d{1,4}(?:\.\d+)?)/
        : joint[0].trim() === ':'
          ? /^\s?:\s?(\d{1,4}(?:\.\d+)?)/
          : /^-(\d{1,2})/;
    const match = part.exec(text.slice(end, end + 10));
    if (match?.[1] === undefined) break;
    terms.push(match[1]);
    end += match[0].length;
  }
  if (terms.length < 2 || /^[\d.%]/.test(text.slice(end, end + 1))) return undefined;
  // 10대 4명 중 3명: four teenagers.
  if (joint[0] === '대 ' && /^[1-9]0$/.test(terms[0]!) && /^(?:명|곳|개|건|가구)/.test(text.slice(end, end + 2)))
    return undefined;
  return { fields: { kind: 'ratio', value: terms[0]!, terms, hardness: 'hard' }, end };
}

/** 3-1 beside words of contests, or falling: 3-1로 이겼다. */
function score(text: string, { end, value }: Numeral): RegExpExecArray | undefined {
  const match = /^-(\d{1,2})(?![\d\-~%]|\s?(?:개|명|년|월|일|시간|분|초|배|만|억|조|원|달러|km|kg|m))/.exec(
    text.slice(end, end + 5),
  );
  if (match?.[1] === undefined || value.length > 2 || value.includes('.')) return undefined;
  const window = text.slice(Math.max(0, end - 30), end + 30);
  return compare(value, match[1]) >= 0 ||
    /이겼|이기|꺾|승리|패배|패했|졌다|비겼|무승부|승|패|스코어|앞서|경기/.test(window)
    ? match
    : undefined;
}
