import type { Entry } from '../publish/entry.js';
import { sentencesOf } from '../quantities/sentences.js';
import type { Desk } from './desk.js';

/** How many related articles are named. */
const relatedLength = 5;

/** How long a teaser may be, in characters, when it has more than one sentence. */
const teaserLength = 160;

/** Other articles of the same topic, the newest first, with teasers, in a language. */
export async function relatedTo({ heads, find }: Pick<Desk, 'heads' | 'find'>, entry: Entry, locale: string) {
  const { topic } = await heads.of(entry, locale);
  const same = topic === undefined ? [] : (await find({ locale, topic, limit: relatedLength + 1 })).articles;
  return same
    .filter(({ slug }) => slug !== entry.source.slug)
    .slice(0, relatedLength)
    .map((one) => (one.summary === undefined ? one : { ...one, teaser: teaserOf(one.summary) }));
}

/** A summary's first sentences as far as they go into a teaser; the first is there whole. */
export function teaserOf(summary: string): string {
  const [first, ...rest] = sentencesOf(summary);
  if (first === undefined) return summary;
  let end = first.end;
  for (const sentence of rest) {
    if (sentence.end > teaserLength) break;
    end = sentence.end;
  }
  return summary.slice(0, end).trim();
}
