import type { Messages } from '../../messages/index.js';
import type { Issue } from '../../model/issue.js';
import { publishedIssue } from './published.js';
import type { Report } from './reporter.js';
import { summaryData } from './summary.js';

/** `--format json`: one object with a summary and all issues. */
export function jsonReport(report: Report, messages: Messages): string {
  const published = (list: Report['issues']) => list.map((issue) => publishedIssue(issue, messages));
  const verified = 'verified' in report ? { verified: published(report.verified) } : {};
  const all = { summary: summaryData(report), issues: published(report.issues), ...verified };
  return `${JSON.stringify(all, null, 2)}\n`;
}

/** `--format jsonl`: one issue a line, for streams. */
export function jsonLines({ issues }: Report, messages: Messages): string {
  return issues.map((issue) => jsonLine(issue, messages)).join('');
}

export const jsonLine = (issue: Issue, messages: Messages): string =>
  `${JSON.stringify(publishedIssue(issue, messages))}\n`;
