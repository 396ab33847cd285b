import { type Content, placeholder } from '../model/inline.js';
import type { CheckedArticle, DecidedUnit, Refusal } from './decided.js';
import { staleUnits, stateOf } from './delivery.js';
import { targetFile } from './inventory.js';
import type { ArticlePlan, Decision } from './plan.js';
import type { Counts, LeftUnit, Outcome, TranslationReport, TranslationState } from './report.js';
import type { Job } from './request.js';

/** The report of a job that was planned only, or left alone. */
export function plannedReport(job: Job, plan: ArticlePlan): TranslationReport {
  return {
    ...base(job, 'planned', (job.found?.head.state ?? 'partial') as TranslationState),
    counts: countsOf(plan.decisions.map(({ by }) => by)),
    stale: staleUnits(plan),
  };
}

/** The report of a file that a person made and that names no revision of its source. */
export function foreignReport(job: Job): TranslationReport {
  return base(job, 'foreign', 'stale');
}

/** The report of a translation that went through all stages. */
export function checkedReport(
  job: Job,
  plan: ArticlePlan,
  article: CheckedArticle,
  outcome: Outcome,
): TranslationReport {
  return {
    ...base(job, outcome, stateOf(article.units, plan.standing?.state)),
    counts: countsOf(article.units.map(({ by }) => by)),
    quantities: article.units.reduce((sum, { quantities }) => sum + quantities.length, 0),
    issues: article.issues,
    left: article.units.flatMap(({ by, refusal, line, column, ...content }) =>
      by === 'left'
        ? [{ line, column, text: shown(content), reason: refusal?.reason ?? 'no-engine', ...whyOf(refusal) }]
        : [],
    ),
    stale: staleUnits(plan),
  };
}

function whyOf({ reasons, error }: Partial<Refusal> = {}): Pick<LeftUnit, 'reasons' | 'error'> {
  return { ...(reasons === undefined ? {} : { reasons }), ...(error === undefined ? {} : { error }) };
}

function base({ source, to }: Job, outcome: Outcome, state: TranslationState): TranslationReport {
  return {
    slug: source.slug,
    from: source.locale,
    to,
    source: source.file,
    file: targetFile(source.slug, to),
    revision: source.revision,
    outcome,
    state,
    counts: countsOf([]),
    quantities: 0,
    issues: [],
    left: [],
    stale: [],
  };
}

/** Which count each way of being decided adds to. */
const countOf: Readonly<Record<DecidedUnit['by'] | Decision['by'], keyof Counts>> = {
  kept: 'kept',
  human: 'human',
  stale: 'human',
  patched: 'patched',
  memory: 'memory',
  rendered: 'rendered',
  engine: 'engines',
  left: 'left',
  ask: 'left',
};

function countsOf(decided: readonly (DecidedUnit['by'] | Decision['by'])[]): Counts {
  const counts = { units: 0, kept: 0, memory: 0, rendered: 0, patched: 0, engines: 0, human: 0, left: 0 };
  for (const by of decided) {
    counts.units++;
    counts[countOf[by]]++;
  }
  return counts;
}

/** A text as a person wrote it, code spans and marks in their places. */
function shown({ text, codes }: Content): string {
  const raw = codes.flatMap((code) => (code.kind === 'ph' ? [code.raw] : []));
  return text.replaceAll(placeholder, () => raw.shift() ?? '');
}
