import type { Messages } from '../../messages/index.js';
import type { ValidateReport } from '../../pipeline/validation/run.js';
import { githubReport } from './github.js';
import { jsonLines, jsonReport } from './json.js';
import { junitReport } from './junit.js';
import { markdownReport } from './markdown.js';
import { prettyReport } from './pretty.js';
import { sarifReport } from './sarif.js';

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

/** Every format by name. */
export const reporters: Readonly<Record<string, Reporter>> = {
  pretty: prettyReport,
  json: jsonReport,
  jsonl: jsonLines,
  sarif: sarifReport,
  junit: junitReport,
  github: githubReport,
  markdown: markdownReport,
};

export const formats: readonly string[] = Object.keys(reporters);
