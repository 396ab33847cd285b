import { Draft, type Node, type Scope } from './draft.js';
import { endOf, startOf } from './inline.js';
import { attribute, tagAt } from './tags.js';

/** Phrasing nodes and where they stand. */
export interface Phrasing {
  readonly nodes: readonly Node[];
  readonly start: number;
  readonly end: number;
}

const isBlankText = (node: Node): boolean => node.type === 'text' && (node.value ?? '').trim() === '';

function isComment(scope: Scope, draft: Draft, node: Node): boolean {
  if (node.type !== 'html' && node.type !== 'opaque') return false;
  return /^(?:<!--|\{\s*\/\*|\{\{<?\/\*)/.test(scope.source.slice(startOf(draft, node), startOf(draft, node) + 16));
}

/** `<a id="setup"></a>` at `index` of the nodes: the anchor it makes. */
function anchorAt(scope: Scope, draft: Draft, nodes: readonly Node[], index: number): string | undefined {
  const open = nodes[index];
  const close = nodes[index + 1];
  if (open?.type !== 'html' || close?.type !== 'html') return undefined;
  const tag = tagAt(scope.source, startOf(draft, open), endOf(draft, open));
  if (tag === undefined || tag.name.toLowerCase() !== 'a' || tag.closing) return undefined;
  if (!/^<\/a\s*>$/i.test(scope.source.slice(startOf(draft, close), endOf(draft, close)))) return undefined;
  return attribute(scope.source, tag, 'id') ?? attribute(scope.source, tag, 'name');
}

/** The range of nodes, without white space in the source at both ends. */
function spanOf(scope: Scope, draft: Draft, nodes: readonly Node[], fallback: number): Phrasing {
  const first = nodes[0];
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return { nodes, start: fallback, end: fallback };
  let start = startOf(draft, first);
  let end = endOf(draft, last);
  while (start < end && first.type === 'text' && /\s/.test(scope.source.charAt(start))) start++;
  while (end > start && last.type === 'text' && /\s/.test(scope.source.charAt(end - 1))) end--;
  return { nodes, start, end };
}

/** Phrasing without the comments and white space at its ends: they stay where they are, whatever the text becomes. */
export function withoutMarkup(scope: Scope, { nodes, start }: Phrasing): Phrasing {
  const draft = new Draft(scope);
  const drop = (node: Node) => isBlankText(node) || isComment(scope, draft, node);
  let from = 0;
  let to = nodes.length;
  while (from < to && drop(nodes[from]!)) from++;
  while (to > from && drop(nodes[to - 1]!)) to--;
  return spanOf(scope, draft, from === 0 && to === nodes.length ? nodes : nodes.slice(from, to), start);
}

/** An explicit anchor or attribute list after a heading: `{#setup}`, `{: #setup .big}`, `[[setup]]`. */
const headingTail = /[ \t]*(?:\{:?[ \t]*([#.][^{}\r\n]*)\}|\[\[([^[\]\r\n]+)\]\])[ \t]*$/;

/** A heading's phrasing, and the anchor that stands beside it. */
export function headingParts(scope: Scope, heading: Node): Phrasing & { readonly anchor?: string } {
  const draft = new Draft(scope);
  let nodes = heading.children ?? [];
  let anchor: string | undefined;
  const before = anchorAt(scope, draft, nodes, 0);
  if (before !== undefined) {
    anchor = before;
    nodes = nodes.slice(2);
  }
  const after = anchorAt(scope, draft, nodes, nodes.length - 2);
  if (after !== undefined) {
    anchor = after;
    nodes = nodes.slice(0, -2);
  }
  const last = nodes.at(-1);
  const raw = last === undefined ? '' : scope.source.slice(startOf(draft, last), endOf(draft, last));
  const tail = last?.type === 'text' || last?.type === 'opaque' ? headingTail.exec(raw) : null;
  if (tail !== null && last !== undefined && raw.charAt(tail.index - 1) !== '\\') {
    anchor = tail[2] ?? /#([^\s.}]+)/.exec(tail[1] ?? '')?.[1] ?? anchor;
    const value = (last.value ?? '').replace(headingTail, '');
    const end = { line: 0, column: 0, offset: (last.position!.start.offset ?? 0) + tail.index };
    const kept =
      last.type === 'text' && value !== '' ? [{ ...last, value, position: { start: last.position!.start, end } }] : [];
    nodes = [...nodes.slice(0, -1), ...kept];
  }
  const phrasing = withoutMarkup(scope, { nodes, start: endOf(draft, heading), end: endOf(draft, heading) });
  return anchor === undefined ? phrasing : { ...phrasing, anchor };
}
