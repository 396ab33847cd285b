import type { StageId } from './ids.js';
import type { PlannedStage, SourceStage, Stage, TargetStage } from './stage.js';

/** Every stage by its id, loaded only when work is to be done: the Markdown libraries alone take 100 ms. */
const registry: Readonly<Record<StageId, () => Promise<Stage>>> = {
  parse: async () => (await import('./parse.js')).parse,
  glossary: async () => (await import('./glossary.js')).glossary,
  translate: async () => (await import('./translate.js')).translate,
  validate: async () => (await import('./validate.js')).validate,
};

/** A pipeline's stages by phase, each in the pipeline's order. */
export interface Stages {
  readonly source: readonly SourceStage[];
  readonly target: readonly TargetStage[];
  readonly planned: readonly PlannedStage[];
}

/** Loads the stages that a pipeline names. */
export async function loadStages(ids: readonly StageId[]): Promise<Stages> {
  const loaded = await Promise.all(ids.map((id) => registry[id]()));
  return {
    source: loaded.filter((stage) => stage.phase === 'source'),
    target: loaded.filter((stage) => stage.phase === 'target'),
    planned: loaded.filter((stage) => stage.phase === 'planned'),
  };
}
