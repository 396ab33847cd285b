import { atLeast, type Issue, type Severity, severities } from '../model/issue.js';

/** How many issues of each severity there are. */
export type Counts = Readonly<Record<Severity, number>>;

/** What any run of checks has to tell: `validate` of pairs and `lint` of sources alike. */
export interface CheckOutcome {
  readonly units: number;
  /** In the order of files and places; none where each was handed on as it was found. */
  readonly issues: readonly Issue[];
  /** How many of each severity were handed on. */
  readonly counts?: Counts;
  /** The severity from which the run counts as failed. */
  readonly failOn: Severity;
}

export const noCounts = (): Record<Severity, number> =>
  Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>;

export function countIssues({ issues, counts: handed }: Pick<CheckOutcome, 'issues' | 'counts'>): Counts {
  const counts = { ...(handed ?? noCounts()) };
  for (const { severity } of issues) counts[severity]++;
  return counts;
}

/** Whether an issue reaches the severity at which the caller wants to fail. */
export function hasFailed(outcome: Pick<CheckOutcome, 'issues' | 'counts' | 'failOn'>): boolean {
  const counts = countIssues(outcome);
  return severities.some((severity) => counts[severity] > 0 && atLeast(severity, outcome.failOn));
}
