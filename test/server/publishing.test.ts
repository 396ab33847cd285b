import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { article, type Body, generated, type Running, start } from './start.js';

const base = '/api/v1/articles/plant/translations/ko';
const post = (running: Running, action: string) => running.fetch(`${base}/${action}`, { method: 'POST' });

async function published(): Promise<Running> {
  const running = await start();
  await generated(running);
  expect((await post(running, 'publish')).status).toBe(200);
  return running;
}

describe('feeds', () => {
  it('hold originals, and translations only once they are published', async () => {
    const running = await start();
    await generated(running);
    const titles = async (locale: string) =>
      (await running.get(`/${locale}/feed.json`)).items.map(({ title }: Body) => title);
    expect(await titles('en')).toEqual(['Power for the new plant']);
    expect(await titles('ko')).toEqual([]);
    await post(running, 'publish');
    expect(await titles('ko')).toHaveLength(1);
    await post(running, 'withdraw');
    expect(await titles('ko')).toEqual([]);
  });

  it('are Atom with whole addresses and escaped HTML', async () => {
    const running = await start(
      {
        'content/en/a.md':
          '---\ntitle: "<b>A & B</b>"\ndate: 2026-01-02\n---\n\n![x](../images/a.svg)\n\nA[^1] </content>\n\n[^1]: Note\n',
      },
      { site: 'https://news.example', hosts: ['news.example'] },
    );
    const response = await running.fetch('/en/feed.atom');
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const atom = await response.text();
    expect(atom).toContain('<title>&lt;b&gt;A &amp; B&lt;/b&gt;</title>');
    expect(atom).toContain('<id>https://news.example/en/articles/a</id>');
    expect(atom).toContain('<published>2026-01-02T00:00:00Z</published>');
    expect(atom).toContain('src=&quot;https://news.example/media/images/a.svg&quot;');
    expect(atom).toContain('href=&quot;https://news.example/en/articles/a#user-content-fn-1&quot;');
    expect(atom.match(/<\/content>/g)).toHaveLength(1);
    expect(
      (await running.fetch('/en/feed.atom', { headers: { 'if-none-match': response.headers.get('etag')! } })).status,
    ).toBe(304);
  });
});

describe('the manifest', () => {
  it('names what is out with its hash and where it came from, and what is not', async () => {
    const running = await published();
    const manifest = async () => (await running.get('/api/v1/manifest')).articles[0];
    const file = createHash('sha256').update(running.place.read('content/ko/plant.md')).digest('hex');
    const before = await manifest();
    expect(before).toMatchObject({
      slug: 'plant',
      languages: [
        { locale: 'en', verdict: 'original', state: 'source' },
        { locale: 'ko', verdict: 'passes', state: 'published', sha256: file, sourceRevision: before.sourceRevision },
      ],
      missing: [],
    });
    expect(Object.keys(before.languages[1].provenance).join()).toContain('engine:openai');
    const { headers } = await running.fetch('/api/v1/manifest');
    const again = { headers: { 'if-none-match': headers.get('etag')! } };
    expect((await running.fetch('/api/v1/manifest', again)).status).toBe(304);
    await post(running, 'withdraw');
    expect((await running.fetch('/api/v1/manifest', again)).status).toBe(200);
    expect((await manifest()).missing).toEqual([{ locale: 'ko', state: 'reviewed' }]);
  });
});

describe('the sitemap', () => {
  it('names a language only while its text is current and passing', async () => {
    const running = await published();
    const sitemap = async () => (await running.fetch('/sitemap.xml')).text();
    expect(await sitemap()).toContain(`hreflang="ko" href="${running.server.url}/ko/articles/plant"`);
    expect(await sitemap()).toContain('hreflang="x-default"');
    running.place.put('content/en/plant.md', article.replace('See the', 'Do see the'));
    await running.again();
    expect(await sitemap()).not.toContain('/ko/articles/plant');
    expect(await sitemap()).not.toContain('hreflang');
  });

  it('leaves out what a person broke in the file', async () => {
    const running = await published();
    const file = 'content/ko/plant.md';
    running.place.put(file, running.place.read(file).replaceAll('250억', '260억'));
    await running.again();
    expect(await (await running.fetch('/sitemap.xml')).text()).not.toContain('/ko/articles/plant');
  });
});

describe('a page', () => {
  it('tells search engines its languages, and not to index what is not out', async () => {
    const running = await start();
    await generated(running);
    const head = async (locale: string) =>
      (await (await running.fetch(`/${locale}/articles/plant`)).text()).split('<body>')[0]!;
    expect(await head('ko')).toContain('<meta name="robots" content="noindex">');
    expect(await head('ko')).toContain(`<link rel="canonical" href="${running.server.url}/en/articles/plant">`);
    expect(await head('en')).not.toContain('hreflang');
    await post(running, 'publish');
    expect(await head('ko')).not.toContain('noindex');
    for (const locale of ['en', 'ko']) {
      expect(await head(locale)).toContain(`hreflang="ko" href="${running.server.url}/ko/articles/plant"`);
    }
  });
});

describe('changes', () => {
  const told = ({ changes }: Body) => changes.map(({ type, locale }: Body) => `${type} ${locale}`);

  it('tell each thing once and in order, whoever did it', async () => {
    const running = await start();
    const first = await running.get('/api/v1/changes');
    expect(told(first)).toEqual(['published en']);
    await generated(running);
    await post(running, 'publish');
    const second = await running.get(`/api/v1/changes?cursor=${first.cursor}`);
    expect(told(second)).toEqual(['published ko']);
    expect(second.changes[0]).toMatchObject({ slug: 'plant', original: false, url: '/ko/articles/plant' });
    await post(running, 'withdraw');
    await post(running, 'publish');
    const third = await running.get(`/api/v1/changes?cursor=${second.cursor}`);
    expect(told(third)).toEqual(['withdrawn ko', 'published ko']);
    expect(told(await running.get(`/api/v1/changes?cursor=${third.cursor}`))).toEqual([]);
    expect(told(await running.get('/api/v1/changes?limit=2'))).toEqual(['published en', 'published ko']);
  });

  it('made while no server ran are told by the next', async () => {
    const running = await published();
    const { cursor } = await running.get('/api/v1/changes');
    await running.server.close();
    running.place.put('content/en/plant.md', article.replace('See the', 'Do see the'));
    running.place.put('content/en/new.md', '---\ntitle: New\n---\n\nSome text for it.\n');
    await running.again();
    const after = await running.get(`/api/v1/changes?cursor=${cursor}`);
    expect(told(after).sort()).toEqual(['published en', 'updated en', 'withdrawn ko']);
  });

  it('survive a torn line, and know a cursor of another log', async () => {
    const running = await published();
    const before = await running.get('/api/v1/changes');
    appendFileSync(join(running.place.root, '.diptych/changes.jsonl'), '{"sequence":3,"at":"20');
    await running.again();
    expect(await running.get('/api/v1/changes')).toEqual(before);
    await post(running, 'withdraw');
    await running.again();
    expect(told(await running.get(`/api/v1/changes?cursor=${before.cursor}`))).toEqual(['withdrawn ko']);
    expect((await running.fetch('/api/v1/changes?cursor=000000000000-1')).status).toBe(400);
    expect((await running.fetch(`/api/v1/changes?cursor=${before.cursor}9`)).status).toBe(400);
  });
});

describe('tables', () => {
  it('come as JSON and CSV with the same values in every language', async () => {
    const running = await published();
    const values = async (locale: string) => {
      const { rows, locale: told } = await running.get(`/api/v1/articles/plant/tables/0?locale=${locale}`);
      expect(told).toBe(locale);
      return rows.map((row: Body[]) => row.map(({ quantity }) => quantity?.value));
    };
    expect(await values('ko')).toEqual(await values('en'));
    expect(await values('ko')).toEqual([
      [undefined, '150', '8500000000'],
      [undefined, '40', '1.25'],
    ]);
    const csv = await running.fetch('/api/v1/articles/plant/tables/0?locale=en', { headers: { accept: 'text/csv' } });
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(await csv.text()).toBe('Line,Capacity,Cost\r\nNorth,150,8500000000\r\nSouth,40,1.25\r\n');
    expect((await running.fetch('/api/v1/articles/plant/tables/1')).status).toBe(404);
    expect((await running.fetch('/api/v1/articles/plant/tables/x')).status).toBe(400);
  });
});

describe('verdicts of an earlier process', () => {
  it('are believed as long as texts, waivers and rules are the same', async () => {
    const running = await start();
    await generated(running);
    const base = '/api/v1/articles/plant/translations/ko';
    const post = (action: string) => running.fetch(`${base}/${action}`, { method: 'POST' });
    const view = await running.get(base);
    const unit = view.units.find(({ source }: Body) => source.text.startsWith('The operator pays 60%'));
    const edited = await running.get(`${base}/units/${unit.id}`, {
      method: 'PATCH',
      json: { tagged: '운영사가 50%를 낸다.' },
      headers: { 'if-match': unit.target.etag },
    });
    for (const { id } of edited.issues) {
      await running.fetch(`${base}/waivers/${id}`, { method: 'PUT', json: { reason: '확인함' } });
    }
    await post('approve');
    expect((await post('publish')).status).toBe(200);
    const out = async () =>
      (await running.get('/api/v1/manifest')).articles[0].languages.map(({ locale }: Body) => locale);
    expect(await out()).toEqual(['en', 'ko']);
    await running.again();
    const file = '.diptych/cache/verdicts';
    const kept = running.place.read(file);
    expect(kept.split('\n')).toHaveLength(3);
    expect(await out()).toEqual(['en', 'ko']);
    await running.again();
    expect(running.place.read(file)).toBe(kept);
    // Somebody takes the waivers back, in git say: no file of an article shows it.
    const record = 'locales/deliveries/ko/plant.json';
    const { waivers: _, ...rest } = JSON.parse(running.place.read(record));
    running.place.put(record, JSON.stringify(rest));
    await running.again();
    expect(await out()).toEqual(['en']);
    await running.server.close();
    running.place.put('pipelines/other.yaml', 'name: other\nsources: [{locale: en, to: [ko]}]\n');
    await running.again();
    await expect.poll(() => running.place.read(file).split('\n')[0]).not.toBe(kept.split('\n')[0]);
  });
});

describe('the description', () => {
  it('is OpenAPI 3.1 and names every route that answers', async () => {
    const running = await start();
    const document = await running.get('/openapi.json');
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method} ${path.replace('/api/v1', '')}`),
    );
    expect(operations.sort()).toEqual([
      'delete /articles/{slug}/translations/{locale}/waivers/{issue}',
      'delete /jobs/{id}',
      'delete /webhooks/{name}',
      'get /archives',
      'get /articles',
      'get /articles/{slug}',
      'get /articles/{slug}/related',
      'get /articles/{slug}/tables/{table}',
      'get /articles/{slug}/translations/{locale}',
      'get /articles/{slug}/translations/{locale}/units/{unit}/history',
      'get /audit',
      'get /changes',
      'get /healthz',
      'get /jobs',
      'get /jobs/{id}',
      'get /jobs/{id}/draft',
      'get /jobs/{id}/events',
      'get /manifest',
      'get /media/{path}',
      'get /metrics',
      'get /readyz',
      'get /sitemap.xml',
      'get /topics',
      'get /webhooks',
      'get /{locale}/feed.atom',
      'get /{locale}/feed.json',
      'patch /articles/{slug}/translations/{locale}/units/{unit}',
      'post /articles/{slug}/translations',
      'post /articles/{slug}/translations/{locale}/approve',
      'post /articles/{slug}/translations/{locale}/publish',
      'post /articles/{slug}/translations/{locale}/reject',
      'post /articles/{slug}/translations/{locale}/units/{unit}/approve',
      'post /articles/{slug}/translations/{locale}/units/{unit}/lock',
      'post /articles/{slug}/translations/{locale}/units/{unit}/unlock',
      'post /articles/{slug}/translations/{locale}/withdraw',
      'post /webhooks',
      'post /webhooks/{name}/replay',
      'put /articles/{slug}/translations/{locale}/waivers/{issue}',
    ]);
    for (const [, reference] of JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)) {
      expect(document.components.schemas).toHaveProperty(reference!);
    }
  });
});
