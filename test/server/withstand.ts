import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Built } from '../cli/built.js';
import type { TestPostgres } from '../postgres/server.js';
import { articleOf, assemble, call, finished } from './crew.js';
import type { Body } from './start.js';

/** What three workers are put through. */
export interface Ordeal {
  readonly articles: number;
  /** How many workers are killed without warning, one every so many milliseconds; another takes each one's place. */
  readonly kills: number;
  readonly every: number;
  /** How often PostgreSQL is restarted, by turns as an administrator does it and as a power cut would. */
  readonly restarts: number;
  /** How long all of it may take after that, in seconds. */
  readonly patience: number;
}

/**
 * Two servers, three workers, and articles that share a paragraph: whatever is killed, every article is whole, no unit is
 * asked for after it was answered, and each publication is told once.
 */
export async function withstand(built: Built, postgres: TestPostgres, ordeal: Ordeal): Promise<void> {
  const { articles: count, kills, every, restarts, patience } = ordeal;
  const files = Object.fromEntries(Array.from({ length: count }, (_, i) => [`content/en/a${i}.md`, articleOf(i, 8)]));
  const crew = await assemble(built, postgres.url, files);
  try {
    crew.engine.delay = 400;
    const [one, two] = await Promise.all([crew.serve('--no-worker'), crew.serve('--no-worker')]);
    const workers = await Promise.all([crew.work(), crew.work(), crew.work()]);
    for (let i = 0; i < count; i++) {
      await call(`${i % 2 ? one.url : two.url}/api/v1/articles/a${i}/translations`, 'POST', { locale: 'ko' });
    }
    const due = Array.from({ length: restarts }, (_, i) => Math.floor(((i + 0.5) * kills) / restarts));
    for (let turn = 0; turn < kills; turn++) {
      await pause(every);
      await workers[turn % 3]!.end('SIGKILL');
      workers[turn % 3] = await crew.work();
      const restart = due.indexOf(turn);
      if (restart < 0) continue;
      await postgres.stop(restart % 2 ? 'immediate' : 'fast');
      await pause(300);
      await postgres.start();
    }
    const jobs = await finished(two.url, patience);
    expect(jobs.map(({ state, errors }) => [state, errors])).toEqual(Array.from({ length: count }, () => ['done', []]));
    for (let i = 0; i < count; i++) expect(crew.place.read(`content/ko/a${i}.md`)).toMatch(/^state: translated$/m);
    expect(await crew.askedInVain()).toEqual([]);

    // Both servers publish all of it at once.
    for (let i = 0; i < count; i++) {
      const publish = (url: string) => `${url}/api/v1/articles/a${i}/translations/ko/publish`;
      await Promise.all([one, two].map(({ url }) => fetch(publish(url), { method: 'POST' })));
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
}
