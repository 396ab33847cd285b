import type { ErrorCode, ErrorValues } from '../model/errors.js';
import type { Content } from '../model/inline.js';
import type { Locale } from '../model/locale.js';

export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/** What a job does: one article into one language. */
export interface Assignment {
  readonly slug: string;
  readonly from: Locale;
  readonly to: Locale;
}

/** One thing that happened in a job, numbered from 1 without gaps: what `Last-Event-ID` counts. */
export type JobEvent = { readonly id: number } & JobNews;
export type JobNews =
  | ({ readonly type: 'state'; readonly state: JobState } & JobOutcome)
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'unit'; readonly unit: string; readonly content: Content };

/** What a job's end tells beside its state: what it found, and what it cost. */
export interface JobOutcome {
  readonly issues?: number;
  /** Issues from the severity on at which a run counts as failed. */
  readonly failing?: number;
  /** Units that stay in the source language. */
  readonly left?: number;
  readonly usage?: { readonly requests: number; readonly inputTokens: number; readonly outputTokens: number };
}

/** A job and what is known of it. */
export interface JobRecord extends Assignment {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly created: string;
  /** Who asked first. */
  readonly by: string;
  readonly state: JobState;
  readonly started?: string;
  readonly finished?: string;
  /** Units that engines were asked for, and that they are to be asked for. */
  readonly done: number;
  readonly total: number;
  /** Units whose translation is known. */
  readonly units: number;
  /** How many clicks it answers. */
  readonly requests: number;
  readonly report?: {
    readonly outcome: string;
    readonly state: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly issues: number;
    /** Issues from the severity on at which a run counts as failed. */
    readonly failing: number;
    readonly left: number;
  };
  readonly usage?: { readonly requests: number; readonly inputTokens: number; readonly outputTokens: number };
  /** What stopped it, or what an engine said while the rest went on. */
  readonly errors: readonly { readonly code: ErrorCode; readonly values: ErrorValues; readonly file?: string }[];
}

/** Whether a job is over. */
export function isOver({ state }: Pick<JobRecord, 'state'>): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

/** Where jobs and what happens in them are written down. Every implementation passes `test/store/jobs.ts`. */
export interface JobBook {
  /** Writes a new job down with its state as the first event, durable when it resolves; one that is known by its id is left as it is. */
  enter(job: JobRecord): Promise<void>;
  /** Counts another click on it. */
  join(id: string): Promise<void>;
  /**
   * Changes a job that is not over and appends events, numbered on. An end is durable when it resolves. Whether it was
   * done: nothing is changed in a job that is over.
   */
  update(id: string, change: Partial<JobRecord>, news?: readonly JobNews[]): Promise<boolean>;
  get(id: string): Promise<JobRecord | undefined>;
  /** The newest first. */
  newest(limit: number): Promise<readonly JobRecord[]>;
  /** Those that are not over. */
  unfinished(): Promise<readonly JobRecord[]>;
  /** What happened in a job after the event of that number, in order. */
  events(id: string, after: number): Promise<readonly JobEvent[]>;
  /** Forgets jobs that have been over since before. */
  forget(before: Date): Promise<void>;
}
