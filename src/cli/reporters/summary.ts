import type { Messages } from '../../messages/index.js';
import type { Remembered } from '../../pipeline/known/remembered.js';
import { countIssues, type KnownOutcome } from '../../pipeline/outcome.js';
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
  const keys = report.known === undefined ? (['clean', 'found'] as const) : (['clean-new', 'found-new'] as const);
  const key = keys[found === '' ? 0 : 1];
  if ('pairs' in report) return messages.text(`cli.validate.${key}`, { pairs: report.pairs, units, found });
  const { articles, verified } = report;
  return messages.text(`cli.lint.${key}`, { articles, units, found, verified: verified.length });
}

/** What issues were compared with, what of them is known and what is fixed, a sentence a line; nothing where all are new. */
export function knownLines({ known }: Report, messages: Messages): string[] {
  if (known === undefined) return [];
  const { since, baselines, written } = known;
  const say = (key: string, values: object) => messages.text(`cli.known.${key}`, { ...values });
  const file = baselines.join(', ');
  if (written !== undefined) return [say('written', { file, ...written })];
  const counts = { known: sum(known.counts), fixed: countFixed(known) };
  if (since === undefined) return [say('baseline', { file, ...counts })];
  const { revision, settings } = since;
  const line = say('since', { revision, commit: since.commit.slice(0, 10), ...counts });
  return settings.length === 0 ? [line] : [line, say('settings', { revision, files: settings.join(', ') })];
}

/** Entries of a baseline that nothing stands for any more; what a revision had and is fixed needs no list. */
export function fixedEntries({ known }: Report): readonly Remembered[] {
  return known?.baselines.length ? known.fixed : [];
}

const sum = (counts: object) => Object.values(counts).reduce((all: number, n: number) => all + n, 0);
const countFixed = ({ fixed }: KnownOutcome) => fixed.reduce((all, { count = 1 }) => all + count, 0);

/** The same for machines. */
export function summaryData(report: Report): object {
  const { units, known } = report;
  const issues = countIssues(report);
  const compared =
    known === undefined
      ? {}
      : {
          known: {
            ...(known.since === undefined ? { baselines: known.baselines } : { since: known.since }),
            issues: known.counts,
            fixed: countFixed(known),
            ...(known.written === undefined ? {} : { written: known.written }),
          },
        };
  if ('pairs' in report) return { pairs: report.pairs, units, issues, ...compared };
  return { articles: report.articles, units, verified: report.verified.length, issues, ...compared };
}
