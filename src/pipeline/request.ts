import type { Engine } from '../engines/engine.js';
import { DiptychError } from '../model/errors.js';
import type { Content } from '../model/inline.js';
import type { Locale } from '../model/locale.js';
import type { Style } from '../model/style.js';
import type { Priority, Queue } from '../queue/queue.js';
import type { Delivery, Store } from '../store/store.js';
import type { FoundFile, SeenFiles, SourceFile } from './inventory.js';
import type { Project } from './project.js';
import type { Pipeline } from './schema.js';

/** What is asked for. */
export interface GenerateRequest {
  /** The folder that relative paths start from, and from which the project is looked for. */
  readonly cwd: string;
  readonly root?: string;
  /** Slugs, files or folders; none: all that is missing or stale. */
  readonly articles: readonly string[];
  /** Only into these locales; absent: every target of the pipeline. */
  readonly to?: readonly Locale[];
  readonly pipeline: string;
  /** These engines in this order, instead of the pipeline's. */
  readonly engines?: readonly string[];
  readonly dryRun: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
  readonly priority?: Priority;
  /** Who asks, for the history: the name of a key, `command line`. */
  readonly by?: string;
  readonly onProgress?: (progress: Progress) => void;
  /** Told of each unit's translation as soon as it is known, before the article as a whole is checked. */
  readonly onUnit?: (news: UnitNews) => void;
  /** What earlier looks at the project's files found. */
  readonly seen?: SeenFiles;
}

/** A unit's translation, known but not delivered yet. */
export interface UnitNews {
  readonly slug: string;
  readonly to: Locale;
  /** Id of the source unit. */
  readonly unit: string;
  readonly content: Content;
}

/** How far a run has come: units that engines are asked for, and the file that was last worked on. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly file: string;
}

/** What a run stands on; made by whoever starts it, so that the pipeline knows no store and no queue by name. */
export interface Services {
  readonly store: Store;
  readonly queue: Queue;
}
export type Connect = (root: string, concurrency: number, env: GenerateRequest['env']) => Promise<Services>;

/** One article into one language, not current. */
export interface Job {
  readonly source: SourceFile;
  readonly to: Locale;
  /** The translation that stands there, delivered or made by hand. */
  readonly found: FoundFile | undefined;
  readonly record: Delivery | undefined;
}

/** Engines that are ready, and those that were passed over with the setting that each lacks. */
export interface Engines {
  /** The engines in order, told the house style of a language. */
  into(to: Locale, style: Style): readonly Engine[];
  /** Whether memory answers before engines are asked. */
  readonly leverage: boolean;
  readonly missing: readonly DiptychError[];
}

/** What the work on jobs is given. */
export interface Bench {
  readonly request: GenerateRequest;
  readonly project: Project;
  readonly pipeline: Pipeline;
  readonly engines: Engines;
  readonly services: Services;
}

/** Throws DiptychError `aborted` once the person has interrupted. */
export function assertRunning(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DiptychError('aborted');
}
