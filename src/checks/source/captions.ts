import type { Label } from '../../languages/labels.js';
import type { Unit } from '../../model/article.js';
import type { Span } from '../../model/issue.js';
import { type Caption, captionsOf, outOfOrder } from '../captions.js';
import type { SourceCheck, SourceFinding } from './check.js';

const key = ({ kind, number }: Label) => `${kind} ${number}`;

/** Captions that skip a number or have one twice, and figures and tables that the text names and nothing on the page is. */
export const captions: SourceCheck = {
  id: 'captions',
  type: 'inconsistency',
  category: 'accuracy',
  source({ article, pack: { labels } }) {
    if (labels === undefined) return [];
    const own = captionsOf(article, labels);
    const captioned = new Set(own.map(({ unit }) => unit));
    const known = new Set(own.map(({ label }) => key(label)));
    const kinds = new Set(own.map(({ label }) => label.kind));
    const skips = [...kinds].flatMap((kind) =>
      // "Section 2: …" heads a part of the text; which parts are numbered is its writer's affair.
      kind === 'figure' || kind === 'table' ? outOfOrder(own, kind).slice(0, 1).map(skipFinding) : [],
    );
    const named = article.units.flatMap((unit) => {
      if (captioned.has(unit)) return [];
      return labels.read(unit.text).flatMap((label): SourceFinding[] => {
        const numbered = label.kind === 'figure' || label.kind === 'table';
        if (!numbered || label.unsure || !kinds.has(label.kind) || known.has(key(label))) return [];
        known.add(key(label));
        const source = spanOf(unit, label);
        return [{ key: 'dangling', severity: 'minor', values: { label: source.text }, pair: pairOf(unit), source }];
      });
    });
    return [...skips, ...named];
  },
};

function skipFinding({ unit, label, expected }: Caption & { readonly expected: number }): SourceFinding {
  const source = spanOf(unit, label);
  const values = { label: source.text, expected: String(expected) };
  return { key: 'sequence', severity: 'minor', values, pair: pairOf(unit), source };
}

const pairOf = (source: Unit) => ({ source, target: null });
const spanOf = ({ text }: Unit, { start, end }: Label): Span => ({ text: text.slice(start, end), start, end });
