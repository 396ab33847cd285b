import { setMaxListeners } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lintArticle } from '../checks/source/run.js';
import { languagePack } from '../languages/index.js';
import { parseArticle } from '../markdown/parse.js';
import { decodeSource } from '../markdown/read.js';
import type { Article, GlossedArticle, GlossedUnit } from '../model/article.js';
import { DiptychError } from '../model/errors.js';
import { sha256 } from '../model/hash.js';
import { type Content, withOwnCodes } from '../model/inline.js';
import type { Issue } from '../model/issue.js';
import { adopt } from './adopt.js';
import { type Asker, createAsker } from './ask.js';
import type { CheckedArticle } from './decided.js';
import { recordOf } from './delivery.js';
import { forecast, forecastHeads } from './forecast.js';
import { headQuestions } from './heads.js';
import { imageVariants } from './image-variants.js';
import { lookAt, type SourceFile, targetFile } from './inventory.js';
import { learned } from './learn.js';
import { type ArticlePlan, asked, askKey, planArticle } from './plan.js';
import type { Asking, Bill, Question } from './question.js';
import { readArticle } from './read-article.js';
import { createReceipt, type Receipt } from './receipt.js';
import type { RunReport, TranslationReport } from './report.js';
import { checkedReport, foreignReport, plannedReport } from './reporting.js';
import { assertRunning, type Bench, type GenerateRequest, type Job } from './request.js';
import { createRoute, type Route } from './route.js';
import { openSpending } from './spending.js';
import { loadStages, type Stages } from './stages/index.js';
import { skeletonHash, standingOf } from './standing.js';
import { versionsOf } from './versions.js';

/** What came of the jobs. */
export type Worked = Pick<RunReport, 'translations' | 'sources' | 'errors' | 'usage' | 'heads'>;

/** A job with its plan. */
export interface Planned {
  readonly job: Job;
  readonly route: Route;
  readonly article: GlossedArticle;
  readonly plan: ArticlePlan;
}

/**
 * How many articles are open for each request that may run at once. Each has one request out, or two: more would plan
 * while answers wait, and hold memory for nothing.
 */
const openPerRequest = 1.5;

/**
 * Plans articles and asks engines for what is missing, each unit once; an article is delivered as soon as it is whole.
 * While engines answer for the first articles, the next ones are read and planned. What failed in passing is asked for
 * once more at the end.
 */
export async function work(jobs: readonly Job[], bench: Bench): Promise<Worked> {
  const { request, project, pipeline, services } = bench;
  const reports = new Map<string, TranslationReport>();
  const linted = new Map<SourceFile, readonly Issue[]>();
  const errors: DiptychError[] = [];
  /** Of each engine that failed, its first. */
  const failures = new Map<unknown, DiptychError>();
  const stages = await loadStages(pipeline.stages);
  const routes = new Map<string, Promise<Route>>();
  const routeOf = (from: string, to: string): Promise<Route> => {
    const key = `${from}>${to}`;
    const route = routes.get(key) ?? createRoute({ from, to }, bench);
    routes.set(key, route);
    return route;
  };
  const planAll = async (some: readonly Job[], take: (one: Planned) => Promise<void>): Promise<void> => {
    for (const [source, group] of bySource(some)) {
      await collect(errors, source.file, async () => {
        const article = await readArticle(source, bench, stages);
        linted.set(source, lintArticle(article, languagePack(article.locale), pipeline).issues);
        for (const job of group) {
          await collect(errors, fileOf(job), async () => {
            const one = await planJob(job, article, await routeOf(source.locale, job.to), bench, stages);
            if (one === undefined) reports.set(fileOf(job), foreignReport(job));
            else await take(one);
          });
        }
      });
      assertRunning(request.signal);
    }
  };
  const worked = (receipt: Receipt): Worked => ({
    translations: [...reports.values()],
    sources: [...linted.values()].flat(),
    errors: [...errors, ...failures.values()],
    usage: receipt.usage(),
  });
  /** Titles and summaries of articles that are new, where there are several: they are asked for before any body. */
  const headsOf = async (): Promise<ReadonlyMap<Route, readonly Question[]>> => {
    const heads = new Map<Route, Question[]>();
    const fresh = bySource(jobs.filter(({ found }) => found === undefined));
    if (fresh.size < 2) return heads;
    for (const [source, group] of fresh) {
      assertRunning(request.signal);
      for (const job of group) {
        // What cannot be read is told when the article's turn comes.
        const route = await routeOf(source.locale, job.to).catch(() => undefined);
        const questions = route && (await headQuestions(source, route, bench, stages).catch(() => []));
        if (questions?.length) heads.set(route!, [...(heads.get(route!) ?? []), ...questions]);
      }
    }
    return heads;
  };
  if (request.dryRun) {
    const seen = new Set<string>();
    const heads = forecastHeads(await headsOf(), pipeline.limits, seen);
    await planAll(jobs, async ({ job, plan, route }) => {
      reports.set(fileOf(job), { ...plannedReport(job, plan), forecast: forecast(plan, route, pipeline.limits, seen) });
    });
    return { ...worked(createReceipt(bench)), ...(heads === undefined ? {} : { heads }) };
  }

  const spending = await openSpending(project.root, pipeline.name);
  const receipt = createReceipt(bench, spending);
  const planned = new Set<Planned>();
  /** What titles and summaries are in translation, by route and unit, before their articles are planned. */
  const early = new Map<string, Content>();
  let [done, total] = [0, 0];
  let file = '';
  const progress = () => request.onProgress?.({ done, total, file });
  const deadline = AbortSignal.timeout(pipeline.limits.seconds * 1000);
  const signal = request.signal === undefined ? deadline : AbortSignal.any([request.signal, deadline]);
  // Every request listens to it, and Node warns at eleven.
  setMaxListeners(0, signal);
  const askers = new Map<Route, Asker>();
  const askerOf = (route: Route): Asker => {
    const asker =
      askers.get(route) ??
      createAsker({
        pair: route.pair,
        engines: route.engines,
        queue: services.queue,
        limits: pipeline.limits,
        priority: request.priority ?? 'batch',
        signal,
        claim: claimOf(route),
        reserve: receipt.reserve,
        recall: route.recall && ((questions) => route.recall!(questions, signal)),
        protect: route.protect,
        verify: route.verify,
        accepted: async (unit, content, engine) => {
          await route.remember(unit, content, engine);
          tell(planned, route.key, unit, content, request.onUnit);
        },
        // One message for each engine, however often it failed.
        failed: (error) => failures.set(error.values['engine'], failures.get(error.values['engine']) ?? error),
        wanted: (units) => {
          total += units;
        },
        settled: () => {
          done++;
          progress();
        },
      });
    askers.set(route, asker);
    return asker;
  };
  const claimOf = ({ claim, ...route }: Route): Asking['claim'] =>
    claim &&
    (async (questions) => {
      const claimed = await claim(questions, signal);
      for (const [{ unit }, { content }] of claimed.answered) tell(planned, route.key, unit, content, request.onUnit);
      return claimed;
    });
  /** Asks for titles and summaries: those of many travel in one request. */
  const askHeads = async (): Promise<readonly Promise<unknown>[]> => {
    const tasks = [...(await headsOf())].map(async ([route, questions]) => {
      const answers = await askerOf(route).ask(questions, { title: '' }, receipt.bill());
      if (request.onUnit === undefined) return;
      for (const [key, answer] of answers) if (answer.ok) early.set(route.key + key, answer.content);
    });
    // They are waited for once all bodies are on their way; until then they have nobody to tell.
    for (const task of tasks) task.catch(() => undefined);
    return tasks;
  };
  const deliver = async (one: Planned): Promise<void> => {
    await collect(errors, one.article.file, async () => {
      const { job, route } = one;
      const name = fileOf(job);
      const report = await deliverJob(one, askerOf(route), receipt.bill(name), bench, stages);
      reports.set(name, afterSweep(reports.get(name), report));
      file = name;
      progress();
    });
    planned.delete(one);
  };
  const most = Math.ceil(openPerRequest * pipeline.limits.concurrency);
  const open = new Set<Promise<void>>();
  const deliverAll = async (some: readonly Job[]): Promise<void> => {
    await planAll(some, async (one) => {
      planned.add(one);
      if (request.onUnit !== undefined) tellPlanned(one, early, request.onUnit);
      const task = deliver(one).finally(() => open.delete(task));
      // Whoever waits for it below is told; until then nobody does.
      task.catch(() => undefined);
      open.add(task);
      if (open.size >= most) await Promise.race(open);
    });
    await Promise.all(open);
  };
  await services.store.open();
  try {
    const heads = await askHeads();
    await deliverAll(jobs);
    await Promise.all(heads);
    const swept = jobs.filter((job) => reports.get(fileOf(job))?.left.some(({ reason }) => reason === 'failed'));
    // An engine that never answered has not failed in passing.
    const hope = [...askers.values()].some(({ answered }) => answered) && !receipt.spent() && !signal.aborted;
    if (swept.length > 0 && hope) {
      for (const { engines } of askers.keys()) await Promise.all(engines.map((engine) => engine.rested?.(signal)));
      failures.clear();
      askers.clear();
      if (!signal.aborted) await deliverAll(await Promise.all(swept.map((job) => lookAgain(job, bench))));
    }
  } finally {
    await Promise.allSettled(open);
    await spending.close();
    await services.store.close();
  }
  assertRunning(request.signal);
  return worked(receipt);
}

function fileOf(job: Job): string {
  return targetFile(job.source.slug, job.to);
}

/** A job as it stands after its first delivery. */
async function lookAgain(job: Job, { project, pipeline, services }: Bench): Promise<Job> {
  const found = await lookAt(project, fileOf(job), job.to, pipeline);
  return {
    ...job,
    found: found instanceof DiptychError ? undefined : found,
    record: await services.store.delivery(job.source.slug, job.to),
  };
}

/** One report of an article that was delivered twice: what the first delivery did counts for the run too. */
function afterSweep(first: TranslationReport | undefined, last: TranslationReport): TranslationReport {
  if (first === undefined || last.outcome === 'raced') return last;
  const { counts } = first;
  const gained = counts.left - last.counts.left;
  return {
    ...last,
    outcome: first.outcome === 'written' ? 'written' : last.outcome,
    counts: { ...counts, engines: counts.engines + gained, left: last.counts.left },
  };
}

type OnUnit = GenerateRequest['onUnit'];

/** Tells of what is known without engines, as soon as it is planned. */
function tellPlanned(
  { job, route, article, plan }: Planned,
  early: ReadonlyMap<string, Content>,
  onUnit: NonNullable<OnUnit>,
): void {
  plan.decisions.forEach((decision, index) => {
    const unit = article.units[index]!;
    const said = decision.by === 'ask' ? early.get(route.key + askKey(unit)) : undefined;
    const content = decision.by === 'ask' ? said && withOwnCodes(said, unit.codes) : decision.target;
    if (content !== undefined) onUnit({ slug: job.source.slug, to: job.to, unit: unit.id, content });
  });
}

/** Tells of an engine's answer wherever the run asked for that unit: several articles may hold it. */
function tell(
  planned: ReadonlySet<Planned>,
  route: string,
  unit: GlossedUnit,
  content: Content,
  onUnit: OnUnit | undefined,
): void {
  if (onUnit === undefined) return;
  const key = askKey(unit);
  for (const one of planned) {
    if (one.route.key !== route) continue;
    const { slug } = one.job.source;
    for (const same of asked(one.plan)) {
      if (askKey(same.unit) !== key) continue;
      onUnit({ slug, to: one.job.to, unit: same.unit.id, content: withOwnCodes(content, same.unit.codes) });
    }
  }
}

function bySource(jobs: readonly Job[]): Map<SourceFile, Job[]> {
  const groups = new Map<SourceFile, Job[]>();
  for (const job of jobs) groups.set(job.source, [...(groups.get(job.source) ?? []), job]);
  return groups;
}

/** Runs a piece of work of one article; its error is told in the report and stops no other article. */
async function collect(errors: DiptychError[], file: string, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    // A store that cannot write and a person who interrupts stop everything; a bug is not an article's fault.
    if (!(error instanceof DiptychError) || error.code === 'store-failed' || error.code === 'aborted') throw error;
    errors.push(error.place === undefined ? new DiptychError(error.code, error.values, { file }, error) : error);
  }
}

/** Plans one job; `undefined` when the file is a person's and does not say which source it belongs to. */
export async function planJob(
  job: Job,
  source: Article,
  route: Route,
  { project, pipeline }: Bench,
  stages: Stages,
): Promise<Planned | undefined> {
  let article = source as GlossedArticle;
  for (const stage of stages.target) article = await stage.run(article, { ...route.context });
  const skeleton = skeletonHash(article);
  const leverage = await route.leverageFor(article);
  const images = await imageVariants(article, job.to, project.root);
  if (job.found === undefined) {
    return { job, route, article, plan: { ...planArticle(article, undefined, skeleton, leverage), images } };
  }
  const { file } = job.found;
  const text = decodeSource(await readFile(join(project.root, file)), file, pipeline.limits.fileBytes);
  const fields = pipeline.frontmatter;
  const translation = parseArticle(text, { file, slug: article.slug, locale: job.to, fields });
  const claims = job.found.head.sourceRevision === article.revision;
  const known = job.record !== undefined && (job.record.sourceRevision === article.revision || !claims);
  if (!known && !claims) return undefined;
  const record = known ? job.record! : adopt(article, translation, leverage);
  const plan = { ...planArticle(article, standingOf(record, translation), skeleton, leverage), images };
  return { job, route, article, plan };
}

/** Translates, checks and delivers one article. */
async function deliverJob(
  one: Planned,
  asker: Asker,
  bill: Bill,
  bench: Bench,
  stages: Stages,
): Promise<TranslationReport> {
  const { job, plan, route } = one;
  const { store } = bench.services;
  for (const entry of learned(plan)) await store.remember(route.pair, entry);
  if (plan.placement === 'blocked') return { ...plannedReport(job, plan), outcome: 'blocked', state: 'stale' };
  let article = one.article;
  for (const stage of stages.planned) article = await stage.run(article, { ...route.context, plan, asker, bill });
  assertRunning(bench.request.signal);
  const checked = article as CheckedArticle;
  for (const unit of checked.units) {
    const { takenBack } = unit.refusal ?? {};
    if (takenBack !== undefined) await route.forget(unit, takenBack.target, takenBack.engine);
  }
  const file = targetFile(checked.slug, job.to);
  // Nobody writes between the look at what stands there and the delivery.
  return store.alone(checked.slug, job.to, async () => {
    const present = await readFile(join(bench.project.root, file)).catch(() => undefined);
    const presentRevision = present === undefined ? undefined : sha256(present);
    if (presentRevision !== job.found?.revision) return checkedReport(job, plan, checked, 'raced');
    const record = recordOf(checked, plan);
    const changed = record.revision !== presentRevision;
    if (changed || JSON.stringify(record) !== JSON.stringify(job.record)) {
      const { by } = bench.request;
      const mark = { at: new Date().toISOString(), ...(by === undefined ? {} : { by }) };
      await store.deliver(record, file, checked.translation.text, versionsOf(checked, plan, record, mark));
    }
    return checkedReport(job, plan, checked, changed ? 'written' : 'unchanged');
  });
}
