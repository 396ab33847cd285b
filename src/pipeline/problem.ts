import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';

/** One thing that is wrong in a YAML file: which message says it (`errors.invalid-pipeline_<context>`), with what, where. */
export interface Problem {
  readonly context:
    | 'unknown-key'
    | 'unknown-key-suggest'
    | 'missing'
    | 'type'
    | 'choice'
    | 'choice-suggest'
    | 'size'
    | 'rule';
  readonly values: Readonly<Record<string, string | number>>;
  /** Path to the value at fault, or to the unknown key. */
  readonly path: readonly PropertyKey[];
  /** Whether the place is the key rather than its value. */
  readonly atKey: boolean;
}

/** The candidate that `word` was probably meant to be: at most a third of its letters differ. */
export function suggestion(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0 || word.length > 100) return undefined;
  const best = closest(word.toLowerCase(), [...candidates]);
  return distance(word.toLowerCase(), best.toLowerCase()) <= Math.max(1, Math.floor(best.length / 3))
    ? best
    : undefined;
}

/** The keys of a strict object that could stand at `path`, read from the JSON Schema. */
export type KeysAt = (path: readonly PropertyKey[]) => readonly string[];

/** What a zod issue says, as data that can be worded in any language; unknown keys come one by one. */
export function problems(issues: readonly z.core.$ZodIssue[], value: unknown, keysAt: KeysAt): Problem[] {
  return issues.flatMap((issue) => fromIssue(issue, value, keysAt, []));
}

function fromIssue(
  issue: z.core.$ZodIssue,
  root: unknown,
  keysAt: KeysAt,
  above: readonly PropertyKey[],
): readonly Problem[] {
  const path = [...above, ...issue.path];
  const name = path.length === 0 ? '/' : path.map(String).join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const meant = suggestion(key, keysAt(path));
        const known = keysAt(path).join(', ');
        return meant === undefined
          ? { context: 'unknown-key', values: { key, known }, path: [...path, key], atKey: true }
          : { context: 'unknown-key-suggest', values: { key, meant }, path: [...path, key], atKey: true };
      });
    case 'invalid_type':
      return [
        valueAt(root, path) === undefined
          ? { context: 'missing', values: { name }, path, atKey: false }
          : { context: 'type', values: { name, expected: issue.expected }, path, atKey: false },
      ];
    case 'invalid_value': {
      const choices = issue.values.map(String);
      const given = valueAt(root, path);
      if (given === undefined) return [{ context: 'missing', values: { name }, path, atKey: false }];
      const meant = typeof given === 'string' ? suggestion(given, choices) : undefined;
      const values = { name, given: shown(given), choices: choices.join(', ') };
      return [
        meant === undefined
          ? { context: 'choice', values, path, atKey: false }
          : { context: 'choice-suggest', values: { ...values, meant }, path, atKey: false },
      ];
    }
    case 'too_small':
      return [
        {
          context: 'size',
          values: { name, sign: '≥', bound: Number(issue.minimum), of: issue.origin },
          path,
          atKey: false,
        },
      ];
    case 'too_big':
      return [
        {
          context: 'size',
          values: { name, sign: '≤', bound: Number(issue.maximum), of: issue.origin },
          path,
          atKey: false,
        },
      ];
    case 'invalid_union': {
      // The branch whose shape the value has tells most: `{severty: minor}` is an object with a wrong key, not a bad word.
      const isMapping = typeof valueAt(root, path) === 'object';
      // A word that is none of the choices is of the right kind; a mapping in its place is not.
      const misfits = (errors: readonly z.core.$ZodIssue[]) =>
        errors.some(
          (e) => e.path.length === 0 && (e.code === 'invalid_type' || (isMapping && e.code === 'invalid_value')),
        );
      const branch = issue.errors.find((errors) => !misfits(errors)) ?? issue.errors[0] ?? [];
      const shaped = issue.errors.find((errors) => errors.some((e) => e.code === 'unrecognized_keys')) ?? branch;
      return shaped.flatMap((inner) => fromIssue(inner, root, keysAt, path));
    }
    default:
      return [{ context: 'rule', values: { name, rule: issue.message }, path, atKey: false }];
  }
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let at = root;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[step];
  }
  return at;
}

/** A value for a message: short, on one line. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
