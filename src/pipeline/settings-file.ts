import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLError } from 'yaml';
import { z } from 'zod';
import { DiptychError, type ErrorCode, type ErrorValues } from '../model/errors.js';
import type { Place } from '../model/issue.js';
import { type KeysAt, type Problem, problems } from './problem.js';

export type Path = readonly PropertyKey[];

/** A file of settings that its schema accepts, and the places of what stands in it. */
export interface SettingsFile<T> {
  readonly data: T;
  /** The error about the value (or the key) at `path`. */
  fail(code: ErrorCode, values: ErrorValues, path: Path, key?: boolean): DiptychError;
  /** Whether a mapping stands at `path`. */
  isMapping(path: Path): boolean;
}

/**
 * Reads a file of settings in YAML. Throws `invalid-yaml`, and `invalid` (with the contexts of `Problem`) for what the
 * schema refuses, each with file, line and column of the first thing that is wrong.
 */
export function readSettingsFile<T>(
  yaml: string,
  file: string,
  schema: z.ZodType<T>,
  invalid: 'invalid-pipeline' | 'invalid-style',
): SettingsFile<T> {
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
  const parsed = schema.safeParse(value);
  const found: readonly Problem[] = parsed.success ? [] : problems(parsed.error.issues, value, keysOf(schema));
  const located = found
    .map((problem) => ({ problem, offset: offsetOf(root, problem.path, problem.atKey) ?? 0 }))
    .sort((a, b) => a.offset - b.offset)[0];
  if (located) {
    const { context, values } = located.problem;
    throw new DiptychError(invalid, { context, ...values }, place(located.offset));
  }
  if (!parsed.success) throw new DiptychError(invalid, { context: 'rule', name: '/', rule: '?' }, place(0));
  return {
    data: parsed.data,
    fail: (code, values, path, key = false) => new DiptychError(code, values, place(offsetOf(root, path, key))),
    isMapping: (path) => isMap(nodeAt(root, path)),
  };
}

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
function keysOf(schema: z.ZodType): KeysAt {
  const top = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  return (path) => {
    let at: readonly JsonSchema[] = [top];
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
