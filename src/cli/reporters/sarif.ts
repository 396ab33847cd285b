import type { Messages } from '../../messages/index.js';
import { fingerprintName, fingerprintOf } from '../../model/fingerprint.js';
import type { Issue, Severity } from '../../model/issue.js';
import type { Remembered } from '../../pipeline/known/remembered.js';
import type { CheckOutcome } from '../../pipeline/outcome.js';
import { version } from '../version.js';
import type { BaselineState } from './json.js';

/** SARIF 2.1.0 §3.27.10 result levels. */
const levels: Readonly<Record<Severity, 'none' | 'note' | 'warning' | 'error'>> = {
  neutral: 'none',
  minor: 'note',
  major: 'error',
  critical: 'error',
};

/**
 * `--format sarif`: SARIF 2.1.0 (OASIS), which code hosts show at the line. Known issues stand in it too, and what is fixed,
 * each with its `baselineState` (§3.27.24): a code host takes what is left out for mended.
 */
export function sarifReport({ issues, known }: CheckOutcome, messages: Messages): string {
  const states: readonly Stated[] = [
    ...issues.map((issue) => ({ issue, ...(known === undefined ? {} : { state: 'new' as const }) })),
    ...(known?.issues ?? []).map((issue) => ({ issue, state: 'unchanged' as const })),
  ];
  const fixed = known?.fixed ?? [];
  const ids = [...new Set([...states.map(({ issue }) => issue.check), ...fixed.map(({ check }) => check)])].sort();
  // Whoever listed an issue has accepted it (§3.35); that it stood at a revision says nothing of that.
  const accepted = known !== undefined && known.baselines.length > 0;
  const counts = new Map<string, number>();
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
        results: [
          ...states.map((one) => result(one, messages, ids, accepted, counts)),
          ...fixed.map((one) => absent(one, messages, ids)),
        ],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

interface Stated {
  readonly issue: Issue;
  readonly state?: BaselineState;
}

function result(
  { issue, state }: Stated,
  messages: Messages,
  ids: readonly string[],
  accepted: boolean,
  counts: Map<string, number>,
): object {
  const { check, severity, certainty, file, line, column, category, type, unit } = issue;
  const region = { startLine: Math.max(1, line), startColumn: Math.max(1, column) };
  const fingerprint = fingerprintOf(issue);
  const key = `${file}\n${fingerprint}`;
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return {
    ruleId: check,
    ruleIndex: ids.indexOf(check),
    level: levels[severity],
    message: { text: messages.issue(issue) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } }],
    // GitHub follows an alert by the second alone, which it would otherwise make of the line: equal issues are counted in it.
    partialFingerprints: { [fingerprintName]: fingerprint, primaryLocationLineHash: `${fingerprint}:${count}` },
    ...(state === undefined ? {} : { baselineState: state }),
    ...(accepted && state === 'unchanged' ? { suppressions: [{ kind: 'external', status: 'accepted' }] } : {}),
    properties: { category, type, severity, unit, ...(certainty ? { certainty } : {}) },
  };
}

/** What stood before and is gone: looked for, and not there (§3.27.9). */
function absent({ file, check, says, fingerprint }: Remembered, messages: Messages, ids: readonly string[]): object {
  return {
    ruleId: check,
    ruleIndex: ids.indexOf(check),
    kind: 'pass',
    level: 'none',
    message: { text: messages.text('cli.known.absent', { check: messages.check(check), says }) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
    partialFingerprints: { [fingerprintName]: fingerprint },
    baselineState: 'absent',
  };
}

const uriOf = (file: string): string => encodeURI(file.replaceAll('\\', '/'));
