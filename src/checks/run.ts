import type { LanguagePack } from '../languages/pack.js';
import type { Article, UnitPair } from '../model/article.js';
import type { Concept } from '../model/concept.js';
import type { Issue, Severity } from '../model/issue.js';
import { noStyle, type Style } from '../model/style.js';
import { topicsOf } from '../model/topics.js';
import { conceptsOn } from '../termbase/topics.js';
import { anchored } from './anchor.js';
import type { Across, Check, CheckContext, Finding } from './check.js';
import { checks } from './index.js';
import { placeOf } from './place.js';
import { pairUnits } from './units.js';

/** Which checks run, and how. */
export interface CheckOptions {
  readonly from: LanguagePack;
  readonly to: LanguagePack;
  readonly concepts: readonly Concept[];
  /** What all articles are about, beside what each says of itself: chooses among the concepts. */
  readonly topics?: readonly string[];
  /** The house style of the target language; where absent nothing is asked of style. */
  readonly style?: Style;
  /** Ids of checks that are left out. */
  readonly off?: readonly string[];
  /** Ids of the only checks that run; all where absent. */
  readonly only?: readonly string[];
  /** Severities and options by check id, from the pipeline file. A severity there caps or lifts every finding of the check. */
  readonly checks?: Readonly<
    Record<
      string,
      { readonly severity?: Severity | undefined; readonly options?: Readonly<Record<string, unknown>> | undefined }
    >
  >;
}

/** What checks remember of the articles of a project, by check and direction. */
export class ProjectMemory {
  private readonly known = new Map<string, Across>();

  /** What compares an article with those before it; `undefined` for a check that looks at each by itself. */
  across({ id, across }: Check, { from, to }: CheckOptions): Across | undefined {
    if (across === undefined) return undefined;
    const key = JSON.stringify([id, from.locale, to.locale]);
    const made = this.known.get(key) ?? across();
    this.known.set(key, made);
    return made;
  }
}

/**
 * All issues of a translation, by place. With `project`, which the articles of a project share, it is compared with those
 * that were checked before. Never throws on content.
 */
export function checkArticles(
  source: Article,
  translation: Article,
  given: CheckOptions,
  project?: ProjectMemory,
): readonly Issue[] {
  return judgeArticles(source, translation, given)(project);
}

/** The issues of a translation, by place, beside the articles that a memory holds: those of now, or those of then. */
export type Judged = (project?: ProjectMemory) => readonly Issue[];

/** Runs the checks that look at one translation by itself, once for all memories that it is then compared with. */
export function judgeArticles(source: Article, translation: Article, given: CheckOptions): Judged {
  const options = about(topicsOf(source.frontmatter), given);
  const { pairs, tables } = pairUnits(source, translation, options);
  const article = { source, target: translation, pairs, tables };
  const asIssue = (check: Check) => (finding: Finding) =>
    issueOf(check, finding, translation.file, options, translation);
  const own = chosen(options).map((check) => {
    const context = contextOf(check, options);
    const findings = [
      ...(check.unit === undefined ? [] : pairs.flatMap((pair) => check.unit?.(pair, context) ?? [])),
      ...(check.article?.(article, context) ?? []),
    ];
    return { check, context, issues: findings.map(asIssue(check)) };
  });
  return (project) => {
    const issues = own.flatMap(({ check, context, issues: alone }) => [
      ...alone,
      ...(project?.across(check, options)?.(article, context) ?? []).map(asIssue(check)),
    ]);
    return once(ofTranslations(issues)).sort((a, b) => a.line - b.line || a.column - b.column);
  };
}

/**
 * A passage that is still its source says one thing, that it is: its dates, spaces and marks are right in the language that
 * they stand in, and "March 2, 2026" read as Korean would be a wrong year.
 */
function ofTranslations(issues: readonly Issue[]): readonly Issue[] {
  const isForgotten = ({ check, key }: Issue) => check === 'untranslated' && key === 'same';
  const forgotten = new Set(issues.filter(isForgotten).map(({ unit }) => unit));
  if (forgotten.size === 0) return issues;
  return issues.filter((issue) => isForgotten(issue) || !forgotten.has(issue.unit));
}

/** A wrong figure in a cell is found by the table it stands in and by its own text: the check that is listed first tells it. */
function once(issues: readonly Issue[]): Issue[] {
  const told = new Set<string>();
  return issues.filter(({ unit, type, source, target }) => {
    if (unit === null || (source === null && target === null)) return true;
    const key = JSON.stringify([unit, type, source, target]);
    return !told.has(key) && told.add(key) !== undefined;
  });
}

/** The issues of one pair of units, without an article around them. `file` is where the pair stands, for messages. */
export function checkUnit(pair: UnitPair, given: CheckOptions, file = ''): readonly Issue[] {
  return unitChecks(given).flatMap(({ check, context }) =>
    (check.unit?.(pair, context) ?? []).map((finding) => issueOf(check, finding, file, given)),
  );
}

interface Prepared {
  readonly check: Check;
  readonly context: CheckContext;
}

/** The checks of single units with what they read, made once for options that serve many units. */
const prepared = new WeakMap<CheckOptions, readonly Prepared[]>();

function unitChecks(given: CheckOptions): readonly Prepared[] {
  let made = prepared.get(given);
  if (made === undefined) {
    const options = about([], given);
    made = chosen(options).flatMap((check) =>
      check.unit === undefined ? [] : [{ check, context: contextOf(check, options) }],
    );
    prepared.set(given, made);
  }
  return made;
}

/** The options with the termbase as an article on its topics means it. */
function about(topics: readonly string[], options: CheckOptions): CheckOptions {
  const { concepts, topics: all = [], from } = options;
  return { ...options, concepts: conceptsOn(concepts, [...topics, ...all], from.locale) };
}

function chosen({ off = [], only }: CheckOptions): readonly Check[] {
  return checks.filter(({ id }) => !off.includes(id) && (only === undefined || only.includes(id)));
}

function contextOf(
  { id }: Check,
  { from, to, concepts, style = noStyle, checks: settings }: CheckOptions,
): CheckContext {
  return { from, to, concepts, style, options: settings?.[id]?.options ?? {} };
}

/** A finding with its place: in the translation, or where only the source has something, at the source unit's own place. */
function issueOf(
  check: Check,
  finding: Finding,
  file: string,
  { checks: settings }: CheckOptions,
  article?: Article,
): Issue {
  const { pair, source = null, target = null, fix } = finding;
  const unit = pair?.target ?? pair?.source ?? null;
  const at =
    pair?.target == null || article === undefined || target === null
      ? (pair?.target ?? null)
      : placeOf(target, pair.target, article);
  return {
    check: check.id,
    type: finding.type ?? check.type,
    category: finding.category ?? check.category,
    severity: settings?.[check.id]?.severity ?? finding.severity,
    file,
    line: finding.line ?? at?.line ?? 1,
    column: finding.column ?? (at === null ? 1 : at.column),
    unit: unit?.id ?? null,
    key: finding.key,
    values: finding.values ?? {},
    source,
    target,
    ...(fix === undefined ? {} : { fix }),
    ...anchored(pair?.source ?? pair?.target, finding.about),
  };
}
