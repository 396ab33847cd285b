import type { Messages } from '../../messages/index.js';
import type { Issue } from '../../model/issue.js';
import type { LintReport } from '../../pipeline/lint/run.js';
import type { ValidateReport } from '../../pipeline/validation/run.js';

/** What can be reported. */
export type Report = ValidateReport | LintReport;

/** How a report is written. */
export interface ReporterOptions {
  readonly color: boolean;
  /** `lint`: list every calculation that holds, not the first alone. */
  readonly verified?: boolean;
}

/** Writes a report of `validate` or `lint` as text. */
export type Reporter = (report: Report, messages: Messages, options: ReporterOptions) => string | Promise<string>;

/** Writes issues as they are found: what was written need not be kept, however many pairs there are. */
export interface StreamReporter {
  /** What is written for an issue. */
  issue(issue: Issue): string;
  /** What is written when all has been looked at. `issues` of the report are those already written, and may be absent from it. */
  end(report: Report): string;
}
