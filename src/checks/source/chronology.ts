import type { Finding } from '../check.js';
import type { SourceCheck } from './check.js';
import type { Sentence } from './document.js';
import { about } from './findings.js';

const year = (edtf: string | undefined) => {
  const match = /^(\d{4})(?:$|-)/.exec(edtf ?? '');
  return match === null ? undefined : Number(match[1]);
};

/** Dates in order: no range that ends before it begins, no "over four years" beside two years that are five apart. */
export const chronology: SourceCheck = {
  id: 'chronology',
  type: 'inconsistency',
  category: 'accuracy',
  source: ({ sentences }) => sentences.flatMap((sentence) => [...reversed(sentence), ...spans(sentence)]),
};

function reversed({ unit, mentions }: Sentence): Finding[] {
  return mentions.flatMap(({ quantity }) => {
    const { kind, min, max } = quantity;
    if (kind !== 'date' || min === undefined || max === undefined) return [];
    // EDTF of one precision sorts as text; "199X" and seasons are left alone.
    const comparable = /^\d{4}(?:-\d\d){0,2}$/;
    if (!comparable.test(min) || !comparable.test(max) || min.length !== max.length || min <= max) return [];
    return [
      about(unit, quantity, {
        key: 'reversed',
        severity: 'major',
        values: { range: quantity.text, start: min, end: max },
      }),
    ];
  });
}

/** One range of years and one number of years in a sentence, with nothing else of the kind. */
function spans({ unit, mentions }: Sentence): Finding[] {
  const ranges = mentions.filter(
    ({ quantity: q }) => q.kind === 'date' && year(q.min) !== undefined && year(q.max) !== undefined,
  );
  const dates = mentions.filter(({ quantity: q }) => q.kind === 'date');
  const lengths = mentions.filter(
    ({ quantity: q }) => q.kind === 'duration' && q.unit === 'year' && /^\d{1,3}$/.test(q.value ?? ''),
  );
  const [range] = ranges;
  const [length] = lengths;
  if (range === undefined || length === undefined || dates.length !== 1 || lengths.length !== 1) return [];
  if (length.quantity.hardness !== 'hard' || length.quantity.approximate !== undefined) return [];
  const apart = year(range.quantity.max)! - year(range.quantity.min)!;
  const stated = Number(length.quantity.value);
  // Inclusive counting is as usual as exclusive: 2020 to 2024 is four years, or five.
  if (stated === apart || stated === apart + 1) {
    const values = { range: range.quantity.text, length: length.quantity.text };
    return [about(unit, length.quantity, { key: 'holds', severity: 'neutral', values })];
  }
  if (Math.abs(stated - apart) > 3) return [];
  const values = { range: range.quantity.text, length: length.quantity.text, years: apart };
  return [about(unit, length.quantity, { key: 'span', severity: 'minor', values })];
}
