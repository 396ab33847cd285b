import { type RequestListener, Server, type ServerOptions } from 'node:http';
import type { Socket } from 'node:net';
import { createKnownHeads } from './known-heads.js';
import { type Line, openLine } from './line.js';
import type { QuickLane } from './quick.js';

/**
 * A server of node:http that is spared requests whose bytes it has read a moment ago. A request goes past it when
 * - its head is byte for byte one that node:http has read as one whole GET without a body, and the quick lane answered;
 * - node:http stands between two requests of the connection: it has read and answered at least one and owes nothing;
 * - the quick lane has its answer, which still holds, and whoever asks may have it now.
 *
 * Anything else goes to node:http as it came. No byte is interpreted here, so nobody can have it understood otherwise
 * than node:http would. Connections stay node:http's: its time limits, errors and shutdown are those of every connection.
 */
export class ShortcutServer extends Server {
  readonly #lines: ReadonlyMap<Socket, Line>;
  readonly #shut: () => void;

  constructor(options: ServerOptions, quick: QuickLane, listener: RequestListener) {
    const lines = new Map<Socket, Line>();
    let open = true;
    super(options, (request, response) => {
      const answered = quick.answer(request, response);
      lines.get(request.socket)?.read(request, response, answered);
      if (answered === true) return;
      if (answered === false) listener(request, response);
      else answered.then((done) => done || listener(request, response)).catch(() => response.destroy());
    });
    this.#lines = lines;
    this.#shut = () => {
      open = false;
    };
    const shortcut = { heads: createKnownHeads(), quick, ending: endings(this), open: () => open };
    // node:http has just taken the connection: what it listens with is given what does not go past it.
    this.on('connection', (socket) => {
      const [feed, ...more] = socket.listeners('data');
      if (feed === undefined || more.length > 0 || (this.maxRequestsPerSocket ?? 0) > 0) return;
      const line = openLine(socket, (chunk) => feed.call(socket, chunk), shortcut);
      lines.set(socket, line);
      socket.on('data', line.receive);
      socket.removeListener('data', feed as () => void);
      socket.on('close', () => lines.delete(socket));
    });
  }

  override close(done?: (error?: Error) => void): this {
    this.#shut();
    return super.close(done);
  }

  /** As node:http does, once answers have gone out that went past it or that it has ended and thinks no more of. */
  override closeIdleConnections(): void {
    const under = [...this.#lines.values()].flatMap((line) => line.underWay() ?? []);
    if (under.length === 0) super.closeIdleConnections();
    else Promise.all(under).then(() => super.closeIdleConnections());
  }
}

/** Writes the end of a head as the server does, with the time; formatting that costs more than all the rest of an answer. */
function endings({ keepAliveTimeout }: Server): () => string {
  let second = 0;
  let text = '';
  return () => {
    const now = Math.floor(Date.now() / 1000);
    if (now !== second) {
      second = now;
      const seconds = Math.floor(keepAliveTimeout / 1000);
      text = `Date: ${new Date(1000 * now).toUTCString()}\r\nConnection: keep-alive\r\n`;
      text += `${keepAliveTimeout > 0 ? `Keep-Alive: timeout=${seconds}\r\n` : ''}\r\n`;
    }
    return text;
  };
}
