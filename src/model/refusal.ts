import type { Issue } from './issue.js';

/** Why an engine's answer was refused, for people: a key below `refusals` of the messages, or what a check says. */
export interface Reason {
  /** The check whose message it is; absent for a message below `refusals`. */
  readonly check?: string;
  readonly key: string;
  readonly values: Issue['values'];
}

/** An answer refused: for the engine, in English and worded as what to do; and for people. */
export interface Refused {
  readonly ok: false;
  readonly feedback: string;
  readonly reasons: readonly Reason[];
}
