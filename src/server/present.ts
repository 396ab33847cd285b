import { tablesOf } from '../markdown/index.js';
import type { Messages } from '../messages/index.js';
import type { Unit } from '../model/article.js';
import { DiptychError } from '../model/errors.js';
import { toTagged } from '../model/inline.js';
import type { TranslationState } from '../pipeline/report.js';
import type { Entry } from '../publish/entry.js';
import type { Head } from '../publish/heads.js';
import { isFallback, type Reading } from '../publish/reading.js';
import type { EditionState } from '../publish/states.js';
import type { Version } from '../store/history.js';
import type { JobRecord } from '../store/jobs.js';
import type { Desk } from './desk.js';
import { differences } from './editing/differences.js';
import { type Blocker, blockersOf, type IssueView, type TranslationView, type UnitView } from './editing/view.js';
import type { Renderer } from './rendering.js';

/** Where an article is in the API. */
export function articleAddress(slug: string): string {
  return `/api/v1/articles/${encodeURIComponent(slug)}`;
}

/** The state of an edition with the job that may be working on it. */
export function liveState(desk: Pick<Desk, 'jobs'>, slug: string, locale: string, state: EditionState): EditionState {
  return desk.jobs.active(slug, locale) === undefined ? state : 'queued';
}

/** An article's languages, the source first. */
export function editionsOf(desk: Pick<Desk, 'jobs'>, { source, editions }: Entry) {
  return [
    { locale: source.locale, state: 'source' as const },
    ...editions.map(({ locale, state }) => ({ locale, state: liveState(desk, source.slug, locale, state) })),
  ];
}

/** What lists show of an article. */
export function presentSummary(desk: Pick<Desk, 'jobs'>, entry: Entry, head: Head) {
  const { source } = entry;
  return {
    slug: source.slug,
    sourceLocale: source.locale,
    title: head.title,
    ...(head.summary === undefined ? {} : { summary: head.summary }),
    titleLocale: head.locale,
    ...(head.date === undefined ? {} : { date: head.date }),
    ...(head.topic === undefined ? {} : { topic: head.topic }),
    revision: source.revision,
    editions: editionsOf(desk, entry),
    url: articleAddress(source.slug),
  };
}

/** What a reader is told above the text; nothing where it is whole, current and in their language. */
export function noticeOf(reading: Reading, say: Messages) {
  const code = isFallback(reading)
    ? 'untranslated'
    : reading.state === 'partial' || reading.state === 'stale'
      ? reading.state
      : undefined;
  if (code === undefined) return null;
  const language = say.text(`page.language.${reading.article.locale}`);
  const asked = say.text(`page.language.${reading.locale}`);
  const text = say.text(`page.notice.${code}`, { language, asked });
  return { code, text } as const;
}

/** An article as JSON. */
export async function presentArticle(desk: Desk, renderer: Renderer, reading: Reading, say: Messages) {
  const { entry, locale, article, head } = reading;
  const { source } = entry;
  const faq = isFallback(reading) ? [] : faqOf(article.frontmatter);
  return {
    slug: source.slug,
    locale,
    contentLocale: article.locale,
    sourceLocale: source.locale,
    state: reading.state === 'source' ? reading.state : liveState(desk, source.slug, locale, reading.state),
    title: head.title,
    ...(head.summary === undefined ? {} : { summary: head.summary }),
    notice: noticeOf(reading, say),
    editions: editionsOf(desk, entry),
    sourceRevision: source.revision,
    revision: article.revision,
    frontmatter: article.frontmatter,
    faq,
    tables: tablesOf(article).length,
    markdown: article.text,
    html: await renderer.html(article, say),
  };
}

/** The questions and answers of an article's frontmatter that are whole. */
export function faqOf({ faq }: Readonly<Record<string, unknown>>): { question: string; answer: string }[] {
  if (!Array.isArray(faq)) return [];
  return faq.flatMap((one: { question?: unknown; answer?: unknown } | null) =>
    typeof one?.question === 'string' && typeof one.answer === 'string'
      ? [{ question: one.question, answer: one.answer }]
      : [],
  );
}

/** A job as the API tells it. */
export function presentJob(job: JobRecord, say: Messages) {
  const { id, slug, from, to, state, created, started, finished, requests, report, usage } = job;
  return {
    id,
    slug,
    from,
    to,
    state,
    created,
    ...(started === undefined ? {} : { started }),
    ...(finished === undefined ? {} : { finished }),
    requests,
    progress: { done: job.done, total: job.total },
    units: job.units,
    ...(report === undefined
      ? {}
      : {
          outcome: report.outcome,
          translation: report.state as TranslationState,
          counts: { ...report.counts },
          issues: report.issues,
          failing: report.failing,
          left: report.left,
        }),
    ...(usage === undefined ? {} : { usage }),
    errors: job.errors.map(({ code, values, file }) => ({
      code,
      message: say.error(new DiptychError(code, values, file === undefined ? undefined : { file })),
    })),
    links: {
      self: `/api/v1/jobs/${id}`,
      events: `/api/v1/jobs/${id}/events`,
      article: `${articleAddress(slug)}?locale=${to}`,
    },
  };
}

function presentIssue({ id, issue, waiver }: IssueView, say: Messages) {
  const { check, type, category, severity, file, line, column, unit, source, target, fix } = issue;
  return {
    id,
    check,
    type,
    category,
    severity,
    file,
    line,
    column,
    unit,
    message: say.issue(issue),
    source,
    target,
    ...(fix === undefined ? {} : { fix }),
    ...(waiver === undefined ? {} : { waiver: { reason: waiver.reason, by: waiver.by, at: waiver.at } }),
  };
}

/** A unit as the API tells it. */
export function presentUnit({ source, target, delivered, status, locked, issues }: UnitView, say: Messages) {
  const before = delivered !== undefined && delivered.source !== toTagged(source) ? delivered.source : undefined;
  return {
    id: source.id,
    kind: source.kind,
    status,
    locked,
    source: textOf(source),
    ...(before === undefined ? {} : { before }),
    target: target === undefined ? null : { ...textOf(target), etag: target.etag },
    ...(delivered === undefined ? {} : { origin: { ...delivered.origin } }),
    codes: (target ?? source).codes.map(({ id, type, value }) => ({
      id,
      type,
      ...(value === undefined ? {} : { value }),
    })),
    issues: issues.map((issue) => presentIssue(issue, say)),
  };
}

/** What a unit was, with what each version changed. */
export function presentHistory(versions: readonly Version[]) {
  return versions.map(({ thread: _, ...version }, index) => {
    const before = versions[index - 1];
    const changes = (side: 'source' | 'target') =>
      before === undefined || before[side] === version[side] ? [] : [...differences(before[side], version[side])];
    return {
      ...version,
      origin: { ...version.origin },
      sourceChanges: changes('source'),
      targetChanges: changes('target'),
    };
  });
}

function textOf(content: Pick<Unit, 'text' | 'codes'>) {
  return { text: content.text, tagged: toTagged(content) };
}

/** What keeps a translation from being published, in words. */
export function presentBlockers(blockers: readonly Blocker[], say: Messages) {
  return blockers.map((blocker) =>
    blocker.type === 'issue'
      ? { type: blocker.type, unit: blocker.unit, issue: blocker.issue.id, message: say.issue(blocker.issue.issue) }
      : {
          type: blocker.type,
          unit: 'unit' in blocker ? blocker.unit : null,
          message: say.text(`page.blocker.${blocker.type}`),
        },
  );
}

/** A translation with all its units, as an editor works on it. */
export function presentTranslation(desk: Desk, view: TranslationView, say: Messages) {
  const { entry, to, source, translation } = view;
  const job = desk.jobs.active(entry.source.slug, to);
  return {
    slug: entry.source.slug,
    from: source.locale,
    to,
    state: liveState(desk, entry.source.slug, to, view.state),
    sourceRevision: source.revision,
    revision: translation.revision,
    units: view.units.map((unit) => presentUnit(unit, say)),
    issues: view.issues.map((issue) => presentIssue(issue, say)),
    blockers: presentBlockers(blockersOf(view), say),
    ...(job === undefined ? {} : { job: job.id }),
  };
}
