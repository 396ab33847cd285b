import type { Messages } from '../../messages/index.js';
import { atLeast, type Issue } from '../../model/issue.js';
import type { Report } from './reporter.js';
import { scopeOf } from './summary.js';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Escapes for an attribute or text of XML 1.0, and leaves out what it cannot hold (§2.2: control characters, lone surrogates). */
export function escapeXml(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    )
    .replace(/[&<>"\n\t]/g, (char) => escapes[char] ?? char);
}

/**
 * `--format junit`: a suite a file, a case an issue; issues below the failing severity are passed with their text, known ones
 * are skipped.
 */
export function junitReport(report: Report, messages: Messages): string {
  const { failOn, known } = report;
  const skipped = new Set(known?.issues);
  const issues = [...report.issues, ...skipped];
  const fails = (issue: Issue) => !skipped.has(issue) && atLeast(issue.severity, failOn);
  const byFile = new Map<string, Issue[]>();
  for (const issue of issues) byFile.set(issue.file, [...(byFile.get(issue.file) ?? []), issue]);
  const failures = issues.filter(fails).length;
  const skips = (list: readonly Issue[]) =>
    known === undefined ? '' : ` skipped="${list.filter((issue) => skipped.has(issue)).length}"`;
  const why = skipped.size === 0 ? '' : escapeXml(standing(report, messages));
  const suites = [...byFile].map(([file, list]) => {
    const failed = list.filter(fails).length;
    const cases = list
      .map((issue) => testCase(issue, skipped.has(issue) ? { why } : fails(issue), messages))
      .join('\n');
    return `  <testsuite name="${escapeXml(file)}" tests="${list.length}" failures="${failed}"${skips(list)}>\n${cases}\n  </testsuite>`;
  });
  // A clean run is one passed case: a report without any is taken for a run that did not happen.
  if (suites.length === 0) {
    suites.push(
      `  <testsuite name="diptych" tests="1" failures="0">\n    <testcase classname="diptych" name="${scopeOf(report)}"/>\n  </testsuite>`,
    );
  }
  const tests = Math.max(1, issues.length);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="diptych" tests="${tests}" failures="${failures}"${skips(issues)}>\n${suites.join('\n')}\n</testsuites>\n`;
}

/** Where a known issue is known from. */
function standing({ known }: Report, messages: Messages): string {
  return messages.text('cli.known.standing', { with: known?.since?.revision ?? known?.baselines.join(', ') ?? '' });
}

function testCase(issue: Issue, failed: boolean | { readonly why: string }, messages: Messages): string {
  const message = escapeXml(messages.issue(issue));
  const name = escapeXml(`${issue.check} ${issue.line}:${issue.column}`);
  const head = `    <testcase classname="${escapeXml(issue.check)}" name="${name}" file="${escapeXml(issue.file)}" line="${issue.line}"`;
  const place = escapeXml(`${issue.file}:${issue.line}:${issue.column}`);
  if (typeof failed === 'object') {
    return `${head}><skipped message="${failed.why}"/><system-out>${message}</system-out></testcase>`;
  }
  if (!failed) return `${head}><system-out>${message}</system-out></testcase>`;
  return `${head}>\n      <failure type="${issue.severity}" message="${message}">${place}</failure>\n    </testcase>`;
}
