import type { GlossedUnit } from '../../model/article.js';
import { type Content, escapeTagged, fromTagged, type TaggedFault } from '../../model/inline.js';
import type { Refused } from '../../model/refusal.js';
import { expectedCodes, guardedFigures, tagName, withFigureCodes } from '../figures.js';
import { because, refuse } from './judge.js';

export type Untagged = { readonly ok: true; readonly content: Content } | Refused;

/** `< Q1 >`, `<PH2 />`, `<ph2></ph2>`: what models make of tags. */
const sloppy = /<\s*(\/?)\s*(pc|ph|q)\s*(\d{1,4})\s*(\/?)\s*>/gi;
const emptyPair = /<ph(\d{1,4})>\s*<\/ph\1>/g;
const openMark = /<ph(\d{1,4})>/g;
/** A tag written with entities, as an answer that was escaped once too often has it. */
const escaped = /&lt;(\/?(?:pc|q)\d{1,4}|ph\d{1,4}\/)&gt;/g;

/** Answers with their tags in the one form that is read. The source's own escaped tags (an article about XLIFF) stay text. */
function tidyTags(tagged: string, source: string): string {
  const tidy = tagged.replace(
    sloppy,
    (_, slash: string, name: string, id: string, end: string) => `<${slash}${name.toLowerCase()}${Number(id)}${end}>`,
  );
  const marked = tidy.includes('<ph') ? tidy.replace(emptyPair, '<ph$1/>').replace(openMark, '<ph$1/>') : tidy;
  return !marked.includes('&lt;') || /<\/?(?:pc|ph|q)\d/.test(source) ? marked : marked.replace(escaped, '<$1>');
}

/** `<q1></q1>` and `<q1/>`: the engine knows where the figure belongs, and we know what it is. */
const bareFigure = /<q(\d{1,4})>\s*<\/q\1>|<q(\d{1,4})\/>/g;

/** Fills figures that were left empty, and puts the tags around a single figure that lost them. */
function mendFigures(unit: GlossedUnit, tagged: string): string {
  const required = guardedFigures(unit).map((figure) => escapeTagged(figure.required));
  const filled = tagged.replace(bareFigure, (bare, paired?: string, single?: string) => {
    const n = Number(paired ?? single);
    const text = required[n - 1];
    return text === undefined ? bare : `<q${n}>${text}</q${n}>`;
  });
  const lost = required.flatMap((_, index) =>
    filled.includes(`<q${index + 1}>`) || filled.includes(`</q${index + 1}>`) ? [] : [index],
  );
  const [index] = lost;
  // With two lost, nothing would tell whether they were exchanged.
  if (index === undefined || lost.length > 1) return filled;
  const text = required[index]!;
  const at = filled.indexOf(text);
  if (at < 0 || filled.indexOf(text, at + 1) >= 0 || isPartOfNumber(filled, at, at + text.length)) return filled;
  return `${filled.slice(0, at)}<q${index + 1}>${text}</q${index + 1}>${filled.slice(at + text.length)}`;
}

/** Whether more digits stand before or behind: 250억 inside 1,250억. */
export function isPartOfNumber(text: string, start: number, end: number): boolean {
  return /\d[.,]?$/.test(text.slice(Math.max(0, start - 2), start)) || /^[.,]?\d/.test(text.slice(end, end + 2));
}

const faultWords: Readonly<Record<TaggedFault['reason'], (tag: string) => string>> = {
  missing: (tag) => `${tag} is missing`,
  unknown: (tag) => `${tag} is not in the source`,
  repeated: (tag) => `${tag} stands more than once`,
  unbalanced: (tag) => `${tag} is not closed, or crosses another tag`,
  kind: (tag) => `${tag} is written as another sort of tag`,
};

const faultKeys: Readonly<Record<TaggedFault['reason'], string>> = {
  missing: 'tag-missing',
  unknown: 'tag-unknown',
  repeated: 'tag-repeated',
  unbalanced: 'tag-unbalanced',
  kind: 'tag-kind',
};

/** Reads an answer's tags: each code of the source once, figures included. */
export function readTags(unit: GlossedUnit, tagged: string): Untagged {
  const codes = expectedCodes(unit);
  const read = fromTagged(withFigureCodes(unit, mendFigures(unit, tidyTags(tagged, unit.text))), codes);
  if (read.ok) return read;
  const said = new Map(
    read.faults.map(({ reason, id }) => {
      const tag = tagName(unit, id);
      return [faultWords[reason](tag), because(faultKeys[reason], { tag })] as const;
    }),
  );
  const list = [...said.keys()].slice(0, 12).join('; ');
  return refuse(`Tags are wrong: ${list}. Copy every tag of the source exactly once.`, ...said.values());
}
