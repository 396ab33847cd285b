import type { Article, Unit } from '../model/article.js';
import type { Content } from '../model/inline.js';
import { sameContent } from './clean.js';
import { Collector } from './collect.js';
import { readBody } from './tree.js';

/** What stands around a unit's source in a document of its own, by syntax. */
const frames: Readonly<Record<string, readonly [before: string, after: string]>> = {
  paragraph: ['', ''],
  atx: ['# ', ''],
  setext: ['', '\n==='],
  cell: ['| ', ' |\n| --- |'],
  directive: [':::x ', ''],
  'directive:]': [':::x[', ']'],
  alt: ['![', '](x)'],
  'title:"': ['[x](y "', '")'],
  "title:'": ["[x](y '", "')"],
  'title:)': ['[x](y (', '))'],
};

function frameOf(article: Article, unit: Unit): readonly [string, string] | undefined {
  const syntax = unit.syntax.startsWith('alt:') ? 'alt' : unit.syntax;
  if (syntax !== 'paragraph') return frames[syntax];
  if (unit.kind === 'list-item') return ['- ', ''];
  const block = unit.block === undefined ? undefined : article.blocks[unit.block];
  const parent = block?.parent === undefined ? undefined : article.blocks[block.parent];
  return [parent?.kind === 'blockquote' ? '> ' : '', ''];
}

/** Definitions that `source` may refer to: a label in brackets is a link only where something defines it. */
function definitions(article: Article, source: string): string {
  if (!source.includes('[')) return '';
  const lower = source.toLowerCase();
  let out = '';
  for (const { kind, value = '', url = '' } of article.blocks) {
    if (kind === 'definition' && lower.includes(`[${value.toLowerCase()}`)) {
      out += `\n\n[${value}]: <${url.replace(/[<>\\]/g, '\\$&').replace(/\s/g, '%20')}>`;
    } else if (kind === 'footnote-definition' && lower.includes(`[^${value.toLowerCase()}`))
      out += `\n\n[^${value}]: x`;
  }
  return out;
}

/**
 * Whether `source`, put where the unit stands, reads back as `content` and nothing else: one unit that fills its place.
 * Where there is no frame for the unit's syntax nothing can be misread, and the answer is yes.
 */
export function readsBack(article: Article, unit: Unit, source: string, content: Content, mdx: boolean): boolean {
  const frame = frameOf(article, unit);
  if (frame === undefined) return true;
  const [before, after] = frame;
  const framed = before + source + after;
  const out = new Collector(framed + definitions(article, framed));
  readBody(out, 0, mdx);
  const nested = /^(?:alt|title)/.test(unit.syntax);
  const units = out.units.filter(
    (found) => found.range.start < framed.length && (found.within !== undefined) === nested,
  );
  const found = nested ? units.find((u) => u.kind === unit.kind) : units[0];
  if (found === undefined || (!nested && units.length !== 1)) return false;
  const fills = found.range.start === before.length && found.range.end === before.length + source.length;
  return fills && sameContent(found, content);
}
