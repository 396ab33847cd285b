import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, type AskedUnit, faithful } from '../cli/server.js';
import { protocols } from './protocols.js';

/** What goes wrong with one request. */
export interface Fault {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** What an error's body says. */
  readonly message?: string;
  /** Milliseconds before the answer; `Infinity`: none ever comes. */
  readonly delay?: number;
  /** Milliseconds before each piece of a streamed answer. */
  readonly drip?: number;
  /** The connection breaks instead of an answer, or in the midst of the answer for the unit of this id. */
  readonly hangUp?: true | string;
  /** Turns the text of the answer into another; `length` is said to have cut it. */
  readonly text?: (text: string) => string;
  readonly finish?: 'length';
  /** How units are answered. */
  readonly answer?: Answer;
  /** Turns the answers of the units into others: one twice, one that nobody asked for, another order. */
  readonly units?: (units: readonly Said[]) => readonly Said[];
}

/** The answer for one unit. */
export interface Said {
  readonly id: string;
  readonly target: string;
}

/** A request as the server saw it. */
export interface Seen {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly units: readonly AskedUnit[];
  readonly fault: Fault;
  /** Milliseconds since the server started. */
  readonly at: number;
}

/** A server on this machine that speaks the protocols of OpenAI, Anthropic, Google and DeepL. */
export interface Provider {
  readonly port: number;
  readonly seen: Seen[];
  /** Faults of the next requests, in order. */
  faults: Fault[];
  /** What goes wrong with a request when no fault is next. */
  fault: (n: number, units: readonly AskedUnit[]) => Fault;
  /** Whether an answer is on its way in pieces. */
  sending: boolean;
  close(): Promise<void>;
}

/** Terms in `<tN>` stay as they are too. */
export const faithfulWithTerms: Answer = (unit) => {
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

const usage = { input: 100, cached: 60, output: 40 };
/** Characters in a piece of a streamed answer: so few that units, escapes and tags are torn apart. */
const piece = 7;

export async function startProvider(): Promise<Provider> {
  const state: Omit<Provider, 'port' | 'close'> = { seen: [], faults: [], fault: () => ({}), sending: false };
  const began = performance.now();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => answer(request, response, Buffer.concat(chunks).toString('utf8')));
  });

  function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const path = request.url ?? '';
    const json = (value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(value));
    };
    if (request.method === 'GET') {
      json(models);
      return;
    }
    const protocol = protocols.find((one) => one.path.test(path));
    if (protocol === undefined) {
      json({ error: { message: `no ${path}` } }, 404);
      return;
    }
    const parsed = JSON.parse(body) as never;
    const units = protocol.units(parsed);
    const fault = state.faults.shift() ?? state.fault(state.seen.length, units);
    state.seen.push({ path, headers: request.headers, body, units, fault, at: performance.now() - began });
    if (fault.hangUp === true) {
      request.socket.destroy();
      return;
    }
    const respond = () => {
      if (fault.status !== undefined) {
        json({ error: { message: fault.message ?? 'trouble', type: 'error' } }, fault.status, fault.headers);
        return;
      }
      const say = fault.answer ?? faithfulWithTerms;
      const said = units.flatMap((unit): Said[] => {
        const target = say(unit);
        return target === undefined ? [] : [{ id: unit.id, target }];
      });
      const whole = JSON.stringify({ units: fault.units?.(said) ?? said });
      const text = fault.text?.(whole) ?? whole;
      const cut = fault.finish === 'length';
      if (protocol.events === undefined || !protocol.streams(path, parsed)) {
        if (fault.hangUp === undefined) json(protocol.whole(text, cut, usage, parsed));
        else request.socket.destroy();
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const pieces = text.match(new RegExp(`.{1,${piece}}`, 'gsu')) ?? [];
      const events = protocol.events(pieces, cut, usage, parsed);
      const until = fault.hangUp === undefined ? text.length : text.indexOf(`"id":"${fault.hangUp}"`) + 4 * piece;
      const last = fault.hangUp === undefined ? events.length : Math.ceil(until / piece);
      state.sending = true;
      void send(response, events.slice(0, last), fault.drip).then(() => {
        state.sending = false;
        if (fault.hangUp === undefined) response.end();
        else request.socket.destroy();
      });
    };
    if (fault.delay === Number.POSITIVE_INFINITY) return;
    if (fault.delay === undefined) respond();
    else setTimeout(respond, fault.delay);
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

/** Sends events, resolving once the last is on its way: a connection that breaks must not swallow what came before. */
async function send(response: ServerResponse, events: readonly string[], drip: number | undefined): Promise<void> {
  if (drip === undefined) {
    await new Promise<void>((resolve) => response.write(events.join(''), () => resolve()));
    // The socket is written; give the other side a chance to read before it is torn down.
    await new Promise((resolve) => setTimeout(resolve, 5));
    return;
  }
  for (const event of events) {
    if (response.destroyed) return;
    response.write(event);
    await new Promise((resolve) => setTimeout(resolve, drip));
  }
}
