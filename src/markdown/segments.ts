import type { Draft, Node } from './draft.js';
import { endOf, startOf } from './inline.js';
import { tagAt } from './tags.js';

/** A stretch of a paragraph: text that is one unit, or lines of markup that are kept. */
export interface Segment {
  readonly opaque: boolean;
  readonly nodes: readonly Node[];
  readonly start: number;
  readonly end: number;
}

/** Elements that stand inside a sentence (HTML Standard §3.2.5.2.5, less those that hold a figure of their own). */
export const phrasingElements = new Set(
  (
    'a abbr b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q ruby rt rp s samp small span ' +
    'strike strong sub sup time tt u var wbr'
  ).split(' '),
);

/** Whether a node is markup that no reader sees and no sentence holds: `</Tip>`, `{{< note >}}`, a comment. */
function isMarkup(draft: Draft, node: Node): boolean {
  if (node.type === 'opaque' || node.type === 'html') {
    const { source } = draft.scope;
    const start = startOf(draft, node);
    if (source.charAt(start) !== '<') return true;
    const tag = tagAt(source, start, endOf(draft, node));
    return tag === undefined || !phrasingElements.has(tag.name);
  }
  return node.type === 'text' && (node.value ?? '').trim() === '';
}

/** Lines that a site generator reads: attribute lists (kramdown), tables of contents, `[[open-in-colab]]`. */
const generatorLine = /^(?:\{[:#.][^{}]*\}|\[\[?_?(?:TOC|toc)_?\]?\]|\[\[[\w-]+\]\])$/;
/** A first line that makes the whole paragraph markup: an import or export of MDX, a reference of doc-builder. */
const generatorParagraph = /^\[\[autodoc\]\]/;
const esm = /^(?:import|export)\s/;

/** A line that is one Hugo shortcode; and one that closes a pair of them, between which stand paragraphs. */
const shortcode = /^\{\{[<%][^{}]*[%>]\}\}$/;
const closingShortcode = /^\{\{[<%]\s*\//;

/** What may need splitting: a line that starts as markup does. Most paragraphs have none. */
const suspicious = /(?:^|[\r\n])[ \t>]*[[{<]|[\r\n][ \t>]*\{/;

/** A paragraph's phrasing nodes as segments. */
export function segments(draft: Draft, paragraph: Node): readonly Segment[] {
  const { source, mdx } = draft.scope;
  const nodes = paragraph.children ?? [];
  const start = startOf(draft, paragraph);
  const end = endOf(draft, paragraph);
  const raw = source.slice(start, end);
  if (generatorParagraph.test(raw) || (mdx && esm.test(raw))) return [{ opaque: true, nodes, start, end }];
  if (!suspicious.test(raw)) return [{ opaque: false, nodes, start, end }];
  const out: Segment[] = [];
  const all = lines(draft, nodes);
  const closed = all.some((line) => closingShortcode.test(source.slice(line.start, line.end)));
  for (const [index, line] of all.entries()) {
    const text = source.slice(line.start, line.end);
    const opaque =
      line.nodes.length > 0 &&
      (line.nodes.every((node) => isMarkup(draft, node)) || generatorLine.test(text)) &&
      // "You need a⏎{{< glossary_tooltip … >}}⏎on each node": a shortcode of its own amid a sentence that was wrapped.
      (closed || index === 0 || index === all.length - 1 || !shortcode.test(text));
    const last = out.at(-1);
    if (last !== undefined && last.opaque === opaque) {
      out[out.length - 1] = { opaque, nodes: [...last.nodes, ...line.nodes], start: last.start, end: line.end };
    } else out.push({ opaque, ...line });
  }
  // Nothing to cut: the nodes as they were, so that line ends inside them stay one text.
  return out.length === 1 ? [{ ...out[0]!, nodes, start, end }] : out;
}

interface Line {
  readonly nodes: readonly Node[];
  readonly start: number;
  readonly end: number;
}

const lineEnd = /\r\n?|\n/g;

/** Phrasing nodes by source line; a node that runs over a line end joins its lines. */
function lines(draft: Draft, nodes: readonly Node[]): readonly Line[] {
  const out: Line[] = [];
  let current: Node[] = [];
  const close = () => {
    const first = current[0];
    const last = current.at(-1);
    if (first !== undefined && last !== undefined)
      out.push({ nodes: current, start: startOf(draft, first), end: endOf(draft, last) });
    current = [];
  };
  for (const node of nodes) {
    if (node.type !== 'text') {
      current.push(node);
      continue;
    }
    splitText(draft, node).forEach((piece, i) => {
      if (i > 0) close();
      if (piece !== undefined) current.push(piece);
    });
  }
  close();
  // A line end between two lines of text is a space again when they are put together.
  return out.map((line, i) => (i === 0 ? line : { ...line, nodes: [softBreak(line.nodes[0]!), ...line.nodes] }));
}

/** A line end as a text node without source of its own. */
const softBreak = (next: Node): Node => ({
  type: 'text',
  value: '\n',
  ...(next.position === undefined ? {} : { position: { start: next.position.start, end: next.position.start } }),
});

/** A text node cut at its line ends; an empty piece is `undefined`. */
function splitText(draft: Draft, node: Node): readonly (Node | undefined)[] {
  const value = node.value ?? '';
  const values = value.split(lineEnd);
  const from = startOf(draft, node);
  const raw = draft.scope.source.slice(from, endOf(draft, node));
  const ends = [...raw.matchAll(lineEnd)];
  if (values.length === 1 || ends.length !== values.length - 1) return [node];
  return values.map((text, i) => {
    const after = i === 0 ? 0 : ends[i - 1]!.index + ends[i - 1]![0].length;
    const until = i === ends.length ? raw.length : ends[i]!.index;
    const indent = i === 0 ? 0 : /^[ \t>]*/.exec(raw.slice(after, until))![0].length;
    if (text === '') return undefined;
    const offset = (at: number) => ({ line: 0, column: 0, offset: from + at - draft.scope.base });
    return { type: 'text', value: text, position: { start: offset(after + indent), end: offset(until) } };
  });
}
