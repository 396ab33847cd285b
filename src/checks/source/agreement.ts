import { absolute, compare, type Decimal, round } from '../../model/decimal.js';
import type { SourceCheck, SourceFinding } from './check.js';
import { figureKey, type Mention, type SourceDocument } from './document.js';
import { about } from './findings.js';
import { shared } from './words.js';

/** Digits of a value without its power of ten: 250 and 25000 are both `25`. */
function significand(value: Decimal): string {
  return absolute(value).replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
}

/** How many words of the article a pair of figures must share before they are taken for one thing. */
const enough = 2;
/** A word in more than this part of the sentences says nothing about which figure is meant. */
const ubiquitous = 0.2;

/**
 * One thing, two figures: the same subject and measure with values that differ by a power of ten ("$250 billion" here,
 * "$25 billion" there), or of which one is the other rounded (2x and 2.3x for one kernel).
 */
export const agreement: SourceCheck = {
  id: 'agreement',
  type: 'inconsistency',
  category: 'accuracy',
  source(document) {
    const rare = rareWords(document);
    const together = sideBySide(document);
    const hard = document.mentions.filter(
      ({ quantity }) => quantity.hardness === 'hard' && quantity.value !== undefined,
    );
    const out: SourceFinding[] = [];
    const told = new Set<string>();
    for (const group of candidates(hard)) {
      for (let i = 0; i < group.length; i++) {
        for (let j = i + 1; j < group.length; j++) {
          const finding = judge(group[i]!, group[j]!);
          if (finding !== undefined) out.push(finding);
        }
      }
    }
    return out;

    function judge(a: Mention, b: Mention): SourceFinding | undefined {
      if (a.sentence === b.sentence || compare(a.quantity.value!, b.quantity.value!) === 0) return undefined;
      const scaled =
        a.quantity.kind !== 'multiplier' && significand(a.quantity.value!) === significand(b.quantity.value!);
      if (a.quantity.kind === 'multiplier' ? !isRounded(a, b) : !scaled) return undefined;
      const subject = [...a.words].filter((word) => b.words.has(word) && rare.has(word)).length;
      const period = shared(a.periods, b.periods) > 0;
      if (scaled ? !(subject >= enough || (subject >= 1 && period)) : subject < enough) return undefined;
      // "up from $25 billion": two figures of one thing at two times.
      if (a.periods.size > 0 && b.periods.size > 0 && !period) return undefined;
      // A base fee of 25 Gwei and a priority fee of 2.5 stand beside each other; so do the rows of a table.
      if (scaled && (isTwice(a, document) || isTwice(b, document))) return undefined;
      const both = scaled ? together.get(a.sentence)?.has(b.sentence) : false;
      if (both === true || (a.unit.cell !== undefined && a.unit.cell.table === b.unit.cell?.table)) return undefined;
      const odd = outlier(a, b, document);
      const other = odd === a ? b : a;
      const key = `${odd.unit.id}:${odd.quantity.start}:${other.quantity.value}`;
      if (told.has(key)) return undefined;
      told.add(key);
      const values = {
        here: odd.quantity.text,
        there: other.quantity.text,
        line: other.unit.line,
        mentions: support(other, document),
        parts: partsOf(other, document),
      };
      if (!scaled) return about(odd.unit, odd.quantity, { key: 'rounded', severity: 'minor', values });
      // That two sentences speak of one thing is a guess; that the parts make one of the two figures is arithmetic.
      return values.parts === ''
        ? about(odd.unit, odd.quantity, { key: 'scaled', severity: 'minor', values })
        : about(odd.unit, odd.quantity, { key: 'scaled-parts', severity: 'major', values });
    }
  },
};

/** Mentions that could contradict each other: one kind, one unit. Kinds that name positions or times are left out. */
function candidates(mentions: readonly Mention[]): Mention[][] {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const { kind, unit, value } = mention.quantity;
    const weighty =
      kind === 'money'
        ? significand(value!).length > 1 || value!.length > 6
        : kind === 'measure' || kind === 'number' || kind === 'percent'
          ? significand(value!).length > 1 && (kind === 'percent' || value!.length > 2)
          : kind === 'multiplier';
    if (!weighty) continue;
    const key = kind === 'multiplier' ? kind : `${kind} ${unit ?? ''} ${significand(value!)}`;
    groups.set(key, [...(groups.get(key) ?? []), mention]);
  }
  // A page of nothing but figures would make this quadratic: no group is longer than what a person could compare.
  return [...groups.values()].filter((group) => group.length > 1).map((group) => group.slice(0, 60));
}

/** 2 is 2.3 rounded; 10 and 12 are just two figures. */
function isRounded(a: Mention, b: Mention): boolean {
  if (a.quantity.kind !== 'multiplier' || b.quantity.kind !== 'multiplier') return false;
  const [coarse, fine] = (a.quantity.precision ?? 0) < (b.quantity.precision ?? 0) ? [a, b] : [b, a];
  const places = coarse.quantity.precision ?? 0;
  return (
    places < (fine.quantity.precision ?? 0) &&
    compare(round(fine.quantity.value!, places), coarse.quantity.value!) === 0
  );
}

/** "25 Gwei (or 0.000000025 KAIA)": one amount in two units within a sentence. */
function isTwice({ quantity, sentence }: Mention, { sentences }: SourceDocument): boolean {
  const digits = significand(quantity.value!);
  return sentences[sentence]!.mentions.some(
    ({ quantity: other }) =>
      other !== quantity && /^[\d.]+$/.test(other.value ?? '') && significand(other.value!) === digits,
  );
}

/** How often the article gives this very figure. */
function support({ quantity }: Mention, { byFigure }: SourceDocument): number {
  return byFigure.get(figureKey(quantity))?.length ?? 0;
}

/** The one that its parts do not support, else the one that stands alone; between equals, the later one. */
function outlier(a: Mention, b: Mention, document: SourceDocument): Mention {
  const [first, second] = [partsOf(a, document), partsOf(b, document)];
  if ((first === '') !== (second === '')) return first === '' ? a : b;
  return support(a, document) < support(b, document) ? a : b;
}

/** The parts that add up to a figure, where a sentence gives them: what speaks for its reading. */
function partsOf({ quantity }: Mention, { sentences }: SourceDocument): string {
  for (const { mentions } of sentences) {
    const same = mentions.filter(
      (m) => m.quantity.kind === quantity.kind && m.quantity.unit === quantity.unit && m.quantity.value !== undefined,
    );
    const rest = same.filter((m) => m.quantity.value !== quantity.value);
    if (rest.length < 2 || rest.length === same.length || rest.length > 12) continue;
    const total = rest.reduce((sum, m) => sum + BigInt(m.quantity.value!.replace(/\..*/, '')), 0n);
    if (String(total) === quantity.value) return `${rest.map((m) => m.quantity.text).join(' + ')} = ${quantity.text}`;
  }
  return '';
}

/** Sentences that follow each other directly, as the lines of a calculation or the entries of a list do. */
function sideBySide({ sentences }: SourceDocument): ReadonlyMap<number, ReadonlySet<number>> {
  const out = new Map<number, Set<number>>();
  sentences.forEach(({ unit }, at) => {
    const next = sentences[at + 1];
    if (next === undefined || unit.kind !== 'list-item' || next.unit.kind !== 'list-item') return;
    out.set(at, (out.get(at) ?? new Set()).add(at + 1));
    out.set(at + 1, (out.get(at + 1) ?? new Set()).add(at));
  });
  return out;
}

function rareWords({ sentences }: SourceDocument): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const seen = sentences.map(({ mentions }) => mentions[0]?.words ?? new Set<string>());
  for (const words of seen) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const most = Math.max(3, seen.length * ubiquitous);
  return new Set([...counts].filter(([, count]) => count <= most).map(([word]) => word));
}
