import type { Approximation } from '../../../model/quantity.js';
import { directions, hedgePairs, hedgesBefore } from './lexicon/hedges.js';
import { type Token, tokenAt } from './tokens.js';

const approximateSigns = new Set(['~', '≈', '≃', '∼', '～']);
const bounds: ReadonlyMap<string, Approximation> = new Map([
  ['>', 'over'],
  ['<', 'under'],
  ['≥', 'at-least'],
  ['≤', 'at-most'],
]);

/** Words between a hedge and its figure that say nothing. */
const fillers = new Set(['a', 'an', 'the', 'just', 'only']);
const joints = new Set(['than', 'as', 'of', 'to']);

/** The hedge right before token `i`; "never less than" and "not over" turn it round. */
export function hedgeBefore(tokens: readonly Token[], i: number, kind: string): Approximation | undefined {
  const hedge = plainHedge(tokens, i, kind);
  if (hedge !== 'over' && hedge !== 'under') return hedge;
  if (!isNegated(tokens, i)) return hedge;
  return hedge === 'over' ? 'at-most' : 'at-least';
}

/** Words that may stand between a negation and the figure that it bounds: "not be more than", "never less than". */
const negatable =
  /^(?:be|been|is|was|are|were|have|has|than|more|less|fewer|greater|higher|lower|longer|shorter|over|under|above|below|a|an|the)$/;

/** Whether a bound is denied: "can't be less than 50", "never less than 16 or more than 256". */
function isNegated(tokens: readonly Token[], i: number, joined = false): boolean {
  for (let at = i - 1; at >= i - 6; at--) {
    const { lower } = tokenAt(tokens, at);
    if (/^(?:never|not|cannot|\w{2,6}n['’]t)$/.test(lower)) return true;
    if ((lower === 'or' || lower === 'nor') && !joined) {
      for (const number of [at - 1, at - 2])
        if (tokenAt(tokens, number).kind === 'number') return isNegated(tokens, number, true);
    }
    if (!negatable.test(lower)) return false;
  }
  return false;
}

function plainHedge(tokens: readonly Token[], i: number, kind: string): Approximation | undefined {
  const sign = tokenAt(tokens, i - 1);
  if (sign.kind === 'sign') {
    if (approximateSigns.has(sign.text) && !(sign.glued && tokenAt(tokens, i - 2).kind === 'number')) return 'about';
    return bounds.get(sign.text);
  }
  const at = fillers.has(sign.lower) && !/^(?:the|only|just)$/.test(sign.lower) ? i - 2 : i - 1;
  const [one, two, three] = [tokenAt(tokens, at), tokenAt(tokens, at - 1), tokenAt(tokens, at - 2)];
  if (one.kind !== 'word')
    return one.text === '.' && /^(?:c|ca|approx|est)$/.test(two.lower) && one.glued ? 'about' : undefined;
  if (one.lower === 'to' && two.lower === 'equal' && three.lower === 'or') {
    const than = tokenAt(tokens, at - 4).lower;
    return /^(?:greater|more|larger|higher)$/.test(than)
      ? 'at-least'
      : /^(?:less|fewer|smaller|lower)$/.test(than)
        ? 'at-most'
        : undefined;
  }
  if (joints.has(one.lower)) {
    const triple = hedgePairs.get(`${three.lower} ${two.lower}`);
    if (triple !== undefined && /^(?:no|not|as|in)$/.test(three.lower)) return triple;
    if (one.lower === 'of' && /^(?:minimum|maximum|total|average)$/.test(two.lower)) return hedgesBefore.get(two.lower);
    if (one.lower === 'of' && /^(?:excess|upwards|north)$/.test(two.lower)) return 'over';
    if (one.lower === 'of' && two.lower === 'south') return 'under';
  }
  // "20 percent lower than one year ago" compares; it does not bound the year.
  if (one.lower === 'than' && compares(three)) return undefined;
  const pair = hedgePairs.get(`${two.lower} ${one.lower}`);
  if (pair !== undefined) return pair;
  const single = hedgesBefore.get(one.lower);
  if (single === undefined || one.lower === 'close' || one.lower === 'minimum' || one.lower === 'maximum')
    return one.lower === 'minimum' || one.lower === 'maximum' ? single : undefined;
  // "over the years", "over 5 years" (during), "turned over 5": a time may be what it lasts.
  if (
    one.lower === 'over' &&
    (kind === 'duration' || kind === 'date') &&
    !/^(?:just|well|little|slightly|for|of|with|is|was|takes?|took|lasted|spent)$/.test(two.lower)
  )
    return undefined;
  // "presides over a five-member council": "over" bounds only the number right after it.
  if (
    one.lower === 'over' &&
    (at < i - 1 || /^(?:presid|rul|disput|fight|control|concern|row|argu|spread|power)/.test(two.lower))
  )
    return undefined;
  if (one.lower === 'past' && kind !== 'money' && kind !== 'number') return undefined;
  if (
    one.lower === 'around' ||
    one.lower === 'about' ||
    one.lower === 'some' ||
    one.lower === 'estimated' ||
    single !== 'about'
  )
    return single;
  return single;
}

const compares = (token: Token) =>
  token.kind === 'number' || /^(?:%|percent|cent|points?|times|fold)$/.test(token.lower);

/** The hedge that begins at token `next`, and the token after it. */
export function hedgeAfter(tokens: readonly Token[], next: number): readonly [Approximation, number] | undefined {
  const one = tokenAt(tokens, next);
  const two = tokenAt(tokens, next + 1);
  if (one.text === '+' && one.glued && two.kind !== 'number') return ['at-least', next + 1];
  if (one.text === '-' && one.glued && two.lower === 'plus' && two.glued) return ['at-least', next + 2];
  if (one.lower === 'plus' && !(two.kind === 'number' || /^(?:a|an|the|one|two|three)$/.test(two.lower)))
    return ['at-least', next + 1];
  // "200 and less than 400" begins another bound.
  if ((one.lower === 'or' || one.lower === 'and') && tokenAt(tokens, next + 2).lower !== 'than') {
    if (/^(?:more|above|higher|older|over|later|greater|better|up|upwards|longer|beyond)$/.test(two.lower))
      return ['at-least', next + 2];
    if (/^(?:less|fewer|under|below|lower|younger|smaller|shorter|earlier)$/.test(two.lower))
      return ['at-most', next + 2];
    if (two.lower === 'so') return ['about', next + 2];
  }
  if (one.text === '-' && two.lower === 'odd' && two.glued) return ['about', next + 2];
  if (one.lower === 'odd' && two.kind === 'word') return ['about', next + 1];
  return undefined;
}

/** "50 characters or less", "two seats or more": the hedge stands after the noun that is counted. */
export function hedgeAfterNoun(tokens: readonly Token[], next: number): Approximation | undefined {
  const noun = tokenAt(tokens, next);
  if (noun.kind !== 'word' || tokenAt(tokens, next + 1).lower !== 'or') return undefined;
  return /^(?:more|less|fewer|above|below|higher|lower)$/.test(tokenAt(tokens, next + 2).lower)
    ? hedgeAfter(tokens, next + 1)?.[0]
    : undefined;
}

/** Words that may stand between a verb and its figure: "rose by more than 5%", "fell a further 3%", "lost as much as $2". */
const passed: ReadonlySet<string> = new Set(
  `by of to about around nearly almost roughly approximately some over under more less fewer than at least most just only another
  further additional a an the record estimated as much many well slightly sharply steeply significantly dramatically again about
  maximum minimum or average total whopping massive modest sharp ~ - some $ € £ ¥`.split(/\s+/),
);

/** Words after which another thing is said than the figure before. */
const joining: ReadonlySet<string> = new Set('of or to from and in on for by at as than is was the that'.split(' '));

/** Which way the words around say that a figure goes: "fell 3.2%", "a 3.2% drop". */
export function directionOf(
  tokens: readonly Token[],
  start: number,
  next: number,
  kind: string,
): 'up' | 'down' | undefined {
  for (let back = 1; back <= 5; back++) {
    const word = tokenAt(tokens, start - back);
    const way = directions.get(word.lower);
    const to = tokenAt(tokens, start - back + 1).lower === 'to';
    // "up to 5%" is a bound and "lower to" no verb; "dropped to 5%" does say which way.
    if (way !== undefined) {
      if (to && /^(?:up|down|higher|lower)$/.test(word.lower)) return undefined;
      return way;
    }
    if (!passed.has(word.lower)) break;
  }
  for (let ahead = 0; ahead <= 1; ahead++) {
    const word = tokenAt(tokens, next + ahead);
    if (word.kind !== 'word' || joining.has(word.lower)) break;
    const way = directions.get(word.lower) ?? (kind === 'percent' ? comparatives.get(word.lower) : undefined);
    if (way !== undefined) return way;
  }
  return undefined;
}

/** Comparatives after a percentage: 40% less, 30% cheaper, 5% more. */
const comparatives: ReadonlyMap<string, 'up' | 'down'> = new Map([
  ['more', 'up'],
  ['above', 'up'],
  ['greater', 'up'],
  ['larger', 'up'],
  ['less', 'down'],
  ['fewer', 'down'],
  ['below', 'down'],
  ['cheaper', 'down'],
  ['smaller', 'down'],
]);
