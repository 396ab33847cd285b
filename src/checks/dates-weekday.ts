import type { WeekdayMention } from '../languages/pack.js';
import type { UnitPair } from '../model/article.js';
import type { Quantity } from '../model/quantity.js';
import type { Check, CheckContext, Finding } from './check.js';

/** Days of the week: the translation names those of the source, and a full date falls on the day that stands beside it. */
export const datesWeekday: Check = {
  id: 'dates-weekday',
  type: 'inconsistency',
  category: 'accuracy',
  unit(pair, context) {
    const finding = exchanged(pair, context) ?? impossible(pair, context);
    return finding === undefined ? [] : [{ ...finding, pair }];
  },
};

/**
 * A day of the source that the translation lacks while it names another. A day that only one side names is no mistake:
 * newsrooms write the date instead, or add the day to it.
 */
function exchanged({ source, target }: UnitPair, { from, to }: CheckContext): Finding | undefined {
  if (source === null || target === null || from.weekdays === undefined || to.weekdays === undefined) return undefined;
  const [said, written] = [from.weekdays.read(source.text), to.weekdays.read(target.text)];
  const lost = without(said, written);
  const [odd, ...more] = without(written, said);
  const [right] = lost;
  if (odd === undefined || right === undefined) return undefined;
  const span = (text: string, { start, end }: WeekdayMention) => ({ text: text.slice(start, end), start, end });
  const finding: Finding = {
    key: 'differs',
    values: { source: named(right.day), target: named(odd.day) },
    severity: 'major',
    source: span(source.text, right),
    target: span(target.text, odd),
  };
  // Of several nobody knows which stands for which.
  if (more.length > 0 || lost.length > 1) return finding;
  return { ...finding, fix: { start: odd.start, end: odd.end, text: to.weekdays.names[right.day - 1]! } };
}

/** The first mention of each day that `others` do not name. */
function without(mentions: readonly WeekdayMention[], others: readonly WeekdayMention[]): WeekdayMention[] {
  return mentions.filter(
    ({ day }, index) =>
      others.every((other) => other.day !== day) && mentions.findIndex((one) => one.day === day) === index,
  );
}

/** A full date that falls on another day than is written beside it, though the source does not say so too. */
function impossible({ source, target }: UnitPair, { from, to }: CheckContext): Finding | undefined {
  if (target === null) return undefined;
  const said = source === null ? [] : from.figures.read(source.text).quantities;
  for (const quantity of to.figures.read(target.text).quantities) {
    const { weekday, value, text, start, end } = quantity;
    const real = dayOf(quantity);
    if (weekday === undefined || real === undefined || real === weekday) continue;
    if (said.some((one) => one.value === value && one.weekday === weekday)) continue;
    const values = { date: text, right: named(real), target: named(weekday) };
    return { key: 'calendar', values, severity: 'major', target: { text, start, end } };
  }
  return undefined;
}

/** The day that a date falls on (proleptic Gregorian calendar); `undefined` for one that is not full or does not exist. */
function dayOf({ kind, value = '' }: Quantity): number | undefined {
  if (kind !== 'date' || !/^\d{4}-\d\d-\d\d$/.test(value)) return undefined;
  const date = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? undefined : date.getUTCDay() || 7;
}

/** A day's name in the languages of the interface. */
function named(day: number): Readonly<Record<string, string>> {
  const monday = Date.UTC(2024, 0, day);
  const name = (locale: string) =>
    new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(monday));
  return { en: name('en'), ko: name('ko') };
}
