import type { SourceFinding } from './check.js';
import { stands } from './course.js';
import { stretchesOf } from './date-order.js';
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

/** The one stretch of whole years that a sentence gives, as one range or by its two dates. */
function stretchOf(sentence: Sentence, document: SourceDocument) {
  const dates = sentence.mentions.filter(({ quantity: q }) => q.kind === 'date');
  const [first, second, more] = dates;
  const { min, max, text } = first?.quantity ?? {};
  if (second === undefined) return { from: year(min), to: year(max), range: text };
  const isYear = ({ quantity }: Mention) => /^\d{4}$/.test(quantity.value ?? '');
  const [stretch] = stretchesOf(sentence, document);
  if (more !== undefined || stretch === undefined || !isYear(first!) || !isYear(second)) return undefined;
  return {
    from: year(first!.quantity.value),
    to: year(second.quantity.value),
    range: `${first!.quantity.text} – ${second.quantity.text}`,
  };
}

/** One range of years and one number of years in a sentence, with nothing else of the kind. */
export function lengths(sentence: Sentence, document: SourceDocument): SourceFinding[] {
  const { unit, mentions } = sentence;
  const spans = mentions.filter(inYears);
  const [length] = spans;
  if (length === undefined || spans.length !== 1) return [];
  if (length.quantity.hardness !== 'hard' || length.quantity.approximate !== undefined) return [];
  const { from, to, range } = stretchOf(sentence, document) ?? {};
  if (from === undefined || to === undefined || range === undefined) return [];
  const apart = to - from;
  const stated = Number(length.quantity.value);
  // Inclusive counting is as usual as exclusive: 2020 to 2024 is four years, or five.
  const values = { range, length: length.quantity.text, years: apart };
  if (stated === apart || stated === apart + 1)
    return [about(unit, length.quantity, { key: 'holds', severity: 'neutral', values })];
  if (apart <= 0 || Math.abs(stated - apart) > farthest) return [];
  return [about(unit, length.quantity, { key: 'span', severity: 'minor', values })];
}

/** "Founded in 1998, it has been in business for 20 years", against the year that the sentence or the article is of. */
export function since(sentence: Sentence, { cues, article }: SourceDocument): SourceFinding[] {
  const { unit, mentions } = sentence;
  const dates = mentions.filter(({ quantity }) => quantity.kind === 'date');
  const spans = mentions.filter(inYears);
  const [from, until, more] = dates;
  const [length] = spans;
  const now = year(until?.quantity.value ?? dateOf(article.frontmatter['date'] ?? article.frontmatter['published']));
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

/**
 * "Founded in 1999, it celebrated its 30th anniversary in 2024", "born in 1960 and died in 2020 at the age of 70": two
 * years, and a count of them.
 */
export function ages({ unit, mentions, ...rest }: Sentence, { cues }: SourceDocument): SourceFinding[] {
  const sentence = { unit, mentions, ...rest };
  const [from, until, more] = mentions.filter(({ quantity }) => quantity.kind === 'date');
  const [begun, now] = [year(from?.quantity.value), year(until?.quantity.value)];
  if (begun === undefined || now === undefined || more !== undefined || now <= begun) return [];
  const { anniversary, born, since } = cues;
  const isBorn = stands(born, sentence, from!);
  const counts = mentions.filter(({ quantity: q }) =>
    isBorn ? q.unit === 'year-person' : q.kind === 'ordinal' || q.kind === 'number' || q.kind === 'duration',
  );
  const [count, others] = isBorn ? counts : counts.filter((one) => stands(anniversary, sentence, one));
  const { value = '', approximate, text = '' } = count?.quantity ?? {};
  if (others !== undefined || approximate !== undefined || !/^\d{1,3}$/.test(value)) return [];
  if (!isBorn && !stands(since, sentence, from!)) return [];
  const apart = now - begun;
  const stated = Number(value);
  const values = { range: `${from!.quantity.text} – ${until!.quantity.text}`, length: text, years: apart };
  // A birthday that is still to come; the year of birth counted as the first.
  if (Math.abs(stated - apart) <= 1)
    return [about(unit, count!.quantity, { key: 'holds', severity: 'neutral', values })];
  return [about(unit, count!.quantity, { key: 'span', severity: 'minor', values })];
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
