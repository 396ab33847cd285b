import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { languagePack } from '../languages/index.js';
import type { EngineRequest } from './engine.js';

const file = new URL('../../pipelines/prompts/translate.md', import.meta.url);
let template: string | undefined;

/** The instructions that ship with Diptych; their hash is part of every answer's provenance. */
export function promptTemplate(): string {
  template ??= readFileSync(file, 'utf8');
  return template;
}

/** Short hash of whatever shapes an answer. */
export function fingerprintOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
}

let names: Intl.DisplayNames | undefined;

function languageName(locale: string): string {
  names ??= new Intl.DisplayNames(['en'], { type: 'language' });
  return names.of(locale) ?? locale;
}

/** What is the same for every request of a pair of languages: it goes first, so that providers' prompt caches work. */
export function systemPrompt({ from, to }: Pick<EngineRequest, 'from' | 'to'>, register?: string): string {
  const values: Readonly<Record<string, string>> = {
    from: languageName(from),
    to: languageName(to),
    register: register ?? languagePack(to).voice?.news ?? 'Use the plain written style of the news.',
  };
  return promptTemplate().replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

/** The units with what belongs to them, as JSON: text from a source can not leave its string. */
export function userPrompt({ title, summary, units }: EngineRequest): string {
  return JSON.stringify({
    article: { title, ...(summary === undefined ? {} : { summary }) },
    units: units.map(({ id, kind, source, quantities, terms, fuzzy, neighbours, feedback }) => ({
      id,
      kind,
      source,
      ...(quantities.length > 0 && {
        figures: Object.fromEntries(quantities.map(({ required }, index) => [`q${index + 1}`, required])),
      }),
      ...(terms.length > 0 && { terms: Object.fromEntries(terms.map((term) => [term.source, term.required])) }),
      ...(fuzzy !== undefined &&
        fuzzy.length > 0 && { near: fuzzy.map((entry) => ({ source: entry.source, target: entry.target })) }),
      ...neighbours,
      ...(feedback !== undefined && { feedback }),
    })),
  });
}
