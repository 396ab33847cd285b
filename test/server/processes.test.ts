import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { useBuilt } from '../cli/built.js';
import { usePostgres } from '../postgres/use.js';
import { articleOf, assemble, call, finished } from './crew.js';
import { article, type Body } from './start.js';

const postgres = await usePostgres();
const built = useBuilt();

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
    const count = 12;
    const files = Object.fromEntries(Array.from({ length: count }, (_, i) => [`content/en/a${i}.md`, articleOf(i, 8)]));
    const crew = await assemble(built, postgres.real.url, files);
    try {
      crew.engine.delay = 400;
      const [one, two] = await Promise.all([crew.serve('--no-worker'), crew.serve('--no-worker')]);
      const workers = await Promise.all([crew.work(), crew.work(), crew.work()]);
      for (let i = 0; i < count; i++) {
        await call(`${i % 2 ? one.url : two.url}/api/v1/articles/a${i}/translations`, 'POST', { locale: 'ko' });
      }
      for (const [turn, how] of (['fast', 'immediate'] as const).entries()) {
        await pause(1500);
        await workers[turn]!.end('SIGKILL');
        workers[turn] = await crew.work();
        await postgres.real.stop(how);
        await pause(300);
        await postgres.real.start();
      }
      const jobs = await finished(two.url, 120);
      expect(jobs.map(({ state, errors }) => [state, errors])).toEqual(
        Array.from({ length: count }, () => ['done', []]),
      );
      for (let i = 0; i < count; i++) expect(crew.place.read(`content/ko/a${i}.md`)).toMatch(/^state: translated$/m);
      expect(await crew.askedInVain()).toEqual([]);
      expect(crew.asked.filter((unit) => unit.includes('This paragraph'))).toHaveLength(1);

      // Both servers publish all of it at once.
      for (let i = 0; i < count; i++) {
        await Promise.all(
          [one, two].map(({ url }) =>
            fetch(`${url}/api/v1/articles/a${i}/translations/ko/publish`, { method: 'POST' }),
          ),
        );
      }
      await Promise.all([one, two].map(({ url }) => call(`${url}/api/v1/changes`)));
      const { changes } = await call(`${one.url}/api/v1/changes?limit=1000`);
      const told = changes.map(({ type, slug, locale }: Body) => `${type} ${locale}/${slug}`).sort();
      const slugs = Array.from({ length: count }, (_, i) => `a${i}`);
      expect(told).toEqual(slugs.flatMap((slug) => [`published en/${slug}`, `published ko/${slug}`]).sort());
      expect(changes.map(({ sequence }: Body) => sequence)).toEqual(changes.map((_: Body, at: number) => at + 1));
    } finally {
      await crew.remove();
    }
  }, 240_000);
});
