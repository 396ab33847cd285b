import picocolors from 'picocolors';
import type { Messages } from '../../messages/index.js';
import type { Issue, Severity } from '../../model/issue.js';
import { countIssues, type ValidateReport } from '../../pipeline/validation/run.js';
import { clip } from '../width.js';
import type { ReporterOptions } from './reporter.js';

type Colors = ReturnType<typeof picocolors.createColors>;

/** Characters of a control sequence would repaint the reader's terminal: shown as a mark. */
const visible = (text: string) =>
  text.replace(/[\u0000-\u001f\u007f-\u009f]/g, (char) => (char === '\n' || char === '\t' ? ' ' : '\ufffd'));

/** `--format pretty`: issues by file with both texts, then a line that sums up. */
export function prettyReport(report: ValidateReport, messages: Messages, { color }: ReporterOptions): string {
  const colors = picocolors.createColors(color);
  const parts: string[] = [];
  let file: string | undefined;
  for (const issue of report.issues) {
    if (issue.file !== file) {
      file = issue.file;
      parts.push(`${parts.length > 0 ? '\n' : ''}${colors.bold(file)}`);
    }
    parts.push(...lines(issue, messages, colors));
  }
  if (parts.length > 0) parts.push('');
  parts.push(prettySummary(report, messages));
  return `${parts.join('\n')}\n`;
}

/** "5 pairs, 281 units: 1 critical, 2 minor." */
export function prettySummary(report: ValidateReport, messages: Messages): string {
  const { pairs, units } = report;
  const counts = Object.entries(countIssues(report)).reverse();
  const found = counts.filter(([, n]) => n > 0).map(([severity, n]) => `${messages.text(`severity.${severity}`)} ${n}`);
  const key = found.length === 0 ? 'clean' : 'found';
  return messages.text(`cli.validate.${key}`, { pairs, units, found: found.join(', ') });
}

function lines(issue: Issue, messages: Messages, colors: Colors): string[] {
  const paint: Readonly<Record<Severity, (text: string) => string>> = {
    neutral: colors.dim,
    minor: colors.yellow,
    major: colors.red,
    critical: (text) => colors.bold(colors.red(text)),
  };
  const { severity, line, column, check, source, target, fix, unit } = issue;
  const where = /\.jsonl$/.test(issue.file) && unit !== null ? `${line} (${visible(unit)})` : `${line}:${column}`;
  const out = [
    `  ${where}  ${paint[severity](messages.text(`severity.${severity}`))}  ${visible(messages.issue(issue))} ${colors.dim(`[${check}]`)}`,
  ];
  const excerpt = (sign: string, text: string | undefined) => {
    if (text !== undefined && text !== '') out.push(colors.dim(`      ${sign} ${clip(visible(text), 100)}`));
  };
  excerpt('−', source?.text);
  excerpt('+', target?.text);
  if (fix !== undefined) out.push(colors.green(`      → ${clip(visible(fix.text), 100)}`));
  return out;
}
