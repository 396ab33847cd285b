import type { Node } from './draft.js';
import { Lines } from './lines.js';
import { PlainBlocks } from './plain-blocks.js';
import { Stretch } from './stretch.js';
import { offsetOf, parseWindows, shift } from './windows.js';

/*
 * Most blocks of a page are plain, and are read without micromark, which reads the stretches between them as one text. There
 * a comment stands behind each stretch. Where it is read as a block of its own, the stretch left nothing open, and so means
 * what it means in its place; where one is not, micromark reads the whole body.
 */
const comment = '<!-- -->';
const apart = '\n\n';

/** `$$` opens a display or a fence by where all others stand; the mark of byte order is dropped where a text begins. */
const indivisible = /\$\$|\uFEFF/;

/** The top-level blocks of a body of any length, in time that grows with it. Offsets are those of `text`. */
export function parseBody(text: string, mdx: boolean): readonly Node[] {
  const parts = indivisible.test(text) ? [] : partsOf(text, mdx);
  return joined(text, parts, mdx) ?? parseWindows(text, mdx);
}

/** The body's plain blocks and the stretches between them, in order. */
function partsOf(text: string, mdx: boolean): readonly (Node | Stretch)[] {
  const lines = new Lines(text);
  const blocks = new PlainBlocks(lines, mdx);
  const out: (Node | Stretch)[] = [];
  let stretch: Stretch | undefined;
  let isBehindBlank = true;
  for (let line = 0; line < lines.count; ) {
    if (lines.isBlank(line)) {
      // Code that is indented has the white space of blank lines too.
      stretch?.take('', lines.end(line));
      isBehindBlank = true;
      line++;
      continue;
    }
    // A blank line ends a paragraph, and what stands at the left margin behind it a list, a quotation or a footnote.
    const block = stretch === undefined || (isBehindBlank && !stretch.isOpen) ? blocks.at(line) : undefined;
    isBehindBlank = false;
    if (block !== undefined) {
      out.push(block.node);
      stretch = undefined;
      line = block.next;
      continue;
    }
    if (stretch === undefined) {
      stretch = new Stretch(lines.start(line));
      out.push(stretch);
    }
    stretch.take(lines.text(line), lines.end(line));
    line++;
  }
  return out;
}

/** The blocks of all parts; `undefined` where none is plain, or where a stretch may run into what stands behind it. */
function joined(text: string, parts: readonly (Node | Stretch)[], mdx: boolean): readonly Node[] | undefined {
  const stretches = parts.filter((part) => part instanceof Stretch);
  if (stretches.length === parts.length) return undefined;
  const last = parts.at(-1);
  const rest = stretches.map(({ start, end }) => text.slice(start, end)).join(apart + comment + apart);
  const nodes = rest === '' ? [] : parseWindows(last === stretches.at(-1) ? rest : rest + apart + comment, mdx);
  const out: Node[] = [];
  let next = 0;
  let at = 0;
  for (const part of parts) {
    if (!(part instanceof Stretch)) {
      out.push(part);
      continue;
    }
    const end = at + part.end - part.start;
    for (; next < nodes.length && offsetOf(nodes[next]!) < end; next++) {
      shift(nodes[next]!, part.start - at);
      out.push(nodes[next]!);
    }
    if (part === last) break;
    const { type, position } = nodes[next++] ?? {};
    const from = end + apart.length;
    if (type !== 'html' || position?.start.offset !== from || position.end.offset !== from + comment.length) {
      return undefined;
    }
    at = from + comment.length + apart.length;
  }
  return out;
}
