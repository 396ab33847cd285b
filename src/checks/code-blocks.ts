import type { Article, Block } from '../model/article.js';
import { alignSequences } from './align.js';
import type { Check, Finding } from './check.js';
import { isSlip, oneFigure, oneFigureOf } from './near-misses.js';

/** The same code blocks with the same code. Comments and strings may be translated. */
export const codeBlocks: Check = {
  id: 'code-blocks',
  type: 'markup',
  category: 'design-and-markup',
  article({ source, target }, { to }) {
    const out: Finding[] = [];
    const changes: Change[] = [];
    const letters = scriptsOf(to.scripts);
    // What the check of charts compares but for its labels is not compared again.
    const drawn = new Set([...labelled(source), ...labelled(target)]);
    for (const [a, b] of alignSequences(codeOf(source), codeOf(target), scoreOf)) {
      if (a !== null && b === null) {
        const values = { line: a.line, code: firstLine(a) };
        const severity = isTable(a, source) ? 'minor' : 'major';
        out.push({ key: 'missing', type: 'omission', values, severity });
      } else if (a === null && b !== null) {
        const place = { line: b.line, column: b.column };
        out.push({ key: 'extra', type: 'addition', values: { code: firstLine(b) }, severity: 'major', ...place });
      } else if (a !== null && b !== null && !(drawn.has(a) && drawn.has(b))) changes.push(...changesOf(a, b, letters));
    }
    return [...out, ...changeFindings(changes)];
  },
};

interface Change {
  readonly block: Block;
  readonly line: number;
  readonly source: string;
  readonly target: string;
}

/**
 * One finding for each changed block, its gravest change. A figure changed in an otherwise equal line is a fault; a line
 * written anew, or one figure replaced everywhere, is how code moves on between two revisions of a page.
 */
function changeFindings(changes: readonly Change[]): Finding[] {
  const times = new Map<string, number>();
  const renames = renamesOf(changes);
  const replacement = ({ source, target }: Change) => figureChange(source, target)?.join('→');
  for (const change of changes) {
    const key = replacement(change);
    if (key !== undefined) times.set(key, (times.get(key) ?? 0) + 1);
  }
  const gravest = new Map<Block, { change: Change; severity: 'major' | 'minor' }>();
  for (const change of changes) {
    const key = replacement(change);
    const slip = (key !== undefined && times.get(key) === 1 && !isOlderRelease(change)) || isMisspelt(change, renames);
    const severity = slip ? 'major' : 'minor';
    const before = gravest.get(change.block);
    if (before === undefined || (before.severity === 'minor' && severity === 'major')) {
      gravest.set(change.block, { change, severity });
    }
  }
  return [...gravest.values()].map(({ change: { block, line, source, target }, severity }): Finding => {
    const values = { source: source.trim().slice(0, 120), target: target.trim().slice(0, 120) };
    return {
      key: 'changed',
      values,
      severity,
      line: block.line + line + (block.language === undefined ? 0 : 1),
      column: 1,
    };
  });
}

/** The figure that alone differs, in the code or, where the code is the same, in its comments and strings. */
function figureChange(source: string, target: string): readonly [string, string] | undefined {
  const inCode = oneFigure(uncommented(source), uncommented(target));
  return inCode ?? (bare(source) === bare(target) ? oneFigureOf(source, target) : undefined);
}

/** The one word that a changed line has in another's place: `from mylib import x`, `from mylib2 import x`. */
function renamed({ source, target }: Change): readonly [string, string] | undefined {
  const [left, right] = [source.match(words) ?? [], target.match(words) ?? []];
  const at = left.findIndex((word, i) => word !== right[i]);
  const rest = at < 0 || left.length !== right.length || left.some((word, i) => i !== at && word !== right[i]);
  return rest ? undefined : [left[at]!, right[at]!];
}
const words = /[\p{L}\p{N}_]+/gu;

/** What the article's words became where a name was changed throughout, by old word: how often each new one stands. */
function renamesOf(changes: readonly Change[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const out = new Map<string, Map<string, number>>();
  for (const change of changes) {
    const [old, now] = renamed(change) ?? [];
    if (old === undefined || now === undefined) continue;
    const names = out.get(old) ?? new Map<string, number>();
    out.set(old, names.set(now, (names.get(now) ?? 0) + 1));
  }
  return out;
}

/** A name that became another everywhere but here, where it became a misspelling of it. */
function isMisspelt(change: Change, renames: ReturnType<typeof renamesOf>): boolean {
  const [old = '', now = ''] = renamed(change) ?? [];
  const names = renames.get(old);
  if (names?.get(now) !== 1) return false;
  return [...names].some(([name, count]) => count > 1 && isSlip(name, now));
}

/** A release as code names one: `nginx-slim:0.8`, `numpy==1.26`, `vite@5.2.0`, `v1.2`; a setting (`rate: 0.8`) is none. */
const release = /(?:@|[=~>]=|(?<![A-Za-z])v|[\w/]*[-/][\w-]*:|:(?=\d+\.\d+\.\d))(\d+(?:\.\d+)+)/g;

/** Whether a line differs in one release that is older: it was right when the page was translated, and still runs. */
function isOlderRelease({ source, target }: Change): boolean {
  const [left, right] = [source, target].map((line) => Array.from(line.matchAll(release), ([, figures]) => figures!));
  const at = left!.findIndex((figures, i) => figures !== right![i]);
  if (at < 0 || left!.length !== right!.length || source.replace(left![at]!, '') !== target.replace(right![at]!, '')) {
    return false;
  }
  const [now, then] = [left![at]!, right![at]!].map((figures) => figures.split('.').map(Number));
  const part = now!.findIndex((figure, i) => figure !== then![i]);
  return part >= 0 && (then![part] ?? -1) < now![part]!;
}

/** Blocks whose labels are units. */
function labelled({ blocks, units }: Article): Block[] {
  return units.flatMap(({ kind, block }) => (kind === 'chart-label' && block !== undefined ? [blocks[block]!] : []));
}

function codeOf({ blocks }: Article): Block[] {
  return blocks.filter((block) => block.kind === 'code');
}

/** Whether code is the header of a table that is indented so far that Markdown takes it for code: nobody meant it to be. */
function isTable({ range }: Block, { text }: Article): boolean {
  const [header = '', delimiters = ''] = text.slice(range.start, range.start + 4000).split(/\r\n?|\n/, 2);
  return header.includes('|') && delimiters.includes('|') && /^[ |:-]+$/.test(delimiters);
}

const firstLine = ({ value = '' }: Block) => value.trimStart().split('\n')[0]!.slice(0, 60);
const known = new WeakMap<Block, readonly string[]>();
function linesOf(block: Block): readonly string[] {
  const lines =
    known.get(block) ??
    (block.value ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => line.trimEnd());
  known.set(block, lines);
  return lines;
}

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

/** The lines of code that differ between two blocks. Blank lines and lines of nothing but comment may come and go. */
function changesOf(a: Block, b: Block, letters: RegExp): Change[] {
  if (a.value === b.value) return [];
  const lines = (block: Block) => linesOf(block).map((text, line) => ({ text, line }));
  const pairs = alignSequences(lines(a), lines(b), (x, y) =>
    x.text === y.text ? 2 : bare(x.text) === bare(y.text) ? 1.5 : -0.8 + similarity(x.text, y.text),
  );
  const written = a.language !== undefined && prose.has(a.language);
  const out: Change[] = [];
  for (const [x, y] of pairs) {
    const [source, target] = [x?.text ?? '', y?.text ?? ''];
    const only = x ?? y;
    if (x !== null && y !== null) {
      if (source.trim() === target.trim() || allowed(source, target, letters, a.language)) continue;
    } else if (only === null || bare(only.text) === '' || written) continue;
    else if (x === null && letters.test(target) && /[^\u0000-\u024f]/.test(target)) continue;
    out.push({ block: b, line: y?.line ?? 0, source, target });
  }
  return out;
}

const uncommented = (line: string) => line.replace(comment, ' ').trimEnd();

/** Whether a line may differ: the same code around translated words, or a line of prose. */
function allowed(source: string, target: string, letters: RegExp, language: string | undefined): boolean {
  // Something of the target's own script must have come in: a changed digit or name is no translation.
  const translated = /[^\u0000-\u024f]/.test(target) && letters.test(target);
  if (!translated) return false;
  if (bare(source) === bare(target)) return oneFigureOf(source, target) === undefined;
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
