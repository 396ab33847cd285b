import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, type AskedUnit, faithful } from '../cli/server.js';

/** What goes wrong with one request. */
export interface Fault {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** What an error's body says. */
  readonly message?: string;
  /** Milliseconds before the answer; `Infinity`: none ever comes. */
  readonly delay?: number;
  /** The connection breaks instead of an answer. */
  readonly hangUp?: true;
  /** Turns the text of the answer into another; `length` is said to have cut it. */
  readonly text?: (text: string) => string;
  readonly finish?: 'length';
  /** How units are answered. */
  readonly answer?: Answer;
}

/** A request as the server saw it. */
export interface Seen {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly units: readonly AskedUnit[];
}

/** A server on this machine that speaks the protocols of OpenAI, Anthropic, Google and DeepL. */
export interface Provider {
  readonly port: number;
  readonly seen: Seen[];
  /** Faults of the next requests, in order. */
  faults: Fault[];
  close(): Promise<void>;
}

/** One protocol: what it asks, and how it says an answer. */
interface Protocol {
  readonly path: RegExp;
  units(body: never): AskedUnit[];
  say(text: string, cut: boolean, body: never): unknown;
}

type Message = { readonly content: string | readonly { readonly text: string }[] };
const textOf = ({ content }: Message) =>
  typeof content === 'string' ? content : content.map(({ text }) => text).join('');
const unitsOf = (text: string): AskedUnit[] => JSON.parse(text).units;

const protocols: readonly Protocol[] = [
  {
    path: /\/v1\/chat\/completions$/,
    units: ({ messages }: { messages: Message[] }) => unitsOf(textOf(messages.at(-1)!)),
    say: (content, cut) => ({
      id: 'x',
      object: 'chat.completion',
      created: 0,
      model: 'test',
      choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: cut ? 'length' : 'stop' }],
      usage: {
        prompt_tokens: 100,
        completion_tokens: 40,
        total_tokens: 140,
        prompt_tokens_details: { cached_tokens: 60 },
      },
    }),
  },
  {
    path: /\/v1\/messages$/,
    units: ({ messages }: { messages: Message[] }) => unitsOf(textOf(messages.at(-1)!)),
    say: (text, cut, { tools }: { tools?: readonly { readonly name: string }[] }) => {
      const tool = tools?.[0]?.name;
      const input = tool === undefined ? undefined : parse(text);
      return {
        id: 'x',
        type: 'message',
        role: 'assistant',
        model: 'test',
        content:
          tool === undefined || input === undefined
            ? [{ type: 'text', text }]
            : [{ type: 'tool_use', id: 'y', name: tool, input }],
        stop_reason: cut ? 'max_tokens' : tool === undefined ? 'end_turn' : 'tool_use',
        stop_sequence: null,
        usage: { input_tokens: 40, output_tokens: 40, cache_read_input_tokens: 60, cache_creation_input_tokens: 0 },
      };
    },
  },
  {
    path: /:generateContent$/,
    units: ({ contents }: { contents: { parts: { text: string }[] }[] }) =>
      unitsOf(
        contents
          .at(-1)!
          .parts.map(({ text }) => text)
          .join(''),
      ),
    say: (text, cut) => ({
      candidates: [
        { content: { role: 'model', parts: [{ text }] }, finishReason: cut ? 'MAX_TOKENS' : 'STOP', index: 0 },
      ],
      usageMetadata: {
        promptTokenCount: 100,
        candidatesTokenCount: 40,
        totalTokenCount: 140,
        cachedContentTokenCount: 60,
      },
    }),
  },
  {
    path: /\/v2\/translate$/,
    units: ({ text }: { text: string[] }) =>
      text.map((source, index) => ({ id: String(index), kind: '', source, ...given(source) })),
    say: (text) => {
      const units: { target: string }[] | undefined = (parse(text) as { units?: { target: string }[] })?.units;
      return units === undefined
        ? { wrong: text }
        : { translations: units.map(({ target }) => ({ detected_source_language: 'EN', text: target })) };
    },
  },
];

/** DeepL is sent the required forms inside the tags. */
function given(source: string): { figures: Record<string, string> } {
  return { figures: Object.fromEntries([...source.matchAll(/<([qt]\d+)>(.*?)<\/\1>/g)].map((m) => [m[1]!, m[2]!])) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Terms in `<tN>` stay as they are too. */
const faithfulWithTerms: Answer = (unit) => {
  const kept = [...unit.source.matchAll(/<t\d+>.*?<\/t\d+>/g)].map(([whole]) => whole);
  const source = unit.source.replace(/<t\d+>.*?<\/t\d+>/g, '');
  const text = faithful({ ...unit, source });
  return text === undefined ? undefined : [...kept, text].join(' ');
};

const models = {
  data: [{ id: 'nomic-embed-text' }, { id: 'test' }],
  models: [{ name: 'models/test' }],
  character_count: 0,
  character_limit: 500_000,
};

export async function startProvider(): Promise<Provider> {
  const state: { seen: Seen[]; faults: Fault[] } = { seen: [], faults: [] };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => answer(request, response, Buffer.concat(chunks).toString('utf8')));
  });

  function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const path = request.url ?? '';
    const json = (value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(typeof value === 'string' ? value : JSON.stringify(value));
    };
    if (request.method === 'GET') {
      json(models);
      return;
    }
    const fault = state.faults.shift() ?? {};
    const protocol = protocols.find((one) => one.path.test(path));
    if (protocol === undefined) {
      json({ error: { message: `no ${path}` } }, 404);
      return;
    }
    const parsed = JSON.parse(body) as never;
    const units = protocol.units(parsed);
    state.seen.push({ path, headers: request.headers, body, units });
    if (fault.hangUp) {
      request.socket.destroy();
      return;
    }
    const respond = () => {
      if (fault.status !== undefined) {
        json({ error: { message: fault.message ?? 'trouble', type: 'error' } }, fault.status, fault.headers);
        return;
      }
      const say = fault.answer ?? faithfulWithTerms;
      const answers = units.flatMap((unit) => {
        const target = say(unit);
        return target === undefined ? [] : [{ id: unit.id, target }];
      });
      const whole = JSON.stringify({ units: answers });
      json(protocol.say(fault.text?.(whole) ?? whole, fault.finish === 'length', parsed));
    };
    if (fault.delay === Number.POSITIVE_INFINITY) return;
    setTimeout(respond, fault.delay ?? 0);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(state, {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}
