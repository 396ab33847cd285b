import type { Concept } from '../../model/concept.js';
import { DiptychError } from '../../model/errors.js';
import type { LanguagePair } from '../../model/memory.js';
import { designationsIn, preferred } from '../match.js';
import { conceptsOn } from '../topics.js';
import { assemble } from './assemble.js';
import { type Exported, type Imported, Tally } from './exchange.js';

/**
 * A termbase as a DeepL glossary: tab-separated pairs of one direction. Every designation of the source that may be met
 * leads to what the target prefers; all else is dropped and counted: discouraged designations, concepts that lack one of
 * the languages, a source term that has led elsewhere before (DeepL refuses a file with one twice), what is for other
 * topics than these.
 */
export function writeDeepl(
  termbase: readonly Concept[],
  { from, to }: LanguagePair,
  topics: readonly string[] = [],
): Exported {
  const tally = new Tally();
  const concepts = conceptsOn(termbase, topics, from);
  tally.add('topics', termbase.length - concepts.length);
  const seen = new Set<string>();
  const lines: string[] = [];
  for (const concept of concepts) {
    const right = preferred(concept, to);
    const sources = designationsIn(concept, from);
    if (right === undefined || sources.length === 0) {
      tally.add('concept');
      continue;
    }
    tally.add('discouraged', designationsIn(concept, to).length - 1);
    for (const { term, status } of sources) {
      if (status === 'deprecated' || status === 'forbidden') tally.add('discouraged');
      else if (seen.has(term)) tally.add('repeated');
      else if (/[\t\r\n]/.test(term + right.term)) tally.add('term');
      else {
        seen.add(term);
        lines.push(`${term}\t${right.term}\n`);
      }
    }
    for (const name of ['domain', 'definition', 'source', 'note', 'example'] as const)
      if (concept[name] !== undefined) tally.add(name);
  }
  return { text: lines.join(''), dropped: tally.counts };
}

/** The concepts of a DeepL glossary. A target that several sources lead to is one concept. Throws `invalid-termbase`. */
export function readDeepl(text: string, file: string, { from, to }: LanguagePair): Imported {
  const byTarget = new Map<string, string[]>();
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .forEach((row, index) => {
      if (row.trim() === '') return;
      const [source, target, more] = row.split('\t');
      if (!source?.trim() || !target?.trim() || more !== undefined) {
        throw new DiptychError(
          'invalid-termbase',
          { context: 'pairs', reason: row.slice(0, 80) },
          { file, line: index + 1, column: 1 },
        );
      }
      byTarget.set(target.trim(), [...(byTarget.get(target.trim()) ?? []), source.trim()]);
    });
  return assemble(
    [...byTarget].map(([target, sources]) => ({
      id: undefined,
      fields: {},
      designations: [
        ...sources.map((term) => ({ locale: from, designation: { term } })),
        { locale: to, designation: { term: target } },
      ],
    })),
  );
}
