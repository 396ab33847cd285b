import type { GlossedUnit } from '../model/article.js';
import type { MemoryEntry } from '../model/memory.js';
import type { EngineUnit, Neighbours, Requirement } from './engine.js';
import { guardedFigures, tagFigures } from './figures.js';

/** What an engine is told beside the unit itself. */
export interface Company {
  /** Its translation before its source was edited. */
  readonly was?: string;
  /** The nearest memory entries, best first. */
  readonly fuzzy?: readonly MemoryEntry[];
  readonly neighbours?: Neighbours;
  /** Why the last answer was refused. */
  readonly feedback?: string;
}

/**
 * A unit as an engine sees it: every figure in its own tags with the form that the target must show, and the terms that
 * occur with their required designations. `verify` reads the answer back.
 */
export function protect(unit: GlossedUnit, { was, fuzzy, neighbours, feedback }: Company = {}): EngineUnit {
  return {
    id: unit.id,
    kind: unit.kind,
    source: tagFigures(unit),
    quantities: guardedFigures(unit).map(({ quantity, required }) => ({ source: quantity.text, required })),
    terms: requiredTerms(unit),
    ...(was === undefined ? {} : { was }),
    ...(fuzzy === undefined || fuzzy.length === 0 ? {} : { fuzzy }),
    ...(neighbours === undefined ? {} : { neighbours }),
    ...(feedback === undefined ? {} : { feedback }),
  };
}

/** The terms of a unit that have a designation in the target language, each once. */
export function requiredTerms({ terms }: Pick<GlossedUnit, 'terms'>): readonly Requirement[] {
  const bySource = new Map<string, Requirement>();
  for (const { text, required } of terms) {
    if (required !== undefined && !bySource.has(text)) bySource.set(text, { source: text, required });
  }
  return [...bySource.values()];
}
