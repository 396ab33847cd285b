import type { Article, Block } from '../model/article.js';
import { alignSequences } from './align.js';
import type { Check, Finding } from './check.js';
import { type AskedChart, askedCharts } from './drawing/asked.js';

/** Languages of charts that are written as text. Their labels are units; all the rest is data. */
const languages: ReadonlySet<string> = new Set(['vega-lite', 'vegalite', 'mermaid', 'csv']);

/** Charts written as text: whatever is no label is the same on both sides, byte for byte; what is drawn there is drawn here. */
export const charts: Check = {
  id: 'charts',
  type: 'markup',
  category: 'accuracy',
  article({ source, target }, { from, to }) {
    const [left, right] = [chartsOf(source), chartsOf(target)];
    const pairs = alignSequences(left, right, (a, b) =>
      a.language === b.language ? 0.5 + (a.data === b.data ? 1 : 0) : -1,
    );
    const changed = pairs.flatMap(([a, b], i) => {
      if (a === null || b === null || a.data === b.data) return [];
      return [difference(a, b, i + 1)];
    });
    return [...changed, ...undrawn(askedCharts(source, from), askedCharts(target, to))];
  },
};

/** Charts that are drawn in the source and stay text in the translation. What stays text in both is told of the source alone. */
function undrawn(left: readonly AskedChart[], right: readonly AskedChart[]): Finding[] {
  if (left.length !== right.length) return [];
  return right.flatMap((asked, i): Finding[] => {
    if ('spec' in asked || !('spec' in left[i]!)) return [];
    const { reason, property = '', line, column } = asked;
    return [{ key: 'undrawn', severity: 'major', values: { chart: i + 1, reason, property }, line, column }];
  });
}

interface Chart {
  readonly block: Block;
  readonly language: string;
  /** The chart with a mark in place of each label. */
  readonly data: string;
  readonly labels: number;
}

function chartsOf({ blocks, units, text }: Article): Chart[] {
  const ranges = new Map<number, { start: number; end: number }[]>();
  for (const { kind, block, range } of units) {
    if (kind === 'chart-label' && block !== undefined) ranges.set(block, [...(ranges.get(block) ?? []), range]);
  }
  return blocks.flatMap((block, at) => {
    const own = ranges.get(at);
    const language = block.language?.toLowerCase() ?? '';
    if (block.kind !== 'code' || own === undefined || !languages.has(language)) return [];
    let data = '';
    let from = block.range.start;
    for (const { start, end } of own) {
      data += `${text.slice(from, start)}\uFFFC`;
      from = end;
    }
    data = (data + text.slice(from, block.range.end)).replace(/\r\n?/g, '\n').replace(/[ \t]+$/gm, '');
    return [{ block, language, data, labels: own.length }];
  });
}

/** The first line that differs. */
function difference(a: Chart, b: Chart, chart: number): Finding {
  const [left, right] = [a.data.split('\n'), b.data.split('\n')];
  const at = left.findIndex((line, i) => line !== right[i]);
  const line = at < 0 ? left.length : at;
  const shown = (text: string | undefined) => (text ?? '').trim().replaceAll('\uFFFC', '…').slice(0, 120);
  return {
    key: 'data',
    values: { chart, source: shown(left[line]), target: shown(right[line]) },
    severity: 'major',
    line: b.block.line + Math.min(line, right.length - 1),
    column: 1,
  };
}
