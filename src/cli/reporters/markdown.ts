import type { Messages } from '../../messages/index.js';
import type { Report } from './reporter.js';
import { fixedEntries, knownLines, summaryLine } from './summary.js';

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
  const fixed = fixedEntries(report)
    .slice(0, listed)
    .map(({ file, check, says }) => [file, check, says]);
  const head = ['place', 'severity', 'check', 'message'].map(say);
  const parts = [
    [summaryLine(report, messages), ...knownLines(report, messages)].join(' '),
    ...(rows.length === 0 ? [] : [printTable(head, rows)]),
    ...(fixed.length === 0
      ? []
      : [messages.text('cli.known.fixed'), printTable([say('place'), say('check'), say('message')], fixed)]),
  ];
  return `${parts.map((part) => part.trimEnd()).join('\n\n')}\n`;
}
