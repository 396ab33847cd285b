import { z } from 'zod';
import type { Engine } from './engine.js';
import { createModelEngine, modelSettings, probeAddress } from './model.js';
import { fetchInPieces, textPaths } from './pieces.js';
import {
  accountOf,
  type EngineSettings,
  type Environment,
  isLoopback,
  isSafeAddress,
  readSettings,
  requireVariables,
  trimAddress,
  variableName,
} from './settings.js';

const settingsSchema = z.strictObject({
  ...modelSettings,
  baseUrl: z.url().optional(),
  keyVariable: variableName.default('OPENAI_API_KEY'),
});

const defaultUrl = 'https://api.openai.com/v1';

/**
 * Any server that speaks OpenAI's chat completions: OpenAI, vLLM, llama.cpp, Ollama. From the environment:
 * `OPENAI_BASE_URL`, `OPENAI_API_KEY`, `OPENAI_MODEL`; the pipeline file's settings come first.
 */
export function createOpenAiEngine(settings: EngineSettings, env: Environment): Engine {
  const options = readSettings('openai', settingsSchema, settings);
  const address = trimAddress(options.baseUrl ?? (env['OPENAI_BASE_URL'] || defaultUrl));
  const safe = isSafeAddress(address);
  const key = env[options.keyVariable] || undefined;
  const model = options.model ?? (env['OPENAI_MODEL'] || undefined);
  requireVariables('openai', [
    safe ? undefined : 'OPENAI_BASE_URL',
    key === undefined && !(safe && isLoopback(address)) ? options.keyVariable : undefined,
    model === undefined ? 'OPENAI_MODEL' : undefined,
  ]);
  const secrets = key === undefined ? [] : [key];
  return createModelEngine({
    id: 'openai',
    model: model!,
    account: accountOf(address, key),
    secrets,
    settings: options,
    async load() {
      const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
      return createOpenAICompatible({
        name: 'openai',
        baseURL: address,
        supportsStructuredOutputs: options.structured,
        includeUsage: true,
        fetch: fetchInPieces(textPaths.openai),
        ...(key === undefined ? {} : { apiKey: key }),
      }).chatModel(model!);
    },
    probe: (signal) =>
      probeAddress(
        'openai',
        `${address}/models`,
        key === undefined ? {} : { authorization: `Bearer ${key}` },
        signal,
        secrets,
      ),
  });
}
