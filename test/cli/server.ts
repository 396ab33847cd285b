import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openai } from '../engines/protocols.js';

/** A unit as the engine's prompt tells it. */
export interface AskedUnit {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly figures?: Readonly<Record<string, string>>;
  readonly terms?: Readonly<Record<string, string>>;
  readonly feedback?: string;
}

/** What the server answers for a unit; `undefined` leaves it out. */
export type Answer = (unit: AskedUnit) => string | undefined;

/** A server on this machine that speaks OpenAI's chat completions. */
export interface Loopback {
  readonly env: Readonly<Record<string, string>>;
  /** Sources of all units that it was asked for, in order, repeats included. */
  readonly asked: string[];
  /** How many requests it had. */
  requests: number;
  answer: Answer;
  /** Milliseconds before each answer. */
  delay: number;
  /** Characters in a piece of a streamed answer. */
  piece: number;
  /** The most requests at once so far. */
  peak: number;
  /** Replaces whole responses: `{status}` fails, `{cut}` shortens the text and says `length`. */
  fault: { readonly status?: number; readonly cut?: number } | undefined;
  close(): Promise<void>;
}

const words = '글은 본문을 따라 차례로 낱말을 놓고 서로 다르게 이어 쓰며 끝까지 적는다'.split(' ');

/**
 * So many pairs of words: "옮긴 글", twice at most, where a text begins, and others after it. What says a thing three
 * times in a row is no translation.
 */
function filler(pairs: number, index: number): string {
  const first = index === 0 ? Math.min(2, pairs) : 0;
  const more = Array.from(
    { length: 2 * (pairs - first) },
    (_, i) => words[(index + i * (1 + (i >> 4))) % words.length],
  );
  return [...Array.from({ length: first }, () => '옮긴 글'), ...more].join(' ');
}

/**
 * A translation that is right in every respect that can be checked without knowing the words: each stretch of text is
 * filled with Korean, each tag stands once, each figure has its required form, each term its designation.
 */
export const faithful: Answer = ({ source, figures = {}, terms = {} }) => {
  let figure = '';
  const parts = source.split(/(<[^<>]*>)/).map((part, index) => {
    const open = /^<(q\d+)>$/.exec(part);
    if (open) {
      figure = open[1]!;
      return part + (figures[figure] ?? '');
    }
    if (/^<\/q\d+>$/.test(part)) {
      figure = '';
      return part;
    }
    if (index % 2 === 1) return part;
    if (figure !== '' || part.trim() === '') return figure === '' ? part : '';
    return ` ${filler(Math.max(1, Math.ceil(part.trim().length / 12)), index)} `;
  });
  return [...Object.values(terms), parts.join('').trim()].join(', ');
};

/** Starts the server; `env` is what `generate` needs to find it. */
export async function startLoopback(): Promise<Loopback> {
  const state: Omit<Loopback, 'env' | 'close'> = {
    asked: [],
    requests: 0,
    answer: faithful,
    delay: 0,
    piece: 400,
    peak: 0,
    fault: undefined,
  };
  let running = 0;
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      state.peak = Math.max(state.peak, ++running);
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      const units = openai.units(body as never);
      state.requests++;
      state.asked.push(...units.map(({ source }) => source));
      const answers = units.flatMap((unit) => {
        const target = state.answer(unit);
        return target === undefined ? [] : [{ id: unit.id, target }];
      });
      const whole = JSON.stringify({ units: answers });
      const { status = 200, cut } = state.fault ?? {};
      const text = cut === undefined ? whole : whole.slice(0, cut);
      const usage = { input: 1, cached: 0, output: 1 };
      setTimeout(() => {
        running--;
        const streams = status === 200 && openai.streams('', body as never);
        response.writeHead(status, { 'content-type': streams ? 'text/event-stream' : 'application/json' });
        response.end(
          streams
            ? openai.events!(
                text.match(new RegExp(`.{1,${state.piece}}`, 'gsu')) ?? [],
                cut !== undefined,
                usage,
                body as never,
              ).join('')
            : JSON.stringify(openai.whole(text, cut !== undefined, usage, body as never)),
        );
      }, state.delay);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    env: { OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`, OPENAI_MODEL: 'test' },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}
