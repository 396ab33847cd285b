import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { articleHtml } from '../../src/publish/html.js';
import { expectHarmless } from './harmless.js';

/** Markdown and HTML that would run something, or reach outside, in a page that trusted it. */
const payloads: readonly string[] = JSON.parse(readFileSync(new URL('hostile.json', import.meta.url), 'utf8'));

const html = (text: string) =>
  articleHtml(
    { file: 'a.md', text, frontmatter: {} },
    { resolve: (url) => `/media/${encodeURIComponent(url)}`, footnotes: { title: 'Notes', back: 'Back' } },
  );

describe('hostile articles', () => {
  it(`are ${payloads.length}`, () => {
    expect(payloads.length).toBeGreaterThanOrEqual(100);
    expect(new Set(payloads).size).toBe(payloads.length);
  });

  it.each(payloads)('%j leaves nothing that runs', (payload) => {
    for (const text of [payload, `Text before.\n\n${payload}\n\nText after.`, `A ${payload} b`]) {
      expectHarmless(html(text));
    }
  });
});
