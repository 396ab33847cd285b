import { createEngine, engineIds } from '../engines/index.js';
import { DiptychError } from '../model/errors.js';
import type { Locale } from '../model/locale.js';
import type { Style } from '../model/style.js';
import type { Delivery, Store } from '../store/store.js';
import { styleInstructions } from './instructions.js';
import {
  chooseArticles,
  type FoundFile,
  type Inventory,
  isTranslationOf,
  type SourceFile,
  takeInventory,
  targetFile,
  translationKey,
} from './inventory.js';
import { unknownName } from './load.js';
import { findProject, loadPipeline } from './project.js';
import type { RunReport, TranslationReport, TranslationState } from './report.js';
import { assertRunning, type Bench, type Connect, type Engines, type GenerateRequest, type Job } from './request.js';
import type { EngineEntry, Pipeline } from './schema.js';
import type { Worked } from './work.js';

export type { Connect, GenerateRequest, Progress, Services, UnitNews } from './request.js';

/**
 * Brings translations up to date. One article that cannot be worked on does not stop the others: its error is in the
 * report. Throws DiptychError when nothing can be done at all (no project, a broken pipeline file, an engine without its
 * key, another writer) and `aborted` on the signal; what was answered until then is in memory.
 */
export async function generate(request: GenerateRequest, connect: Connect): Promise<RunReport> {
  const { project, pipeline, engines, services } = await openBench(request, connect);
  const inventory = await takeInventory(project, pipeline, request.seen);
  const scope = await chooseArticles(project, inventory, request.cwd, request.articles);
  const triage = await triageOf(scope.sources, wantedLocales(request, pipeline), inventory, services.store);
  assertRunning(request.signal);
  const worked: Worked =
    triage.jobs.length === 0
      ? {
          translations: [],
          sources: [],
          errors: [],
          usage: { requests: 0, inputTokens: 0, outputTokens: 0, engines: {} },
        }
      : await (await import('./work.js')).work(triage.jobs, { request, project, pipeline, engines, services });
  const translations = [...triage.current, ...worked.translations];
  translations.sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : a.to < b.to ? -1 : 1));
  return {
    root: project.root,
    pipeline: pipeline.name,
    dryRun: request.dryRun,
    failOn: pipeline.failOn,
    translations,
    sources: worked.sources,
    errors: [...scope.errors, ...triage.errors, ...worked.errors],
    missing: engines.missing,
    usage: worked.usage,
    ...(worked.heads === undefined ? {} : { heads: worked.heads }),
  };
}

/** All that work on articles needs: the project, its pipeline, engines, store and queue. Throws as `generate` does. */
export async function openBench(request: GenerateRequest, connect: Connect): Promise<Bench> {
  const project = await findProject(request.cwd, request.root);
  const pipeline = await loadPipeline(project, request.pipeline, (await import('./known-names.js')).knownNames);
  const engines = openEngines(chosenEngines(request, pipeline), request.env);
  const services = await connect(project.root, pipeline.limits.concurrency, request.env);
  return { request, project, pipeline, engines, services };
}

function chosenEngines({ engines }: GenerateRequest, pipeline: Pipeline): readonly EngineEntry[] {
  if (engines === undefined) return pipeline.engines;
  return engines.map((id) => {
    if (!engineIds.includes(id)) throw new DiptychError('unknown-engine', unknownName('engine', id, engineIds));
    // Whoever names an engine wants it: without its key that is an error, not a reason to pass over it.
    return { settings: {}, ...pipeline.engines.find((entry) => entry.id === id), id, optional: false };
  });
}

function openEngines(entries: readonly EngineEntry[], env: GenerateRequest['env']): Engines {
  const ready: EngineEntry[] = [];
  const missing: DiptychError[] = [];
  let keeps = false;
  for (const entry of entries) {
    if (entry.id === 'memory') continue;
    try {
      // Made once to see that it can be: a missing key is told before anything is read.
      keeps = createEngine(entry.id, entry.settings, env).keep || keeps;
      ready.push(entry);
    } catch (error) {
      if (!entry.optional || !(error instanceof DiptychError) || error.code !== 'missing-setting') throw error;
      missing.push(error);
    }
  }
  const into = (to: Locale, style: Style) => {
    const register = styleInstructions(to, style);
    const spoken = register === undefined ? {} : { register };
    return ready.map(({ id, settings }) => createEngine(id, { ...spoken, ...settings }, env));
  };
  // Engines whose answers are kept never pay twice for a unit, named on the command line or not.
  return { into, leverage: keeps || entries.some(({ id }) => id === 'memory'), missing };
}

function wantedLocales({ to }: GenerateRequest, pipeline: Pipeline): ReadonlySet<Locale> | undefined {
  if (to === undefined) return undefined;
  const known = new Set(pipeline.sources.flatMap((source) => source.to));
  for (const locale of to) {
    if (known.has(locale)) continue;
    const values = { context: 'no-target', pipeline: pipeline.name, to: locale, known: [...known].join(', ') };
    throw new DiptychError('usage', values);
  }
  return new Set(to);
}

interface Triage {
  readonly jobs: readonly Job[];
  readonly current: readonly TranslationReport[];
  readonly errors: readonly DiptychError[];
}

/** Tells what is current, without parsing anything: revisions are compared, nothing else. */
async function triageOf(
  sources: readonly SourceFile[],
  wanted: ReadonlySet<Locale> | undefined,
  inventory: Inventory,
  store: Store,
): Promise<Triage> {
  const jobs: Job[] = [];
  const current: TranslationReport[] = [];
  const errors: DiptychError[] = [];
  for (const source of sources) {
    for (const to of source.to) {
      if (wanted !== undefined && !wanted.has(to)) continue;
      const found = inventory.translations.get(translationKey(to, source.slug));
      if (found !== undefined && !isTranslationOf(found, source)) {
        const of = found.head.translationOf ?? '';
        const values = { context: 'occupied', slug: source.slug, other: found.file, of };
        errors.push(new DiptychError('duplicate-slug', values, { file: source.file }));
        continue;
      }
      const record = await store.delivery(source.slug, to);
      if (record !== undefined && found !== undefined && isCurrent(source, found, record)) {
        current.push(currentReport(source, to, found, record));
      } else {
        jobs.push({ source, to, found, record });
      }
    }
  }
  return { jobs, current, errors };
}

function isCurrent(source: SourceFile, found: FoundFile, record: Delivery): boolean {
  return (
    record.sourceRevision === source.revision &&
    record.revision === found.revision &&
    found.head.state !== 'partial' &&
    found.head.state !== 'stale' &&
    record.units.every(({ origin, state }) => origin.kind !== 'source' && state !== 'initial')
  );
}

function currentReport(source: SourceFile, to: Locale, found: FoundFile, record: Delivery): TranslationReport {
  const units = record.units.length;
  return {
    slug: source.slug,
    from: source.locale,
    to,
    source: source.file,
    file: targetFile(source.slug, to),
    revision: source.revision,
    outcome: 'current',
    state: (found.head.state ?? 'translated') as TranslationState,
    counts: { units, kept: units, memory: 0, rendered: 0, patched: 0, engines: 0, human: 0, left: 0 },
    quantities: 0,
    issues: [],
    left: [],
    stale: [],
  };
}
