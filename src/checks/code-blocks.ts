import type { Article, Block } from '../model/article.js';
import { alignSequences } from './align.js';
import type { Check, Finding } from './check.js';

/** The same code blocks with the same code. Comments and strings may be translated. */
export const codeBlocks: Check = {
  id: 'code-blocks',
  type: 'markup',
  category: 'design-and-markup',
  article({ source, target }, { to }) {
    const out: Finding[] = [];
    const foreign = scriptsOf(to.scripts);
    for (const [a, b] of alignSequences(codeOf(source), codeOf(target), scoreOf)) {
      if (a !== null && b === null) {
        out.push({ key: 'missing', type: 'omission', values: { line: a.line, code: firstLine(a) }, severity: 'major' });
      } else if (a === null && b !== null) {
        out.push({
          key: 'extra',
          type: 'addition',
          values: { code: firstLine(b) },
          severity: 'major',
          line: b.line,
          column: b.column,
        });
      } else if (a !== null && b !== null) {
        const difference = firstDifference(a, b, foreign);
        if (difference === undefined) continue;
        const values = { source: difference.source.trim(), target: difference.target.trim() };
        out.push({
          key: 'changed',
          values,
          severity: 'major',
          line: b.line + difference.line + (b.language === undefined ? 0 : 1),
          column: 1,
        });
      }
    }
    return out;
  },
};

function codeOf({ blocks }: Article): Block[] {
  return blocks.filter((block) => block.kind === 'code');
}

const firstLine = ({ value = '' }: Block) => value.trimStart().split('\n')[0]!.slice(0, 60);
const linesOf = ({ value = '' }: Block) =>
  value
    .replace(/\s+$/, '')
    .split('\n')
    .map((line) => line.trimEnd());

function scoreOf(a: Block, b: Block): number {
  if (a.value === b.value) return 2.5;
  const [left, right] = [new Set(linesOf(a)), linesOf(b)];
  const shared = right.filter((line) => left.has(line)).length;
  const share = (2 * shared) / Math.max(1, left.size + right.length);
  return (
    -0.6 + (a.language === b.language ? 0.4 : -0.4) + 2 * share + (Math.abs(left.size - right.length) <= 1 ? 0.3 : 0)
  );
}

/** Ranges of letters that the target's scripts add to Latin: what a translated comment is known by. */
function scriptsOf(scripts: readonly string[]): RegExp {
  const names = scripts.map(
    (script) =>
      ({ Hang: 'Hangul', Latn: 'Latin', Jpan: 'Han', Hani: 'Han', Hira: 'Hiragana', Kana: 'Katakana' })[script] ??
      'Latin',
  );
  return new RegExp(names.map((name) => `\\p{Script=${name}}`).join('|'), 'u');
}

/** Comments and strings of the languages that documentation shows. */
const comment = /(?:^|\s)(?:#|\/\/|--|;|%|REM\s)\s?.*$|\/\*.*?\*\/|^\s*\*.*$|<!--.*?-->|"""[\s\S]*?"""/g;
const quoted = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g;

/** Code without what a translator may write anew. */
const bare = (line: string) => line.replace(comment, ' ').replace(quoted, '""').replace(/\s+/g, ' ').trim();

/** Languages whose blocks are prose: output, logs, diagrams, examples of text. */
const prose = new Set([
  'text',
  'txt',
  'plaintext',
  'plain',
  'md',
  'markdown',
  'mermaid',
  'none',
  'console-output',
  'output',
  'vega-lite',
  'csv',
]);

function firstDifference(
  a: Block,
  b: Block,
  letters: RegExp,
): { line: number; source: string; target: string } | undefined {
  if (a.value === b.value) return undefined;
  const [left, right] = [linesOf(a), linesOf(b)];
  // Blank lines and lines of nothing but comment may come and go; every line of code must stand.
  const pairs = alignSequences(
    left.map((text, line) => ({ text, line })),
    right.map((text, line) => ({ text, line })),
    (x, y) => (x.text === y.text ? 2 : bare(x.text) === bare(y.text) ? 1.5 : -0.8 + similarity(x.text, y.text)),
  );
  for (const [x, y] of pairs) {
    if (x !== null && y !== null) {
      if (x.text.trim() === y.text.trim() || allowed(x.text, y.text, letters, a.language)) continue;
      return { line: y.line, source: x.text, target: y.text };
    }
    const only = x ?? y;
    if (only === null || bare(only.text) === '' || (a.language !== undefined && prose.has(a.language))) continue;
    if (x === null && letters.test(only.text) && /[^\u0000-\u024f]/.test(only.text)) continue;
    return { line: y?.line ?? 0, source: x?.text ?? '', target: y?.text ?? '' };
  }
  return undefined;
}

/** Whether a line may differ: the same code around translated words, or a line of prose. */
function allowed(source: string, target: string, letters: RegExp, language: string | undefined): boolean {
  // Something of the target's own script must have come in: a changed digit or name is no translation.
  const translated = /[^\u0000-\u024f]/.test(target) && letters.test(target);
  if (!translated) return false;
  if (bare(source) === bare(target)) return true;
  if (language === undefined || prose.has(language)) return digits(source) === digits(target);
  // Words of the target's script outside strings: placeholders such as <이름>, and console messages.
  const plain = (text: string) => text.replace(/[^\u0000-\u007f]+/g, '');
  return digits(plain(bare(source))) === digits(plain(bare(target)));
}

const digits = (text: string) => (text.match(/\d+/g) ?? []).sort().join(' ');

/** Share of characters at both ends that two lines have in common. */
function similarity(a: string, b: string): number {
  const most = Math.max(a.length, b.length);
  if (most === 0) return 1;
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return (1.6 * (head + tail)) / most;
}
