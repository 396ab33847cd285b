import type { IncomingMessage } from 'node:http';
import { type Asked, askedOf } from './quick.js';

/**
 * What node:http has made of heads of requests, by their very bytes (as Latin-1 text, in which each byte is a character).
 * Nothing here reads a head: what has not been read by node:http is not known.
 */
export interface KnownHeads {
  find(head: string): Asked | undefined;
  /** Remembers what node:http has read from a head, unless a later request could have more to it than these bytes. */
  learn(head: string, request: IncomingMessage): void;
}

/** How many heads are remembered at most in one go, how many characters of them, and how long, in milliseconds. */
const most = 2000;
const mostCharacters = 4 * 1024 * 1024;
const lasts = 60_000;

/** The longest head that is remembered, in characters: that of a browser with all its cookies. */
const longest = 4000;

/** The end of a head. */
export const end = '\r\n\r\n';

/** A GET of visible ASCII, in lines that end as they should and hold no continued one. */
const plain = /^GET \/[!-~]* HTTP\/1\.1\r\n(?:[!-~][ -~]*\r\n)+\r\n$/;

/** Headers of which a request is more than its head, is its connection's last, or is like no other. */
const single = ['content-length', 'transfer-encoding', 'expect', 'upgrade', 'x-request-id'];

/**
 * The heads that a text consists of, one after the other; none where anything else is in it. Between two requests,
 * whatever reads HTTP/1.1 sees in each of them one whole request, or refuses it: the empty line at its end is its first.
 */
export function plainHeads(text: string): readonly string[] {
  if (!text.startsWith('GET /') || !text.endsWith(end)) return [];
  const heads = text.split(end).slice(0, -1);
  const whole = heads.map((head) => head + end);
  return whole.every((head) => head.length <= longest && plain.test(head)) ? whole : [];
}

/** Remembers heads for a minute or two, by `now`'s clock, in milliseconds: after that node:http reads them again. */
export function createKnownHeads(now: () => number = Date.now): KnownHeads {
  let young = new Map<string, Asked>();
  let old = young;
  let characters = 0;
  let since = now();
  const turn = () => {
    // Nobody has asked for long: the older are too old as well.
    old = now() - since > 2 * lasts ? new Map() : young;
    young = new Map();
    characters = 0;
    since = now();
  };
  return {
    find: (head) => young.get(head) ?? old.get(head),
    learn(head, request) {
      const { httpVersion, headers } = request;
      if (httpVersion !== '1.1' || single.some((name) => headers[name] !== undefined)) return;
      if (headers.connection !== undefined && headers.connection.toLowerCase() !== 'keep-alive') return;
      if (young.size >= most || characters >= mostCharacters || now() - since > lasts) turn();
      // A copy: a part of a text would keep all of it.
      young.set(Buffer.from(head, 'latin1').toString('latin1'), askedOf(request));
      characters += head.length;
    },
  };
}
