import type { SourceFinding } from './check.js';
import { stands } from './course.js';
import type { Mention, Sentence, SourceDocument } from './document.js';
import { about } from './findings.js';

const year = (edtf: string | undefined) => {
  const match = /^(\d{4})(?:$|-)/.exec(edtf ?? '');
  return match === null ? undefined : Number(match[1]);
};

/** Longer than this, and the two are not about one thing. */
const farthest = 3;

const inYears = ({ quantity: q }: Mention) =>
  q.kind === 'duration' && q.unit === 'year' && /^\d{1,3}$/.test(q.value ?? '');

/** One range of years and one number of years in a sentence, with nothing else of the kind. */
export function lengths({ unit, mentions }: Sentence): SourceFinding[] {
  const ranges = mentions.filter(
    ({ quantity: q }) => q.kind === 'date' && year(q.min) !== undefined && year(q.max) !== undefined,
  );
  const dates = mentions.filter(({ quantity: q }) => q.kind === 'date');
  const spans = mentions.filter(inYears);
  const [range] = ranges;
  const [length] = spans;
  if (range === undefined || length === undefined || dates.length !== 1 || spans.length !== 1) return [];
  if (length.quantity.hardness !== 'hard' || length.quantity.approximate !== undefined) return [];
  const apart = year(range.quantity.max)! - year(range.quantity.min)!;
  const stated = Number(length.quantity.value);
  // Inclusive counting is as usual as exclusive: 2020 to 2024 is four years, or five.
  const values = { range: range.quantity.text, length: length.quantity.text, years: apart };
  if (stated === apart || stated === apart + 1)
    return [about(unit, length.quantity, { key: 'holds', severity: 'neutral', values })];
  if (apart <= 0 || Math.abs(stated - apart) > farthest) return [];
  return [about(unit, length.quantity, { key: 'span', severity: 'minor', values })];
}

/** "Founded in 1998, it has been in business for 20 years", against the year that the article is of. */
export function since(sentence: Sentence, { cues, article }: SourceDocument): SourceFinding[] {
  const { unit, mentions } = sentence;
  const now = year(dateOf(article.frontmatter['date'] ?? article.frontmatter['published']));
  const dates = mentions.filter(({ quantity }) => quantity.kind === 'date');
  const spans = mentions.filter(inYears);
  const [from, more] = dates;
  const [length] = spans;
  if (now === undefined || from === undefined || more !== undefined || length === undefined || spans.length > 1)
    return [];
  const begun = year(from.quantity.value);
  if (begun === undefined || begun > now) return [];
  if (!stands(cues.since, sentence, from) || !stands(cues.lasting, sentence, length)) return [];
  const { approximate } = length.quantity;
  const stated = Number(length.quantity.value);
  const apart = now - begun;
  const values = { since: from.quantity.text, length: length.quantity.text, years: apart, now };
  const over = approximate === 'over' || approximate === 'at-least';
  const slack = approximate === 'about' ? 2 : 1;
  // "for over 20 years" of 28 is true, if timid.
  if (Math.abs(stated - apart) <= slack || (over && stated <= apart))
    return [about(unit, length.quantity, { key: 'since-holds', severity: 'neutral', values })];
  return [about(unit, length.quantity, { key: 'since', severity: 'minor', values })];
}

/** A weekday beside its whole date. */
export function weekdays({ unit, mentions }: Sentence): SourceFinding[] {
  return mentions.flatMap(({ quantity }) => {
    const { kind, weekday, value = '' } = quantity;
    const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
    if (kind !== 'date' || weekday === undefined || match === null) return [];
    const [, y, m, d] = match.map(Number);
    const date = new Date(Date.UTC(y!, m! - 1, d!));
    // 31 June rolls over.
    if (date.getUTCMonth() !== m! - 1 || y! < 1900) return [];
    const actual = date.getUTCDay() === 0 ? 7 : date.getUTCDay();
    const day = (locale: string, iso: number) =>
      new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, iso));
    const values = { date: quantity.text, right: { en: day('en', actual), ko: day('ko', actual) } };
    // 1 January 2024 was a Monday, ISO weekday 1.
    return actual === weekday
      ? [about(unit, quantity, { key: 'weekday-holds', severity: 'neutral', values })]
      : [about(unit, quantity, { key: 'weekday', severity: 'major', values })];
  });
}

function dateOf(value: unknown): string | undefined {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' ? value : undefined;
}
