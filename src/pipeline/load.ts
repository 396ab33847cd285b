import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLError } from 'yaml';
import { z } from 'zod';
import { DiptychError, type ErrorValues } from '../model/errors.js';
import type { Place } from '../model/issue.js';
import { canonicalLocale } from '../model/locale.js';
import { type KeysAt, type Problem, problems, suggestion } from './problem.js';
import { normalizePipeline, type Pipeline, pipelineSchema } from './schema.js';
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
  const lines = new LineCounter();
  // Aliases are refused: a short file of nested aliases expands to gigabytes ("billion laughs").
  const document = parseDocument(yaml, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const place = (offset: number | undefined): Place => {
    const { line, col } = lines.linePos(offset ?? 0);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const broken: YAMLError | undefined = document.errors[0];
  if (broken) throw new DiptychError('invalid-yaml', { reason: broken.message }, place(broken.pos[0]));
  const root = document.contents as Node | null;
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    throw new DiptychError('invalid-yaml', { reason: String((cause as Error).message) }, place(0), cause);
  }
  const fail = (
    code: 'invalid-pipeline' | 'unknown-engine' | 'unknown-check',
    values: ErrorValues,
    path: Path,
    key = false,
  ) => new DiptychError(code, values, place(offsetOf(root, path, key)));

  const parsed = pipelineSchema.safeParse(value);
  const found: readonly Problem[] = parsed.success ? [] : problems(parsed.error.issues, value, keysOfSchema());
  const located = found
    .map((problem) => ({ problem, offset: offsetOf(root, problem.path, problem.atKey) ?? 0 }))
    .sort((a, b) => a.offset - b.offset)[0];
  if (located) {
    const { context, values } = located.problem;
    throw new DiptychError('invalid-pipeline', { context, ...values }, place(located.offset));
  }
  if (!parsed.success) throw new DiptychError('invalid-pipeline', { context: 'rule', name: '/', rule: '?' }, place(0));

  const pipeline = normalizePipeline(parsed.data);
  const order = pipeline.stages.filter((id) => (stageIds as readonly string[]).includes(id));
  if (order.join() !== stageIds.join()) {
    throw fail('invalid-pipeline', { context: 'stages', order: stageIds.join(', ') }, ['stages']);
  }
  pipeline.engines.forEach(({ id }, index) => {
    if (known.engines.includes(id)) return;
    const at = isMap(nodeAt(root, ['engines', index])) ? ['engines', index, 'id'] : ['engines', index];
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

type Path = readonly PropertyKey[];

function nodeAt(root: unknown, path: Path): unknown {
  let at = root;
  for (const step of path) {
    if (isMap(at)) at = at.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(step))?.value;
    else if (isSeq(at)) at = at.items[Number(step)];
    else return undefined;
  }
  return at;
}

/** Where a value (or its key) starts; of a missing value, where the nearest thing above it starts. */
function offsetOf(root: unknown, path: Path, atKey: boolean): number | undefined {
  if (atKey && path.length > 0) {
    const parent = nodeAt(root, path.slice(0, -1));
    const pair = isMap(parent)
      ? parent.items.find((p) => isPair(p) && isScalar(p.key) && String(p.key.value) === String(path.at(-1)))
      : undefined;
    const key = pair?.key as Node | undefined;
    if (key?.range) return key.range[0];
  }
  for (let length = path.length; length >= 0; length--) {
    const node = nodeAt(root, path.slice(0, length)) as Node | null | undefined;
    if (node?.range) return node.range[0];
  }
  return undefined;
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly additionalProperties?: JsonSchema | boolean;
}

/** Looks the known keys of an object up in the JSON Schema, so that no second list of them exists. */
function keysOfSchema(): KeysAt {
  const schema = z.toJSONSchema(pipelineSchema, { io: 'input' }) as JsonSchema;
  return (path) => {
    let at: readonly JsonSchema[] = [schema];
    for (const step of path) {
      at = at
        .flatMap((one) => one.anyOf ?? [one])
        .flatMap((one) => {
          const next =
            typeof step === 'number' ? one.items : (one.properties?.[String(step)] ?? one.additionalProperties);
          return typeof next === 'object' ? [next] : [];
        });
    }
    return [...new Set(at.flatMap((one) => one.anyOf ?? [one]).flatMap((one) => Object.keys(one.properties ?? {})))];
  };
}
