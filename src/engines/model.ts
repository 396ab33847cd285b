import type { LanguageModel } from 'ai';
import { z } from 'zod';
import { DiptychError } from '../model/errors.js';
import type { Engine, EngineAnswer, EngineRequest, EngineUsage } from './engine.js';
import { EngineFailure, httpFailure, networkFailure } from './failure.js';
import { fingerprintOf, promptTemplate, systemPrompt, userPrompt } from './prompt.js';
import { readAnswer } from './reply.js';

/** Settings that every engine with a language model has. */
export const modelSettings = {
  model: z.string().min(1).optional(),
  /** Whether the model takes a JSON schema for its answer; without it, the prompt alone asks for JSON. */
  structured: z.boolean().default(true),
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
    readonly temperature: number | 'default';
    readonly maxOutputTokens?: number | undefined;
    readonly register?: string | undefined;
  };
  /** Options of the instructions, which are the same in every request: how a provider is told to cache them. */
  readonly systemOptions?: Readonly<Record<string, Readonly<Record<string, { readonly type: string }>>>>;
  /** Loads the provider's library with the first request. */
  load(): Promise<LanguageModel>;
  probe(signal: AbortSignal): Promise<void>;
}

const answerSchema = z.object({ units: z.array(z.object({ id: z.string(), target: z.string() })) });

/** An engine that puts units to a language model and reads whatever it answers. One request, no second try. */
export function createModelEngine(options: ModelEngine): Engine {
  const { id, model, settings, secrets } = options;
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
      const [{ generateText, Output }, loaded] = await Promise.all([import('ai'), options.load()]);
      // The library writes its warnings to the console, which is not its own here.
      globalThis.AI_SDK_LOG_WARNINGS = false;
      try {
        const result = await generateText({
          model: loaded,
          system: {
            role: 'system',
            content: systemPrompt(request, settings.register),
            ...(options.systemOptions === undefined ? {} : { providerOptions: options.systemOptions }),
          },
          prompt: userPrompt(request),
          maxRetries: 0,
          ...(settings.temperature === 'default' ? {} : { temperature: settings.temperature }),
          ...(settings.maxOutputTokens === undefined ? {} : { maxOutputTokens: settings.maxOutputTokens }),
          ...(request.signal === undefined ? {} : { abortSignal: request.signal }),
          ...(settings.structured ? { output: Output.object({ schema: answerSchema }) } : {}),
        });
        // The text itself is read, not the library's object: one bad unit must not cost the others.
        return answerOf(result.text, result.finishReason, result.usage, request);
      } catch (error) {
        if (request.signal?.aborted) throw new DiptychError('aborted');
        const { text, finishReason, usage } = (error ?? {}) as Unparsed;
        // NoObjectGeneratedError holds what the model wrote.
        if (typeof text === 'string') return answerOf(text, finishReason, usage, request);
        throw failureOf(id, error, secrets);
      }
    },
  };
}

interface Tokens {
  readonly inputTokens?: number | undefined;
  readonly outputTokens?: number | undefined;
  readonly inputTokenDetails?: { readonly cacheReadTokens?: number | undefined } | undefined;
}

interface Unparsed {
  readonly text?: unknown;
  readonly finishReason?: unknown;
  readonly usage?: Tokens;
}

function answerOf(text: string, finish: unknown, used: Tokens | undefined, { units }: EngineRequest): EngineAnswer {
  const cached = used?.inputTokenDetails?.cacheReadTokens;
  const usage: EngineUsage = {
    inputTokens: used?.inputTokens ?? 0,
    outputTokens: used?.outputTokens ?? 0,
    requests: 1,
    ...(cached === undefined ? {} : { cachedTokens: cached }),
  };
  const wanted = new Set(units.map(({ id }) => id));
  // What nobody asked for is dropped here: an answer can not speak for a unit of another request.
  const targets = new Map([...readAnswer(text)].filter(([id]) => wanted.has(id)));
  return { targets, usage, ...(finish === 'length' ? { cut: true as const } : {}) };
}

function failureOf(engine: string, error: unknown, secrets: readonly string[]): DiptychError {
  if (error instanceof DiptychError) return error;
  const { statusCode, responseHeaders, responseBody, message, name } = (error ?? {}) as {
    statusCode?: number;
    responseHeaders?: Readonly<Record<string, string>>;
    responseBody?: string;
    message?: string;
    name?: string;
  };
  if (statusCode !== undefined && statusCode >= 400) {
    const told = responseBody?.includes('insufficient_quota') ? `${message} (insufficient_quota)` : (message ?? '');
    return httpFailure(
      engine,
      { status: statusCode, message: told, header: (header) => responseHeaders?.[header] },
      secrets,
    );
  }
  // A finished answer without any text (a filter, a refusal): asking again gives the same.
  if (name === 'AI_NoOutputGeneratedError') return new EngineFailure(engine, message ?? 'no answer', { all: false });
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
