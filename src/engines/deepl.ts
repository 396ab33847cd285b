import { z } from 'zod';
import { DiptychError } from '../model/errors.js';
import { escapeTagged, unescapeTagged } from '../model/inline.js';
import type { Locale } from '../model/locale.js';
import type { Engine, EngineRequest, EngineUnit } from './engine.js';
import { EngineFailure, httpFailure, networkFailure } from './failure.js';
import { probeAddress } from './model.js';
import { fingerprintOf } from './prompt.js';
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
  baseUrl: z.url().optional(),
  keyVariable: variableName.default('DEEPL_API_KEY'),
  /** `prefer_*` falls back where a language has no such forms; Korean has none at DeepL. */
  formality: z.enum(['default', 'prefer_more', 'prefer_less']).default('default'),
  /** A glossary kept at DeepL, for words that the termbase does not hold. */
  glossaryId: z.string().min(1).optional(),
  /** Told to other engines; DeepL knows formality only. */
  register: z.string().optional(),
});

/** Keys of the free plan end so, and have an address of their own (DeepL API reference, "Base URL"). */
const freeSuffix = ':fx';
/** The most texts of one request (DeepL API reference, "Translate text"). */
const mostTexts = 50;
/** Targets that DeepL wants with a region or script. */
const targets: Readonly<Record<Locale, string>> = { en: 'EN-US', pt: 'PT-PT', zh: 'ZH-HANS' };

const answerSchema = z.object({ translations: z.array(z.object({ text: z.string() })) });

/** DeepL, over its HTTP interface: its own client can neither be stopped nor says how long to wait. `DEEPL_API_KEY`. */
export function createDeepLEngine(settings: EngineSettings, env: Environment): Engine {
  const options = readSettings('deepl', settingsSchema, settings);
  const key = env[options.keyVariable] || undefined;
  const defaultUrl = key?.endsWith(freeSuffix) ? 'https://api-free.deepl.com/v2' : 'https://api.deepl.com/v2';
  const address = trimAddress(options.baseUrl ?? (env['DEEPL_BASE_URL'] || defaultUrl));
  requireVariables('deepl', [
    isSafeAddress(address) ? undefined : 'DEEPL_BASE_URL',
    key === undefined ? options.keyVariable : undefined,
  ]);
  const headers = { authorization: `DeepL-Auth-Key ${key}` };

  async function post(body: object, signal: AbortSignal | undefined): Promise<string[]> {
    let response: Response;
    try {
      response = await fetch(`${address}/translate`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        // A redirect would carry the key to another address.
        redirect: 'error',
        ...(signal === undefined ? {} : { signal }),
      });
      const text = await response.text();
      if (!response.ok) {
        // 456: the plan's characters are used up.
        const message = response.status === 456 ? 'the quota of characters is used up' : text.slice(0, 300);
        const header = (name: string) => response.headers.get(name);
        throw httpFailure('deepl', { status: response.status, message, header }, [key!]);
      }
      const answer = answerSchema.safeParse(parse(text));
      if (!answer.success) throw new EngineFailure('deepl', 'the answer is not what DeepL sends', { all: false });
      return answer.data.translations.map((translation) => translation.text);
    } catch (error) {
      if (signal?.aborted) throw new DiptychError('aborted');
      throw error instanceof DiptychError ? error : networkFailure('deepl', error, [key!]);
    }
  }

  async function ask(units: readonly EngineUnit[], request: EngineRequest): Promise<Map<string, string>> {
    const bodies = units.map(prepare);
    const ignored = new Set(bodies.flatMap(({ ignore }) => ignore));
    const texts = await post(
      {
        text: bodies.map(({ text }) => text),
        source_lang: request.from.split('-')[0]?.toUpperCase(),
        target_lang: targets[request.to] ?? request.to.toUpperCase(),
        context: [request.title, request.summary].filter((part) => part !== undefined && part !== '').join('\n'),
        tag_handling: 'xml',
        outline_detection: false,
        split_sentences: 'nonewlines',
        ignore_tags: [...ignored],
        ...(options.formality === 'default' ? {} : { formality: options.formality }),
        ...(options.glossaryId === undefined ? {} : { glossary_id: options.glossaryId }),
      },
      request.signal,
    );
    // Translations come back in order and without names: with another count nobody knows which is which.
    if (texts.length !== units.length) return new Map();
    return new Map(units.map(({ id }, index) => [id, texts[index]!.replace(/<\/?t\d+>/g, '')]));
  }

  return {
    id: 'deepl',
    name: 'deepl',
    fingerprint: fingerprintOf('deepl-1', options.formality, options.glossaryId ?? ''),
    keep: true,
    deaf: true,
    account: accountOf(address, key),
    probe: (signal) => probeAddress('deepl', `${address}/usage`, headers, signal, [key!]),
    async translate(request) {
      // Asked again it would answer the same: it does not read why it was refused.
      const units = request.units.filter(({ feedback }) => feedback === undefined);
      const answers = new Map<string, string>();
      let requests = 0;
      let characters = 0;
      for (let at = 0; at < units.length; at += mostTexts) {
        const part = units.slice(at, at + mostTexts);
        for (const [id, text] of await ask(part, request)) answers.set(id, text);
        requests++;
        characters += part.reduce((sum, { source }) => sum + billed(source), 0);
      }
      return { targets: answers, usage: { inputTokens: 0, outputTokens: 0, requests, characters } };
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A unit for DeepL: figures and terms already in their required form, in tags that it leaves alone. So they come back as
 * they must be, at the places where they belong.
 */
function prepare({ source, quantities, terms }: EngineUnit): { readonly text: string; readonly ignore: string[] } {
  const figures = source.replace(/<q(\d+)>.*?<\/q\1>/gs, (whole, n: string) => {
    const required = quantities[Number(n) - 1]?.required;
    return required === undefined ? whole : `<q${n}>${escapeTagged(required)}</q${n}>`;
  });
  const ignore = quantities.map((_, index) => `q${index + 1}`);
  if (terms.length === 0) return { text: figures, ignore };
  const byLength = [...terms].sort((a, b) => b.source.length - a.source.length);
  const names = new Map(byLength.map((term, index) => [escapeTagged(term.source), { term, tag: `t${index + 1}` }]));
  const pattern = [...names.keys()].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const parts = figures.split(/(<q\d+>.*?<\/q\d+>|<[^<>]*>)/s);
  const text = parts.map((part, index) =>
    index % 2 === 1
      ? part
      : part.replace(new RegExp(pattern, 'g'), (name) => {
          const { term, tag } = names.get(name)!;
          return `<${tag}>${escapeTagged(term.required)}</${tag}>`;
        }),
  );
  return { text: text.join(''), ignore: [...ignore, ...byLength.map((_, index) => `t${index + 1}`)] };
}

/** What DeepL counts: code points of the text, without tags (support article "Usage count and billing"). */
function billed(source: string): number {
  return [...unescapeTagged(source.replace(/<[^<>]*>/g, ''))].length;
}
