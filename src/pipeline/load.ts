import type { ErrorValues } from '../model/errors.js';
import { canonicalLocale } from '../model/locale.js';
import { suggestion } from './problem.js';
import { normalizePipeline, type Pipeline, pipelineSchema } from './schema.js';
import { readSettingsFile } from './settings-file.js';
import { stageIds } from './stages/ids.js';

/** What the names in a pipeline file may be. */
export interface Known {
  readonly engines: readonly string[];
  readonly checks: readonly string[];
}

/**
 * A pipeline from its YAML. Throws DiptychError `invalid-yaml`, `invalid-pipeline`, `unknown-engine` or
 * `unknown-check`, each with file, line and column of the first thing that is wrong.
 */
export function parsePipeline(yaml: string, file: string, known: Known): Pipeline {
  const { data, fail, isMapping } = readSettingsFile(yaml, file, pipelineSchema, 'invalid-pipeline');
  const pipeline = normalizePipeline(data);
  const order = pipeline.stages.filter((id) => (stageIds as readonly string[]).includes(id));
  if (order.join() !== stageIds.join()) {
    throw fail('invalid-pipeline', { context: 'stages', order: stageIds.join(', ') }, ['stages']);
  }
  pipeline.engines.forEach(({ id }, index) => {
    if (known.engines.includes(id)) return;
    const at = isMapping(['engines', index]) ? ['engines', index, 'id'] : ['engines', index];
    throw fail('unknown-engine', unknownName('engine', id, known.engines), at);
  });
  for (const id of [...pipeline.off, ...Object.keys(pipeline.checks)]) {
    if (known.checks.includes(id)) continue;
    throw fail('unknown-check', unknownName('check', id, known.checks), ['checks', id], true);
  }
  for (const field of ['register', 'figures'] as const) {
    for (const tag of Object.keys(pipeline[field])) {
      if (canonicalLocale(tag) !== undefined) continue;
      throw fail('invalid-pipeline', { context: 'locale', given: tag }, [field, tag], true);
    }
  }
  for (const [index, source] of pipeline.sources.entries()) {
    const own = source.to.indexOf(source.locale);
    if (own < 0) continue;
    throw fail('invalid-pipeline', { context: 'same-locale', locale: source.locale }, ['sources', index, 'to', own]);
  }
  return pipeline;
}

/** The values of `unknown-engine` and `unknown-check`: what was given, what there is, and what was probably meant. */
export function unknownName(noun: 'engine' | 'check', given: string, known: readonly string[]): ErrorValues {
  const meant = suggestion(given, known);
  const values = { [noun]: given, known: known.join(', ') };
  return meant === undefined ? values : { ...values, context: 'suggest', meant };
}
