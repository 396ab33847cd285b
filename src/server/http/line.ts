import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { requestId } from '../observe.js';
import { end, type KnownHeads, plainHeads } from './known-heads.js';
import type { Given, QuickLane } from './quick.js';

/** A connection of node:http, some of whose requests go past it. */
export interface Line {
  /** Takes what comes in. */
  receive(chunk: Buffer): void;
  /** Is told of each request that node:http has read, and of whether the quick lane has answered it. */
  read(request: IncomingMessage, response: ServerResponse, answered: boolean | Promise<boolean>): void;
  /** When what was answered has gone out; `undefined` where it has. */
  underWay(): Promise<void> | undefined;
}

/** What all lines of a server go by. */
export interface Shortcut {
  readonly heads: KnownHeads;
  readonly quick: QuickLane;
  /** The end of an answer's head, as node:http would write it now. */
  readonly ending: () => string;
  /** Whether anything may still go past node:http. */
  readonly open: () => boolean;
}

/** The most that is looked at in one go, in bytes; what is longer goes to node:http. */
const longestChunk = 16 * 1024;

/** A connection whose bytes `feed` hands to node:http. */
export function openLine(socket: Socket, feed: (chunk: Buffer) => void, shortcut: Shortcut): Line {
  const { heads, quick } = shortcut;
  /** Whether node:http has read whole requests and nothing beyond. */
  let between = true;
  /** Whether it has, moreover, answered them all. */
  let free = false;
  /** Its answer to the last of them: answers go out in order. */
  let last: ServerResponse | undefined;
  let seen: Parameters<Line['read']>[] = [];
  let waits: Promise<void> | undefined;

  const hand = (chunk: Buffer) => {
    const before = between;
    const whole = chunk.length > longestChunk ? [] : plainHeads(chunk.toString('latin1'));
    free = false;
    between = false;
    seen = [];
    feed(chunk);
    const met = seen;
    seen = [];
    // A request with more to come, one that was refused unread, bytes that belong to an earlier one: then nobody knows.
    if (whole.length === 0 || met.length !== whole.length) return;
    if (!met.every(([{ complete, headers }]) => complete && headers.upgrade === undefined)) return;
    between = true;
    last = met.at(-1)![1];
    if (before) for (const [at, [request, , answered]] of met.entries()) learn(whole[at]!, request, answered);
  };

  const learn = (head: string, request: IncomingMessage, answered: boolean | Promise<boolean>) => {
    if (answered === true) heads.learn(head, request);
    else if (answered !== false) answered.then((done) => done && heads.learn(head, request)).catch(() => {});
  };

  /** Whether node:http owes nothing, and whoever asks takes what is written. */
  const isFree = () => {
    if (!socket.writable || socket.writableLength > 0) return false;
    // A response lets go of its socket once it is done; one that waits for an earlier one has none either.
    free ||= between && last?.writableFinished === true && last.socket === null;
    return free;
  };

  const write = (text: string, body?: Buffer) => {
    if (body === undefined) return void (text !== '' && socket.write(text, 'latin1'));
    socket.cork();
    socket.write(text, 'latin1');
    socket.write(body);
    socket.uncork();
  };

  /** Answers the heads of a chunk from a place on; the first that cannot be answered goes to node:http, and all after it. */
  const answer = (chunk: Buffer, text: string, from: number) => {
    let [at, out] = [from, ''];
    const take = (given: Given, started: number): void => {
      const id = requestId(undefined);
      const { body } = given.kept;
      out += `${given.kept[given.status].text}x-request-id: ${id}\r\n${shortcut.ending()}`;
      if (given.status === 200) {
        write(out, body);
        out = '';
      }
      quick.tell(given, id, started);
    };
    while (at < text.length && (out !== '' || isFree())) {
      const next = text.indexOf(end, at) + end.length;
      const asked = next < end.length ? undefined : heads.find(text.slice(at, next));
      if (asked === undefined) break;
      const started = performance.now();
      const found = quick.find(asked);
      if (found === undefined) break;
      if (!(found instanceof Promise)) {
        take(found, started);
        at = next;
        continue;
      }
      write(out);
      socket.pause();
      waits = found
        .catch(() => undefined)
        .then((given) => {
          waits = undefined;
          // Before anything goes to node:http, which may want to pause it itself.
          socket.resume();
          if (!socket.writable) return;
          if (given === undefined) return hand(chunk.subarray(at));
          take(given, started);
          write(out);
          answer(chunk, text, next);
        });
      return;
    }
    write(out);
    if (at < text.length) hand(chunk.subarray(at));
  };

  return {
    receive(chunk) {
      if (chunk.length <= longestChunk && isFree() && shortcut.open()) answer(chunk, chunk.toString('latin1'), 0);
      else hand(chunk);
    },
    read: (...what) => void seen.push(what),
    underWay() {
      if (waits !== undefined) return waits.then(() => this.underWay());
      if (socket.writableLength === 0) return undefined;
      return new Promise((resolve) => socket.write('', () => resolve()));
    },
  };
}
