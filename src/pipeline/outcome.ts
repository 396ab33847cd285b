import { atLeast, type Issue, type Severity, severities } from '../model/issue.js';
import type { Remembered } from './known/remembered.js';

/** How many issues of each severity there are. */
export type Counts = Readonly<Record<Severity, number>>;

/** What writing baselines changed, in issues. */
export interface Written {
  readonly total: number;
  readonly added: number;
  readonly removed: number;
}

/** What a run compared its issues with, and what came of it. */
export interface KnownOutcome {
  readonly since?: {
    readonly revision: string;
    readonly commit: string;
    /** Settings that are not what they were: all articles were judged twice, by those of then and of now. */
    readonly settings: readonly string[];
  };
  /** The baseline files, as the person named them. */
  readonly baselines: readonly string[];
  /** How many issues of each severity are known. They are not among the issues of the report. */
  readonly counts: Counts;
  /** The known issues; none where issues were handed on as they were found. */
  readonly issues: readonly Issue[];
  /** What stood before and is gone. */
  readonly fixed: readonly Remembered[];
  readonly written?: Written;
}

/** What any run of checks has to tell: `validate` of pairs and `lint` of sources alike. */
export interface CheckOutcome {
  readonly units: number;
  /** In the order of files and places; none where each was handed on as it was found. */
  readonly issues: readonly Issue[];
  /** How many of each severity were handed on. */
  readonly counts?: Counts;
  /** What issues were compared with; absent where all were taken for new. Known ones are not among `issues`. */
  readonly known?: KnownOutcome;
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
