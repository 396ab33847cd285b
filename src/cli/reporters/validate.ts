import { githubReport } from './github.js';
import { jsonLines, jsonReport } from './json.js';
import { junitReport } from './junit.js';
import { markdownReport } from './markdown.js';
import { prettyReport } from './pretty.js';
import type { Reporter } from './reporter.js';
import { sarifReport } from './sarif.js';

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
