import type { Messages } from '../../messages/index.js';
import type { Report } from './reporter.js';
import { summaryLine } from './summary.js';

/** How many issues a summary lists: a job's summary page holds a megabyte. */
const listed = 200;

/** `--format markdown`: a table for a job's summary or a comment on a pull request. Texts are escaped by the printer. */
export async function markdownReport(report: Report, messages: Messages): Promise<string> {
  const { printTable } = await import('../../markdown/print.js');
  const say = (key: string) => messages.text(`cli.validate.column.${key}`);
  const rows = report.issues
    .filter(({ severity }) => severity !== 'neutral')
    .slice(0, listed)
    .map((issue) => [
      `${issue.file}:${issue.line}`,
      messages.text(`severity.${issue.severity}`),
      issue.check,
      messages.issue(issue),
    ]);
  const summary = summaryLine(report, messages);
  return rows.length === 0
    ? `${summary}\n`
    : `${summary}\n\n${printTable([say('place'), say('severity'), say('check'), say('message')], rows)}`;
}
