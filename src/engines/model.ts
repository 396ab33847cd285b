import type {
  LanguageModelV3,
  LanguageModelV3CallOptions,
  LanguageModelV3FinishReason,
  LanguageModelV3Usage,
} from '@ai-sdk/provider';
import { z } from 'zod';
import { DiptychError } from '../model/errors.js';
import type { Engine, EngineRequest, EngineUsage } from './engine.js';
import { EngineFailure, httpFailure, networkFailure, streamFailure } from './failure.js';
import { fingerprintOf, promptOf, promptTemplate, wireId } from './prompt.js';
import { createReplyReader } from './reply.js';
import { estimateRequest, estimateTokens } from './tokens.js';

/** Settings that every engine with a language model has. */
export const modelSettings = {
  model: z.string().min(1).optional(),
  /** Whether the model takes a JSON schema for its answer; without it, the prompt alone asks for JSON. */
  structured: z.boolean().default(true),
  /** Whether the answer is taken piece by piece, so that each unit is kept as it comes. */
  stream: z.boolean().default(true),
  /** `default` for models that refuse to be told. */
  temperature: z.union([z.number().min(0).max(2), z.literal('default')]).default(0),
  /** The most tokens of one answer, where the provider's own limit is too low or too dear. */
  maxOutputTokens: z.int().min(256).max(1_000_000).optional(),
  register: z.string().optional(),
};

/** A language model as an engine. */
export interface ModelEngine {
  readonly id: string;
  readonly model: string;
  /** More than the prompt that shapes answers, such as the model's settings. */
  readonly shape?: readonly string[];
  readonly account: string;
  /** What must never be told to anyone. */
  readonly secrets: readonly string[];
  readonly settings: {
    readonly structured: boolean;
    readonly stream: boolean;
    readonly temperature: number | 'default';
    readonly maxOutputTokens?: number | undefined;
    readonly register?: string | undefined;
  };
  /** Options of the instructions, which are the same in every request: how a provider is told to cache them. */
  readonly systemOptions?: Readonly<Record<string, Readonly<Record<string, { readonly type: string }>>>>;
  /** Loads the provider's library; called with the first request. */
  load(): Promise<LanguageModelV3>;
  probe(signal: AbortSignal): Promise<void>;
}

const answerSchema = z.toJSONSchema(
  z.strictObject({ units: z.array(z.strictObject({ id: z.string(), target: z.string() })) }),
);

/** How an answer ended. */
interface End {
  readonly finish: LanguageModelV3FinishReason['unified'];
  readonly usage: LanguageModelV3Usage | undefined;
}

/** An engine that puts units to a language model and reads whatever it answers, as it comes. One request, no second try. */
export function createModelEngine(options: ModelEngine): Engine {
  const { id, model, settings, secrets } = options;
  // Each client compiles its schemas anew, which costs as much as some units do.
  let client: Promise<LanguageModelV3> | undefined;
  return {
    id,
    name: `${id}:${model}`,
    fingerprint: fingerprintOf(
      promptTemplate(),
      id,
      model,
      settings.register ?? '',
      String(settings.temperature),
      ...(options.shape ?? []),
    ),
    keep: true,
    account: options.account,
    probe: options.probe,
    async translate(request) {
      client ??= options.load();
      const loaded = await client;
      const reader = createReplyReader();
      const targets = new Map<string, string>();
      const ids = new Map(request.units.map((unit, index) => [wireId(index), unit.id]));
      let text = '';
      const take = (piece: string) => {
        text += piece;
        for (const [id, target] of reader.push(piece)) {
          // What nobody asked for is dropped here: an answer can not speak for a unit of another request.
          const unit = ids.get(id);
          if (unit === undefined) continue;
          targets.set(unit, target);
          request.onTarget?.(unit, target);
        }
      };
      try {
        const call = callOf(options, request);
        const { finish, usage } = await (settings.stream ? inPieces : atOnce)(loaded, call, take);
        // The stream ended before the model said that it had.
        if (finish === 'error')
          throw new EngineFailure(id, { context: 'broke-off', text: 'the answer broke off' }, { all: false });
        const cut = finish === 'length' ? { cut: true as const } : {};
        return { targets, usage: usageOf(usage, request, text), ...cut };
      } catch (error) {
        if (request.signal?.aborted) throw new DiptychError('aborted');
        throw failureOf(id, error, secrets);
      }
    },
  };
}

function callOf({ settings, systemOptions }: ModelEngine, request: EngineRequest): LanguageModelV3CallOptions {
  const { system, user } = promptOf(request, settings.register);
  return {
    prompt: [
      {
        role: 'system',
        content: system,
        ...(systemOptions === undefined ? {} : { providerOptions: systemOptions }),
      },
      { role: 'user', content: [{ type: 'text', text: user }] },
    ],
    ...(settings.temperature === 'default' ? {} : { temperature: settings.temperature }),
    ...(settings.maxOutputTokens === undefined ? {} : { maxOutputTokens: settings.maxOutputTokens }),
    ...(request.signal === undefined ? {} : { abortSignal: request.signal }),
    ...(settings.structured ? { responseFormat: { type: 'json', schema: answerSchema as never } } : {}),
  };
}

/** The answer as one piece. */
async function atOnce(
  model: LanguageModelV3,
  call: LanguageModelV3CallOptions,
  take: (piece: string) => void,
): Promise<End> {
  const { content, finishReason, usage } = await model.doGenerate(call);
  for (const part of content) if (part.type === 'text') take(part.text);
  return { finish: finishReason.unified, usage };
}

/** The answer piece by piece. Throws what the provider says in the midst of it. */
async function inPieces(
  model: LanguageModelV3,
  call: LanguageModelV3CallOptions,
  take: (piece: string) => void,
): Promise<End> {
  const { stream } = await model.doStream(call);
  let end: End = { finish: 'error', usage: undefined };
  for await (const part of stream as unknown as AsyncIterable<StreamPart>) {
    if (part.type === 'text-delta') take(part.delta);
    else if (part.type === 'error') throw part.error;
    else if (part.type === 'finish') end = { finish: part.finishReason.unified, usage: part.usage };
  }
  return end;
}

type StreamPart =
  Awaited<ReturnType<LanguageModelV3['doStream']>>['stream'] extends ReadableStream<infer Part> ? Part : never;

/** What a request took. A provider that does not say is estimated: a budget must not be blind. */
function usageOf(used: LanguageModelV3Usage | undefined, request: EngineRequest, text: string): EngineUsage {
  const cached = used?.inputTokens.cacheRead;
  return {
    inputTokens: used?.inputTokens.total ?? estimateRequest(request).input,
    outputTokens: used?.outputTokens.total ?? estimateTokens(text),
    requests: 1,
    ...(cached === undefined ? {} : { cachedTokens: cached }),
  };
}

function failureOf(engine: string, error: unknown, secrets: readonly string[]): DiptychError {
  if (error instanceof DiptychError) return error;
  const { statusCode, responseHeaders, responseBody, message, type } = (error ?? {}) as {
    statusCode?: number;
    responseHeaders?: Readonly<Record<string, string>>;
    responseBody?: string;
    message?: string;
    type?: unknown;
  };
  if (statusCode !== undefined && statusCode >= 400) {
    const told = responseBody?.includes('insufficient_quota') ? `${message} (insufficient_quota)` : (message ?? '');
    return httpFailure(
      engine,
      { status: statusCode, message: told, header: (header) => responseHeaders?.[header] },
      secrets,
    );
  }
  if (typeof type === 'string') return streamFailure(engine, type, message ?? '', secrets);
  return networkFailure(engine, error, secrets);
}

/** Asks a provider for something that costs nothing, such as its list of models. Throws `engine-failed`. */
export async function probeAddress(
  engine: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  secrets: readonly string[],
): Promise<void> {
  let response: Response;
  try {
    response = await fetch(url, { headers, signal, redirect: 'error' });
  } catch (error) {
    throw networkFailure(engine, error, secrets);
  }
  const { status, ok } = response;
  await response.body?.cancel();
  if (!ok) throw httpFailure(engine, { status, message: response.statusText, header: () => null }, secrets);
}
