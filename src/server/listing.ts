import type { Entry } from '../publish/library.js';
import { readIn } from '../publish/reading.js';
import type { Desk } from './desk.js';
import { liveState, presentSummary } from './present.js';

/** Which articles are wanted. */
export interface ArticleQuery {
  /** Language of titles and summaries; `state` is about it. */
  readonly locale: string;
  readonly state?: string | undefined;
  readonly topic?: string | undefined;
  /** `2026-04` */
  readonly month?: string | undefined;
  /** Words that all stand in title, summary or topic, in one language or the other. */
  readonly q?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The articles that a query leaves, the newest first, one page of them. */
export async function findArticles(desk: Desk, { locale, state, topic, month, q, limit, cursor }: ArticleQuery) {
  const stateIn = ({ source, editions }: Entry) => {
    const edition = editions.find((one) => one.locale === locale);
    return edition === undefined ? 'source' : liveState(desk, source.slug, locale, edition.state);
  };
  const entries = (await desk.library.entries()).filter((entry) => state === undefined || stateIn(entry) === state);
  const words = folded(q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const found = await Promise.all(entries.map((entry) => summarise(desk, entry, locale)));
  const listed = found
    .flatMap((one) => (one === undefined ? [] : [one]))
    .filter(
      ({ summary, searched }) =>
        (topic === undefined || summary.topic === topic) &&
        (month === undefined || summary.date?.startsWith(month) === true) &&
        words.every((word) => searched.includes(word)),
    )
    .map(({ summary }) => summary)
    .sort(byDate);
  const start = cursor === undefined ? 0 : listed.findIndex(({ slug }) => slug === decodeCursor(cursor)) + 1;
  const articles = listed.slice(start, start + limit);
  const last = articles.at(-1);
  const more = last !== undefined && start + limit < listed.length;
  return { articles, total: listed.length, ...(more ? { next: encodeCursor(last.slug) } : {}) };
}

/** One article; `undefined` when its file is broken or just gone: the list is there all the same. */
async function summarise(desk: Desk, entry: Entry, locale: string) {
  try {
    const { head } = await readIn(desk.library, desk.heads, entry, locale);
    const source = await desk.library.read(entry.source);
    const own = await desk.heads.of(source, source.locale);
    const summary = presentSummary(desk, entry, head, source.frontmatter);
    const all = [head.title, head.summary, head.topic, own.title, own.summary, own.topic, entry.source.slug];
    return { summary, searched: folded(all.join('\n')) };
  } catch {
    return undefined;
  }
}

const folded = (text: string): string => text.normalize('NFC').toLowerCase();

/** The newest first; of one day by name. */
function byDate(a: { readonly date?: string; readonly slug: string }, b: typeof a): number {
  const [x, y] = [a.date ?? '', b.date ?? ''];
  if (x !== y) return x < y ? 1 : -1;
  return a.slug < b.slug ? -1 : 1;
}

const encodeCursor = (slug: string): string => Buffer.from(slug).toString('base64url');
const decodeCursor = (cursor: string): string => Buffer.from(cursor, 'base64url').toString('utf8');
