import type { Messages } from '../../messages/index.js';
import type { DiptychError } from '../../model/errors.js';
import { exitCodeOf, type LeftUnit, type RunReport } from '../../pipeline/report.js';
import { whyLeft } from './left.js';
import { publishedIssue } from './published.js';

/** `generate --format json`: the whole report, for machines; messages in the interface language. */
export function runJson(report: RunReport, messages: Messages): string {
  const { translations } = report;
  const total = (count: (one: RunReport['translations'][number]) => number) =>
    translations.reduce((sum, one) => sum + count(one), 0);
  const published = {
    summary: {
      pipeline: report.pipeline,
      dryRun: report.dryRun,
      exitCode: exitCodeOf(report),
      translations: translations.length,
      written: translations.filter(({ outcome }) => outcome === 'written').length,
      units: total(({ counts }) => counts.units),
      kept: total(({ counts }) => counts.kept),
      memory: total(({ counts }) => counts.memory),
      rendered: total(({ counts }) => counts.rendered),
      patched: total(({ counts }) => counts.patched),
      engines: total(({ counts }) => counts.engines),
      human: total(({ counts }) => counts.human),
      left: total(({ counts }) => counts.left),
      stale: total(({ stale }) => stale.length),
      quantities: total(({ quantities }) => quantities),
      issues: total(({ issues }) => issues.length),
      usage: report.usage,
    },
    translations: translations.map((one) => ({
      ...one,
      issues: one.issues.map((issue) => publishedIssue(issue, messages)),
      left: one.left.map((unit) => publishedLeft(unit, messages)),
    })),
    sources: report.sources.map((issue) => publishedIssue(issue, messages)),
    errors: report.errors.map((error) => publishedError(error, messages)),
    missing: report.missing.map((error) => publishedError(error, messages)),
  };
  return `${JSON.stringify(published, null, 2)}\n`;
}

function publishedLeft(unit: LeftUnit, messages: Messages): object {
  const { reasons, error, ...rest } = unit;
  const detail = whyLeft(unit, messages);
  return {
    ...rest,
    ...(detail === undefined ? {} : { detail }),
    ...(reasons === undefined ? {} : { reasons }),
    ...(error === undefined ? {} : { error: { code: error.code, values: error.values } }),
  };
}

function publishedError(error: DiptychError, messages: Messages): object {
  return { code: error.code, ...error.place, values: error.values, message: messages.error(error) };
}
