import type { Article, Unit } from '../model/article.js';
import type { Content, InlineCode } from '../model/inline.js';
import type { Locale } from '../model/locale.js';
import { sameContent, writable } from './clean.js';
import { splitFrontmatter } from './frontmatter.js';
import { unwrapped } from './inline.js';
import { isMdx, parseArticle } from './parse.js';
import { type UnitSource, UnitWriter } from './unit-source.js';
import { setFrontmatter } from './yaml.js';

export interface MergeOptions {
  /** Keys of the frontmatter to set; `undefined` leaves a key as it is. */
  readonly frontmatter?: Readonly<Record<string, unknown>>;
  /** The result's locale; the same as the key `locale` in `frontmatter`. */
  readonly locale?: Locale;
}

/**
 * The article with `targets` (content by unit id) in place of its units; every other byte is the source's. A unit
 * without a target, or whose target is its own content, is copied as it was written. New text is escaped for where it
 * stands, and the whole is read back: what its units say is what the targets say, cleaned of what a unit cannot hold
 * (line ends become spaces). Throws DiptychError `invalid-yaml` only if the article's frontmatter was not valid.
 */
export function merge(article: Article, targets: ReadonlyMap<string, Content>, options: MergeOptions = {}): string {
  const newline = /\r\n|\r|\n/.exec(article.text)?.[0] ?? '\n';
  const changed = changedUnits(article, targets);
  const text = changed.size === 0 ? article.text : mergeUnits(article, changed, newline);
  const keys = { ...(options.locale === undefined ? {} : { locale: options.locale }), ...options.frontmatter };
  const parts = splitFrontmatter(text);
  return setFrontmatter(text, parts.yaml, parts.bodyStart, keys, newline);
}

/** New content by unit index, of the units that get other content than they have. */
function changedUnits(article: Article, targets: ReadonlyMap<string, Content>): ReadonlyMap<number, Content> {
  const changed = new Map<number, Content>();
  article.units.forEach((unit, i) => {
    const target = targets.get(unit.id);
    if (target === undefined || isOwn(unit, target)) return;
    const content = writable(unit, target);
    if (!isOwn(unit, content)) changed.set(i, content);
  });
  return changed;
}

/** Whether a target is the unit's own content, code by code. */
function isOwn(unit: Unit, target: Content): boolean {
  return sameContent(unit, target) && target.codes.every((code, i) => code.id === unit.codes[i]!.id);
}

/** How often a unit that reads back otherwise in the whole article is written more safely. */
const maxRounds = 24;

function mergeUnits(article: Article, changed: ReadonlyMap<number, Content>, newline: string): string {
  const mdx = isMdx(article.file, article.text, splitFrontmatter(article.text).bodyStart);
  const writer = new UnitWriter(article, newline, mdx);
  const written = new Map<number, UnitSource>();
  // Inner units first: the codes that hold them are written with their new text.
  const order = [...changed.keys()].sort((a, b) => b - a);
  const inner = new Map<number, number[]>();
  for (const i of order) {
    const parent = article.units[i]!.within?.unit;
    if (parent !== undefined) inner.set(parent, [...(inner.get(parent) ?? []), i]);
  }
  const write = (i: number, from: number) => {
    const patched = withInner(article, changed.get(i)!, inner.get(i) ?? [], written);
    written.set(i, writer.write(article.units[i]!, patched, from));
  };
  for (const i of order) write(i, 0);
  const paths = article.units.flatMap((unit) => (unit.path === undefined ? [] : [unit.path]));
  let text = splice(article, written);
  for (let round = 0; round < maxRounds; round++) {
    const wrong = firstMisread(article, changed, text, paths);
    if (wrong < 0) break;
    // Where the misread unit itself is not written anew, the one before it ran over.
    const culprit = order.find((i) => i <= wrong && written.get(i)?.last === false);
    if (culprit === undefined) break;
    write(culprit, written.get(culprit)!.variant + 1);
    const parent = article.units[culprit]!.within?.unit;
    if (parent !== undefined && changed.has(parent)) write(parent, written.get(parent)!.variant);
    text = splice(article, written);
  }
  return text;
}

/** Index of the first unit of the merged text that does not say what it should; -1 when all do. */
function firstMisread(
  article: Article,
  changed: ReadonlyMap<number, Content>,
  text: string,
  fields: readonly string[],
): number {
  const { file, slug, locale, units } = article;
  let read: Article;
  try {
    read = parseArticle(text, { file, slug, locale, fields });
  } catch {
    return 0;
  }
  for (let i = 0; i < Math.max(units.length, read.units.length); i++) {
    const unit = units[i];
    const found = read.units[i];
    if (unit === undefined || found === undefined) return Math.min(units.length, read.units.length) - 1;
    if (found.kind !== unit.kind || !sameContent(found, changed.get(i) ?? unit)) return i;
  }
  return -1;
}

/** Content whose codes hold the new text of the units inside them. `inner` comes last first, so that offsets hold. */
function withInner(
  article: Article,
  content: Content,
  inner: readonly number[],
  written: ReadonlyMap<number, UnitSource>,
): Content {
  if (inner.length === 0) return content;
  const codes = [...content.codes];
  for (const i of inner) {
    const unit = article.units[i]!;
    const at = codes.findIndex((code) => code.id === unit.within?.code);
    const code = codes[at];
    const source = written.get(i)?.source;
    if (code === undefined || source === undefined) continue;
    const old = unwrapped(article.text.slice(unit.range.start, unit.range.end));
    codes[at] = patched(code, unit, old.length, source);
  }
  return { text: content.text, codes };
}

function patched(code: InlineCode, unit: Unit, length: number, source: string): InlineCode {
  const start = unit.within?.offset ?? 0;
  const replace = (bytes: string): string => bytes.slice(0, start) + source + bytes.slice(start + length);
  if (code.kind === 'ph') return { ...code, raw: replace(code.raw) };
  return unit.kind === 'link-title' ? { ...code, close: replace(code.close) } : { ...code, open: replace(code.open) };
}

/** The article's text with written units at their ranges; a unit inside one that is written anew is part of that. */
function splice(article: Article, written: ReadonlyMap<number, UnitSource>): string {
  let out = '';
  let at = 0;
  const edits = [...written.keys()].filter((i) => {
    const parent = article.units[i]!.within?.unit;
    return parent === undefined || !written.has(parent);
  });
  edits.sort((a, b) => article.units[a]!.range.start - article.units[b]!.range.start);
  for (const i of edits) {
    const { range } = article.units[i]!;
    out += article.text.slice(at, range.start) + written.get(i)!.source;
    at = range.end;
  }
  return out + article.text.slice(at);
}
