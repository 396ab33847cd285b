import { estimateRequest } from '../engines/tokens.js';
import { batches, inOrder } from './batches.js';
import { type ArticlePlan, asked, askKey } from './plan.js';
import type { Question, Setting } from './question.js';
import type { Forecast } from './report.js';
import type { Route } from './route.js';
import type { Pipeline } from './schema.js';
import { settingOf } from './stages/translate.js';

/** Estimates one article. `seen` holds what was asked for before, and is added to: each unit is asked for once. */
export function forecast(plan: ArticlePlan, route: Route, limits: Pipeline['limits'], seen: Set<string>): Forecast {
  return forecastOf(asked(plan), settingOf(plan.article), route, limits, seen);
}

/** Estimates titles and summaries of new articles, which travel first and together. `seen` as for articles. */
export function forecastHeads(
  heads: ReadonlyMap<Route, readonly Question[]>,
  limits: Pipeline['limits'],
  seen: Set<string>,
): Forecast | undefined {
  const each = [...heads].map(([route, questions]) => forecastOf(questions, { title: '' }, route, limits, seen));
  return each.length === 0 ? undefined : each.reduce(addForecasts);
}

/** Two estimates together. */
export function addForecasts(a: Forecast, b: Forecast): Forecast {
  return {
    units: a.units + b.units,
    requests: a.requests + b.requests,
    characters: a.characters + b.characters,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
  };
}

function forecastOf(
  questions: readonly Question[],
  setting: Setting,
  route: Route,
  limits: Pipeline['limits'],
  seen: Set<string>,
): Forecast {
  const fresh = questions.filter(({ unit }) => {
    const key = route.key + askKey(unit);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const requests = batches(inOrder(fresh), limits).map((batch) =>
    estimateRequest({ ...route.pair, ...setting, units: batch.map((question) => route.protect(question)) }),
  );
  return {
    units: fresh.length,
    requests: requests.length,
    characters: fresh.reduce((sum, { unit }) => sum + [...unit.text].length, 0),
    inputTokens: requests.reduce((sum, { input }) => sum + input, 0),
    outputTokens: requests.reduce((sum, { output }) => sum + output, 0),
  };
}
