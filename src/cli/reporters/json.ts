import type { Messages } from '../../messages/index.js';
import type { DiptychError } from '../../model/errors.js';
import { fingerprintOf } from '../../model/fingerprint.js';
import type { Issue } from '../../model/issue.js';
import { publishedIssue } from './published.js';
import type { Report } from './reporter.js';
import { summaryData } from './summary.js';

/** `--format json`: one object with a summary and all issues. */
export function jsonReport(report: Report, messages: Messages): string {
  const { known } = report;
  const published = (list: Report['issues'], state?: BaselineState) =>
    list.map((issue) => knownIssue(issue, messages, known && state));
  const verified = 'verified' in report ? { verified: published(report.verified) } : {};
  const before = known === undefined ? {} : { known: published(known.issues, 'unchanged'), fixed: known.fixed };
  const errors = 'errors' in report && report.errors.length > 0 ? { errors: report.errors.map(told) } : {};
  const all = {
    summary: summaryData(report),
    issues: published(report.issues, 'new'),
    ...before,
    ...verified,
    ...errors,
  };
  return `${JSON.stringify(all, null, 2)}\n`;

  function told(error: DiptychError): object {
    const { file, line, column } = error.place ?? {};
    return { code: error.code, message: messages.error(error), file, line, column };
  }
}

/** Whether an issue stood before, in the words of SARIF 2.1.0 §3.27.24. */
export type BaselineState = 'new' | 'unchanged';

function knownIssue(issue: Issue, messages: Messages, baselineState: BaselineState | undefined): object {
  const state = baselineState === undefined ? {} : { baselineState };
  return { ...publishedIssue(issue, messages), fingerprint: fingerprintOf(issue), ...state };
}

/** `--format jsonl`: one issue a line, for streams; known ones are left out. */
export function jsonLines({ issues }: Report, messages: Messages): string {
  return issues.map((issue) => jsonLine(issue, messages)).join('');
}

export const jsonLine = (issue: Issue, messages: Messages): string =>
  `${JSON.stringify({ ...publishedIssue(issue, messages), fingerprint: fingerprintOf(issue) })}\n`;
