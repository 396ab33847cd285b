import type { NumberedName, Quantity } from '../model/quantity.js';
import { alike, saysSame } from './alike.js';
import { type Anchor, commonWords } from './anchors.js';
import { exchanged } from './contexts.js';
import type { Match } from './pairing.js';
import type { ReadText } from './read-text.js';
import { rolesCross } from './roles.js';
import { anchorsCross, once, type Side, type Swap } from './ties.js';

/** Beyond this many figures a unit is a table pasted as text; comparing each with each would cost too much. */
const limit = 60;

/** Longest stretch between two figures of one enumeration: ", ", " to ", " and ", "에서 ", "년과 ". */
const joint = 8;

/**
 * Figures that are all there but belong to something else now. Two figures of one kind are swapped when
 * - their counters or units have crossed (15 seconds on port 8080 → 포트 15, 8080초),
 * - they have taken each other's role (월 200달러, 연 20달러 for $20 a month, $200 a year),
 * - they have changed sentences, or the Latin word after them (2 CPU, 800 millicpu → 800 CPU, 2 millicpu),
 * - the anchors before or after them have crossed (CBS 3.1, NBC 2.9 → CBS 2.9, NBC 3.1), or
 * - they stand side by side in both texts, in opposite order (2 to 4 → 4내지 2; 1.8 | 2.6 → 2.6 | 1.8).
 * Where nothing in common stands near, nothing is said: word order differs between the languages.
 */
export function findSwaps(
  from: ReadText,
  to: ReadText,
  matches: readonly Match[],
  names: readonly (readonly [NumberedName, NumberedName])[],
): Swap[] {
  const [source, target] = [from.text, to.text];
  if (matches.length < 2 || matches.length > limit) return [];
  const figures = matches.filter(({ source: s, target: t }) => !trivial(s) && !trivial(t));
  const texts = { source, target };
  const out: Swap[] = [];
  const used = new Set<Match>();
  const hasRivals = figures.some((a, index) => figures.some((b, other) => other > index && alike(a, b)));
  for (const [a, b] of hasRivals ? exchanged(texts, figures, alike) : []) {
    if (used.has(a) || used.has(b)) continue;
    out.push({ a, b });
    used.add(a).add(b);
  }
  for (const { a, b } of hasRivals ? rolesCross(from, to, figures) : []) {
    if (used.has(a) || used.has(b)) continue;
    out.push({ a, b });
    used.add(a).add(b);
  }
  for (const pair of turnedRanges(matches, texts)) out.push(pair);
  let words: Anchor[] | undefined;
  for (let i = 0; i < figures.length; i++) {
    for (let j = i + 1; j < figures.length; j++) {
      const [a, b] = [figures[i]!, figures[j]!];
      if (used.has(a) || used.has(b)) continue;
      const pair = { a, b };
      let crossed: readonly Anchor[] | undefined = unitsCross(pair) ? [] : undefined;
      // Figures that have changed places stand in another order, unless the sentence was turned round at the same time.
      const inOrder = a.source.start < b.source.start === a.target.start < b.target.start;
      if (crossed === undefined && !inOrder && alike(a, b) && once(a, figures) && once(b, figures)) {
        words ??= [...commonWords(source, target), ...names.map(([s, t]) => ({ source: s, target: t }))];
        crossed = turned(pair, source, target, figures) ? [] : anchorsCross(pair, texts, words, figures);
      }
      if (crossed === undefined) continue;
      out.push(pair);
      used.add(a).add(b);
      // Two counts that changed years and two years that changed counts are one fault.
      for (const anchor of crossed) used.add(anchor as Match);
    }
  }
  return out;
}

/** Words such as one, once and first come and go and tie to nothing. */
function trivial({ hardness, value }: Quantity): boolean {
  return hardness === 'soft' && (value === undefined || value === '1' || value === '0.5');
}

/** A kind and unit as a tie: nothing for a bare number, which any counter may join. */
function tieOf({ kind, unit }: Quantity): string | undefined {
  if (kind === 'number' || kind === 'ordinal' || kind === 'multiplier')
    return unit === undefined || unit === 'item' ? undefined : unit;
  return `${kind}|${unit ?? ''}`;
}

/** Each carries on the other side what the other carried here: 15 s and 8080 against 15 and 8080 s. */
function unitsCross({ a, b }: Swap): boolean {
  if (a.source.kind === a.target.kind && a.source.unit === a.target.unit) return false;
  if (saysSame(a.source, b.source)) return false;
  const ties = [tieOf(a.source), tieOf(a.target), tieOf(b.source), tieOf(b.target)];
  // Beside a unit of measure all counters are one: 500번 where 115 stood, 115미터 where 500 metres stood.
  const [as, at, bs, bt] = ties.some(isMeasure) ? ties.map((tie) => (isMeasure(tie) ? tie : undefined)) : ties;
  return as !== at && bs !== bt && as === bt && bs === at;
}

const isMeasure = (tie: string | undefined) => tie?.includes('|') === true;

/** A range whose ends stand the wrong way round as two figures of the other text: "2 to 4 inches" and 4내지 2인치. */
function turnedRanges(matches: readonly Match[], texts: Readonly<Record<Side, string>>): Swap[] {
  const out: Swap[] = [];
  for (let index = 0; index + 1 < matches.length; index++) {
    const [low, high] = [matches[index]!, matches[index + 1]!];
    if (low.source !== high.source && low.target !== high.target) continue;
    for (const [range, points] of [
      ['source', 'target'],
      ['target', 'source'],
    ] as const) {
      if (low[range] !== high[range] || low[points] === high[points]) continue;
      const between = texts[points].slice(high[points].end, low[points].start);
      if (high[points].end <= low[points].start && between.length <= joint && !turning.test(between))
        out.push({ a: low, b: high });
    }
  }
  return out;
}

/** Side by side in both texts, in opposite order, with nothing but a joint between: 5&4 → 4&5, 1904 and 1914 → 1914년에서 1904년. */
function turned({ a, b }: Swap, source: string, target: string, all: readonly Match[]): boolean {
  const [first, second] = a.source.start < b.source.start ? [a, b] : [b, a];
  if (second.target.end > first.target.start) return false;
  const between = source.slice(first.source.end, second.source.start);
  const across = target.slice(second.target.end, first.target.start);
  if (between.length > joint || across.length > joint) return false;
  // "3 of 5" is 5개 중 3개, and "2 in 2013" is 2013년 2: these turn round by grammar. Brackets hold a conversion.
  if (/[()（）;:.]/.test(between + across) || turning.test(between) || turning.test(across)) return false;
  return !all.some((m) => m !== a && m !== b && inside(m.source, first.source.end, second.source.start));
}

/** Words that relate a part to its whole or a count to its time: such pairs turn round between the languages. */
const turning =
  /(?:^|[^a-z])(?:of|in|by|per|for|from|on|at|with|than|over|after|before|since|up|down)(?:$|[^a-z])|중|가운데|당|보다|마다|대비|만에|오른|내린/i;

const inside = ({ start, end }: Quantity, from: number, to: number) => start >= from && end <= to;
