import { atLeast, type Issue, type Severity, severities } from '../model/issue.js';

/** What any run of checks has to tell: `validate` of pairs and `lint` of sources alike. */
export interface CheckOutcome {
  readonly units: number;
  /** In the order of files and places. */
  readonly issues: readonly Issue[];
  /** The severity from which the run counts as failed. */
  readonly failOn: Severity;
}

/** How many issues of each severity there are. */
export function countIssues({ issues }: Pick<CheckOutcome, 'issues'>): Readonly<Record<Severity, number>> {
  const counts = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const { severity } of issues) counts[severity]++;
  return counts;
}

/** Whether an issue reaches the severity at which the caller wants to fail. */
export function hasFailed({ issues, failOn }: Pick<CheckOutcome, 'issues' | 'failOn'>): boolean {
  return issues.some(({ severity }) => atLeast(severity, failOn));
}
