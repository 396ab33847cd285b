import { z } from 'zod';
import type { Engine } from './engine.js';
import { EngineFailure } from './failure.js';
import { createModelEngine, modelSettings } from './model.js';
import { fetchInPieces, textPaths } from './pieces.js';
import { fingerprintOf, promptTemplate } from './prompt.js';
import {
  accountOf,
  type EngineSettings,
  type Environment,
  isLoopback,
  isSafeAddress,
  readSettings,
  requireVariables,
  trimAddress,
} from './settings.js';

/** Where servers listen unless they are told otherwise: Ollama, vLLM, llama.cpp, LM Studio. */
const usualPorts = [11434, 8000, 8080, 1234];

const settingsSchema = z.strictObject({
  ...modelSettings,
  baseUrl: z.url().optional(),
  /** Ports of this machine on which a server is looked for. */
  ports: z.array(z.int().min(1).max(65_535)).min(1).max(20).default(usualPorts),
});

/** How long a server on this machine may take to say which models it has, in milliseconds. */
const patience = 1500;
/** Models that give vectors, not text. */
const noTranslator = /embed|rerank|bge-|whisper|clip/i;

const modelsSchema = z.object({ data: z.array(z.object({ id: z.string().min(1) })) });

/**
 * A server on this machine that speaks OpenAI's chat completions, found by itself on the usual ports. It needs no key
 * and no setting; `DIPTYCH_LOCAL_URL` and `DIPTYCH_LOCAL_MODEL` choose one. While no model is named, the first that the
 * server offers is used, and memory does not tell one model's answers from another's.
 */
export function createLocalEngine(settings: EngineSettings, env: Environment): Engine {
  const options = readSettings('local', settingsSchema, settings);
  const named = options.baseUrl ?? (env['DIPTYCH_LOCAL_URL'] || undefined);
  const safe = named === undefined || (isSafeAddress(named) && isLoopback(named));
  requireVariables('local', [safe ? undefined : 'DIPTYCH_LOCAL_URL']);
  const addresses =
    named === undefined ? options.ports.map((port) => `http://127.0.0.1:${port}/v1`) : [trimAddress(named)];
  const wanted = options.model ?? (env['DIPTYCH_LOCAL_MODEL'] || undefined);
  let found: Promise<Engine> | undefined;
  let name = `local:${wanted ?? 'auto'}`;

  /** Looks once; a server that is started later is found by the next request. */
  const find = (): Promise<Engine> => {
    found ??= discover(addresses, wanted)
      .then(({ address, model }) => {
        name = `local:${model}`;
        return createModelEngine({
          id: 'local',
          model,
          account: accountOf(address, undefined),
          secrets: [],
          settings: options,
          async load() {
            const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
            return createOpenAICompatible({
              name: 'local',
              baseURL: address,
              supportsStructuredOutputs: options.structured,
              includeUsage: true,
              fetch: fetchInPieces(textPaths.openai),
            }).chatModel(model);
          },
          probe: async () => {},
        });
      })
      .catch((error: unknown) => {
        found = undefined;
        throw error;
      });
    return found;
  };

  return {
    id: 'local',
    get name() {
      return name;
    },
    fingerprint: fingerprintOf(
      promptTemplate(),
      'local',
      wanted ?? '',
      options.register ?? '',
      String(options.temperature),
    ),
    keep: true,
    account: accountOf(addresses.join(' '), undefined),
    probe: async () => {
      await find();
    },
    translate: async (request) => (await find()).translate(request),
  };
}

/** The first server that answers, in the order of the addresses, with its model. Throws `engine-failed`. */
async function discover(
  addresses: readonly string[],
  wanted: string | undefined,
): Promise<{ readonly address: string; readonly model: string }> {
  const offers = await Promise.all(addresses.map(async (address) => ({ address, models: await modelsOf(address) })));
  const answering = offers.filter(({ models }) => models.length > 0);
  const match = answering.find(({ models }) => wanted === undefined || models.includes(wanted));
  const model = wanted ?? match?.models.find((id) => !noTranslator.test(id));
  if (match !== undefined && model !== undefined) return { address: match.address, model };
  const where = addresses.join(', ');
  const values = { addresses: where };
  throw new EngineFailure(
    'local',
    answering.length === 0
      ? { context: 'no-server', text: `no server answers at ${where}`, values }
      : {
          context: 'no-model',
          text: `no server at ${where} offers ${wanted ?? 'a model that writes text'}`,
          values: { ...values, model: wanted ?? '–' },
        },
  );
}

/** Names of the models of a server; none when nobody answers there, or something that is no such server. */
async function modelsOf(address: string): Promise<readonly string[]> {
  try {
    const response = await fetch(`${address}/models`, { signal: AbortSignal.timeout(patience), redirect: 'error' });
    if (!response.ok) {
      await response.body?.cancel();
      return [];
    }
    const answer = modelsSchema.safeParse(await response.json());
    return answer.success ? answer.data.data.map(({ id }) => id) : [];
  } catch {
    return [];
  }
}
