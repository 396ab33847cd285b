import type { Messages } from '../../messages/index.js';
import { githubStream } from './github.js';
import { jsonLine } from './json.js';
import { prettyStream } from './pretty.js';
import type { ReporterOptions, StreamReporter } from './reporter.js';

/** The formats that need not know all issues before they write the first: the others are one document. */
export const streams: Readonly<Record<string, (messages: Messages, options: ReporterOptions) => StreamReporter>> = {
  pretty: prettyStream,
  jsonl: (messages) => ({ issue: (issue) => jsonLine(issue, messages), end: () => '' }),
  github: githubStream,
};
