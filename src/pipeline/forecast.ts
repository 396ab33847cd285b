import { estimateRequest } from '../engines/tokens.js';
import { batches, inOrder } from './batches.js';
import { type ArticlePlan, asked, askKey } from './plan.js';
import type { Forecast } from './report.js';
import type { Route } from './route.js';
import type { Pipeline } from './schema.js';
import { settingOf } from './stages/translate.js';

/** Estimates one article. `seen` holds what earlier articles ask for, and is added to: each unit is asked for once. */
export function forecast(plan: ArticlePlan, route: Route, limits: Pipeline['limits'], seen: Set<string>): Forecast {
  const fresh = asked(plan).filter(({ unit }) => {
    const key = route.key + askKey(unit);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const setting = settingOf(plan.article);
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
