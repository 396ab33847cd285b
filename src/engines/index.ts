import { DiptychError } from '../model/errors.js';
import { createAnthropicEngine } from './anthropic.js';
import { createCommandEngine } from './command.js';
import { createDeepLEngine } from './deepl.js';
import type { Engine } from './engine.js';
import { flowSettings, inFlow } from './flow.js';
import { createGoogleEngine } from './google.js';
import { createLocalEngine } from './local.js';
import { createOpenAiEngine } from './openai.js';
import { createPseudoEngine } from './pseudo.js';
import { type EngineSettings, type Environment, readSettings } from './settings.js';
import { inHalves } from './split.js';

/** Every engine by id. An engine's libraries are loaded with its first request, not here. */
const engines: Readonly<Record<string, (settings: EngineSettings, env: Environment) => Engine>> = {
  pseudo: createPseudoEngine,
  openai: createOpenAiEngine,
  anthropic: createAnthropicEngine,
  google: createGoogleEngine,
  deepl: createDeepLEngine,
  local: createLocalEngine,
  command: createCommandEngine,
};

/** Ids that a pipeline file may name. `memory` answers before any engine is asked and is wired by the pipeline. */
export const engineIds: readonly string[] = ['memory', ...Object.keys(engines)];

/**
 * Makes an engine that keeps to its provider's limits. Throws `unknown-engine`, `invalid-pipeline` for a setting that it
 * does not have, and `missing-setting` naming every variable that is absent.
 */
export function createEngine(id: string, settings: EngineSettings, env: Environment): Engine {
  const create = engines[id];
  if (create === undefined) throw new DiptychError('unknown-engine', { engine: id, known: engineIds.join(', ') });
  const [flow, own] = divide(settings);
  const limits = readSettings(id, flowSettings, flow);
  const engine = create(own, env);
  return engine.account === undefined ? engine : inHalves(inFlow(engine, limits));
}

/** Settings of the flow, which all engines share, and an engine's own. */
function divide(settings: EngineSettings): [flow: EngineSettings, own: EngineSettings] {
  const isFlow = ([name]: [string, unknown]) => Object.hasOwn(flowSettings.shape, name);
  const entries = Object.entries(settings);
  return [Object.fromEntries(entries.filter(isFlow)), Object.fromEntries(entries.filter((entry) => !isFlow(entry)))];
}
