import { z } from 'zod';
import type { Engine } from './engine.js';
import { createModelEngine, modelSettings, probeAddress } from './model.js';
import { fetchInPieces, textPaths } from './pieces.js';
import {
  accountOf,
  type EngineSettings,
  type Environment,
  isSafeAddress,
  readSettings,
  requireVariables,
  trimAddress,
  variableName,
} from './settings.js';

const settingsSchema = z.strictObject({
  ...modelSettings,
  baseUrl: z.url().optional(),
  keyVariable: variableName.default('ANTHROPIC_API_KEY'),
});

const defaultUrl = 'https://api.anthropic.com/v1';

/** Claude, over Anthropic's Messages API. `ANTHROPIC_API_KEY`, `ANTHROPIC_MODEL` and, for a proxy, `ANTHROPIC_BASE_URL`. */
export function createAnthropicEngine(settings: EngineSettings, env: Environment): Engine {
  const options = readSettings('anthropic', settingsSchema, settings);
  const address = trimAddress(options.baseUrl ?? (env['ANTHROPIC_BASE_URL'] || defaultUrl));
  const key = env[options.keyVariable] || undefined;
  const model = options.model ?? (env['ANTHROPIC_MODEL'] || undefined);
  requireVariables('anthropic', [
    isSafeAddress(address) ? undefined : 'ANTHROPIC_BASE_URL',
    key === undefined ? options.keyVariable : undefined,
    model === undefined ? 'ANTHROPIC_MODEL' : undefined,
  ]);
  return createModelEngine({
    id: 'anthropic',
    model: model!,
    account: accountOf(address, key),
    secrets: [key!],
    settings: options,
    // Nothing is cached there unless it is asked for.
    systemOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } },
    async load() {
      const { createAnthropic } = await import('@ai-sdk/anthropic');
      return createAnthropic({ baseURL: address, apiKey: key!, fetch: fetchInPieces(textPaths.anthropic) })(model!);
    },
    probe: (signal) =>
      probeAddress('anthropic', `${address}/models`, { 'x-api-key': key!, 'anthropic-version': '2023-06-01' }, signal, [
        key!,
      ]),
  });
}
