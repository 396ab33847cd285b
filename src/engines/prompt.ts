import { readFileSync } from 'node:fs';
import { languagePack } from '../languages/index.js';
import { sha256 } from '../model/hash.js';
import type { EngineRequest, EngineUnit } from './engine.js';

const file = new URL('../../pipelines/prompts/translate.md', import.meta.url);
let template: string | undefined;

/** The instructions that ship with Diptych; their hash is part of every answer's provenance. */
export function promptTemplate(): string {
  template ??= readFileSync(file, 'utf8');
  return template;
}

/** Short hash of whatever shapes an answer. */
export function fingerprintOf(...parts: readonly string[]): string {
  return sha256(parts.join('\0')).slice(0, 16);
}

let names: Intl.DisplayNames | undefined;

function languageName(locale: string): string {
  names ??= new Intl.DisplayNames(['en'], { type: 'language' });
  return names.of(locale) ?? locale;
}

/** A unit as a language model is told it. What it does not have is absent, and so is the rule for it. */
interface Told {
  /** See `wireId`. */
  readonly id: string;
  /** Absent for a paragraph. */
  readonly kind?: string;
  readonly source: string;
  readonly figures?: Readonly<Record<string, string>>;
  readonly terms?: Readonly<Record<string, string>>;
  readonly was?: string;
  readonly near?: readonly { readonly source: string; readonly target: string }[];
  readonly before?: string;
  readonly after?: string;
  readonly feedback?: string;
}

function told(unit: EngineUnit, index: number): Told {
  const { kind, source, quantities, terms, was, fuzzy = [], neighbours, feedback } = unit;
  return {
    id: wireId(index),
    ...(kind !== 'paragraph' && { kind }),
    source,
    ...(quantities.length > 0 && {
      figures: Object.fromEntries(quantities.map(({ required }, index) => [`q${index + 1}`, required])),
    }),
    ...(terms.length > 0 && { terms: Object.fromEntries(terms.map((term) => [term.source, term.required])) }),
    // Its translation before the edit says more than all that stands around it, and costs a third.
    ...(was !== undefined
      ? { was }
      : {
          ...(fuzzy.length > 0 && { near: fuzzy.map((entry) => ({ source: entry.source, target: entry.target })) }),
          ...neighbours,
        }),
    ...(feedback !== undefined && { feedback }),
  };
}

/** What a unit is called in a request: its place, which costs a token where its own id costs ten. */
export function wireId(index: number): string {
  return String(index + 1);
}

/** For which units a rule of the instructions is told, by the name of its section. */
const occasions: Readonly<Record<string, (unit: Told) => boolean>> = {
  // What was written in the house style shows it.
  style: ({ was }) => was === undefined,
  tags: ({ source }) => /<p[ch]\d/.test(source),
  figures: ({ figures }) => figures !== undefined,
  terms: ({ terms }) => terms !== undefined,
  entities: ({ source }) => /&(?:lt|gt|amp);/.test(source),
  context: ({ before, after }) => before !== undefined || after !== undefined,
  was: ({ was }) => was !== undefined,
  near: ({ near }) => near !== undefined,
  feedback: ({ feedback }) => feedback !== undefined,
};

const section = /\{\{#(\w+)\}\}\n([\s\S]*?)\{\{\/\1\}\}\n/g;

/** What a language model is told. */
export interface Prompt {
  /**
   * First what is the same for every request of a pair of languages, so that providers' prompt caches work; then, always in
   * the same order, the rules for what occurs in these units. A sentence that was edited is not sent with all of them.
   */
  readonly system: string;
  /** The units with what belongs to them, as JSON: text from a source can not leave its string. */
  readonly user: string;
}

/** The prompt for a request. `register`: how sentences end and the house style, instead of the language's own. */
export function promptOf({ from, to, title, summary, units }: EngineRequest, register?: string): Prompt {
  const list = units.map(told);
  const values: Readonly<Record<string, string>> = {
    from: languageName(from),
    to: languageName(to),
    register: register ?? languagePack(to).voice?.news ?? 'Use the plain written style of the news.',
  };
  const system = promptTemplate()
    .replace(section, (_, name: string, rule: string) => (list.some(occasions[name] ?? (() => true)) ? rule : ''))
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
    .trimEnd();
  const alone = list.every(({ was }) => was !== undefined);
  const about = { title, ...(summary === undefined || alone ? {} : { summary }) };
  const article = title === '' ? {} : { article: about };
  return { system, user: JSON.stringify({ ...article, units: list }) };
}
