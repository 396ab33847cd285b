import type { LanguagePack } from '../../languages/pack.js';
import type { Article } from '../../model/article.js';
import type { Certainty, Issue, Severity } from '../../model/issue.js';
import { anchored } from '../anchor.js';
import { placeOf } from '../place.js';
import type { SourceCheck, SourceFinding } from './check.js';
import { readDocument } from './document.js';
import { sourceChecks } from './index.js';

/** Which source checks run, and how. */
export interface LintOptions {
  /** Ids of checks that are left out. */
  readonly off?: readonly string[];
  /** Ids of the only checks that run; all where absent. */
  readonly only?: readonly string[];
  /** Severities by check id, from the pipeline file. */
  readonly checks?: Readonly<Record<string, { readonly severity?: Severity | undefined }>>;
}

/** What an article's own figures and text say of it. */
export interface LintResult {
  /** What does not hold, by place. */
  readonly issues: readonly Issue[];
  /** What was calculated and holds, by place; severity `neutral`. */
  readonly verified: readonly Issue[];
}

/** Lints one article. Never throws on content; a language without cues has nothing to say. */
export function lintArticle(article: Article, pack: LanguagePack, options: LintOptions = {}): LintResult {
  const { off = [], only, checks: settings } = options;
  if (pack.cues === undefined) return { issues: [], verified: [] };
  const document = readDocument(article, pack, pack.cues);
  const issues: Issue[] = [];
  const verified: Issue[] = [];
  for (const check of sourceChecks) {
    if (off.includes(check.id) || only?.includes(check.id) === false) continue;
    for (const finding of check.source(document)) {
      const issue = issueOf(check, finding, article);
      if (finding.severity === 'neutral') verified.push(issue);
      else issues.push({ ...issue, severity: settings?.[check.id]?.severity ?? issue.severity });
    }
  }
  return { issues: issues.sort(byPlace), verified: verified.sort(byPlace) };
}

const byPlace = (a: Issue, b: Issue) => a.line - b.line || a.column - b.column;

const certaintyOf: Readonly<Record<Severity, Certainty>> = {
  neutral: 'certain',
  minor: 'likely',
  major: 'certain',
  critical: 'certain',
};

function issueOf(check: SourceCheck, finding: SourceFinding, article: Article): Issue {
  const { key, severity, values = {}, source = null, pair } = finding;
  const unit = pair?.source ?? null;
  const at = unit !== null && source !== null ? placeOf(source, unit, article) : unit;
  return {
    check: check.id,
    type: finding.type ?? check.type,
    category: finding.category ?? check.category,
    severity,
    certainty: finding.certainty ?? certaintyOf[severity],
    file: article.file,
    line: finding.line ?? at?.line ?? 1,
    column: finding.column ?? at?.column ?? 1,
    unit: unit?.id ?? null,
    key,
    values,
    source,
    target: null,
    ...anchored(unit, finding.about),
  };
}
