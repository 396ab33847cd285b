import { connect } from 'node:net';

/** What is sent, again and again. */
export interface Load {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly connections: number;
  /** Requests that are under way on each connection at once, as wrk and autocannon have it; 1: none waits for another. */
  readonly pipelining: number;
  readonly seconds: number;
}

/** What came of it. */
export interface Loaded {
  readonly perSecond: number;
  /** How many answers had which status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Bytes of the last answer's body. */
  readonly bytes: number;
}

/**
 * Sends one request as fast as it is answered, on raw sockets: Node's own client would take more time than the server.
 * Every answer must say its length, or have none.
 */
export async function load({ url, headers = {}, connections, pipelining, seconds }: Load): Promise<Loaded> {
  const { hostname, port, host, pathname, search } = new URL(url);
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\n${lines.join('')}\r\n`);
  const statuses: Record<string, number> = {};
  let bytes = 0;
  const started = performance.now();
  const until = started + 1000 * seconds;
  await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise<void>((resolve, reject) => {
          const socket = connect(Number(port), hostname);
          let rest: Buffer = Buffer.alloc(0);
          socket.setNoDelay(true);
          socket.on('error', reject);
          socket.on('close', () => resolve());
          socket.on('connect', () => socket.write(Buffer.concat(Array(pipelining).fill(request))));
          socket.on('data', (chunk) => {
            rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
            let answered = 0;
            for (let at = 0; ; ) {
              const end = rest.indexOf('\r\n\r\n', at);
              const head = end < 0 ? '' : rest.toString('latin1', at, end);
              const status = head.slice(9, 12);
              const length = status === '304' ? 0 : Number(/\ncontent-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
              if (end < 0 || rest.length < end + 4 + length) {
                rest = rest.subarray(at);
                break;
              }
              if (Number.isNaN(length)) return void socket.destroy(new Error(`No length: ${head}`));
              at = end + 4 + length;
              bytes = length;
              statuses[status] = (statuses[status] ?? 0) + 1;
              answered++;
            }
            if (performance.now() > until) socket.destroy();
            else if (answered > 0) socket.write(Buffer.concat(Array(answered).fill(request)));
          });
        }),
    ),
  );
  const answers = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  return { perSecond: Math.round(answers / ((performance.now() - started) / 1000)), statuses, bytes };
}
