import type { Article, GlossedArticle, Unit } from '../../src/model/article.js';
import { sha256 } from '../../src/model/hash.js';
import type { Content, InlineCode } from '../../src/model/inline.js';
import type { MemoryEntry } from '../../src/model/memory.js';
import type { Leverage } from '../../src/pipeline/plan.js';
import { skeletonHash, unitHash } from '../../src/pipeline/standing.js';
import type { DeliveredUnit, Delivery } from '../../src/store/store.js';

/** An article of paragraphs, one a line, without the Markdown room. */
export function article(texts: readonly string[], locale = 'en', before = ''): Article {
  const text = `${before}${texts.join('\n\n')}\n`;
  let at = before.length;
  const units = texts.map((line, index): Unit => {
    const range = { start: at, end: at + line.length };
    at = range.end + 2;
    const codes: InlineCode[] = [];
    return {
      id: `paragraph-${index}-${line}`,
      kind: 'paragraph',
      text: line,
      codes,
      range,
      syntax: 'plain',
      line: 2 * index + 1,
      column: 1,
    };
  });
  const file = `content/${locale}/story.md`;
  const frontmatterRange = { start: 0, end: before.length };
  const frontmatter = Object.fromEntries([...before.matchAll(/^(\w+): (.*)$/gm)].map((m) => [m[1], m[2]]));
  return {
    file,
    slug: 'story',
    locale,
    text,
    revision: sha256(text),
    frontmatter,
    frontmatterRange,
    blocks: [],
    units,
  };
}

export function glossed(source: Article, to = 'ko'): GlossedArticle {
  return { ...source, targetLocale: to, units: source.units.map((unit) => ({ ...unit, terms: [], quantities: [] })) };
}

/** The record of `translation` as the delivery of `source`, all from memory unless said otherwise. */
export function delivered(
  source: Article,
  translation: Article,
  changes: Readonly<Record<number, Partial<DeliveredUnit>>> = {},
): Delivery {
  return {
    slug: source.slug,
    from: source.locale,
    to: translation.locale,
    sourceRevision: source.revision,
    revision: translation.revision,
    sourceSkeleton: skeletonHash(source),
    skeleton: skeletonHash(translation),
    units: source.units.map((unit, index) => ({
      id: unit.id,
      source: unit.text,
      targetHash: unitHash(translation, translation.units[index]!),
      state: 'translated',
      origin: { kind: 'memory' },
      ...changes[index],
    })),
  };
}

/** Leverage that knows the entries given, patches digits and trusts everything. */
export function leverage(entries: readonly MemoryEntry[] = [], changes: Partial<Leverage> = {}): Leverage {
  const plain = (text: string): Content => ({ text, codes: [] });
  const mask = (text: string) => text.replace(/\d+/g, '#');
  return {
    exact: (unit) => entries.find(({ source }) => source === unit.text),
    near: (unit) => entries.filter(({ source }) => source !== unit.text && mask(source) === mask(unit.text)),
    isCurrent: () => true,
    rendered: (unit) => (/^[\d\s%]+$/.test(unit.text) ? plain(unit.text) : undefined),
    patched: (before, unit, target) => {
      if (mask(before.text) !== mask(unit.text)) return undefined;
      const now = unit.text.match(/\d+/g) ?? [];
      let at = 0;
      return plain(target.text.replace(/\d+/g, () => now[at++] ?? ''));
    },
    acceptable: () => true,
    likeness: (a, b) => (a.split(' ')[0] === b.split(' ')[0] ? 0.9 : 0),
    ...changes,
  };
}
