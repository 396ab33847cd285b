import picocolors from 'picocolors';
import type { Messages } from '../../messages/index.js';
import type { Issue, Severity } from '../../model/issue.js';
import type { Counts, LeftUnit, Outcome, RunReport, TranslationReport } from '../../pipeline/report.js';
import { type Column, formatTable } from '../table.js';
import { clip } from '../width.js';
import { whyLeft } from './left.js';
import { receiptLines } from './receipt.js';

/** How many units left in the source language are listed for one article. */
const listed = 10;

/** `generate --format pretty`: a table with a line per translation, then what needs a person. */
export function runPretty(report: RunReport, messages: Messages, options: { readonly color: boolean }): string {
  const colors = picocolors.createColors(options.color);
  const say = (key: string, values?: Readonly<Record<string, unknown>>) => messages.text(`cli.generate.${key}`, values);
  const worked = report.translations.filter(({ outcome }) => outcome !== 'current');
  const parts: string[] = [];
  if (worked.length > 0) parts.push(table(worked, report, say));
  const current = report.translations.length - worked.length;
  if (current > 0) parts.push(say('current', { count: current }));
  if (report.translations.length === 0 && report.errors.length === 0) parts.push(say('nothing'));
  for (const one of worked) parts.push(...details(one, say, messages, colors));
  parts.push(...sourceLines(report, say, messages, colors));
  const left = report.translations.some((one) => one.left.some(({ reason }) => reason === 'no-engine'));
  if (left || (report.dryRun && worked.some(({ counts }) => counts.left > 0))) {
    parts.push(...report.missing.map((error) => say('finish', { ...error.values })));
    if (report.missing.length === 0 && left) parts.push(say('finish-engine'));
  }
  const receipt = receiptLines(report, messages);
  if (receipt.length > 0) parts.push(receipt.join('\n'));
  if (report.errors.length > 0) parts.push(report.errors.map((e) => colors.red(messages.error(e))).join('\n'));
  return `${parts.join('\n\n')}\n`;
}

/** Outcomes in which a person's file was not touched. */
const leftAlone: ReadonlySet<Outcome> = new Set(['blocked', 'foreign', 'raced']);

type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/** Columns of counts; those that are shown even when all are nought come first in importance. */
const columns: readonly { readonly key: keyof Counts; readonly always: boolean }[] = [
  { key: 'units', always: true },
  { key: 'kept', always: false },
  { key: 'memory', always: true },
  { key: 'rendered', always: true },
  { key: 'patched', always: false },
  { key: 'engines', always: true },
  { key: 'human', always: false },
  { key: 'left', always: false },
];

function table(translations: readonly TranslationReport[], report: RunReport, say: Say): string {
  const shown = columns.filter(({ key, always }) => always || translations.some(({ counts }) => counts[key] > 0));
  const checked = report.dryRun ? [] : (['quantities', 'issues'] as const);
  const head: Column[] = [
    ...[...shown.map(({ key }) => (key === 'left' && report.dryRun ? 'asked' : key)), ...checked].map(
      (key): Column => ({ title: say(`column.${key}`), align: 'right' }),
    ),
    { title: say('column.state'), align: 'left' },
    { title: say('column.file'), align: 'left' },
  ];
  const rows = translations.map((one) => [
    ...shown.map(({ key }) => String(one.counts[key])),
    ...checked.map((key) => String(key === 'issues' ? one.issues.length : one.quantities)),
    say(`state.${leftAlone.has(one.outcome) ? 'blocked' : one.outcome === 'planned' ? 'planned' : one.state}`),
    one.file,
  ]);
  return formatTable(head, rows);
}

function details(
  one: TranslationReport,
  say: Say,
  messages: Messages,
  colors: ReturnType<typeof picocolors.createColors>,
): string[] {
  const parts: string[] = [];
  if (one.outcome === 'blocked' || one.outcome === 'foreign')
    parts.push(`${one.file}: ${say(one.outcome, { ...one })}`);
  if (one.issues.length > 0) parts.push(one.issues.map((issue) => issueLine(issue, messages, colors)).join('\n'));
  if (one.stale.length > 0) {
    const lines = one.stale.map(({ line, column, before, now, target }) =>
      [
        `  ${one.source}:${line}:${column}`,
        ...(before === null ? [] : [`    - ${before}`]),
        `    + ${now}`,
        ...(target === null ? [] : [`    = ${target}`]),
      ].join('\n'),
    );
    parts.push(`${say('stale', { count: one.stale.length, file: one.file })}\n${lines.join('\n')}`);
  }
  if (one.left.length > 0) {
    const lines = one.left.slice(0, listed).map((unit) => leftLine(one, unit, say, messages));
    const more = one.left.length - lines.length;
    if (more > 0) lines.push(`  ${say('left-more', { count: more })}`);
    parts.push(`${say('left', { count: one.left.length, file: one.file })}\n${lines.join('\n')}`);
  }
  return parts;
}

/** What is certain of the sources; the rest is counted, and `diptych lint` tells it. */
function sourceLines(
  { sources }: RunReport,
  say: Say,
  messages: Messages,
  colors: ReturnType<typeof picocolors.createColors>,
): string[] {
  const certain = sources.filter(({ certainty }) => certainty === 'certain');
  const rest = sources.length - certain.length;
  const lines = certain.map((issue) => `  ${issueLine(issue, messages, colors)}`);
  if (rest > 0) lines.push(`  ${say('sources-more', { count: rest })}`);
  return certain.length === 0 ? [] : [[say('sources', { count: certain.length }), ...lines].join('\n')];
}

function leftLine(one: TranslationReport, unit: LeftUnit, say: Say, messages: Messages): string {
  const { line, column, text, reason } = unit;
  const detail = whyLeft(unit, messages);
  const why =
    reason === 'no-engine'
      ? ''
      : ` (${say(`reason.${reason}`)}${detail === undefined ? '' : `: ${clip(detail, 160)}`})`;
  return `  ${one.source}:${line}:${column} ${clip(text.replace(/\s+/g, ' '), 72)}${why}`;
}

function issueLine(issue: Issue, messages: Messages, colors: ReturnType<typeof picocolors.createColors>): string {
  const paint: Readonly<Record<Severity, (text: string) => string>> = {
    neutral: colors.dim,
    minor: colors.yellow,
    major: colors.red,
    critical: (text) => colors.bold(colors.red(text)),
  };
  const severity = paint[issue.severity](messages.text(`severity.${issue.severity}`));
  return `${issue.file}:${issue.line}:${issue.column} ${severity} ${messages.issue(issue)} ${colors.dim(`[${issue.check}]`)}`;
}
