import type { Messages } from '../../messages/index.js';
import type { ValidateReport } from '../../pipeline/validation/run.js';

/** How a report is written. */
export interface ReporterOptions {
  readonly color: boolean;
}

/** Writes a report of `validate` or `lint` as text. */
export type Reporter = (
  report: ValidateReport,
  messages: Messages,
  options: ReporterOptions,
) => string | Promise<string>;
