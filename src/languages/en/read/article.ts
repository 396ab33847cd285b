import type { Amount } from './amount.js';
import { currencyNouns } from './lexicon/money.js';
import { durationNouns, looseUnits, shortUnits, unitNouns } from './lexicon/units.js';
import { readMeasure } from './measure.js';
import { percentage } from './percent.js';
import { type Measure, numeralOf } from './phrase.js';
import { isArticle, type Token, tokenAt } from './tokens.js';

/** Words before "a week" that make it a length of time, and not a rate ("twice a week", "$5 a week"). */
const lasting =
  /^(?:for|in|within|about|over|under|than|nearly|almost|least|most|after|of|spend|spends|spent|takes?|took|taking|lasts?|lasted|lasting|by|just|around|with|up|to|be|is|was|cost|costs|worth|and|every|only|another|exactly|roughly)$/;

/** "a litre", "an hour and 45 minutes", "a dollar": one, as a word that may as well be left out. */
export function articleAmount(tokens: readonly Token[], i: number): Amount | undefined {
  if (!isArticle(tokenAt(tokens, i))) return undefined;
  const point = percentagePoint(tokens, i);
  if (point !== undefined) return point;
  const noun = tokenAt(tokens, i + 1);
  if (noun.kind !== 'word' || looseUnits.has(noun.lower) || noun.lower.endsWith('s')) return undefined;
  const known =
    durationNouns.has(noun.lower) ||
    unitNouns.has(noun.lower) ||
    currencyNouns.has(noun.lower) ||
    shortUnits.has(noun.text);
  if (!known) return undefined;
  const before = tokenAt(tokens, i - 1);
  // "twice a decade" is rare, "a decade later" is not; "from 23.3 million a year earlier" is no rate.
  const apart =
    durationNouns.has(noun.lower) && /^(?:earlier|ago|later|before|since|prior)$/.test(tokenAt(tokens, i + 2).lower);
  if (!(i === 0 || before.kind === 'sign' || lasting.test(before.lower) || noun.lower === 'decade' || apart))
    return undefined;
  if (i > 0 && /^[%)$€£¥₩]$/.test(before.text)) return undefined;
  const measure = readMeasure(tokens, i + 1);
  const after = tokenAt(tokens, i + 2);
  if (measure === undefined || measure.next !== i + 2 || after.text === '-') return undefined;
  if (measure.kind === 'money' && after.kind === 'word' && !lasting.test(after.lower)) return undefined;
  if (
    noun.lower === 'second' &&
    after.kind === 'word' &&
    !/^(?:later|ago|or|and|before|after|to|per|from)$/.test(after.lower)
  )
    return undefined;
  return one(i, measure);
}

/** "a percentage point", "a full percentage point". */
function percentagePoint(tokens: readonly Token[], i: number): Amount | undefined {
  const { lower } = tokenAt(tokens, i + 1);
  const full = lower === 'full' || lower === 'whole' ? 1 : 0;
  if (tokenAt(tokens, i + 1 + full).lower !== 'percentage') return undefined;
  const measure = percentage(tokens, i + 1 + full);
  return measure?.kind === 'percentage-point' ? one(i, measure) : undefined;
}

function one(i: number, measure: Measure): Amount {
  return { value: '1', numeral: numeralOf('1', i + 1, false), measure, currency: undefined, next: measure.next };
}
