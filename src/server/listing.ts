import { type Entry, editionOf } from '../publish/entry.js';
import type { Head } from '../publish/heads.js';
import type { Desk } from './desk.js';
import { liveState, presentSummary } from './present.js';
import type { ArticleQuery, Tally } from './query.js';

/** One article as lists are made of it, in one language. */
interface Row {
  readonly entry: Entry;
  readonly head: Head;
  /** All that is searched, folded. */
  readonly searched: string;
}

/** What a finder works with. */
type Sources = Omit<Desk, 'find' | 'tally'>;

/** A finder over a desk's articles. What lists are made of is kept as long as the articles do not change. */
export function createFinder(desk: Sources): Pick<Desk, 'find' | 'tally'> {
  const made = new Map<string, { entries: readonly Entry[]; generation: number; rows: Promise<readonly Row[]> }>();
  const rowsIn = async (locale: string): Promise<readonly Row[]> => {
    const entries = await desk.library.entries();
    const { generation } = desk.heads;
    const known = made.get(locale);
    if (known?.entries === entries && known.generation === generation) return known.rows;
    const before = (await known?.rows) ?? [];
    // When memory has grown, what was made without memory stays as it was.
    const kept = known?.generation === generation ? before : before.filter(({ entry }) => isRead(entry, locale));
    const rows = makeRows(desk, entries, locale, kept);
    made.set(locale, { entries, generation, rows });
    return rows;
  };
  return {
    find: (query) => findArticles(desk, query, rowsIn),
    tally: async (locale, by) => tallyOf(await rowsIn(locale), locale, by),
  };
}

/** Whether an article's head comes from a file of the language itself. */
function isRead(entry: Entry, locale: string): boolean {
  return entry.source.locale === locale || editionOf(entry, locale)?.found !== undefined;
}

/** Counts articles by topic or month. Those that have none are in no count. */
function tallyOf(rows: readonly Row[], locale: string, by: 'topic' | 'month'): readonly Tally[] {
  const counts = new Map<string, { articles: number; available: number }>();
  for (const { head, entry } of rows) {
    const name = by === 'topic' ? head.topic : head.date?.slice(0, 7);
    if (name === undefined) continue;
    const count = counts.get(name) ?? { articles: 0, available: 0 };
    counts.set(name, count);
    count.articles++;
    if (isRead(entry, locale)) count.available++;
  }
  return [...counts].map(([name, count]) => ({ name, ...count }));
}

/** The newest first; of one day by name. Rows of articles that are as they were are kept. */
async function makeRows(
  desk: Sources,
  entries: readonly Entry[],
  locale: string,
  before: readonly Row[],
): Promise<readonly Row[]> {
  const known = new Map(before.map((row) => [row.entry, row]));
  const rows = await Promise.all(entries.map(async (entry) => known.get(entry) ?? rowOf(desk, entry, locale)));
  return rows
    .flatMap((row) => (row === undefined ? [] : [row]))
    .sort(({ head: a, entry: { source: x } }, { head: b, entry: { source: y } }) =>
      a.date === b.date ? (x.slug < y.slug ? -1 : 1) : (a.date ?? '') < (b.date ?? '') ? 1 : -1,
    );
}

/** One article; `undefined` when its file is broken or just gone: the list is there all the same. */
async function rowOf({ heads }: Sources, entry: Entry, locale: string): Promise<Row | undefined> {
  try {
    const head = await heads.of(entry, locale);
    const own = await heads.of(entry, entry.source.locale);
    const all = [head.title, head.summary, head.topic, own.title, own.summary, own.topic, entry.source.slug];
    return { entry, head, searched: folded(all.join('\n')) };
  } catch {
    return undefined;
  }
}

/** The articles that a query leaves, the newest first, one page of them. */
async function findArticles(
  desk: Sources,
  { locale, state, topic, month, q, limit, cursor }: ArticleQuery,
  rowsIn: (locale: string) => Promise<readonly Row[]>,
) {
  const stateIn = ({ source, editions }: Entry) => {
    const edition = editions.find((one) => one.locale === locale);
    return edition === undefined ? 'source' : liveState(desk, source.slug, locale, edition.state);
  };
  const words = folded(q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  // Only what is asked about is looked at: ten thousand rows are a millisecond for each question.
  const questions: ((row: Row) => boolean)[] = [];
  if (topic !== undefined) questions.push(({ head }) => head.topic === topic);
  if (month !== undefined) questions.push(({ head }) => head.date?.startsWith(month) === true);
  for (const word of words) questions.push(({ searched }) => searched.includes(word));
  if (state !== undefined) questions.push(({ entry }) => stateIn(entry) === state);
  const kept = questions.reduce((rows, question) => rows.filter(question), await rowsIn(locale));
  const start =
    cursor === undefined ? 0 : kept.findIndex(({ entry }) => entry.source.slug === decodeCursor(cursor)) + 1;
  const articles = kept.slice(start, start + limit).map(({ entry, head }) => presentSummary(desk, entry, head));
  const last = articles.at(-1);
  const more = last !== undefined && start + limit < kept.length;
  return { articles, total: kept.length, ...(more ? { next: encodeCursor(last.slug) } : {}) };
}

const folded = (text: string): string => text.normalize('NFC').toLowerCase();

const encodeCursor = (slug: string): string => Buffer.from(slug).toString('base64url');
const decodeCursor = (cursor: string): string => Buffer.from(cursor, 'base64url').toString('utf8');
