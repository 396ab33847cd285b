import type { DiptychError } from '../../model/errors.js';
import type { Content } from '../../model/inline.js';
import type { Locale } from '../../model/locale.js';
import type { TranslationReport } from '../../pipeline/report.js';

/** What a job does: one article into one language. */
export interface Assignment {
  readonly slug: string;
  readonly from: Locale;
  readonly to: Locale;
}

export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/** One thing that happened in a job, numbered from 1 without gaps: what `Last-Event-ID` counts. */
export type JobEvent = { readonly id: number } & (
  | { readonly type: 'state'; readonly state: JobState }
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'unit'; readonly unit: string; readonly text: string }
);

/** A job and all that is known of it. */
export interface Job extends Assignment {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly created: string;
  /** Who asked first. */
  readonly by: string;
  state: JobState;
  started?: string;
  finished?: string;
  done: number;
  total: number;
  /** How many clicks it answers. */
  requests: number;
  /** Translations by unit id, as they become known. */
  readonly units: Map<string, Content>;
  readonly events: JobEvent[];
  report?: TranslationReport;
  usage?: { readonly requests: number; readonly inputTokens: number; readonly outputTokens: number };
  /** What stopped it, or what an engine said while the rest went on. */
  errors: readonly DiptychError[];
}

/** Whether a job is over. */
export function isOver({ state }: Job): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}
