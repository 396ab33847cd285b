import picocolors from 'picocolors';
import type { Messages } from '../../messages/index.js';
import type { Issue, Severity } from '../../model/issue.js';
import type { LintReport } from '../../pipeline/lint/run.js';
import { clip } from '../width.js';
import type { Report, ReporterOptions, StreamReporter } from './reporter.js';
import { fixedEntries, knownLines, summaryLine } from './summary.js';

type Colors = ReturnType<typeof picocolors.createColors>;

/** Characters of a control sequence would repaint the reader's terminal: shown as a mark. */
const visible = (text: string) =>
  text.replace(/[\u0000-\u001f\u007f-\u009f]/g, (char) => (char === '\n' || char === '\t' ? ' ' : '\ufffd'));

/** `--format pretty`: issues by file with both texts, then a line that sums up. */
export function prettyReport(report: Report, messages: Messages, options: ReporterOptions): string {
  const { issue, end } = prettyStream(messages, options);
  return report.issues.map(issue).join('') + end(report);
}

export function prettyStream(messages: Messages, { color, verified = false }: ReporterOptions): StreamReporter {
  const colors = picocolors.createColors(color);
  let file: string | undefined;
  return {
    issue(issue) {
      const head = issue.file === file ? [] : [`${file === undefined ? '' : '\n'}${colors.bold(issue.file)}`];
      file = issue.file;
      return `${[...head, ...lines(issue, messages, colors)].join('\n')}\n`;
    },
    end(report) {
      const parts = 'verified' in report ? verifiedLines(report, messages, colors, verified) : [];
      parts.push(...fixedLines(report, messages, colors));
      if (file !== undefined || parts.length > 0) parts.push('');
      const sums = [summaryLine(report, messages), ...knownLines(report, messages).map(visible)];
      return `${[...parts, ...sums].join('\n')}\n`;
    },
  };
}

/** So many are listed of what was calculated and holds, unless all are asked for, and of what is fixed. */
const listed = 20;

function verifiedLines({ verified }: LintReport, messages: Messages, colors: Colors, all: boolean): string[] {
  if (verified.length === 0) return [];
  const count = all ? verified.length : listed;
  const rest = verified.length - count;
  const shown = verified.slice(0, count).map(({ file, line, column, ...issue }) => {
    const place = `${file}:${line}:${column}`;
    return `  ${colors.green('✓')} ${visible(messages.issue(issue))} ${colors.dim(`${place} [${issue.check}]`)}`;
  });
  const more = rest > 0 ? [`  ${messages.text('cli.lint.more', { count: rest })}`] : [];
  return ['', messages.text('cli.lint.verified', { count: verified.length }), ...shown, ...more];
}

/** Entries of a baseline that are to be taken out. */
function fixedLines(report: Report, messages: Messages, colors: Colors): string[] {
  const fixed = fixedEntries(report);
  if (fixed.length === 0) return [];
  const shown = fixed.slice(0, listed).map(({ file, check, says, count = 1 }) => {
    const times = count > 1 ? ` ×${count}` : '';
    return `  ${colors.green('✓')} ${visible(`${file}  ${says}`)}${times} ${colors.dim(`[${visible(check)}]`)}`;
  });
  const rest = fixed.length - shown.length;
  const more = rest > 0 ? [`  ${messages.text('cli.known.more', { count: rest })}`] : [];
  return ['', messages.text('cli.known.fixed'), ...shown, ...more];
}

function lines(issue: Issue, messages: Messages, colors: Colors): string[] {
  const paint: Readonly<Record<Severity, (text: string) => string>> = {
    neutral: colors.dim,
    minor: colors.yellow,
    major: colors.red,
    critical: (text) => colors.bold(colors.red(text)),
  };
  const { severity, certainty, line, column, check, source, target, fix, unit } = issue;
  const sure = certainty === undefined ? '' : ` (${messages.text(`certainty.${certainty}`)})`;
  const where = /\.jsonl$/.test(issue.file) && unit !== null ? `${line} (${visible(unit)})` : `${line}:${column}`;
  const out = [
    `  ${where}  ${paint[severity](messages.text(`severity.${severity}`))}${sure}  ${visible(messages.issue(issue))} ${colors.dim(`[${check}]`)}`,
  ];
  const excerpt = (sign: string, text: string | undefined) => {
    if (text !== undefined && text !== '') out.push(colors.dim(`      ${sign} ${clip(visible(text), 100)}`));
  };
  excerpt('−', source?.text);
  excerpt('+', target?.text);
  if (fix !== undefined) out.push(colors.green(`      → ${clip(visible(fix.text), 100)}`));
  return out;
}
