import type { Desk } from './desk.js';
import type { Tally } from './query.js';

/** Topics in a language, the largest first. */
export async function topicsIn({ tally }: Pick<Desk, 'tally'>, locale: string): Promise<readonly Tally[]> {
  return [...(await tally(locale, 'topic'))].sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1));
}

/** Months, the newest first. */
export async function monthsIn({ tally }: Pick<Desk, 'tally'>, locale: string): Promise<readonly Tally[]> {
  return [...(await tally(locale, 'month'))].sort((a, b) => (a.name < b.name ? 1 : -1));
}
