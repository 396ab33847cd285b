/** The longest answer that is read: a server that sends more is not answering the question. */
const longest = 4_000_000;

/** One unit of an answer. */
export type Replied = readonly [id: string, target: string];

/** Reads an answer as it comes. */
export interface ReplyReader {
  /** Units that are whole with this piece, in order. Of two answers for one unit the first counts. */
  push(piece: string): readonly Replied[];
}

/**
 * A reader of answers by unit id. Answers are JSON at best; prose around it, a Markdown fence, a bare list, or a text cut
 * off in the middle still give every unit that is whole. Each character is looked at once, however the text is cut.
 */
export function createReplyReader(): ReplyReader {
  const seen = new Set<string>();
  /** From the last `{` on; empty outside. */
  let open = '';
  let inside = false;
  let quoted = false;
  let escaped = false;
  let length = 0;

  /** Every innermost `{…}` that is JSON. Braces inside strings do not count. */
  function* wholeObjects(piece: string): Generator<unknown> {
    let start = inside ? 0 : -1;
    for (let i = 0; i < piece.length; i++) {
      const c = piece.charCodeAt(i);
      if (escaped) escaped = false;
      else if (quoted) {
        if (c === 0x5c) escaped = true;
        else if (c === 0x22) quoted = false;
      } else if (c === 0x22) {
        // A quotation mark in prose before the JSON opens no string.
        quoted = inside;
      } else if (c === 0x7b) {
        open = '';
        start = i;
        inside = true;
      } else if (c === 0x7d && inside) {
        const parsed = parse(open + piece.slice(start, i + 1));
        open = '';
        inside = false;
        if (parsed !== undefined) yield parsed;
      }
    }
    if (inside) open += piece.slice(start);
  }

  return {
    push(piece) {
      length += piece.length;
      if (length > longest) return [];
      const out: Replied[] = [];
      for (const unit of wholeObjects(piece)) {
        if (unit === null || typeof unit !== 'object') continue;
        const { id, target } = unit as { id?: unknown; target?: unknown };
        // Two answers for one unit: neither can be trusted more than the other, and the first is what was asked for.
        const name = typeof id === 'number' ? String(id) : id;
        if (typeof name !== 'string' || typeof target !== 'string' || seen.has(name)) continue;
        seen.add(name);
        out.push([name, target]);
      }
      return out;
    },
  };
}

/** The targets in a whole answer, by unit id. */
export function readAnswer(text: string): ReadonlyMap<string, string> {
  return new Map(text.length > longest ? [] : createReplyReader().push(text));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
