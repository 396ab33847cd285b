import { DiptychError } from '../model/errors.js';
import type { Engine } from './engine.js';
import { createOpenAiEngine } from './openai.js';
import { createPseudoEngine } from './pseudo.js';

/** Settings of an engine in the pipeline file: plain values, checked by the engine itself. */
export type EngineSettings = Readonly<Record<string, unknown>>;
export type Environment = Readonly<Record<string, string | undefined>>;

/** Every engine by id. An engine's libraries are loaded with its first request, not here. */
const engines: Readonly<Record<string, (settings: EngineSettings, env: Environment) => Engine>> = {
  pseudo: createPseudoEngine,
  openai: createOpenAiEngine,
};

/** Ids that a pipeline file may name. `memory` answers before any engine is asked and is wired by the pipeline. */
export const engineIds: readonly string[] = ['memory', ...Object.keys(engines)];

/** Makes an engine. Throws `unknown-engine`, and `missing-setting` naming the variable that would set it. */
export function createEngine(id: string, settings: EngineSettings, env: Environment): Engine {
  const create = engines[id];
  if (create === undefined) throw new DiptychError('unknown-engine', { engine: id, known: engineIds.join(', ') });
  return create(settings, env);
}
