import type { Collector } from './collect.js';
import type { Node, Scope } from './draft.js';
import { Extractor } from './extract.js';
import { parseTree } from './grammar.js';
import { parseBody } from './parse-body.js';

/** Reads the body from `start` on into the collector. */
export function readBody(out: Collector, start: number, mdx: boolean): void {
  const nodes = parseBody(out.text.slice(start), mdx);
  const scope: Scope = { source: out.text, base: start, mdx, definitions: definitionsOf(nodes) };
  new Extractor(out, scope, (text) => (parseTree(text, mdx) as Node).children ?? []).children(nodes, {
    kind: 'paragraph',
  });
}

/** Destinations of all definitions by label; of two with one label the first counts. */
function definitionsOf(nodes: readonly Node[]): Map<string, string> {
  const found = new Map<string, string>();
  const look = (node: Node) => {
    if (node.type === 'definition') {
      const label = node.identifier ?? '';
      if (!found.has(label)) found.set(label, node.url ?? '');
    } else if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'table')
      node.children?.forEach(look);
  };
  nodes.forEach(look);
  return found;
}
