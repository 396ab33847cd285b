import { z } from 'zod';

/** MQM severities, weakest first. Their MQM weights are 0, 1, 5, 25. */
export const severities = ['neutral', 'minor', 'major', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** Whether `severity` is as bad as `threshold` or worse. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(threshold);
}

/** Top-level MQM dimensions (themqm.org) in use here. A wrong value is `accuracy`; a wrong separator `locale-conventions`. */
export const mqmCategories = [
  'accuracy',
  'terminology',
  'linguistic-conventions',
  'style',
  'locale-conventions',
  'design-and-markup',
] as const;
export type MqmCategory = (typeof mqmCategories)[number];

/** ITS 2.0 localization quality issue types (W3C ITS 2.0, appendix C) in use here. */
export const itsTypes = [
  'terminology',
  'mistranslation',
  'omission',
  'untranslated',
  'addition',
  'duplication',
  'inconsistency',
  'grammar',
  'register',
  'locale-violation',
  'style',
  'characters',
  'typographical',
  'formatting',
  'inconsistent-entities',
  'numbers',
  'markup',
  'pattern-problem',
  'whitespace',
  'length',
  'internationalization',
  'other',
] as const;
export type ItsType = (typeof itsTypes)[number];

/** A stretch of a unit's text: UTF-16 offsets into it, and what stands there. */
export interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What would mend an issue: the target unit's text from `start` to `end` replaced by `text`. */
export interface Fix {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Where an issue stands: the file as given by the caller, line and column counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** How sure a finding about a source is: arithmetic is `certain`; that two sentences speak of one thing is `likely` or `possible`. */
export const certainties = ['certain', 'likely', 'possible'] as const;
export type Certainty = (typeof certainties)[number];

/** Something a check found. Issues are collected and reported, never thrown. */
export interface Issue extends Place {
  readonly check: string;
  readonly type: ItsType;
  readonly category: MqmCategory;
  readonly severity: Severity;
  /** Of findings about a source alone. */
  readonly certainty?: Certainty;
  /** Id of the unit, or the line's `id` for a `.jsonl` input; `null` for an issue of the whole article. */
  readonly unit: string | null;
  /** Key of the message in `locales/<locale>/ui.json`, without the `checks.` prefix. */
  readonly key: string;
  /** What the message interpolates. Values that differ by UI language are given as `{ [locale]: text }`. */
  readonly values: Readonly<Record<string, string | number | Readonly<Record<string, string>>>>;
  readonly source: Span | null;
  readonly target: Span | null;
  readonly fix?: Fix;
  /** Digest of the passage that it is about, wherever that stands: part of what it is known again by (fingerprint.ts). */
  readonly anchor?: string;
}

const spanSchema = z.object({ text: z.string(), start: z.number().int(), end: z.number().int() });

/** The published shape of an issue in `validate --format json|jsonl`. */
export const publishedIssueSchema = z.object({
  check: z.string(),
  type: z.enum(itsTypes),
  category: z.enum(mqmCategories),
  severity: z.enum(severities),
  certainty: z.enum(certainties).optional(),
  file: z.string(),
  line: z.number().int(),
  column: z.number().int(),
  unit: z.string().nullable(),
  message: z.string(),
  source: spanSchema.nullable(),
  target: spanSchema.nullable(),
  fix: z.object({ start: z.number().int(), end: z.number().int(), text: z.string() }).optional(),
});
export type PublishedIssue = z.infer<typeof publishedIssueSchema>;
