import type { Messages } from '../../messages/index.js';
import { countIssues } from '../../pipeline/outcome.js';
import type { Report } from './reporter.js';

/** How many pairs or articles were looked at. */
export function scopeOf(report: Report): number {
  return 'pairs' in report ? report.pairs : report.articles;
}

/** "5 pairs, 281 units: 1 critical, 2 minor." */
export function summaryLine(report: Report, messages: Messages): string {
  const { units } = report;
  const counts = Object.entries(countIssues(report)).reverse();
  const found = counts
    .filter(([, n]) => n > 0)
    .map(([severity, n]) => `${messages.text(`severity.${severity}`)} ${n}`)
    .join(', ');
  const key = found === '' ? 'clean' : 'found';
  if ('pairs' in report) return messages.text(`cli.validate.${key}`, { pairs: report.pairs, units, found });
  const { articles, verified } = report;
  return messages.text(`cli.lint.${key}`, { articles, units, found, verified: verified.length });
}

/** The same for machines. */
export function summaryData(report: Report): object {
  const { units } = report;
  const issues = countIssues(report);
  if ('pairs' in report) return { pairs: report.pairs, units, issues };
  return { articles: report.articles, units, verified: report.verified.length, issues };
}
