/**
 * Inline codes (XLIFF 2.1 §4.7.2) and the one serialization of a unit's content that memory, engines and stores share.
 *
 * A unit's `text` is what a reader sees. A paired code (`pc`: emphasis, link) is a range of it; a placeholder (`ph`: code
 * span, footnote mark, HTML tag, hard break) is one U+FFFC in it. So `**25%**를` has the text `25%를`, and figures,
 * terms and particles are read from it as a reader would.
 */
export type InlineCode = PairedCode | PlaceholderCode;

interface CodeBase {
  /** Counted from 1 in the order of opening inside the unit. */
  readonly id: number;
  /** What it is: `strong`, `emphasis`, `delete`, `link`, `image`, `code`, `html`, `footnote`, `break`, `math`, `shortcode` … */
  readonly type: string;
  /** A link's or image's destination, a code span's content, a tag's source: what must survive translation. */
  readonly value?: string;
}

export interface PairedCode extends CodeBase {
  readonly kind: 'pc';
  /** UTF-16 offsets into the unit's text; codes nest and never cross. */
  readonly start: number;
  readonly end: number;
  /** Source bytes before and after the content: `**` and `**`, `[` and `](https://…)`. */
  readonly open: string;
  readonly close: string;
}

export interface PlaceholderCode extends CodeBase {
  readonly kind: 'ph';
  /** Offset of its U+FFFC in the unit's text. */
  readonly start: number;
  readonly end: number;
  /** Source bytes, copied as they are. */
  readonly raw: string;
}

/** The character that stands for a placeholder in a unit's text: U+FFFC OBJECT REPLACEMENT CHARACTER. */
export const placeholder = '\uFFFC';

/** A unit's content: text and the codes in it, in order of opening. */
export interface Content {
  readonly text: string;
  readonly codes: readonly InlineCode[];
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const characters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Escapes text for tagged content. */
export function escapeTagged(text: string): string {
  return text.replace(/[&<>]/g, (c) => entities[c] ?? c);
}

/** The reverse of `escapeTagged`. */
export function unescapeTagged(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (e) => characters[e] ?? e);
}

/**
 * Content as tagged text: `See <pc1>the <pc2>docs</pc2></pc1> and <ph3/>`. What a code holds (a link's address) is not
 * part of it, so that memory still answers when only an address changed.
 */
export function toTagged({ text, codes }: Content): string {
  if (codes.length === 0) return escapeTagged(text);
  let out = '';
  let at = 0;
  const open: PairedCode[] = [];
  const upTo = (offset: number) => {
    for (let top = open.at(-1); top !== undefined && top.end <= offset; top = open.at(-1)) {
      out += `${escapeTagged(text.slice(at, top.end))}</pc${top.id}>`;
      at = top.end;
      open.pop();
    }
    out += escapeTagged(text.slice(at, offset));
    at = offset;
  };
  // Codes are in order of opening; an empty pair closes before whatever opens next at the same place.
  for (const code of codes) {
    upTo(code.start);
    if (code.kind === 'ph') {
      out += `<ph${code.id}/>`;
      at = code.end;
    } else {
      out += `<pc${code.id}>`;
      open.push(code);
    }
  }
  upTo(text.length);
  return out;
}

/** What is wrong with tagged text: its codes are not those of the source unit, each exactly once and well nested. */
export interface TaggedFault {
  readonly reason: 'missing' | 'unknown' | 'repeated' | 'unbalanced' | 'kind';
  readonly id: number;
}

export type TaggedResult =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly faults: readonly TaggedFault[] };

const tag = /<(\/?)(pc|ph)(\d{1,4})(\/?)>/g;

/**
 * Tagged text back into content, with the codes of `source` at their new places. Every code of the source must occur
 * exactly once; order may differ, nesting may not cross.
 */
export function fromTagged(tagged: string, source: readonly InlineCode[]): TaggedResult {
  const byId = new Map(source.map((code) => [code.id, code]));
  const faults: TaggedFault[] = [];
  const placed: InlineCode[] = [];
  const open: { code: PairedCode; start: number; index: number }[] = [];
  const seen = new Set<number>();
  let text = '';
  let at = 0;
  for (const match of tagged.matchAll(tag)) {
    const id = Number(match[3]);
    const code = byId.get(id);
    text += unescapeTagged(tagged.slice(at, match.index));
    at = match.index + match[0].length;
    if (code === undefined) {
      faults.push({ reason: 'unknown', id });
      continue;
    }
    if (code.kind !== match[2] || (code.kind === 'ph') !== (match[4] === '/')) {
      faults.push({ reason: 'kind', id });
      continue;
    }
    if (match[1] === '/') {
      const top = open.pop();
      if (top?.code.id !== id) {
        faults.push({ reason: 'unbalanced', id });
        break;
      }
      placed[top.index] = { ...top.code, start: top.start, end: text.length };
      continue;
    }
    if (seen.has(id)) faults.push({ reason: 'repeated', id });
    seen.add(id);
    if (code.kind === 'ph') {
      placed.push({ ...code, start: text.length, end: text.length + 1 });
      text += placeholder;
    } else {
      open.push({ code, start: text.length, index: placed.length });
      placed.push(code);
    }
  }
  text += unescapeTagged(tagged.slice(at));
  for (const { code } of open) faults.push({ reason: 'unbalanced', id: code.id });
  for (const code of source) if (!seen.has(code.id)) faults.push({ reason: 'missing', id: code.id });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, content: { text, codes: placed } };
}

/**
 * Content that was made for one unit, for another whose tagged text is the same: with what that unit's own codes hold.
 * Two articles may say "See <pc1>the report</pc1>" and mean two reports.
 */
export function withOwnCodes({ text, codes }: Content, own: readonly InlineCode[]): Content {
  const byId = new Map(own.map((code) => [code.id, code]));
  return { text, codes: codes.map((code) => ({ ...(byId.get(code.id) ?? code), start: code.start, end: code.end })) };
}
