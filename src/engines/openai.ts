import { z } from 'zod';
import { DiptychError } from '../model/errors.js';
import type { Engine, EngineAnswer, EngineRequest, EngineUnit, EngineUsage } from './engine.js';
import type { EngineSettings, Environment } from './index.js';
import { fingerprintOf, promptTemplate, systemPrompt, userPrompt } from './prompt.js';
import { readAnswer } from './reply.js';

const settingsSchema = z.strictObject({
  baseUrl: z.url().optional(),
  model: z.string().min(1).optional(),
  /** Name of the environment variable that holds the key; the key itself never stands in a file. */
  keyVariable: z
    .string()
    .regex(/^[A-Z_][A-Z0-9_]*$/)
    .default('OPENAI_API_KEY'),
  /** Whether the server takes a JSON schema for its answer. */
  structured: z.boolean().default(true),
  temperature: z.number().min(0).max(2).default(0),
  timeoutSeconds: z.number().positive().max(3600).default(120),
  maxRetries: z.number().int().min(0).max(10).default(3),
  register: z.string().optional(),
});

const answerSchema = z.object({ units: z.array(z.object({ id: z.string(), target: z.string() })) });
const defaultUrl = 'https://api.openai.com/v1';
const noUsage: EngineUsage = { inputTokens: 0, outputTokens: 0, requests: 0 };

function settingError(variable: string): DiptychError {
  return new DiptychError('missing-setting', { engine: 'openai', variable });
}

/** Whether a server is on this machine: only such a one may be spoken to without a key or encryption. */
function isLoopback(url: URL): boolean {
  return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(url.hostname);
}

/**
 * Any server that speaks OpenAI's chat completions: OpenAI, vLLM, llama.cpp, Ollama. From the environment:
 * `OPENAI_BASE_URL`, `OPENAI_API_KEY`, `OPENAI_MODEL`; the pipeline file's settings come first.
 */
export function createOpenAiEngine(settings: EngineSettings, env: Environment): Engine {
  const parsed = settingsSchema.safeParse(settings);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new DiptychError('invalid-pipeline', {
      path: `engines.openai.${issue?.path.join('.') ?? ''}`,
      reason: issue?.message ?? '',
    });
  }
  const options = parsed.data;
  const address = options.baseUrl ?? (env['OPENAI_BASE_URL'] || defaultUrl);
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw settingError('OPENAI_BASE_URL');
  const local = isLoopback(url);
  // A key over plain http would be readable on the way.
  if (url.protocol === 'http:' && !local) throw settingError('OPENAI_BASE_URL');
  const key = env[options.keyVariable];
  if (!key && !local) throw settingError(options.keyVariable);
  const model = options.model ?? env['OPENAI_MODEL'];
  if (!model) throw settingError('OPENAI_MODEL');

  async function ask(request: EngineRequest): Promise<EngineAnswer> {
    const [{ generateText, Output }, { createOpenAICompatible }] = await Promise.all([
      import('ai'),
      import('@ai-sdk/openai-compatible'),
    ]);
    const provider = createOpenAICompatible({
      name: 'openai',
      baseURL: address.replace(/\/+$/, ''),
      supportsStructuredOutputs: options.structured,
      ...(key ? { apiKey: key } : {}),
    });
    const deadline = AbortSignal.timeout(options.timeoutSeconds * 1000);
    try {
      const result = await generateText({
        model: provider.chatModel(model!),
        system: systemPrompt(request, options.register),
        prompt: userPrompt(request),
        temperature: options.temperature,
        maxRetries: options.maxRetries,
        abortSignal: request.signal === undefined ? deadline : AbortSignal.any([request.signal, deadline]),
        ...(options.structured ? { output: Output.object({ schema: answerSchema }) } : {}),
      });
      const usage = {
        inputTokens: result.usage.inputTokens ?? 0,
        outputTokens: result.usage.outputTokens ?? 0,
        requests: 1,
      };
      // The text itself is read, not the library's object: one bad unit must not cost the others.
      const answer = { targets: readAnswer(result.text), usage };
      return result.finishReason === 'length' ? halve(request, answer) : answer;
    } catch (error) {
      if (request.signal?.aborted) throw new DiptychError('aborted');
      const text = textOf(error);
      if (text === undefined) throw failure(error, key);
      const answer = { targets: readAnswer(text), usage: { ...noUsage, requests: 1 } };
      return finishOf(error) === 'length' ? halve(request, answer) : answer;
    }
  }

  /** An answer that was cut off: what it holds is used, the rest is asked for in two halves. */
  async function halve(request: EngineRequest, answer: EngineAnswer): Promise<EngineAnswer> {
    const open = request.units.filter(({ id }) => !answer.targets.has(id));
    if (open.length === 0 || request.units.length === 1) return answer;
    const middle = Math.ceil(open.length / 2);
    const halves: (readonly EngineUnit[])[] = [open.slice(0, middle), open.slice(middle)];
    const targets = new Map(answer.targets);
    let usage = answer.usage;
    for (const units of halves) {
      if (units.length === 0) continue;
      const part = await ask({ ...request, units });
      for (const [id, target] of part.targets) targets.set(id, target);
      usage = {
        inputTokens: usage.inputTokens + part.usage.inputTokens,
        outputTokens: usage.outputTokens + part.usage.outputTokens,
        requests: usage.requests + part.usage.requests,
      };
    }
    return { targets, usage };
  }

  return {
    id: 'openai',
    name: `openai:${model}`,
    fingerprint: fingerprintOf(promptTemplate(), model, options.register ?? '', String(options.temperature)),
    keep: true,
    translate: ask,
  };
}

/** The text of an answer that the library could not parse (NoObjectGeneratedError). */
function textOf(error: unknown): string | undefined {
  const text = (error as { text?: unknown } | null)?.text;
  return typeof text === 'string' ? text : undefined;
}

function finishOf(error: unknown): unknown {
  return (error as { finishReason?: unknown } | null)?.finishReason;
}

/** An engine's failure, told without its key. */
function failure(error: unknown, key: string | undefined): DiptychError {
  const { statusCode, name, message } = (error ?? {}) as { statusCode?: number; name?: string; message?: string };
  const text = `${statusCode === undefined ? (name ?? 'Error') : `HTTP ${statusCode}`}: ${message ?? String(error)}`;
  const reason = (key ? text.replaceAll(key, '***') : text).slice(0, 500);
  return new DiptychError('engine-failed', { engine: 'openai', reason });
}
