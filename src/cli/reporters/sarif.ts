import type { Messages } from '../../messages/index.js';
import type { Issue, Severity } from '../../model/issue.js';
import type { CheckOutcome } from '../../pipeline/outcome.js';
import { version } from '../version.js';

/** SARIF 2.1.0 §3.27.10 result levels. */
const levels: Readonly<Record<Severity, 'none' | 'note' | 'warning' | 'error'>> = {
  neutral: 'none',
  minor: 'note',
  major: 'error',
  critical: 'error',
};

/** `--format sarif`: SARIF 2.1.0 (OASIS), which code hosts show at the line. */
export function sarifReport({ issues }: CheckOutcome, messages: Messages): string {
  const ids = [...new Set(issues.map(({ check }) => check))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Diptych',
            version: version(),
            rules: ids.map((id) => ({ id, shortDescription: { text: messages.check(id) } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: issues.map((issue) => result(issue, messages, ids)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function result(issue: Issue, messages: Messages, ids: readonly string[]): object {
  const { check, severity, certainty, file, line, column, category, type, unit } = issue;
  const region = { startLine: Math.max(1, line), startColumn: Math.max(1, column) };
  return {
    ruleId: check,
    ruleIndex: ids.indexOf(check),
    level: levels[severity],
    message: { text: messages.issue(issue) },
    locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(file.replaceAll('\\', '/')) }, region } }],
    properties: { category, type, severity, unit, ...(certainty ? { certainty } : {}) },
  };
}
