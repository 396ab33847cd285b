import { describe, expect, it } from 'vitest';
import { type Body, generated, start } from './start.js';

const post = { method: 'POST', json: { locale: 'ko' } } as const;

/** Events of a text/event-stream, in order. */
function events(text: string): { id: number; event: string; data: Record<string, unknown> }[] {
  return text
    .split('\n\n')
    .filter((block) => block.includes('event:'))
    .map((block) => {
      const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? '';
      return { id: Number(field('id')), event: field('event'), data: JSON.parse(field('data')) };
    });
}

describe('a click', () => {
  it('becomes a job that writes the article', async () => {
    const running = await start();
    const response = await running.fetch('/api/v1/articles/plant/translations', post);
    const job: Body = await response.json();
    expect(response.status).toBe(202);
    expect(response.headers.get('location')).toBe(`/api/v1/jobs/${job.id}`);
    await (await running.fetch(`/api/v1/jobs/${job.id}/events`)).text();
    expect(await running.get(`/api/v1/jobs/${job.id}`)).toMatchObject({
      state: 'done',
      translation: 'translated',
      left: 0,
      errors: [],
    });
    expect(running.place.read('content/ko/plant.md')).toContain('250억 달러');
  });

  it('joins all others on the same article and language', async () => {
    const running = await start();
    running.engine.delay = 50;
    const jobs = await Promise.all(
      Array.from({ length: 40 }, () => running.get('/api/v1/articles/plant/translations', post)),
    );
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(1);
    await (await running.fetch(`/api/v1/jobs/${jobs[0].id}/events`)).text();
    expect(running.engine.asked.filter((source) => source.startsWith('See'))).toHaveLength(1);
    expect((await running.get(`/api/v1/jobs/${jobs[0].id}`)).requests).toBe(40);
    expect((await running.get('/api/v1/jobs')).jobs).toHaveLength(1);
  });

  it('is refused for what does not exist or cannot be had', async () => {
    const running = await start();
    const status = async (slug: string, body: unknown) =>
      (await running.fetch(`/api/v1/articles/${slug}/translations`, { method: 'POST', json: body })).status;
    expect(await status('nothing', { locale: 'ko' })).toBe(404);
    expect(await status('plant', { locale: 'ja' })).toBe(422);
    expect(await status('plant', { locale: 'en' })).toBe(422);
    expect(await status('plant', { locale: 'not a tag' })).toBe(400);
    expect(await status('plant', {})).toBe(400);
    expect(await status(encodeURIComponent('../../etc/passwd'), { locale: 'ko' })).toBe(400);
  });
});

describe('events', () => {
  it('tell of each unit and end with the job', async () => {
    const running = await start();
    const job = await running.get('/api/v1/articles/plant/translations', post);
    const response = await running.fetch(`/api/v1/jobs/${job.id}/events`);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const all = events(await response.text());
    expect(all.map(({ id }) => id)).toEqual(all.map((_, index) => index + 1));
    expect(all[0]).toMatchObject({ event: 'state', data: { state: 'queued' } });
    // The end says what was found and what it cost.
    expect(all.at(-1)).toMatchObject({
      event: 'state',
      data: { state: 'done', issues: expect.any(Number), failing: 0, left: 0, usage: { requests: expect.any(Number) } },
    });
    const texts = all.filter(({ event }) => event === 'unit').map(({ data }) => String(data['text']));
    expect(texts.some((text) => text.includes('250억 달러'))).toBe(true);
    expect(texts).toContain('85억 달러');
  });

  it('go on after Last-Event-ID', async () => {
    const running = await start();
    const job = await generated(running);
    const stream = async (last?: number) =>
      running.fetch(`/api/v1/jobs/${job.id}/events`, {
        headers: last === undefined ? {} : { 'last-event-id': String(last) },
      });
    const all = events(await (await stream()).text());
    expect(events(await (await stream(3)).text())).toEqual(all.slice(3));
    expect((await stream(all.length)).status).toBe(204);
  });

  it('let the page fill in before the article is whole', async () => {
    const running = await start();
    running.engine.answer = ({ source }) => (source.startsWith('See') ? undefined : `옮긴 글 ${source}`);
    running.engine.delay = 300;
    const job = await running.get('/api/v1/articles/plant/translations', post);
    const reader = (await running.fetch(`/api/v1/jobs/${job.id}/events`)).body!.getReader();
    let text = '';
    while (!text.includes('85억 달러')) text += new TextDecoder().decode((await reader.read()).value);
    const draft = await (await running.fetch(`/api/v1/jobs/${job.id}/draft`)).text();
    expect(draft).toContain('85억 달러');
    expect(draft).toContain('full report');
    await reader.cancel();
  });

  it('fill in each unit with its own addresses, though two with the same words are asked for once', async () => {
    const report = (n: number) => `See the [full report](https://example.com/report-${n}) before you read on.`;
    const running = await start({ 'content/en/plant.md': `# The plant\n\n${report(1)}\n\n${report(2)}\n` });
    const job = await generated(running);
    expect(running.engine.asked.filter((source) => source.startsWith('See'))).toHaveLength(1);
    const draft = await (await running.fetch(`/api/v1/jobs/${job.id}/draft`)).text();
    for (const text of [draft, running.place.read('content/ko/plant.md')]) {
      expect(text.match(/example\.com\/report-\d/g)).toEqual(['example.com/report-1', 'example.com/report-2']);
    }
  });
});

describe('a job', () => {
  it('is cancelled, keeps what was answered, and pays only for the rest', async () => {
    const running = await start();
    running.engine.delay = 400;
    const job = await running.get('/api/v1/articles/plant/translations', post);
    expect((await running.fetch(`/api/v1/jobs/${job.id}`, { method: 'DELETE' })).status).toBe(202);
    await (await running.fetch(`/api/v1/jobs/${job.id}/events`)).text();
    expect(await running.get(`/api/v1/jobs/${job.id}`)).toMatchObject({ state: 'cancelled' });
    expect(running.place.files('content/ko')).toEqual([]);
    running.engine.delay = 0;
    expect(await generated(running)).toMatchObject({ state: 'done', translation: 'translated' });
  });

  it('goes on when the server starts again', async () => {
    const running = await start();
    running.engine.delay = 500;
    const job = await running.get('/api/v1/articles/plant/translations', post);
    running.engine.delay = 0;
    await running.again();
    const events = await running.fetch(`/api/v1/jobs/${job.id}/events`);
    expect(await events.text()).toContain('"state":"done"');
    expect(running.place.read('content/ko/plant.md')).toContain('250억 달러');
    expect(JSON.parse(running.place.read('.diptych/jobs.json'))).toEqual([]);
  });

  it('says what an engine failed at, and delivers the rest', async () => {
    const running = await start();
    running.engine.fault = { status: 401 };
    const job = await generated(running);
    expect(job).toMatchObject({ state: 'done', translation: 'partial', errors: [{ code: 'engine-failed' }] });
    expect(job.left).toBeGreaterThan(0);
    expect(running.place.read('content/ko/plant.md')).toContain('85억 달러');
  });

  it('that is not known is not found', async () => {
    const running = await start();
    expect((await running.fetch('/api/v1/jobs/6f1f3c1e-0f4e-4d56-9b3e-1a2b3c4d5e6f')).status).toBe(404);
    expect((await running.fetch('/api/v1/jobs/..%2f..')).status).toBe(400);
  });
});
