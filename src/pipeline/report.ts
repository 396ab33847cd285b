import type { EngineUsage } from '../engines/engine.js';
import type { Decimal } from '../model/decimal.js';
import { type DiptychError, exitCodes } from '../model/errors.js';
import { atLeast, type Issue, type Severity } from '../model/issue.js';
import type { Locale } from '../model/locale.js';
import type { Reason } from '../model/refusal.js';

/** What a translation says of itself in its frontmatter. `reviewed` and `published` are set by people, and kept. */
export const translationStates = ['partial', 'translated', 'reviewed', 'published', 'stale'] as const;
export type TranslationState = (typeof translationStates)[number];

/** About what an article would take of an engine, if every answer were right at once. */
export interface Forecast {
  /** Units that would be asked for, without those that an earlier article of the run has too. */
  readonly units: number;
  readonly requests: number;
  /** Characters of source text, in Unicode code points. */
  readonly characters: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Where the units of one translation came from. They add up to `units`. */
export interface Counts {
  readonly units: number;
  /** As delivered before. */
  readonly kept: number;
  readonly memory: number;
  /** Figures and terms only, written by ourselves. */
  readonly rendered: number;
  /** Figures changed inside an existing translation. */
  readonly patched: number;
  readonly engines: number;
  /** Written by a person, stale ones too. */
  readonly human: number;
  /** Left in the source language. In a dry run: what an engine would be asked for. */
  readonly left: number;
}

/** Why a unit stays in the source language. */
export type LeftReason =
  /** No engine is configured. */
  | 'no-engine'
  /** Engines answered, and every answer was wrong. */
  | 'refused'
  /** The engine failed. */
  | 'failed'
  /** Time was up. */
  | 'time'
  /** The run has taken all that it may. */
  | 'budget'
  /** A check found a wrong figure or broken markup in the finished translation. */
  | 'unsafe';

/** A unit that stays in the source language. */
export interface LeftUnit {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly reason: LeftReason;
  /** Why the last answer was refused. */
  readonly reasons?: readonly Reason[];
  /** What the engine failed of. */
  readonly error?: DiptychError;
}

/** A unit that a person wrote and whose source has changed since. */
export interface StaleUnit {
  readonly line: number;
  readonly column: number;
  /** The source that was translated, `null` for a new passage that found no place; and the source as it is now. */
  readonly before: string | null;
  readonly now: string;
  /** What stands in the translation. */
  readonly target: string | null;
}

/** What became of a translation's file. */
export type Outcome =
  /** Nothing to do. */
  | 'current'
  | 'written'
  /** Worked on, and the result is what stands there. */
  | 'unchanged'
  /** A person rebuilt it and the source changed: left alone. */
  | 'blocked'
  /** Made by hand, without a record of the source it was made from: left alone. */
  | 'foreign'
  /** A person saved it while the run was going on: left alone, the next run sees it. */
  | 'raced'
  /** A dry run. */
  | 'planned';

/** One article in one language. */
export interface TranslationReport {
  readonly slug: string;
  readonly from: Locale;
  readonly to: Locale;
  /** The source and the translation, relative to the project. */
  readonly source: string;
  readonly file: string;
  /** Revision of the source as it is. */
  readonly revision: string;
  readonly outcome: Outcome;
  readonly state: TranslationState;
  readonly counts: Counts;
  /** How many figures of the source were compared with the translation. */
  readonly quantities: number;
  readonly issues: readonly Issue[];
  readonly left: readonly LeftUnit[];
  readonly stale: readonly StaleUnit[];
  /** In a dry run: what it would take of an engine. */
  readonly forecast?: Forecast;
}

/** What one engine did in a run, and what that cost where its price is known. */
export interface Spending extends EngineUsage {
  /** Units that it answered rightly. */
  readonly units: number;
  /** Requests among these that were made because an earlier one failed or was refused. */
  readonly retries: number;
  /** US dollars. */
  readonly cost?: Decimal;
  /** When the price was looked up. */
  readonly priced?: string;
}

/** One whole run. */
export interface RunReport {
  readonly root: string;
  readonly pipeline: string;
  readonly dryRun: boolean;
  /** Articles whose units were at or above this make the run fail. */
  readonly failOn: Severity;
  readonly translations: readonly TranslationReport[];
  /** What does not hold in the sources worked on, once for each, whatever the number of translations. It fails no run. */
  readonly sources: readonly Issue[];
  /** In a dry run: what titles and summaries of new articles would take, which are asked for together before any article. */
  readonly heads?: Forecast;
  /** Articles that could not be worked on, and engines that failed. */
  readonly errors: readonly DiptychError[];
  /** Optional engines passed over, with the setting that each lacks. */
  readonly missing: readonly DiptychError[];
  /** What engines took: together, and each by its name. */
  readonly usage: {
    readonly requests: number;
    readonly inputTokens: number;
    readonly outputTokens: number;
    readonly engines: Readonly<Record<string, Spending>>;
  };
}

/** The exit code of a run: the worst that happened. */
export function exitCodeOf(report: RunReport): number {
  const codes = report.errors.map((error) => error.exitCode);
  const unclean = report.translations.some((one) => isUnclean(one, report));
  return Math.max(exitCodes.clean, unclean ? exitCodes.issues : exitCodes.clean, ...codes);
}

function isUnclean(one: TranslationReport, { failOn, dryRun }: RunReport): boolean {
  if (dryRun) return false;
  return (
    one.left.length > 0 ||
    one.stale.length > 0 ||
    one.state === 'partial' ||
    one.state === 'stale' ||
    one.issues.some(({ severity }) => atLeast(severity, failOn))
  );
}
