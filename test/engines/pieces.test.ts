import { describe, expect, it } from 'vitest';
import { createJoiner, textPaths } from '../../src/engines/pieces.js';
import { protocols } from './protocols.js';

const usage = { input: 100, cached: 60, output: 40 };
const answer = JSON.stringify({
  units: [
    { id: 'a', target: '비용은 <q1>250억 달러</q1>였다. "따옴표"와 { 괄호 }' },
    { id: 'b', target: '둘째' },
  ],
});
const cut = (text: string, length: number) => text.match(new RegExp(`.{1,${length}}`, 'gsu')) ?? [];

/** What a client makes of a stream, event by event: the text, and how many events it was told in. */
function read(stream: string, paths: readonly (readonly (string | number)[])[]) {
  const events = stream.split('\n\n').flatMap((frame) => /^data: (\{.*)$/m.exec(frame)?.[1] ?? []);
  const texts = events.flatMap((event) =>
    paths.flatMap(
      (path) =>
        path.reduce<unknown>(
          (value, key) => (value as Record<string, unknown> | undefined)?.[key],
          JSON.parse(event),
        ) ?? [],
    ),
  );
  return { text: texts.join(''), events: events.length };
}

describe('pieces of a streamed answer', () => {
  const streaming = protocols.flatMap((protocol) => {
    const name = (['openai', 'anthropic', 'google'] as const)[protocols.indexOf(protocol)];
    return protocol.events === undefined || name === undefined ? [] : [{ name, events: protocol.events }];
  });

  it.each(streaming)('of $name are told in fewer events, and say the same, however they come', ({ name, events }) => {
    for (const tools of [undefined, [{ name: 'json' }]]) {
      const stream = events(cut(answer, 2), false, usage, { tools } as never).join('');
      const before = read(stream, textPaths[name]);
      expect(before.text).toBe(answer);
      for (const size of [1, 7, 1000, 1_000_000]) {
        const joiner = createJoiner(textPaths[name]);
        const out =
          cut(stream, size)
            .map((part) => joiner.push(part))
            .join('') + joiner.end();
        const after = read(out, textPaths[name]);
        expect(after.text).toBe(answer);
        expect(after.events).toBeLessThan(before.events / 4);
      }
    }
  });

  const chunk = (delta: object, more: object = {}) =>
    `data: ${JSON.stringify({ choices: [{ index: 0, delta }], ...more })}\n\n`;

  it('are told with the end of a unit, and not before', () => {
    const { push } = createJoiner(textPaths.openai);
    expect(push(chunk({ content: '{"id":"a","tar' }) + chunk({ content: 'get":"가"' }))).toBe('');
    expect(push(chunk({ content: '},' }))).toBe(chunk({ content: '{"id":"a","target":"가"},' }));
  });

  it('of thoughts and of the answer stay apart, and so do those of two answers', () => {
    const two = (...texts: string[]) =>
      `data: ${JSON.stringify({ choices: texts.map((content, index) => ({ index, delta: { content } })) })}\n\n`;
    const stream = [
      chunk({ content: 'a', reasoning_content: '1' }),
      chunk({ content: 'b' }),
      two('c', 'd'),
      two('e', 'f'),
    ].join('');
    const joiner = createJoiner(textPaths.openai);
    expect(joiner.push(stream) + joiner.end()).toBe(stream);
  });

  it('leave all else as it came', () => {
    const stream =
      ': a comment\n\nevent: ping\ndata: {}\n\ndata: [DONE]\n\ndata: {"torn\n\ndata: {"a":1}\ndata: {"b":2}\n\nrest';
    const joiner = createJoiner(textPaths.anthropic);
    expect(joiner.push(stream) + joiner.end()).toBe(stream);
  });
});
