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
  keyVariable: variableName.default('GEMINI_API_KEY'),
});

const defaultUrl = 'https://generativelanguage.googleapis.com/v1beta';

/** Gemini, over Google's Generative Language API. `GEMINI_API_KEY`, `GEMINI_MODEL` and, for a proxy, `GEMINI_BASE_URL`. */
export function createGoogleEngine(settings: EngineSettings, env: Environment): Engine {
  const options = readSettings('google', settingsSchema, settings);
  const address = trimAddress(options.baseUrl ?? (env['GEMINI_BASE_URL'] || defaultUrl));
  const key = env[options.keyVariable] || undefined;
  const model = options.model ?? (env['GEMINI_MODEL'] || undefined);
  requireVariables('google', [
    isSafeAddress(address) ? undefined : 'GEMINI_BASE_URL',
    key === undefined ? options.keyVariable : undefined,
    model === undefined ? 'GEMINI_MODEL' : undefined,
  ]);
  return createModelEngine({
    id: 'google',
    model: model!,
    account: accountOf(address, key),
    secrets: [key!],
    settings: options,
    async load() {
      const { createGoogleGenerativeAI } = await import('@ai-sdk/google');
      return createGoogleGenerativeAI({ baseURL: address, apiKey: key!, fetch: fetchInPieces(textPaths.google) })(
        model!,
      );
    },
    probe: (signal) => probeAddress('google', `${address}/models`, { 'x-goog-api-key': key! }, signal, [key!]),
  });
}
