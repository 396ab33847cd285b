import type { AskedUnit } from '../cli/server.js';

/** What an answer took, as providers count it. */
export interface Usage {
  readonly input: number;
  readonly cached: number;
  readonly output: number;
}

/** One protocol, in the shapes that the provider sends: what it asks, and how it says an answer, whole or in pieces. */
export interface Protocol {
  readonly path: RegExp;
  readonly streams: (path: string, body: never) => boolean;
  readonly units: (body: never) => AskedUnit[];
  readonly whole: (text: string, cut: boolean, usage: Usage, body: never) => unknown;
  /** Server-sent events, each with its blank line. */
  readonly events?: (pieces: readonly string[], cut: boolean, usage: Usage, body: never) => string[];
}

type Message = { readonly content: string | readonly { readonly text: string }[] };
type Chat = { readonly messages: Message[]; readonly stream?: boolean };

const textOf = ({ content }: Message) =>
  typeof content === 'string' ? content : content.map(({ text }) => text).join('');
const lastUnits = ({ messages }: Chat): AskedUnit[] => JSON.parse(textOf(messages.at(-1)!)).units;
const data = (value: unknown, event?: string) =>
  `${event === undefined ? '' : `event: ${event}\n`}data: ${typeof value === 'string' ? value : JSON.stringify(value)}\n\n`;

export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** OpenAI's chat completions (API reference, "Chat" and "Chat streaming"). */
export const openai: Protocol = {
  path: /\/chat\/completions$/,
  streams: (_, { stream }: Chat) => stream === true,
  units: lastUnits,
  whole: (content, cut, usage) => ({
    id: 'x',
    object: 'chat.completion',
    created: 0,
    model: 'test',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: cut ? 'length' : 'stop' }],
    usage: openaiUsage(usage),
  }),
  events: (pieces, cut, usage) => {
    const chunk = (choices: unknown[], more: object = {}) =>
      data({ id: 'x', object: 'chat.completion.chunk', created: 0, model: 'test', choices, ...more });
    const delta = (said: object, finish: string | null = null) =>
      chunk([{ index: 0, delta: said, finish_reason: finish }]);
    return [
      delta({ role: 'assistant', content: '' }),
      ...pieces.map((content) => delta({ content })),
      delta({}, cut ? 'length' : 'stop'),
      chunk([], { usage: openaiUsage(usage) }),
      data('[DONE]'),
    ];
  },
};

function openaiUsage({ input, cached, output }: Usage) {
  return {
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: input + output,
    prompt_tokens_details: { cached_tokens: cached },
  };
}

type Tools = { readonly tools?: readonly { readonly name: string }[] };

/** Anthropic's Messages (API reference, "Messages" and "Streaming messages"). */
const anthropic: Protocol = {
  path: /\/v1\/messages$/,
  streams: (_, { stream }: Chat) => stream === true,
  units: lastUnits,
  whole: (text, cut, usage, { tools }: Tools) => {
    const tool = tools?.[0]?.name;
    const input = tool === undefined ? undefined : parse(text);
    const used = tool !== undefined && input !== undefined;
    return {
      id: 'x',
      type: 'message',
      role: 'assistant',
      model: 'test',
      content: used ? [{ type: 'tool_use', id: 'y', name: tool, input }] : [{ type: 'text', text }],
      stop_reason: cut ? 'max_tokens' : used ? 'tool_use' : 'end_turn',
      stop_sequence: null,
      usage: { ...anthropicInput(usage), output_tokens: usage.output },
    };
  },
  events: (pieces, cut, usage, { tools }: Tools) => {
    const name = tools?.[0]?.name;
    const block = name === undefined ? { type: 'text', text: '' } : { type: 'tool_use', id: 'y', name, input: {} };
    const delta = (piece: string) =>
      name === undefined ? { type: 'text_delta', text: piece } : { type: 'input_json_delta', partial_json: piece };
    const said = (type: string, more: object = {}) => data({ type, ...more }, type);
    const stop = cut ? 'max_tokens' : name === undefined ? 'end_turn' : 'tool_use';
    return [
      said('message_start', {
        message: {
          id: 'x',
          type: 'message',
          role: 'assistant',
          model: 'test',
          content: [],
          stop_reason: null,
          stop_sequence: null,
          usage: { ...anthropicInput(usage), output_tokens: 1 },
        },
      }),
      said('content_block_start', { index: 0, content_block: block }),
      said('ping'),
      ...pieces.map((piece) => said('content_block_delta', { index: 0, delta: delta(piece) })),
      said('content_block_stop', { index: 0 }),
      said('message_delta', {
        delta: { stop_reason: stop, stop_sequence: null },
        usage: { output_tokens: usage.output },
      }),
      said('message_stop'),
    ];
  },
};

function anthropicInput({ input, cached }: Usage) {
  return { input_tokens: input - cached, cache_read_input_tokens: cached, cache_creation_input_tokens: 0 };
}

/** Gemini's generateContent and streamGenerateContent (API reference, "Generating content"). */
const google: Protocol = {
  path: /:(?:streamG|g)enerateContent(?:\?|$)/,
  streams: (path) => path.includes(':stream'),
  units: ({ contents }: { contents: { parts: { text: string }[] }[] }) => {
    const parts = contents.at(-1)!.parts.map(({ text }) => text);
    return JSON.parse(parts.join('')).units;
  },
  whole: (text, cut, usage) => geminiAnswer(text, cut ? 'MAX_TOKENS' : 'STOP', usage),
  events: (pieces, cut, usage) => [
    ...pieces.map((piece) => data(geminiAnswer(piece, undefined, { ...usage, output: 1 }))),
    data(geminiAnswer('', cut ? 'MAX_TOKENS' : 'STOP', usage)),
  ],
};

function geminiAnswer(text: string, finishReason: string | undefined, { input, cached, output }: Usage) {
  return {
    candidates: [
      {
        content: { role: 'model', parts: [{ text }] },
        index: 0,
        ...(finishReason === undefined ? {} : { finishReason }),
      },
    ],
    usageMetadata: {
      promptTokenCount: input,
      candidatesTokenCount: output,
      totalTokenCount: input + output,
      cachedContentTokenCount: cached,
    },
  };
}

/** DeepL's translate (API reference, "Translate text"). It does not stream. */
const deepl: Protocol = {
  path: /\/v2\/translate$/,
  streams: () => false,
  units: ({ text }: { text: string[] }) =>
    text.map((source, index) => ({ id: String(index), kind: '', source, ...given(source) })),
  whole: (text) => {
    const units: { target: string }[] | undefined = (parse(text) as { units?: { target: string }[] })?.units;
    return units === undefined
      ? { wrong: text }
      : { translations: units.map(({ target }) => ({ detected_source_language: 'EN', text: target })) };
  },
};

/** DeepL is sent the required forms inside the tags. */
function given(source: string): { figures: Record<string, string> } {
  return { figures: Object.fromEntries([...source.matchAll(/<([qt]\d+)>(.*?)<\/\1>/g)].map((m) => [m[1]!, m[2]!])) };
}

export const protocols: readonly Protocol[] = [openai, anthropic, google, deepl];
