import type { Messages } from '../../messages/index.js';
import type { DiptychError } from '../../model/errors.js';
import type { Issue, Place, Severity } from '../../model/issue.js';
import type { Report, StreamReporter } from './reporter.js';
import { fixedEntries, knownLines, summaryLine } from './summary.js';

const commands: Readonly<Record<Severity, 'notice' | 'warning' | 'error'>> = {
  neutral: 'notice',
  minor: 'warning',
  major: 'error',
  critical: 'error',
};

/** Data of a workflow command: `%`, CR and LF are escaped, or a hostile text could end the command and begin another. */
const data = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
/** Properties also hold no colon or comma. */
const property = (text: string) => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

/** `--format github`: annotations at the line of a pull request (GitHub Actions workflow commands). */
export function githubReport(report: Report, messages: Messages): string {
  const { issue, end } = githubStream(messages);
  return report.issues.map(issue).join('') + end(report);
}

export function githubStream(messages: Messages): StreamReporter {
  return {
    issue: (issue) => (issue.severity === 'neutral' ? '' : `${annotation(issue, messages)}\n`),
    end: (report) =>
      [...fixedNotice(report, messages), ...[summaryLine(report, messages), ...knownLines(report, messages)].map(data)]
        .map((line) => `${line}\n`)
        .join(''),
  };
}

/** How many entries of a baseline one notice names. */
const named = 20;

/** One notice for all that a baseline lists without cause: a step may write ten. */
function fixedNotice(report: Report, messages: Messages): string[] {
  const fixed = fixedEntries(report);
  if (fixed.length === 0) return [];
  const rest = fixed.length - named;
  const lines = [
    messages.text('cli.known.fixed'),
    ...fixed.slice(0, named).map(({ file, says, check }) => `${file}: ${says} [${check}]`),
    ...(rest > 0 ? [messages.text('cli.known.more', { count: rest })] : []),
  ];
  return [command('notice', 'diptych', lines.join('\n'))];
}

/** What could not be read, as an annotation at its place. */
export function errorNote(error: DiptychError, messages: Messages): string {
  return `${command('error', `diptych ${error.code}`, messages.error(error), error.place)}\n`;
}

function annotation(issue: Issue, messages: Messages): string {
  return command(commands[issue.severity], `diptych ${issue.check}`, messages.issue(issue), issue);
}

/** A workflow command that shows a text under a title, at a place where it has one. */
function command(
  name: (typeof commands)[Severity],
  title: string,
  text: string,
  { file, line, column = 1 }: Partial<Place> = {},
): string {
  const at = [
    ...(file === undefined ? [] : [`file=${property(file)}`]),
    ...(line === undefined ? [] : [`line=${line}`, `col=${column}`]),
    `title=${property(title)}`,
  ];
  return `::${name} ${at.join(',')}::${data(text)}`;
}
