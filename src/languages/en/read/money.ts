import { multiply, shift } from '../../../model/decimal.js';
import { currencyCodes, currencyParts, currencySigns, signPrefixes } from '../../und/currencies.js';
import { scaleAt } from './cardinal.js';
import {
  adjectiveBeginnings,
  currencyAdjectives,
  currencyMarks,
  currencyNouns,
  joinedNouns,
  leadingNouns,
  trailingMarks,
} from './lexicon/money.js';
import { scaleSuffixes, scales } from './lexicon/numerals.js';
import { type Measure, measured } from './phrase.js';
import { type Token, tokenAt } from './tokens.js';

/** A currency before its amount: `$`, `US$`, `USD`, `£`, "ringgit 42". */
export interface CurrencyMark {
  /** ISO 4217. */
  readonly unit: string;
  readonly next: number;
}

/** The currency that begins at token `i`, where an amount follows (a sign of its own may stand between: `$-5`). */
export function readCurrency(tokens: readonly Token[], i: number): CurrencyMark | undefined {
  const one = tokenAt(tokens, i);
  const two = tokenAt(tokens, i + 1);
  if (one.kind === 'sign') {
    const code = currencySigns.get(one.text);
    return code === undefined || one.text === '¢' ? undefined : { unit: code, next: i + 1 };
  }
  if (one.kind !== 'word') return undefined;
  const sign = two.kind === 'sign' && currencySigns.has(two.text);
  if (sign && (two.glued || tokenAt(tokens, i + 2).kind === 'number')) {
    // "a $ 4 billion deal": the lower-case article is no Australian prefix; hk $ and us $ are what tokenized text writes.
    const upper = one.text.toUpperCase();
    const known = one.text === upper || /^(?:us|hk|nz|au|ca|c|mex|sg|nt)$/.test(one.text);
    const code = known && two.text !== '€' && two.text !== '£' ? signPrefixes.get(upper) : undefined;
    if (code !== undefined && (two.glued || one.text.length > 1 || one.text === 'c'))
      return { unit: code, next: i + 2 };
    if (two.glued && currencyCodes.has(one.text)) return { unit: one.text, next: i + 2 };
  }
  if (one.text === 'U' && two.text === '.' && tokenAt(tokens, i + 2).text === 'S') {
    const dot = tokenAt(tokens, i + 3).text === '.' ? 4 : 3;
    return tokenAt(tokens, i + dot).text === '$' ? { unit: 'USD', next: i + dot + 1 } : undefined;
  }
  if (one.text === 'W' || one.text === 'Won') {
    // "W1.5 trillion", "Won500bn": how papers in Korea and Britain write won; W500 by itself is a model.
    const large = two.grouped || scaleAt(tokens, i + 2) !== undefined || scaleSuffixes.has(tokenAt(tokens, i + 2).text);
    if (two.kind === 'number' && large && (two.glued || one.text === 'Won')) return { unit: 'KRW', next: i + 1 };
  }
  const code = one.word.currency;
  const dot = two.text === '.' && currencyMarks.has(one.text) ? 2 : 1;
  // PHP 8, PHP 8.3: a version of the language; pesos are more.
  if (code === 'PHP' && /^\d(?:\.\d)?$/.test(two.text)) return undefined;
  if (code !== undefined && tokenAt(tokens, i + dot).kind === 'number') return { unit: code, next: i + dot };
  return nounBefore(tokens, i);
}

/** "dollar 22.5 million", "malaysian ringgit 42". */
function nounBefore(tokens: readonly Token[], i: number): CurrencyMark | undefined {
  const adjective = currencyAdjectives.get(tokenAt(tokens, i).lower);
  const at = adjective === undefined ? i : i + 1;
  const noun = tokenAt(tokens, at).lower;
  const currency = leadingNouns.has(noun) ? currencyNouns.get(noun) : undefined;
  const before = tokenAt(tokens, i - 1);
  if (currency === undefined || tokenAt(tokens, at + 1).kind !== 'number' || before.kind === 'number') return undefined;
  return { unit: adjective?.[currency[0]] ?? currency[0], next: at + 1 };
}

const hyphens = new Set(['-', '‐', '‑', '–']);

/** The currency that begins at token `at`, right after a number. */
export function currencyAfter(tokens: readonly Token[], at: number): Measure | undefined {
  const dash = tokenAt(tokens, at);
  const hyphen = dash.kind === 'sign' && hyphens.has(dash.text) && tokenAt(tokens, at + 1).glued ? 1 : 0;
  const first = tokenAt(tokens, at + hyphen);
  const after = tokenAt(tokens, at + hyphen + 1);
  const code = first.word.currency;
  if (code !== undefined) {
    // "3 USD50 cards": the code belongs to the digits glued to it.
    if (after.kind === 'number' && after.glued) return undefined;
    // "75 USD million".
    const scale = scaleAt(tokens, at + hyphen + 1);
    if (scale !== undefined) {
      return measured('money', code, at + hyphen + 2, shift('1', scale.power));
    }
    return measured('money', code, at + hyphen + 1);
  }
  // "120 MEUR", "5 kUSD".
  const scaled = first.text.length === 4 ? /^([kKMB])([A-Z]{3})$/.exec(first.text) : null;
  if (scaled !== null && currencyCodes.has(scaled[2]!)) {
    const power = scaled[1] === 'M' ? 6 : scaled[1] === 'B' ? 9 : 3;
    return measured('money', scaled[2]!, at + hyphen + 1, shift('1', power));
  }
  if (first.text === 'p' && hyphen === 0 && isPence(tokens, at)) return measured('money', 'penny', at + 1);
  if (first.kind === 'sign') return signAfter(tokens, at + hyphen);
  const mark = trailingMark(tokens, at + hyphen);
  if (mark !== undefined) return mark;
  const prefixed = signPrefixes.get(first.text);
  if (
    prefixed !== undefined &&
    first.glued &&
    after.text === '$' &&
    after.glued &&
    tokenAt(tokens, at + 2).kind !== 'number'
  ) {
    return measured('money', prefixed, at + hyphen + 2);
  }
  return nounAfter(tokens, at + hyphen, hyphen > 0);
}

/** "up 3p at 470p a share", "a 20p coin": pence, as British papers write them; 1080p is a picture. */
function isPence(tokens: readonly Token[], at: number): boolean {
  const number = tokenAt(tokens, at - 1);
  if (!tokenAt(tokens, at).glued || number.kind !== 'number' || pictures.has(number.text)) return false;
  if (tokenAt(tokens, at + 1).glued && tokenAt(tokens, at + 1).kind !== 'sign') return false;
  for (let i = Math.max(0, at - 8); i < at + 5; i++) if (priced.has(tokenAt(tokens, i).lower)) return true;
  return false;
}

/** Lines of a picture. */
const pictures: ReadonlySet<string> = new Set('240 360 480 540 720 1080 1440 2160 4320'.split(' '));
/** Words near which a lone p is a penny. */
const priced: ReadonlySet<string> = new Set(
  `share shares price prices priced coin coins stamp stamps dividend dividends fare fares litre litres pint pints pound pounds pence
  penny`.split(/\s+/),
);

/** "42 LE", "42 L.E.", "42 egyptianpounds". */
function trailingMark(tokens: readonly Token[], at: number): Measure | undefined {
  const one = tokenAt(tokens, at);
  const joined = joinedNouns.get(one.lower) ?? trailingMarks.get(one.text);
  if (joined !== undefined) return measured('money', joined, at + 1);
  const [dot, two] = [tokenAt(tokens, at + 1), tokenAt(tokens, at + 2)];
  if (dot.text !== '.' || !dot.glued || !two.glued || one.kind !== 'word') return undefined;
  const unit = trailingMarks.get(`${one.text}${two.text}`.toUpperCase());
  if (unit === undefined || one.text.length !== 1) return undefined;
  const last = tokenAt(tokens, at + 3);
  return measured('money', unit, last.text === '.' && last.glued ? at + 4 : at + 3);
}

/** `10$`, `20 €`, `10¢`: not where the sign begins the next amount (`10 $30`). */
function signAfter(tokens: readonly Token[], at: number): Measure | undefined {
  const sign = tokenAt(tokens, at);
  const code = currencySigns.get(sign.text);
  if (code === undefined) return undefined;
  const next = tokenAt(tokens, at + 1);
  // "10 $ 30 $": the sign after the second number tells that the first one follows too.
  const list = currencySigns.has(tokenAt(tokens, at + 2).text) || /^(?:cents?|c)$/.test(tokenAt(tokens, at + 2).lower);
  if (next.kind === 'number' && (!list || next.glued) && (!sign.glued || next.glued)) return undefined;
  // "20 €ur".
  const rest = next.glued && next.lower === 'ur' ? 2 : 1;
  return measured('money', code, at + rest);
}

/** "100 US dollars", "50 Hong Kong dollars", "U.S. dollars", "3.6 billion won", "42 bucks". */
function nounAfter(tokens: readonly Token[], at: number, hyphen: boolean): Measure | undefined {
  let adjective: Readonly<Record<string, string>> | undefined;
  let index = at;
  for (let words = 0; words < 3 && !currencyNouns.has(tokenAt(tokens, index).lower); words++) {
    const word = tokenAt(tokens, index);
    if (word.text === 'U' && tokenAt(tokens, index + 1).text === '.' && tokenAt(tokens, index + 2).text === 'S') {
      adjective = currencyAdjectives.get('us');
      index += tokenAt(tokens, index + 3).text === '.' ? 4 : 3;
      continue;
    }
    if (word.kind !== 'word' || hyphen) return undefined;
    const known =
      currencyAdjectives.get(word.lower) ?? (word.lower === 'states' ? currencyAdjectives.get('us') : undefined);
    if (known === undefined && !adjectiveBeginnings.has(word.lower)) return undefined;
    adjective = known ?? adjective;
    index++;
  }
  const word = tokenAt(tokens, index);
  const noun = currencyNouns.get(word.lower);
  if (noun === undefined || (adjective === undefined && isAnotherWord(tokens, at, index))) return undefined;
  const after = tokenAt(tokens, index + 1);
  if (noun[0] === 'GBP' && adjective === undefined && /^pounds?$/.test(word.lower) && isWeight(tokens, at, index)) {
    return measured('measure', 'pound', index + 1);
  }
  const part = currencyParts.get(noun[0]);
  if (part !== undefined) {
    // "50 US cents": whose they are is said.
    const whose = adjective === undefined ? undefined : [...part.of].find((code) => adjective?.[code] !== undefined);
    const factor = whose === undefined ? noun[1] : multiply(part.worth, noun[1]);
    const main = whose === undefined ? noun[0] : adjective![whose]!;
    return measured('money', main, index + 1, factor === '1' ? undefined : factor);
  }
  // "50 euro cents".
  if (noun[0] === 'EUR' && (after.lower === 'cent' || after.lower === 'cents'))
    return measured('money', 'EUR', index + 2, '0.01');
  const code = adjective?.[noun[0]] ?? noun[0];
  // "50 pounds sterling".
  const more = /^pounds?$/.test(word.lower) && after.lower === 'sterling' ? 1 : 0;
  // "42 dinars": the name alone does not say whose they are.
  const unit = code === '' ? undefined : code;
  return measured('money', unit, index + 1 + more, noun[1] === '1' ? undefined : noun[1]);
}

/** Nouns of money that are other words too, by what stands around them. */
function isAnotherWord(tokens: readonly Token[], at: number, index: number): boolean {
  const word = tokenAt(tokens, index);
  const after = tokenAt(tokens, index + 1);
  const before = tokenAt(tokens, at - 1);
  switch (word.lower) {
    case 'won':
      // "the 42 won gold", "in 2016 won": prices in won have three digits or a scale, and no object follows.
      if (isScaled(before)) return /^(?:the|his|her|their|its|seats?|gold|silver|bronze|medals?)$/.test(after.lower);
      return (
        /^(?:the|a|an|by|in|his|her|their|its|at|against|both|all|over|seats?|gold|silver|medals?)$/.test(
          after.lower,
        ) ||
        (before.kind === 'number' && before.whole.length < 3 && before.precision === 0)
      );
    case 'grand':
      return (
        after.kind === 'word' && /^(?:slams?|prix|total|prize|jury|piano|canyon|finals?|masters?)$/.test(after.lower)
      );
    case 'real':
    case 'rand':
    case 'sen':
      return after.kind === 'word';
    case 'reals':
    case 'grands':
      return true;
    default:
      return false;
  }
}

/** "4.8 trillion won in October", "10,320 won an hour": an amount of money, whatever follows. */
const isScaled = (token: Token) => scales.has(token.lower) || token.grouped;

const weighing =
  /^(?:weigh|weighs|weighed|weighing|weight|weights|lose|loses|losing|lost|gain|gained|shed|drop|dropped|heavier|lighter|overweight|baby|lift|lifted|lifting|squat|bench|eat|ate|load|loads)$/;

/** "drop 25 pounds", "a 45-pound hammer", "two pounds of butter": weight, where nothing says money. */
function isWeight(tokens: readonly Token[], at: number, index: number): boolean {
  if (/^(?:of|lighter|heavier|overweight|heavy)$/.test(tokenAt(tokens, index + 1).lower)) return true;
  if (tokenAt(tokens, index).lower === 'pound' && hyphens.has(tokenAt(tokens, at - 1).text)) {
    return /^(?:baby|man|woman|boy|girl|dog|cat|bag|weight|hammer|box|package|load|fish|rock|bomb|stone)s?$/.test(
      tokenAt(tokens, index + 1).lower,
    );
  }
  for (let back = 2; back <= 8; back++) if (weighing.test(tokenAt(tokens, at - back).lower)) return true;
  return false;
}
