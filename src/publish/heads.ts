import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFrontmatter, splitFrontmatter } from '../markdown/frontmatter.js';
import { createMemory, type Memory } from '../memory/lookup.js';
import type { Article } from '../model/article.js';
import { escapeTagged, fromTagged } from '../model/inline.js';
import type { Locale } from '../model/locale.js';
import type { LanguagePair } from '../model/memory.js';
import type { FoundFile } from '../pipeline/inventory.js';
import type { Project } from '../pipeline/project.js';
import type { Store } from '../store/store.js';
import { createCache } from './cache.js';
import { type Entry, editionOf } from './entry.js';
import type { Library } from './library.js';

/** What lists show of an article. */
export interface Head {
  readonly title: string;
  readonly summary?: string;
  readonly topic?: string;
  /** `2026-04-24`, where the frontmatter says. */
  readonly date?: string;
  /** Language of title, summary and topic. */
  readonly locale: Locale;
}

/** Heads of articles, each read once for a revision of its file. */
export interface Heads {
  /** The head in a language: the translation's, else what memory knows of it, else the source's own. */
  of(entry: Entry, to: Locale): Promise<Head>;
  /** Memory has grown. Counts up: what was made of heads before may say less than can be said now. */
  changed(): void;
  readonly generation: number;
}

/** How many heads are kept: those of a large site in its languages. */
const kept = 100_000;

/** The fields that hold them; a summary by any of its names. */
const summaryFields = ['summary', 'description'] as const;
const topicFields = ['topic', 'topic.name'] as const;

/** The heads of a library's articles. */
export function createHeads(project: Project, library: Library, store: Store): Heads {
  const own = createCache<Promise<Head>>(kept);
  const recalls = new Map<string, Recall>();
  let generation = 0;

  const headOf = (found: FoundFile): Promise<Head> =>
    own.get(`${found.file}\0${found.revision}`, () => readHeadOf(project, library, found));

  return {
    get generation() {
      return generation;
    },
    async of(entry, to) {
      const { source } = entry;
      const found = editionOf(entry, to)?.found;
      const original = await headOf(source);
      if (found !== undefined) {
        const head = await headOf(found);
        return { ...head, ...(original.date === undefined ? {} : { date: original.date }) };
      }
      if (source.locale === to) return original;
      const key = `${source.locale}>${to}`;
      const recall = recalls.get(key) ?? openRecall(store, { from: source.locale, to });
      recalls.set(key, recall);
      return fromMemory(original, await recall(sourcesOf(original)), to);
    },
    changed() {
      generation++;
      recalls.clear();
    },
  };
}

/** What memory holds of these very (tagged) sources, and maybe of others. */
type Recall = (sources: readonly string[]) => Promise<Memory>;

/**
 * Memory as heads ask it. Where the store has an index, what many ask for at once is one query, and nobody reads the
 * memory of a large site for the titles of one page.
 */
function openRecall(store: Store, pair: LanguagePair): Recall {
  const { exact } = store;
  if (exact === undefined) {
    let whole: Promise<Memory> | undefined;
    return () => {
      whole ??= store.memory(pair).then((all) => createMemory(all));
      return whole;
    };
  }
  let asked = new Set<string>();
  let answer: Promise<Memory> | undefined;
  return (sources) => {
    for (const source of sources) asked.add(source);
    answer ??= new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
      const wanted = [...asked];
      asked = new Set();
      answer = undefined;
      return createMemory(await exact(pair, wanted));
    });
    return answer;
  };
}

/** The sources that a head is made of, as memory knows them. */
function sourcesOf({ title, summary, topic }: Head): readonly string[] {
  return [title, summary, topic].filter((text) => text !== undefined).map(escapeTagged);
}

/** A head in another language, as far as memory knows its parts; without a title none of it. */
function fromMemory(head: Head, memory: Memory, to: Locale): Head {
  const known = (text: string | undefined, kinds: readonly ('title' | 'frontmatter' | 'heading')[]) => {
    for (const kind of text === undefined ? [] : kinds) {
      const found = memory.exact(escapeTagged(text!), kind);
      const read = found && fromTagged(found.target, []);
      if (read?.ok) return read.content.text;
    }
    return undefined;
  };
  const title = known(head.title, ['title', 'heading']);
  if (title === undefined) return head;
  const summary = known(head.summary, ['frontmatter']);
  const topic = known(head.topic, ['frontmatter']) ?? head.topic;
  const { date } = head;
  return {
    title,
    locale: to,
    ...(summary === undefined ? {} : { summary }),
    ...(topic === undefined ? {} : { topic }),
    ...(date === undefined ? {} : { date }),
  };
}

/** Reads the frontmatter alone: parsing a whole article costs twenty times as much, and a list shows hundreds. */
async function readHeadOf(project: Project, library: Library, found: FoundFile): Promise<Head> {
  const text = await readFile(join(project.root, found.file), 'utf8');
  const { yaml } = splitFrontmatter(text);
  const values = yaml === undefined ? {} : readFrontmatter(text, yaml, [], found.file).values;
  const head = headFrom(values, found);
  if (head.title !== undefined) return { ...head, title: head.title };
  const heading = (await library.read(found)).units.find(({ kind }) => kind === 'heading')?.text;
  return { ...head, title: heading ?? found.slug };
}

function headFrom(values: Article['frontmatter'], { locale }: FoundFile): Omit<Head, 'title'> & { title?: string } {
  const text = (path: string) => {
    const value = path.split('.').reduce<unknown>((at, step) => (at as Record<string, unknown> | null)?.[step], values);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const first = (paths: readonly string[]) => paths.map(text).find((value) => value !== undefined);
  const [title, summary, topic, date] = [text('title'), first(summaryFields), first(topicFields), dateOf(values)];
  return {
    locale,
    ...(title === undefined ? {} : { title }),
    ...(summary === undefined ? {} : { summary }),
    ...(topic === undefined ? {} : { topic }),
    ...(date === undefined ? {} : { date }),
  };
}

/** The day of an article, `2026-04-24`, as its frontmatter's `date` says. */
function dateOf({ date }: Article['frontmatter']): string | undefined {
  if (date instanceof Date) return date.toISOString().slice(0, 10);
  return typeof date === 'string' && /^\d{4}-\d{2}-\d{2}/.test(date) ? date.slice(0, 10) : undefined;
}
