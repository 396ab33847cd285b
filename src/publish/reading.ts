import { createMemory } from '../memory/lookup.js';
import type { Article, Unit } from '../model/article.js';
import { fromTagged, toTagged } from '../model/inline.js';
import type { Locale } from '../model/locale.js';
import type { Store } from '../store/store.js';
import { type Edition, type Entry, editionOf, type Library } from './library.js';

/** An article as a reader of one language gets it. */
export interface Reading {
  readonly entry: Entry;
  /** The language that was asked for. */
  readonly locale: Locale;
  readonly state: Edition['state'] | 'source';
  /** The text that there is: the translation, or the source where there is none. */
  readonly article: Article;
  /** In the language asked for wherever it is known: from the translation, or from memory before there is one. */
  readonly head: Head;
}

/** What lists show of an article. */
export interface Head {
  readonly title: string;
  readonly summary?: string;
  readonly topic?: string;
  /** Language of title and summary. */
  readonly locale: Locale;
}

/** Looks up title and summary of articles that are not translated yet, in translation memory. */
export interface Heads {
  of(article: Article, to: Locale): Promise<Head>;
  /** Memory has grown. */
  changed(): void;
}

/** Heads from a store's memory. */
export function createHeads(store: Store): Heads {
  const memories = new Map<string, Promise<ReturnType<typeof createMemory>>>();
  return {
    async of(article, to) {
      const own = ownHead(article);
      if (article.locale === to) return own;
      const key = `${article.locale}>${to}`;
      const loading = memories.get(key) ?? store.memory({ from: article.locale, to }).then((all) => createMemory(all));
      memories.set(key, loading);
      const memory = await loading;
      const translated = (unit: Unit | undefined) => {
        const found = unit && memory.exact(toTagged(unit), unit.kind);
        const content = found && fromTagged(found.target, unit.codes);
        return content?.ok ? content.content.text : undefined;
      };
      const title = translated(titleUnit(article));
      if (title === undefined) return own;
      const summary = translated(summaryUnit(article));
      const topic = translated(topicUnit(article)) ?? own.topic;
      return {
        title,
        locale: to,
        ...(summary === undefined ? {} : { summary }),
        ...(topic === undefined ? {} : { topic }),
      };
    },
    changed: () => memories.clear(),
  };
}

function titleUnit({ units }: Article): Unit | undefined {
  return units.find(({ kind }) => kind === 'title') ?? units.find(({ kind }) => kind === 'heading');
}

function summaryUnit({ units }: Article): Unit | undefined {
  return units.find(({ path }) => path === 'summary') ?? units.find(({ path }) => path === 'description');
}

function topicUnit({ units }: Article): Unit | undefined {
  return units.find(({ path }) => path === 'topic' || path === 'topic.name');
}

function ownHead(article: Article): Head {
  const { frontmatter, slug, locale } = article;
  const text = (name: string) => {
    const value = frontmatter[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const title = text('title') ?? titleUnit(article)?.text ?? slug;
  const summary = text('summary') ?? text('description');
  const topic = topicOf(frontmatter);
  return {
    title,
    locale,
    ...(summary === undefined ? {} : { summary }),
    ...(topic === undefined ? {} : { topic }),
  };
}

/** The topic's name: `topic: name` or `topic: {name}`. */
export function topicOf({ topic }: Article['frontmatter']): string | undefined {
  if (typeof topic === 'string') return topic;
  const name = (topic as { name?: unknown } | null | undefined)?.name;
  return typeof name === 'string' ? name : undefined;
}

/** The day of an article, `2026-04-24`, as its frontmatter's `date` says. */
export function dateOf({ date }: Article['frontmatter']): string | undefined {
  if (date instanceof Date) return date.toISOString().slice(0, 10);
  return typeof date === 'string' && /^\d{4}-\d{2}-\d{2}/.test(date) ? date.slice(0, 10) : undefined;
}

/** An article in a language that it goes into, or its own; the source's text stands in for what does not exist. */
export async function readIn(library: Library, heads: Heads, entry: Entry, locale: Locale): Promise<Reading> {
  const edition = editionOf(entry, locale);
  const article = await library.read(edition?.found ?? entry.source);
  const head = edition?.found === undefined ? await heads.of(article, locale) : ownHead(article);
  return { entry, locale, state: edition?.state ?? 'source', article, head };
}

/** Whether a reader gets another language than asked for. */
export function isFallback({ locale, article }: Reading): boolean {
  return article.locale !== locale;
}
