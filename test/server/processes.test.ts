import { describe, expect, it } from 'vitest';
import { launch, useBuilt } from '../cli/built.js';
import { project } from '../cli/project.js';
import { startLoopback } from '../cli/server.js';
import { usePostgres } from '../postgres/use.js';
import { articleOf, assemble, call } from './crew.js';
import { article, type Body, sound } from './start.js';
import { withstand } from './withstand.js';

const postgres = await usePostgres();
const built = useBuilt();

describe('a server on files that is killed', () => {
  it('goes on with its jobs when it is started again, and pays for nothing twice', async () => {
    const engine = await startLoopback();
    engine.answer = sound;
    engine.delay = 250;
    const place = project({
      'pipelines/news.yaml':
        'name: news\nsources: [{locale: en, to: [ko]}]\nengines: [memory, openai]\nlimits: {batchUnits: 1, concurrency: 1}\n',
      'content/en/a.md': articleOf(1, 8),
      'content/en/b.md': articleOf(2, 8),
    });
    const start = async () => {
      const running = launch(built, ['serve', '--port', '0'], place.root, engine.env);
      const [, url = ''] = await running.says(/(http:\/\/localhost:\d+)/);
      return { running, url };
    };
    let { running, url } = await start();
    for (const slug of ['a', 'b']) await call(`${url}/api/v1/articles/${slug}/translations`, 'POST', { locale: 'ko' });
    for (let kills = 1; kills <= 3; kills++) {
      await expect.poll(() => engine.requests, { timeout: 20_000 }).toBeGreaterThan(3 * kills);
      await running.end('SIGKILL');
      ({ running, url } = await start());
    }
    await expect.poll(() => place.files('content/ko').length, { timeout: 60_000 }).toBe(2);
    for (const slug of ['a', 'b']) expect(place.read(`content/ko/${slug}.md`)).toMatch(/^state: translated$/m);
    // The job is struck off after the file is there; a server that is ended in between leaves it to the next.
    await expect.poll(() => JSON.parse(place.read('.diptych/jobs.json')), { timeout: 20_000 }).toEqual([]);
    await running.end();
    // What was under way at a kill is asked for again; no more than that.
    const again = engine.asked.length - new Set(engine.asked).size;
    expect(again).toBeLessThanOrEqual(3);
    await engine.close();
    place.remove();
  }, 120_000);
});

describe.skipIf(postgres.server === undefined)('several processes on one PostgreSQL', () => {
  it('make one job of two hundred clicks, and ask for every unit once', async () => {
    const crew = await assemble(built, postgres.real.url, { 'content/en/plant.md': article });
    try {
      crew.engine.delay = 40;
      const servers = await Promise.all([0, 1, 2, 3].map(() => crew.serve()));
      const clicks = Array.from({ length: 200 }, (_, i) =>
        call(`${servers[i % 4]!.url}/api/v1/articles/plant/translations`, 'POST', { locale: 'ko' }),
      );
      const jobs: Body[] = await Promise.all(clicks);
      expect(new Set(jobs.map(({ id }) => id)).size).toBe(1);
      const streams = await Promise.all(
        servers.map(async ({ url }) => (await fetch(`${url}/api/v1/jobs/${jobs[0].id}/events`)).text()),
      );
      // Whoever works on it, everybody hears the same.
      expect(new Set(streams).size).toBe(1);
      expect(streams[0]).toContain('"state":"done"');
      for (const { url } of servers) {
        expect(await call(`${url}/api/v1/jobs/${jobs[0].id}`)).toMatchObject({ state: 'done', requests: 200, left: 0 });
        expect((await call(`${url}/api/v1/articles/plant?locale=ko`)).state).toBe('translated');
      }
      expect(crew.asked.length).toBeGreaterThan(2);
      expect([...new Set(crew.asked)]).toEqual(crew.asked);
      for (const { process } of servers) await process.end();
    } finally {
      await crew.remove();
    }
  }, 120_000);

  it('cancel for each other, and let an edit in one stand against an edit in another', async () => {
    const crew = await assemble(built, postgres.real.url, { 'content/en/plant.md': article });
    try {
      const [asked, far] = await Promise.all([crew.serve('--no-worker'), crew.serve('--no-worker'), crew.work()]);
      crew.engine.delay = 20_000;
      const job = await call(`${asked.url}/api/v1/articles/plant/translations`, 'POST', { locale: 'ko' });
      await expect.poll(() => crew.engine.requests, { timeout: 20_000 }).toBeGreaterThan(0);
      expect(await call(`${far.url}/api/v1/jobs/${job.id}`, 'DELETE')).toMatchObject({ state: 'cancelled' });
      crew.engine.delay = 0;
      const again = await call(`${far.url}/api/v1/articles/plant/translations`, 'POST', { locale: 'ko' });
      expect(again.id).not.toBe(job.id);
      expect(await (await fetch(`${asked.url}/api/v1/jobs/${again.id}/events`)).text()).toContain('"state":"done"');
      const view = await call(`${asked.url}/api/v1/articles/plant/translations/ko`);
      const unit = view.units.find(({ target, source }: Body) => target && source.text.startsWith('See'));
      const path = `/api/v1/articles/plant/translations/ko/units/${unit.id}`;
      const edits = await Promise.all(
        [asked, far].map(({ url }, i) =>
          fetch(url + path, {
            method: 'PATCH',
            body: JSON.stringify({ tagged: unit.target.tagged.replace(/^/, `${'가나'[i]} `) }),
            headers: { 'content-type': 'application/json', 'if-match': unit.target.etag },
          }),
        ),
      );
      expect(edits.map(({ status }) => status).sort()).toEqual([200, 412]);
    } finally {
      await crew.remove();
    }
  }, 120_000);

  it('lose and repeat nothing when workers are killed and the database restarts', async () => {
    await withstand(built, postgres.real, { articles: 12, kills: 2, every: 1500, restarts: 2, patience: 120 });
  }, 240_000);
});
