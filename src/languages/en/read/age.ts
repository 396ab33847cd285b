import { type Amount, type Fields, fieldsOf, type Said } from './amount.js';
import { months } from './lexicon/calendar.js';
import { pluralised } from './measure.js';
import { measured } from './phrase.js';
import { type Token, tokenAt } from './tokens.js';

/** "aged 20", "by age 14", "ages 6-12" read their number as an age; so does "Jane Roe, 31," beside a name. */
export function ageAt(tokens: readonly Token[], i: number, amount: Amount): Said | undefined {
  const { numeral, measure, currency, next, value } = amount;
  if (measure !== undefined || currency !== undefined || numeral.scale !== undefined || value.length > 3)
    return undefined;
  if (numeral.ordinal || numeral.fraction !== undefined || numeral.next !== next) return undefined;
  if (!/^\d{1,3}$/.test(value)) return undefined;
  const before = tokenAt(tokens, i - 1);
  const between = tokenAt(tokens, i - 2);
  const said = ageWords.test(before.lower) || (before.lower === 'of' && between.lower === 'age');
  if (!said && !besideName(tokens, i, amount)) return undefined;
  return { fields: fieldsOf(amount, measured('measure', 'year-person', next), undefined), next };
}

/** "under-18s", "the over-50s", "under 16s": people of an age. */
function underTens(tokens: readonly Token[], i: number): Said | undefined {
  const token = tokenAt(tokens, i);
  const plural = tokenAt(tokens, i + 1);
  if (plural.text !== 's' || !plural.glued || token.kind !== 'number') return undefined;
  const before = tokenAt(tokens, tokenAt(tokens, i - 1).text === '-' ? i - 2 : i - 1).lower;
  const side = before === 'under' ? 'under' : before === 'over' ? 'over' : undefined;
  if (side === undefined || !/^\d\d$/.test(token.text)) return undefined;
  const fields = {
    kind: 'measure',
    unit: 'year-person',
    value: token.value,
    approximate: side,
    hardness: 'hard',
  } as const;
  return { fields, next: i + 2 };
}

const ageWords = /^(?:age|aged|ages)$/;

/** A name, a comma, one or two digits, a comma: news style for a person's age. */
function besideName(tokens: readonly Token[], i: number, { numeral, next }: Amount): boolean {
  const name = tokenAt(tokens, i - 2);
  const first = tokenAt(tokens, i - 3);
  if (tokenAt(tokens, i - 1).text !== ',' || !numeral.digits || !/^[1-9]\d?$/.test(numeral.whole ?? '')) return false;
  if (tokenAt(tokens, next).text !== ',' || tokenAt(tokens, next + 1).kind !== 'word') return false;
  const isName = (token: Token) => token.kind === 'word' && /^[A-Z][^A-Z]/.test(token.text);
  return (
    isName(name) &&
    (i === 2 || isName(first) || /^(?:he|she|who)$/.test(tokenAt(tokens, next + 1).lower)) &&
    !months.has(name.lower)
  );
}

/** "in her 30s", "temperatures in the 90s": ten numbers from a round one. Decades have been read as dates before. */
export function inTheir30s(tokens: readonly Token[], i: number): Said | undefined {
  const token = tokenAt(tokens, i);
  const bounded = underTens(tokens, i);
  if (bounded !== undefined) return bounded;
  const mark = tokenAt(tokens, i + 1).text;
  const apostrophe = mark === "'" || mark === '’' ? 1 : 0;
  const plural = tokenAt(tokens, i + 1 + apostrophe);
  if (token.kind !== 'number' || token.whole.length !== 2 || !/^[1-9]0$/.test(token.whole) || token.precision > 0)
    return undefined;
  if (plural.text !== 's' || !plural.glued || (apostrophe === 0 && !pluralised(tokens, i + 1))) return undefined;
  if (tokenAt(tokens, i + 2 + apostrophe).lower === 'of') {
    // "10s of requests": some tens.
    const fields: Fields = {
      kind: 'number',
      vague: true,
      magnitude: token.value.replace(/[1-9]/, '1'),
      hardness: 'soft',
    };
    return { fields, next: i + 2 + apostrophe };
  }
  let age = false;
  for (let back = 1; back <= 3; back++)
    age ||= /^(?:his|her|their|my|your|our|people|women|men|aged)$/.test(tokenAt(tokens, i - back).lower);
  const [last, next] = lastTens(tokens, i + 2 + apostrophe, Number(token.value));
  const range = { min: token.value, max: String(last + 9), hardness: 'hard' } as const;
  const fields: Fields = age ? { kind: 'measure', unit: 'year-person', ...range } : { kind: 'number', ...range };
  return { fields, next };
}

/** "20s and 30s", "20s to 40s": the last of tens that follow one another, and the token after it. */
function lastTens(tokens: readonly Token[], at: number, first: number): readonly [number, number] {
  const joint = tokenAt(tokens, at);
  const [ten, plural] = [tokenAt(tokens, at + 1), tokenAt(tokens, at + 2)];
  const value = Number(ten.value);
  const tens = ten.kind === 'number' && /^[1-9]0$/.test(ten.text) && plural.text === 's' && plural.glued;
  if (!tens || value <= first) return [first, at];
  const spans = joint.lower === 'to' || /^[-–]$/.test(joint.text);
  const neighbours = /^(?:and|or)$/.test(joint.lower) && value === first + 10;
  return spans || neighbours ? [value, at + 3] : [first, at];
}
