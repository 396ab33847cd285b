/**
 * Providers stream an answer in pieces of a token or two, each in an event of its own, and their clients take some 0.1 ms
 * to parse and check each: more than all else that is done for a unit. Here pieces that follow each other are put
 * together before the client sees them, up to the end of a unit. Whatever is not such a piece passes as it came.
 */

/** Where a protocol's events hold a piece of the answer's text. */
export type TextPath = readonly (string | number)[];

export const textPaths = {
  openai: [['choices', 0, 'delta', 'content']],
  anthropic: [
    ['delta', 'text'],
    ['delta', 'partial_json'],
  ],
  google: [['candidates', 0, 'content', 'parts', 0, 'text']],
} as const satisfies Readonly<Record<string, readonly TextPath[]>>;

/** More than this is no piece of an answer that grows; it passes. */
const longest = 1_000_000;

/** `fetch` whose answers of type `text/event-stream` come in fewer, longer pieces. */
export function fetchInPieces(paths: readonly TextPath[]): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const streams = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
    if (!response.ok || response.body === null || !streams) return response;
    const { status, statusText, headers } = response;
    return new Response(joined(response.body, paths), { status, statusText, headers });
  };
}

/** The stream with its pieces put together. An error of the source comes after what had come before it. */
function joined(source: ReadableStream<Uint8Array>, paths: readonly TextPath[]): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  const joiner = createJoiner(paths);
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (;;) {
        const { done, value } = await reader.read();
        const text = done
          ? joiner.push(decoder.decode()) + joiner.end()
          : joiner.push(decoder.decode(value, { stream: true }));
        if (text !== '') controller.enqueue(encoder.encode(text));
        if (done) controller.close();
        if (done || text !== '') return;
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/** An event whose text is a piece of the answer. */
interface Piece {
  /** All that must be the same for two pieces to be one. */
  readonly like: string;
  readonly name: string;
  readonly event: unknown;
  readonly path: TextPath;
  readonly text: string;
}

/** Puts pieces of one answer together as they come. */
export function createJoiner(paths: readonly TextPath[]): { push(text: string): string; end(): string } {
  let rest = '';
  let waiting: Piece | undefined;
  let form: Form | undefined;
  let braced = false;
  const flush = (): string => {
    const out = waiting === undefined ? '' : written(waiting);
    waiting = undefined;
    braced = false;
    return out;
  };
  const take = (frame: string): string => {
    let piece = form && pieceIn(frame, form);
    if (piece === undefined) {
      piece = pieceOf(frame, paths);
      form = piece && formOf(frame, piece);
    }
    if (piece === undefined) return flush() + frame;
    const before = waiting !== undefined && waiting.like !== piece.like ? flush() : '';
    waiting = { ...piece, text: (waiting?.text ?? '') + piece.text };
    // A brace may end a unit, which is to be kept at once.
    braced ||= piece.text.includes('}');
    return waiting.text.length > longest ? before + flush() : before;
  };
  return {
    push(text) {
      rest += text;
      let out = '';
      let at = 0;
      for (let end = frameEnd(rest, 0); end >= 0; end = frameEnd(rest, at)) {
        out += take(rest.slice(at, end));
        at = end;
      }
      rest = rest.slice(at);
      return braced ? out + flush() : out;
    },
    end: () => flush() + rest,
  };
}

/** Where the event that begins at `at` ends, behind its blank line; −1 while it is not whole. */
function frameEnd(text: string, at: number): number {
  for (let line = text.indexOf('\n', at); line >= 0; line = text.indexOf('\n', line + 1)) {
    if (text[line + 1] === '\n') return line + 2;
    if (text.startsWith('\r\n', line + 1)) return line + 3;
  }
  return -1;
}

/** What stands around the text of a piece. The pieces of an answer differ in nothing else, with most providers. */
interface Form {
  readonly before: string;
  readonly after: string;
  readonly piece: Piece;
}

function formOf(frame: string, piece: Piece): Form | undefined {
  const text = JSON.stringify(piece.text);
  const at = frame.indexOf(text);
  if (at < 0 || frame.includes(text, at + 1)) return undefined;
  return { before: frame.slice(0, at + 1), after: frame.slice(at + text.length - 1), piece };
}

/** The inside of a JSON string. */
const inString = /^(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-f]{4}))*$/i;

/** A piece of the same form, read without parsing all that is the same. */
function pieceIn(frame: string, { before, after, piece }: Form): Piece | undefined {
  if (!frame.startsWith(before) || !frame.endsWith(after) || frame.length < before.length + after.length)
    return undefined;
  const text = frame.slice(before.length, frame.length - after.length);
  if (!inString.test(text)) return undefined;
  return { ...piece, text: text.includes('\\') ? JSON.parse(`"${text}"`) : text };
}

/** One event of one line of data and, at most, its name. */
const frameOf = /^(?:event: ?([^\r\n]*)\r?\n)?data: ?(\{[^\r\n]*)\r?\n\r?\n$/;

function pieceOf(frame: string, paths: readonly TextPath[]): Piece | undefined {
  const [, name = '', data] = frameOf.exec(frame) ?? [];
  if (data === undefined) return undefined;
  let event: unknown;
  try {
    event = JSON.parse(data);
  } catch {
    return undefined;
  }
  for (const path of paths) {
    const holder = at(event, path.slice(0, -1));
    const text = (holder as Readonly<Record<string, unknown>> | undefined)?.[String(path.at(-1))];
    if (typeof text !== 'string' || !isAlone(event, path)) continue;
    // Thoughts and text, two blocks, two choices: their pieces stay apart.
    const { index } = event as { index?: unknown };
    const like = JSON.stringify([name, path, index, { ...(holder as object), [String(path.at(-1))]: '' }]);
    return { like, name, event, path, text };
  }
  return undefined;
}

/** What stands at a path; `undefined` where nothing does. */
function at(value: unknown, path: TextPath): unknown {
  return path.reduce<unknown>((holder, key) => (holder as Readonly<Record<string, unknown>> | null)?.[key], value);
}

/** Whether nothing stands beside the text in the lists on the way to it. */
function isAlone(event: unknown, path: TextPath): boolean {
  return path.every((key, index) => {
    if (typeof key !== 'number') return true;
    const list = at(event, path.slice(0, index));
    return Array.isArray(list) && list.length === 1;
  });
}

/** The last of the events that were put together, with all of their text: counts of tokens grow from one to the next. */
function written({ name, event, path, text }: Piece): string {
  const holder = at(event, path.slice(0, -1)) as Record<string, unknown>;
  holder[String(path.at(-1))] = text;
  return `${name === '' ? '' : `event: ${name}\n`}data: ${JSON.stringify(event)}\n\n`;
}
