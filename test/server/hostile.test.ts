import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { expectHarmless, tags } from '../publish/harmless.js';
import { article, type Body, generated, sound, start } from './start.js';

/** What would run something in a page that trusted it, as the body, title, summary and topic of one article each. */
const payloads: readonly string[] = JSON.parse(
  readFileSync(new URL('../publish/hostile.json', import.meta.url), 'utf8'),
);
const files = Object.fromEntries(
  payloads.map((payload, n) => {
    const [text, date] = [JSON.stringify(payload), `2026-01-${String(1 + (n % 28)).padStart(2, '0')}`];
    const head = `title: ${text}\nsummary: ${text}\ndate: ${date}\ntopic:\n  name: ${text}\n`;
    return [`content/en/h${n}.md`, `---\n${head}---\n\n${payload}\n`];
  }),
);

/** Every script is a file of the server's own, nothing has a handler, and data for scripts stays within its attribute. */
function expectOwnScriptsAlone(html: string): void {
  for (const { name, attributes } of tags(html)) {
    if (name === 'script') expect(attributes.get('src')).toMatch(/^\/assets\/page\.js\?/);
    expect(['iframe', 'object', 'embed', 'base', 'applet', 'frameset', 'math']).not.toContain(name);
    for (const [attribute, value] of attributes) {
      expect(attribute).not.toMatch(/^(?:on|style$|srcdoc|formaction)/);
      if (attribute === 'href' || attribute === 'action')
        expect(value).not.toMatch(/^\s*(?:javascript|data|vbscript):/i);
    }
  }
}

describe(`${payloads.length} hostile articles`, () => {
  it('leave nothing that runs in lists, feeds, pages and the data within them', async () => {
    const running = await start({ ...files, 'content/en/plant.md': article });
    const read = async (path: string) => (await running.fetch(path)).text();

    for (let cursor = ''; ; ) {
      const page = await running.get(`/api/v1/articles?limit=30${cursor}`);
      const addresses = page.articles.slice(0, 4).map(({ slug }: Body) => `/en/articles/${slug}`);
      for (const address of addresses) expectOwnScriptsAlone(await read(address));
      if (page.next === undefined) break;
      cursor = `&cursor=${page.next}`;
      expectOwnScriptsAlone(await read(`/articles?q=${encodeURIComponent(payloads[7]!)}${cursor}`));
    }
    for (const payload of payloads) {
      const asked = encodeURIComponent(payload.slice(0, 150));
      const html = await read(`/articles?topic=${asked}&q=${asked}&month=${asked}&state=${asked}`);
      expectOwnScriptsAlone(html);
    }

    const images = /^(?:http:\/\/localhost:\d+\/media\/[^:]*|https:.*|data:image\/svg\+xml;base64,[\w+/=]*)$/;
    const json = JSON.parse(await read('/en/feed.json'));
    expect(json.items).toHaveLength(50);
    for (const { content_html } of json.items) expectHarmless(content_html, images);
    const atom = await read('/en/feed.atom');
    expect(atom).not.toMatch(/<(?:script|img|svg|iframe|math)\b/i);
    const contents: string[] = [];
    let within = '';
    const parser = new SaxesParser();
    parser.on('opentag', ({ name }) => {
      within = name;
    });
    parser.on('text', (text) => within === 'content' && contents.push(text));
    parser.write(atom).close();
    expect(contents.length).toBeGreaterThanOrEqual(50);
    for (const content of contents) expectHarmless(content, images);
  });

  it('and hostile people leave nothing in the desk either', async () => {
    const running = await start();
    running.engine.answer = (asked) =>
      asked.source.startsWith('Who') ? `${payloads[0]}${payloads[4]}누가?` : sound(asked);
    await generated(running);
    const base = '/api/v1/articles/plant/translations/ko';
    const { units } = await running.get(base);
    const unit = units.find(({ source }: Body) => source.text.startsWith('The operator pays'));
    const tagged = `${payloads[4]} 50%`.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const headers = { 'if-match': unit.target.etag };
    const edited = await running.get(`${base}/units/${unit.id}`, { method: 'PATCH', json: { tagged }, headers });
    for (const { id } of edited.issues) {
      await running.fetch(`${base}/waivers/${id}`, { method: 'PUT', json: { reason: `"'${payloads[0]}` } });
    }
    expectOwnScriptsAlone(await (await running.fetch('/ko/articles/plant')).text());
    const { acts } = await running.get('/api/v1/audit');
    expect(acts.some(({ about }: Body) => about?.includes(payloads[0]))).toBe(true);
  });
});
