import type { Article, GlossedUnit, Unit } from '../../model/article.js';
import { DiptychError } from '../../model/errors.js';
import { sha256 } from '../../model/hash.js';
import { type Content, type InlineCode, toTagged } from '../../model/inline.js';
import { atLeast, type Issue } from '../../model/issue.js';
import type { Locale } from '../../model/locale.js';
import type { ArticlePlan, Decision } from '../../pipeline/plan.js';
import { readArticle } from '../../pipeline/read-article.js';
import { recode } from '../../pipeline/recode.js';
import { createRoute, type Route } from '../../pipeline/route.js';
import type { Services } from '../../pipeline/run.js';
import { type GenerateRequest, openBench } from '../../pipeline/run.js';
import { loadStages } from '../../pipeline/stages/index.js';
import { type Standing, unitHash } from '../../pipeline/standing.js';
import { planJob } from '../../pipeline/work.js';
import { type Edition, type Entry, editionOf } from '../../publish/entry.js';
import type { DeliveredUnit, Store, Waiver } from '../../store/store.js';

/** A translation as its editor sees it: every source unit with what stands opposite. */
export interface TranslationView {
  readonly entry: Entry;
  readonly to: Locale;
  readonly state: Edition['state'];
  readonly source: Article;
  readonly translation: Article;
  readonly standing: Standing;
  readonly plan: ArticlePlan;
  readonly route: Route;
  readonly units: readonly UnitView[];
  /** Issues of the whole article, that no unit shows. */
  readonly issues: readonly IssueView[];
}

/** A source unit and its translation. */
export interface UnitView {
  readonly source: GlossedUnit;
  /** Index into the standing translation's units; absent for a passage that is new in the source. */
  readonly at?: number;
  readonly delivered?: DeliveredUnit;
  /** What stands in the translation's file, with the source's code ids where the codes are the same. */
  readonly target?: TargetView;
  readonly status: UnitStatus;
  /** Whether nobody may change it, neither an engine nor a person, before it is unlocked (XLIFF `final`). */
  readonly locked: boolean;
  readonly issues: readonly IssueView[];
}

/** How a unit stands: `untranslated` shows the source's words, `outdated` translates what the source said before. */
export type UnitStatus = 'untranslated' | 'outdated' | 'translated' | 'reviewed';

export interface TargetView extends Content {
  readonly unit: Unit;
  /** Strong validator of this text: what `If-Match` must say. */
  readonly etag: string;
}

/** An issue with what it is known by, and why a person let it stand. */
export interface IssueView {
  readonly id: string;
  readonly issue: Issue;
  readonly waiver?: Waiver;
}

/** Opens a translation as it stands on disk. Throws `not-found` before there is one, `conflict` when it is a foreign file. */
export async function openView(
  request: Pick<GenerateRequest, 'cwd' | 'root' | 'pipeline' | 'env'>,
  services: Services,
  entry: Entry,
  to: Locale,
): Promise<TranslationView> {
  const edition = editionOf(entry, to);
  const { source } = entry;
  if (edition?.found === undefined) {
    throw new DiptychError('not-found', { context: 'translation', slug: source.slug, locale: to });
  }
  // Looking costs nothing: no engine but memory is ever made.
  const full: GenerateRequest = { ...request, engines: ['memory'], articles: [], dryRun: true };
  const bench = await openBench(full, async () => ({ ...services, store: lookingAt(services.store) }));
  const route = await createRoute({ from: source.locale, to }, bench);
  const stages = await loadStages(bench.pipeline.stages);
  const article = await readArticle(source, bench, stages);
  const record = await services.store.delivery(source.slug, to);
  const job = { source, to, found: edition.found, record };
  const planned = await planJob(job, article, route, bench, stages);
  const standing = planned?.plan.standing;
  if (planned === undefined || standing === undefined) {
    throw new DiptychError('conflict', { context: 'foreign', state: edition.state, file: edition.found.file });
  }
  const issues = issueViews(planned.article, standing, route);
  const units = planned.article.units.map((unit, index) => viewOf(unit, index, planned.plan, standing, issues));
  const shown = new Set(units.flatMap((unit) => unit.issues));
  return {
    entry,
    to,
    state: edition.state,
    source: article,
    translation: standing.article,
    standing,
    plan: planned.plan,
    route,
    units,
    issues: issues.filter((issue) => !shown.has(issue)),
  };
}

/** What stands is shown, and nothing is made of sentences that are nearly the same: they need not be searched for. */
function lookingAt(store: Store): Store {
  return store.exact === undefined ? store : { ...store, near: store.exact };
}

function viewOf(
  source: GlossedUnit,
  index: number,
  plan: ArticlePlan,
  standing: Standing,
  issues: readonly IssueView[],
): UnitView {
  const at = plan.was[index];
  const stands = at === undefined ? undefined : standing.units[at];
  const unit = stands?.unit;
  const decision = plan.decisions[index]!;
  return {
    source,
    ...(at === undefined ? {} : { at }),
    ...(stands === undefined ? {} : { delivered: stands.delivered }),
    ...(unit === undefined ? {} : { target: targetView(unit, source.codes, standing.article) }),
    status: statusOf(decision, stands?.delivered, source),
    locked: stands?.delivered.state === 'final',
    issues: issues.filter(({ issue }) => issue.unit !== null && (issue.unit === unit?.id || issue.unit === source.id)),
  };
}

function statusOf({ by }: Decision, delivered: DeliveredUnit | undefined, source: GlossedUnit): UnitStatus {
  if (by === 'human') return 'reviewed';
  if (by === 'kept') return delivered?.state === 'reviewed' || delivered?.state === 'final' ? 'reviewed' : 'translated';
  if (by === 'stale') return 'outdated';
  if (delivered === undefined || delivered.origin.kind === 'source' || delivered.state === 'initial')
    return 'untranslated';
  return delivered.source === toTagged(source) ? 'translated' : 'outdated';
}

/** The unit's own codes, counted as the source counts them, so that both sides name a link by the same number. */
function targetView(unit: Unit, sourceCodes: readonly InlineCode[], article: Article): TargetView {
  const ids = recode(unit, sourceCodes)?.codes.map(({ id }) => id);
  const codes = ids === undefined ? unit.codes : unit.codes.map((code, index) => ({ ...code, id: ids[index]! }));
  return { text: unit.text, codes, unit, etag: `"${unitHash(article, unit).slice(0, 20)}"` };
}

function issueViews(source: Article, { article, delivery }: Standing, route: Route): IssueView[] {
  const units = new Map([...source.units, ...article.units].map((unit) => [unit.id, unit.text]));
  return route.context.checking.issues(source, article).map((issue): IssueView => {
    const id = issueId(issue, units.get(issue.unit ?? '') ?? '');
    const waiver = delivery.waivers?.find((one) => one.issue === id);
    return { id, issue, ...(waiver === undefined ? {} : { waiver }) };
  });
}

/** What an issue is known by: another text around it makes it another issue, another line does not. */
function issueId({ check, key, unit, source, target, values }: Issue, text: string): string {
  const parts = [check, key, unit, text, source, target, values];
  return sha256(JSON.stringify(parts)).slice(0, 16);
}

/** What stands in the way of publishing. */
export type Blocker =
  | { readonly type: 'issue'; readonly unit: string | null; readonly issue: IssueView }
  | { readonly type: 'untranslated' | 'outdated'; readonly unit: string }
  | { readonly type: 'source' };

/** Everything that keeps a translation from being published; empty when it may be. */
export function blockersOf({ units, issues, standing, source }: TranslationView): Blocker[] {
  const standsInTheWay = ({ issue, waiver }: IssueView) => atLeast(issue.severity, 'major') && waiver === undefined;
  const blockers: Blocker[] = issues.filter(standsInTheWay).map((issue) => ({ type: 'issue', unit: null, issue }));
  if (standing.delivery.sourceRevision !== source.revision) blockers.push({ type: 'source' });
  for (const unit of units) {
    if (unit.status === 'untranslated' || unit.status === 'outdated') {
      blockers.push({ type: unit.status, unit: unit.source.id });
    }
    for (const issue of unit.issues.filter(standsInTheWay)) {
      blockers.push({ type: 'issue', unit: unit.source.id, issue });
    }
  }
  return blockers;
}
