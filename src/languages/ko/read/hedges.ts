import type { Approximation } from '../../../model/quantity.js';
import { type Units, unitsOf } from '../../und/code-units.js';
import { isSpace, skipSpace } from './text.js';

interface Hedge {
  readonly pattern: RegExp;
  readonly approximation: Approximation;
  /** Characters one of which stands in the hedge: looked for before the expression is run. */
  readonly stems: Units;
}

/** Hedges by each of the characters that stand beside a figure that has them, in their order: most figures have none. */
function byUnit(
  rows: readonly (readonly [units: string, pattern: RegExp, Approximation, stems?: string])[],
): ReadonlyMap<number, readonly Hedge[]> {
  const out = new Map<number, Hedge[]>();
  for (const [units, pattern, approximation, stems] of rows) {
    const hedge = { pattern, approximation, stems: unitsOf(stems ?? units) };
    for (const unit of units) out.set(unit.charCodeAt(0), [...(out.get(unit.charCodeAt(0)) ?? []), hedge]);
  }
  return out;
}

/** Hedges right before a figure, by what they end in. */
const before = byUnit([
  ['~∼～≈약략의아추근', /(?:[~∼～≈]|약|대략|거의|어림잡아|줄잡아|얼추|근)\s?$/, 'about'],
  [
    '소한도저역금료속루일달년간월연',
    /(?:최소한?|적어도|못해도|최저)\s?$|최소\s(?:징역|벌금|과태료|시속|하루|매일|매달|매년|연간|월|연)\s?$/,
    'at-least',
  ],
  [
    '대한야는고역금료속루일달년간월연',
    /(?:최대한?|많아야|많게는|기껏해야|최고|길게는)\s?$|최[대고]\s(?:징역|벌금|과태료|시속|하루|매일|매달|매년|연간|월|연)\s?$/,
    'at-most',
  ],
  ['>＞', /[>＞]\s?$/, 'over'],
  ['<＜', /[<＜]\s?$/, 'under'],
  ['≥', /≥\s?$/, 'at-least'],
  ['≤', /≤\s?$/, 'at-most'],
]);

/** Hedges right after a figure, with what of them is taken with it, by what they or a particle before them begin with. */
const after = byUnit([
  ['이', /^\s?(?:이상(?:의|을|이|으로|은)?)(?![가-힣]{0,1}(?:하|한|해|기|징|없|증|현|적|향))/, 'at-least', '상'],
  ['이', /^\s?이하(?![가-힣]*생략)/, 'at-most', '하'],
  ['초', /^\s?(?:초과)/, 'over', '과'],
  ['미', /^\s?(?:미만)/, 'under', '만'],
  [
    '을를이가넘웃상초돌',
    /^(?:을|를|이|가)?\s?(?:넘는|넘게|넘은|넘었|넘어|넘긴|넘기|웃[도돈돌]|상회|초과|돌파|이 넘)/,
    'over',
    '넘웃상초돌',
  ],
  [
    '을를에이가밑못미하채도안',
    /^(?:을|를|에|이|가)?\s?(?:밑[도돈돌]|못\s?미[치친칠쳐쳤]|미치지\s?못|하회|채\s?안|채\s?되지|도\s?안\s?[되된될됐돼]|도\s?채|안\s?되는|안\s?된다|안\s?됐)/,
    'under',
    '밑못미하채안',
  ],
  ['+', /^\+/, 'at-least'],
  ['가정쯤안남내전수', /^\s?(?:가량|정도|쯤|안팎|남짓|내외|전후|가까이|가까운|수준)/, 'about', '량도쯤팎짓외후까준'],
  ['여', /^여\s?(?=[가-힣])/, 'about'],
]);

/** How many characters before a figure a hedge may take. */
const reach = 7;

/** The hedge that ends right before `start`. */
export function hedgeBefore(text: string, start: number): Approximation | undefined {
  const hedges = before.get(text.charCodeAt(isSpace(text.charCodeAt(start - 1)) ? start - 2 : start - 1));
  if (hedges === undefined) return undefined;
  const window = text.slice(Math.max(0, start - reach), start);
  const found = hedges.find(({ pattern }) => pattern.test(window))?.approximation;
  if (found === undefined) return undefined;
  // 계약 3건, 제약 5곳: the syllable ends a word. 최고 and 최저 also name records.
  if (/[가-힣](?:약|근)\s?$/.test(window)) return undefined;
  // 12~18: the sign joins two figures.
  if (/[\d가-힣%]\s?[~∼～]\s?$/.test(window)) return undefined;
  return /(?:최고|최저)\s?$/.test(window) ? undefined : found;
}

/** How far from a figure's end a stem may stand: 을 도 안. */
const stemReach = 5;

function stands(text: string, from: number, stems: Units): boolean {
  for (let at = from; at < from + stemReach; at++) if (stems.has(text.charCodeAt(at))) return true;
  return false;
}

/** The hedge that begins at `end`, and how long it is. */
export function hedgeAfter(text: string, end: number): readonly [Approximation, number] | undefined {
  const hedges = after.get(text.charCodeAt(skipSpace(text, end)));
  if (hedges === undefined) return undefined;
  for (const { pattern, approximation, stems } of hedges) {
    if (!stands(text, end, stems)) continue;
    const match = pattern.exec(text.slice(end, end + 10));
    if (match !== null) return [approximation, match[0].length];
  }
  return undefined;
}

const up =
  /^(?:을|를|이|가|의|로|으로|만큼|씩|나|이나|포인트)?\s?(?:더\s?)?(?:증가|늘|상승|올랐|오른|오를|오르|올라|올리|올려|급증|성장|확대|뛰|뛴|인상|높|치솟|폭증|불어|개선|향상|급등|반등|많)/;
const down =
  /^(?:을|를|이|가|의|로|으로|만큼|씩|나|이나|포인트)?\s?(?:더\s?)?(?:감소|줄|하락|내렸|내린|내릴|내리|내려|급감|축소|떨어|낮|인하|둔화|급락|폭락|후퇴|깎|적|덜|절감|저렴|싸|빠졌|빠진|밑돌|감축|할인|쪼그라)/;
const between = /^(?:[^.!?\d\n]{0,12}?)(증가|늘어|상승|올랐|급증|성장|감소|줄어|하락|떨어|급감|내렸)/;

/** A syllable of every word that says so: most figures go no way. */
const moves = unitsOf('증늘승올오급성확뛰뛴인높치폭불개향반많감줄락내축떨낮하둔후깎적덜절저싸빠밑할쪼');

/** How far from a figure such a syllable may stand: the second of 상승 after twelve characters of `between`. */
const moveReach = 14;

/** Ends of a sentence, and digits, beyond which the words say nothing of this figure. */
const ends = unitsOf('.!?0123456789');

function mayMove(text: string, from: number): boolean {
  const to = Math.min(text.length, from + moveReach);
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (moves.has(code)) return true;
    if (ends.has(code)) return false;
  }
  return false;
}

const asides = unitsOf('포()');

/** Which way the words after a figure say that it goes: 3.2% 증가, 3.2% 줄었다. */
export function directionAfter(text: string, end: number): 'up' | 'down' | undefined {
  if (end >= text.length) return undefined;
  const from = asides.has(text.charCodeAt(end)) ? end + asideLength(text, end) : end;
  if (!mayMove(text, from)) return undefined;
  const window = text.slice(from, from + 24);
  if (down.test(window)) return 'down';
  if (up.test(window)) return 'up';
  const match = between.exec(window);
  if (match?.[1] === undefined || /에서|부터|까지|[,;]/.test(match[0])) return undefined;
  return /^(?:감소|줄어|하락|떨어|급감|내렸)/.test(match[1]) ? 'down' : 'up';
}

/** 386.51포인트(0.8%) 오른: what stands in brackets says the same in other words. */
function asideLength(text: string, end: number): number {
  return /^(?:포인트)?(?:\([^()]{1,14})?\)/.exec(text.slice(end, end + 19))?.[0].length ?? 0;
}
