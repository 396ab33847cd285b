import type { Article, Unit } from '../model/article.js';
import type { Content, InlineCode } from '../model/inline.js';
import type { Locale } from '../model/locale.js';
import { sameContent, writable } from './clean.js';
import { splitFrontmatter } from './frontmatter.js';
import { unwrapped } from './inline.js';
import { isMdx, type ParseOptions, parseArticle } from './parse.js';
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
  return merged(article, targets, options, pathsOf(article)).text;
}

/** The same, parsed as `as` says: what was read to see that it is right need not be read again. Throws as `merge` does. */
export function mergeArticle(
  article: Article,
  targets: ReadonlyMap<string, Content>,
  as: ParseOptions,
  options: MergeOptions = {},
): Article {
  const { text, read } = merged(article, targets, options, as.fields ?? []);
  const { file, slug, locale } = as;
  const same = read !== undefined && isMdxArticle(read) === isMdxArticle({ file, text });
  return same ? { ...read, file, slug, locale } : parseArticle(text, as);
}

const isMdxArticle = ({ file, text }: Pick<Article, 'file' | 'text'>): boolean =>
  isMdx(file, text, splitFrontmatter(text).bodyStart);

/** A merged text, and the article that was read from it where it had to be. */
interface Merged {
  readonly text: string;
  readonly read?: Article | undefined;
}

function merged(
  article: Article,
  targets: ReadonlyMap<string, Content>,
  options: MergeOptions,
  fields: readonly string[],
): Merged {
  const newline = /\r\n|\r|\n/.exec(article.text)?.[0] ?? '\n';
  const keys = { ...(options.locale === undefined ? {} : { locale: options.locale }), ...options.frontmatter };
  const finish = (text: string): string => {
    const parts = splitFrontmatter(text);
    return setFrontmatter(text, parts.yaml, parts.bodyStart, keys, newline);
  };
  const changed = changedUnits(article, targets);
  if (changed.size === 0) return { text: finish(article.text) };
  return mergeUnits(article, changed, newline, finish, fields);
}

const pathsOf = ({ units }: Article): string[] => units.flatMap(({ path }) => (path === undefined ? [] : [path]));

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

/**
 * Most units read back at once as they are best written, so all are written so and read together; only where one does
 * not, each is tried on its own before.
 */
function mergeUnits(
  article: Article,
  changed: ReadonlyMap<number, Content>,
  newline: string,
  finish: (text: string) => string,
  fields: readonly string[],
): Merged {
  const writer = new UnitWriter(article, newline, isMdxArticle(article));
  const written = new Map<number, UnitSource>();
  // Inner units first: the codes that hold them are written with their new text.
  const order = [...changed.keys()].sort((a, b) => b - a);
  const inner = new Map<number, number[]>();
  for (const i of order) {
    const parent = article.units[i]!.within?.unit;
    if (parent !== undefined) inner.set(parent, [...(inner.get(parent) ?? []), i]);
  }
  const write = (i: number, from: number | 'untried') => {
    const patched = withInner(article, changed.get(i)!, inner.get(i) ?? [], written);
    written.set(i, writer.write(article.units[i]!, patched, from));
  };
  const readAll = (): Merged & { readonly wrong: number } => {
    const text = finish(splice(article, written));
    const read = readArticle(article, text, fields);
    return { text, read, wrong: read === undefined ? 0 : firstMisread(article, changed, read) };
  };
  for (const i of order) write(i, 'untried');
  let result = readAll();
  if (result.wrong < 0) return result;
  for (const i of order) write(i, 0);
  result = readAll();
  for (let round = 0; round < maxRounds && result.wrong >= 0; round++) {
    const { wrong } = result;
    // Where the misread unit itself is not written anew, the one before it ran over.
    const culprit = order.find((i) => i <= wrong && written.get(i)?.last === false);
    if (culprit === undefined) break;
    write(culprit, written.get(culprit)!.variant + 1);
    const parent = article.units[culprit]!.within?.unit;
    if (parent !== undefined && changed.has(parent)) write(parent, written.get(parent)!.variant);
    result = readAll();
  }
  return result;
}

/** The merged text, read; `undefined` where its frontmatter is broken. */
function readArticle({ file, slug, locale }: Article, text: string, fields: readonly string[]): Article | undefined {
  try {
    return parseArticle(text, { file, slug, locale, fields });
  } catch {
    return undefined;
  }
}

/** Index of the first unit of the merged text that does not say what it should; -1 when all do. */
function firstMisread({ units }: Article, changed: ReadonlyMap<number, Content>, read: Article): number {
  for (let i = 0; i < Math.max(units.length, read.units.length); i++) {
    const unit = units[i];
    const found = read.units[i];
    if (unit === undefined || found === undefined) return Math.max(0, Math.min(units.length, read.units.length) - 1);
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
