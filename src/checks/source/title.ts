import { absolute, compare, subtract } from '../../model/decimal.js';
import type { Quantity } from '../../model/quantity.js';
import type { SourceCheck } from './check.js';
import type { Mention, SourceDocument } from './document.js';
import { about } from './findings.js';
import { halfPlace, percentOff } from './precision.js';
import { shared } from './words.js';

/** Kinds of figures that a title is read for. */
const weighty: ReadonlySet<string> = new Set([
  'money',
  'percent',
  'percentage-point',
  'measure',
  'multiplier',
  'number',
]);
const fields = /^(?:summary|description|subtitle|excerpt|lead|dek)$/;
/** A field with more figures than this is data. */
const most = 40;
/** How many sentences with figures open an article. */
const leading = 2;
/** A title rounds as it likes: 1,200만 for 12,312,519. */
const roughly = '5';
/** A hedged figure ("nearly 50%") and one written in words are round. */
const round = '10';

/** Figures of the title and the summary that the body never mentions: what a reader was promised, or a slip. */
export const title: SourceCheck = {
  id: 'title',
  type: 'inconsistency',
  category: 'accuracy',
  source(document) {
    const body = document.mentions.filter(({ unit }) => unit.block !== undefined && unit !== headline(document));
    // A page without figures of its own (a stub, a page of links) has nothing to compare with.
    if (body.length === 0) return [];
    const lead = new Set([...new Set(body.map(({ sentence }) => sentence))].slice(0, leading));
    return document.mentions
      .filter((mention) => isPromise(mention, document))
      .slice(0, most)
      .flatMap((mention) => {
        const { unit, quantity } = mention;
        const field = unit.kind === 'title' || unit.path === undefined ? 'title' : unit.path;
        if (body.some((other) => isSame(quantity, other.quantity))) return [];
        const small = isSmall(quantity);
        const rival = body
          .filter(({ quantity: q }) => q.kind === quantity.kind && isLike(q, quantity) && q.value !== undefined)
          .map((other) => ({ other, words: shared(mention.words, other.words) }))
          // The first sentences say again what the title says, in other words.
          .filter(({ other, words }) => words >= 2 || (small && words === 1 && lead.has(other.sentence)))
          .sort((a, b) => b.words - a.words)[0]?.other;
        const values = { here: quantity.text, field };
        // What few are counted in a title may be counted in the body by a list alone.
        if (rival === undefined && small) return [];
        return rival === undefined
          ? [about(unit, quantity, { key: 'unmentioned', severity: 'minor', values })]
          : [
              about(unit, quantity, {
                key: 'differs',
                severity: 'minor',
                ...(small ? { certainty: 'possible' } : {}),
                values: { ...values, there: rival.quantity.text, line: rival.unit.line },
              }),
            ];
      });
  },
};

/** The first heading, where the article has no title field. */
function headline({ article: { units } }: SourceDocument) {
  return units.some(({ kind }) => kind === 'title') ? undefined : units.find(({ kind }) => kind === 'heading');
}

/** "Two dead in fire", 2명 사망: a number that is said of something, and is less than ten. */
const isSmall = ({ kind, value = '' }: Quantity): boolean => kind === 'number' && /^[2-9]$/.test(value);

/** Figures of one unit; a small count may leave out what it counts. */
const isLike = (a: Quantity, b: Quantity): boolean =>
  a.unit === b.unit || (isSmall(a) && isSmall(b) && (a.unit === undefined || b.unit === undefined));

function isPromise({ unit, quantity }: Mention, document: SourceDocument): boolean {
  const { kind, value, hardness, text, end } = quantity;
  if (value === undefined || !weighty.has(kind)) return false;
  // "5 ways to …" counts what the page lists, which need not say "5".
  const counter = /^(?:[\d.,]+|\S+\s+)(\S+)$/.exec(text)?.[1] ?? '';
  const isCount =
    (quantity.unit === undefined || quantity.unit === 'item') &&
    document.cues.counted.test(counter + unit.text.slice(end, end + 60));
  if (kind === 'number' && (isSmall(quantity) ? isCount : !/^\d{2,}/.test(value) || !/\d/.test(text))) return false;
  if (hardness !== 'hard' && !isSmall(quantity)) return false;
  return unit.kind === 'title' || unit === headline(document) || fields.test(unit.path ?? '');
}

/** The same figure, or one of the two rounded, or within the other's range; a unit may go unsaid. */
function isSame(a: Quantity, b: Quantity): boolean {
  if (b.min !== undefined && b.max !== undefined && a.kind === b.kind)
    return /^-?\d/.test(b.min) && compare(b.min, a.value!) <= 0 && compare(b.max, a.value!) >= 0;
  if (a.value === undefined || b.value === undefined || !/^-?\d+(?:\.\d+)?$/.test(b.value)) return false;
  if (a.value === b.value) return true;
  // A title says 1,200만, the body 1,231만 2,519명.
  const unsaid = a.kind === 'number' && (a.unit === undefined || b.unit === undefined);
  if (a.kind !== b.kind || !(a.unit === b.unit || unsaid)) return false;
  const off = absolute(subtract(a.value, b.value));
  if (compare(off, halfPlace(a, a.value)) <= 0 || compare(off, halfPlace(b, b.value)) <= 0) return true;
  const off100 = percentOff(a.value, b.value);
  if (digits(a.value) < digits(b.value) && compare(off100, roughly) <= 0) return true;
  const loose = [a, b].some(({ approximate, text }) => approximate !== undefined || !/\d/.test(text));
  return loose && compare(off100, round) <= 0;
}

/** Significant digits of a value, without zeros at its end. */
const digits = (value: string) => value.replace(/\D/g, '').replace(/^0+|0+$/g, '').length;
