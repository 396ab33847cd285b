import { describe, expect, it } from 'vitest';
import { addKey } from '../../src/server/access/keys.js';
import { createFileKeyring } from '../../src/store/file-keys.js';
import { article, generated, start } from './start.js';

describe('the list of articles', () => {
  it('names titles in the language asked for and the state of each language', async () => {
    const running = await start();
    await generated(running);
    const { articles, total } = await running.get('/api/v1/articles?locale=ko');
    expect(total).toBe(1);
    expect(articles[0]).toMatchObject({
      slug: 'plant',
      sourceLocale: 'en',
      titleLocale: 'ko',
      date: '2026-04-24',
      editions: [
        { locale: 'en', state: 'source' },
        { locale: 'ko', state: 'translated' },
      ],
    });
    expect(articles[0].title).toMatch(/^새로 옮긴/);
  });

  it('goes on page by page and says how many there are', async () => {
    const files = Object.fromEntries(
      [1, 2, 3, 4, 5].map((day) => [
        `content/en/a${day}.md`,
        `---\ntitle: Number ${day}\ndate: 2026-01-0${day}\n---\n\nText of the day.\n`,
      ]),
    );
    const running = await start(files);
    const seen: string[] = [];
    for (let next = ''; ; ) {
      const page = await running.get(`/api/v1/articles?limit=2${next}`);
      expect(page.total).toBe(5);
      seen.push(...page.articles.map(({ slug }: { slug: string }) => slug));
      if (page.next === undefined) break;
      next = `&cursor=${page.next}`;
    }
    expect(seen).toEqual(['a5', 'a4', 'a3', 'a2', 'a1']);
  });

  it('finds by words of both languages, by topic, month and state', async () => {
    const running = await start({
      'content/en/plant.md': article,
      'content/ko/budget.md': '---\ntitle: 나라살림 읽기\ndate: 2025-09-02\n---\n\n예산안 이야기입니다.\n',
    });
    const found = async (query: string) =>
      (await running.get(`/api/v1/articles?locale=ko&${query}`)).articles.map(({ slug }: { slug: string }) => slug);
    expect(await found(`q=${encodeURIComponent('나라살림')}`)).toEqual(['budget']);
    expect(await found('q=POWER%20plant')).toEqual(['plant']);
    expect(await found('q=nothing')).toEqual([]);
    expect(await found('topic=Energy')).toEqual(['plant']);
    expect(await found('month=2025-09')).toEqual(['budget']);
    expect(await found('state=missing')).toEqual(['plant']);
    expect(await found('state=source')).toEqual(['budget']);
  });
});

describe('an article', () => {
  it('comes in the source language, with a notice, where it is not translated', async () => {
    const running = await start();
    const response = await running.fetch('/api/v1/articles/plant?locale=ko', { headers: { 'accept-language': 'ko' } });
    expect(response.headers.get('content-language')).toBe('en');
    expect(await response.json()).toMatchObject({
      locale: 'ko',
      contentLocale: 'en',
      state: 'missing',
      notice: { code: 'untranslated', text: expect.stringContaining('영어 원문') },
      faq: [],
    });
  });

  it('has its title and summary in the reader’s language as soon as memory knows them', async () => {
    const running = await start();
    await generated(running);
    const { title, summary } = await running.get('/api/v1/articles/plant?locale=ko');
    running.place.put('content/en/plant.md', article.replace('See the', 'Do see the'));
    const { rmSync } = await import('node:fs');
    rmSync(`${running.place.root}/content/ko/plant.md`);
    await running.again();
    expect(await running.get('/api/v1/articles/plant?locale=ko')).toMatchObject({
      contentLocale: 'en',
      state: 'missing',
      title,
      summary,
    });
  });

  it('is negotiated by Accept and Accept-Language', async () => {
    const running = await start();
    await generated(running);
    const asked = (accept: string, language: string) =>
      running.fetch('/api/v1/articles/plant', { headers: { accept, 'accept-language': language } });
    const markdown = await asked('text/markdown', 'ko-KR,ko;q=0.9,en;q=0.8');
    expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(markdown.headers.get('content-language')).toBe('ko');
    expect(await markdown.text()).toBe(running.place.read('content/ko/plant.md'));
    const html = await asked('text/html,*/*;q=0.1', 'fr, en;q=0.5');
    expect(html.headers.get('content-language')).toBe('en');
    expect(await html.text()).toContain('<strong>$25 billion</strong>');
    expect((await asked('*/*', 'fr')).headers.get('content-type')).toMatch(/^application\/json/);
    expect((await asked('image/png', 'ko')).status).toBe(406);
    expect((await running.fetch('/api/v1/articles/plant?locale=ja')).status).toBe(422);
  });

  it('has a strong ETag that changes with whatever is shown', async () => {
    const running = await start();
    const read = (etag?: string) =>
      running.fetch(
        '/api/v1/articles/plant?locale=ko',
        etag === undefined ? {} : { headers: { 'if-none-match': etag } },
      );
    const first = await read();
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^"[\w-]+"$/);
    const same = await read(etag);
    expect([same.status, await same.text(), same.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await read(`"x", W/${etag}`)).status).toBe(304);
    await generated(running);
    const after = await read(etag);
    expect(after.status).toBe(200);
    expect(after.headers.get('etag')).not.toBe(etag);
  });

  it('is told to be stale when its source has changed', async () => {
    const running = await start();
    await generated(running);
    running.place.put('content/en/plant.md', article.replace('See the', 'Do see the'));
    await running.again();
    expect(await running.get('/api/v1/articles/plant?locale=ko')).toMatchObject({
      state: 'stale',
      notice: { code: 'stale' },
    });
  });
});

describe('an answer that is given again', () => {
  const path = '/api/v1/articles/plant?locale=ko';

  it('is the same to the byte, and never an old one', async () => {
    const events: { status: number; route: string | undefined; id: string }[] = [];
    const running = await start(undefined, {
      observe: (event) => event.type === 'request' && events.push(event),
    });
    const read = async (init: RequestInit = {}) => {
      const response = await running.fetch(path, init);
      const headers = Object.fromEntries([...response.headers].filter(([name]) => !/^(date|x-request-id)$/.test(name)));
      return {
        status: response.status,
        headers,
        text: await response.text(),
        id: response.headers.get('x-request-id'),
      };
    };
    const first = await read();
    const second = await read({ headers: { 'x-request-id': 'proxy-2' } });
    expect({ ...second, id: '' }).toEqual({ ...first, id: '' });
    expect(second.id).toBe('proxy-2');
    expect(second.headers['content-security-policy']).toBeDefined();
    const etag = first.headers['etag']!;
    const unchanged = await read({ headers: { 'if-none-match': `"x", W/${etag}` } });
    expect([unchanged.status, unchanged.text, unchanged.headers['etag']]).toEqual([304, '', etag]);
    expect((await read({ headers: { 'if-none-match': '"x"' } })).status).toBe(200);
    // Each is told, under its route.
    expect(events.map(({ status, route }) => `${status} ${route}`)).toEqual(
      [200, 200, 304, 200].map((status) => `${status} /api/v1/articles/:slug`),
    );
    // Who has it already is told so, though nobody with these headers ever took it whole.
    const others = { 'accept-language': 'en;q=0.7', 'if-none-match': etag };
    for (const asked of [others, others, { ...others, 'if-none-match': '"x"' }, others]) {
      const answer = await read({ headers: asked });
      expect([answer.status, answer.text]).toEqual(asked === others ? [304, ''] : [200, first.text]);
    }
    // What people chose, accept and speak makes it another answer.
    const korean = await read({ headers: { 'accept-language': 'ko' } });
    expect(JSON.parse(korean.text).notice.text).not.toBe(JSON.parse(first.text).notice.text);
    const chosen = await read({ headers: { cookie: 'a=b; diptych_ui=ko' } });
    expect(JSON.parse(chosen.text).notice.text).toBe(JSON.parse(korean.text).notice.text);
    expect((await read({ headers: { accept: 'text/markdown' } })).text).toBe(article);
    // A job that begins, a translation that comes, a file that changes.
    running.engine.delay = 300;
    const job = await running.get('/api/v1/articles/plant/translations', { method: 'POST', json: { locale: 'ko' } });
    expect(JSON.parse((await read()).text).state).toBe('queued');
    await (await running.fetch(`/api/v1/jobs/${job.id}/events`)).text();
    expect(JSON.parse((await read()).text)).toMatchObject({ state: 'translated', contentLocale: 'ko' });
    running.place.put('content/en/plant.md', article.replace('12 lines', '13 lines'));
    await expect.poll(async () => JSON.parse((await read()).text).state, { timeout: 5000 }).toBe('stale');
  });

  it('takes a key each time, where keys are asked for', async () => {
    const running = await start();
    const keyring = createFileKeyring(running.place.root);
    const reader = await addKey(keyring, 'reader', ['read']);
    await running.again({ allowance: { key: 4, stranger: 100 } });
    const status = async (key: string) =>
      (await running.fetch(path, { headers: { authorization: `Bearer ${key}` } })).status;
    expect([await status(reader), await status(reader), await status('dip_wrong')]).toEqual([200, 200, 401]);
    expect((await running.fetch(path)).status).toBe(401);
    expect([await status(reader), await status(reader), await status(reader)]).toEqual([200, 200, 429]);
    await keyring.remove('reader');
    expect(await status(reader)).toBe(401);
    expect((await running.fetch(path, { headers: { host: 'evil.example' } })).status).not.toBe(200);
  });
});
