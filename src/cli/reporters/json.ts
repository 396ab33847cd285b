import type { Messages } from '../../messages/index.js';
import { countIssues, type ValidateReport } from '../../pipeline/validation/run.js';
import { publishedIssue } from './published.js';

/** `--format json`: one object with a summary and all issues. */
export function jsonReport(report: ValidateReport, messages: Messages): string {
  const { pairs, units, issues } = report;
  const summary = { pairs, units, issues: countIssues(report) };
  return `${JSON.stringify({ summary, issues: issues.map((issue) => publishedIssue(issue, messages)) }, null, 2)}\n`;
}

/** `--format jsonl`: one issue a line, for streams. */
export function jsonLines({ issues }: ValidateReport, messages: Messages): string {
  return issues.map((issue) => `${JSON.stringify(publishedIssue(issue, messages))}\n`).join('');
}
