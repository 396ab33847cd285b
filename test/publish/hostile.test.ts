import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { articleHtml } from '../../src/publish/html.js';

/** Markdown and HTML that would run something, or reach outside, in a page that trusted it. */
const payloads: readonly string[] = JSON.parse(readFileSync(new URL('hostile.json', import.meta.url), 'utf8'));

const allowed = new Set(
  'a abbr b blockquote br caption code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q rp rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var picture'.split(
    ' ',
  ),
);

/** Every tag of a serialised tree with its attributes; values are always in double quotes or bare. */
function tags(html: string): { name: string; attributes: Map<string, string> }[] {
  return [...html.matchAll(/<([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi)].map(([, name = '', rest = '']) => ({
    name: name.toLowerCase(),
    attributes: new Map(
      [...rest.matchAll(/([^\s=/"']+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)].map((match) => [
        match[1]!.toLowerCase(),
        match[2] ?? match[3] ?? match[4] ?? '',
      ]),
    ),
  }));
}

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
      for (const { name, attributes } of tags(html(text))) {
        expect(allowed).toContain(name);
        for (const [attribute, value] of attributes) {
          expect(attribute).not.toMatch(/^(?:on|style$|srcdoc|formaction|action|xlink|background|srcset$|target$)/);
          if (attribute === 'href') expect(value).toMatch(/^(?:https?:|mailto:|#|[^:]*$|[^:]*[/?#])/i);
          if (attribute === 'src') expect(value).toMatch(/^\/media\/[^:]*$/);
          if (attribute === 'id' || attribute === 'name') expect(value).toMatch(/^user-content-/);
        }
        if (name === 'input') expect(attributes.get('type')).toBe('checkbox');
      }
    }
  });
});
