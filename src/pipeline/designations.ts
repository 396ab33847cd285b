import { parseTermbase } from '../termbase/load.js';
import { createMatcher, type Matcher } from '../termbase/match.js';
import { type Project, readTermbase } from './project.js';

/** A project's termbase as one language sees it. */
export interface Designations {
  /** Changes with the termbase, and with nothing else. */
  readonly version: string;
  in(locale: string): Matcher;
}

const cache = new WeakMap<Project, Designations>();

/** The designations of a project's termbase, prepared once for each state of its file. Throws `invalid-termbase`. */
export async function designationsOf(project: Project): Promise<Designations | undefined> {
  const termbase = await readTermbase(project);
  if (termbase === undefined) return undefined;
  const known = cache.get(project);
  if (known?.version === termbase.yaml) return known;
  const concepts = parseTermbase(termbase.yaml, termbase.file);
  const matchers = new Map<string, Matcher>();
  const made: Designations = {
    version: termbase.yaml,
    in(locale) {
      const matcher = matchers.get(locale) ?? createMatcher(concepts, locale, locale);
      matchers.set(locale, matcher);
      return matcher;
    },
  };
  cache.set(project, made);
  return made;
}
