import type { Messages } from '../../messages/index.js';
import type { LintReport } from '../../pipeline/lint/run.js';
import type { ValidateReport } from '../../pipeline/validation/run.js';

/** What can be reported. */
export type Report = ValidateReport | LintReport;

/** How a report is written. */
export interface ReporterOptions {
  readonly color: boolean;
}

/** Writes a report of `validate` or `lint` as text. */
export type Reporter = (report: Report, messages: Messages, options: ReporterOptions) => string | Promise<string>;
