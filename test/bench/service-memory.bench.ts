import { setTimeout as pause } from 'node:timers/promises';
import { bench, describe } from 'vitest';
import { launch, useBuilt } from '../cli/built.js';
import { project } from '../cli/project.js';
import { startLoopback } from '../cli/server.js';
import { sound } from '../server/start.js';
import { fillSite } from './site.js';

/**
 * A server's memory while it is read and generates: what its process holds after each tenth of `SERVICE_MINUTES`. Readers
 * ask on four connections with a pause after each answer, so that neighbours of the machine can live.
 */
const minutes = Number(process.env['SERVICE_MINUTES'] ?? 10);
const articles = 300;
const readers = 4;

const built = useBuilt();

describe('memory', () => {
  bench(
    `${minutes} minutes of load with generation going on`,
    async () => {
      const engine = await startLoopback();
      engine.answer = sound;
      engine.delay = 20;
      const place = project();
      fillSite(place, articles);
      place.put('pipelines/news.yaml', 'name: news\nsources: [{locale: en, to: [ko]}]\nengines: [memory, openai]\n');
      const server = launch(built, ['serve', '--port', '0', '--log-level', 'warn'], place.root, engine.env);
      const until = performance.now() + minutes * 60_000;
      let answers = 0;
      let generated = 0;
      try {
        const [, url = ''] = await server.says(/(http:\/\/localhost:\d+)/);
        const get = async (path: string, init?: RequestInit) => {
          const response = await fetch(url + path, init);
          const text = await response.text();
          if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
          answers++;
          return text;
        };
        const read = async (reader: number) => {
          for (let n = reader; performance.now() < until; n += readers) {
            const slug = `line-${(n * 7) % articles}`;
            await get(`/api/v1/articles/${slug}?locale=${n % 2 ? 'en' : 'ko'}`);
            if (n % 9 === 0) await get(`/api/v1/articles?locale=ko&q=${n % 50}`);
            if (n % 50 === 0) await get(`/ko/articles/${slug}`, { headers: { accept: 'text/html' } });
            if (n % 20 === 0) await get('/api/v1/changes?limit=1');
            await pause(10);
          }
        };
        const generate = async () => {
          for (let n = 0; performance.now() < until; n++) {
            const slug = `line-${1 + (n % (articles - 1))}`;
            const file = `content/en/${slug}.md`;
            place.put(file, `${place.read(file)}\nPassage ${n} was added to this article while it was read.\n`);
            const body = JSON.stringify({ locale: 'ko' });
            const headers = { 'content-type': 'application/json' };
            const job = JSON.parse(
              await get(`/api/v1/articles/${slug}/translations`, { method: 'POST', body, headers }),
            );
            await get(`/api/v1/jobs/${job.id}/events`);
            generated++;
            await pause(700);
          }
        };
        const watch = async () => {
          for (let tenth = 1; tenth <= 10; tenth++) {
            await pause(Math.max(0, until - performance.now() - ((10 - tenth) * minutes * 60_000) / 10 - 500));
            const metrics = await get('/metrics');
            const value = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(metrics)?.[1] ?? 0) / 1e6;
            const [rss, heap] = [value('process_resident_memory_bytes'), value('nodejs_heap_size_used_bytes')];
            process.stdout.write(
              `${tenth}/10: ${rss.toFixed(0)} MB, heap ${heap.toFixed(0)} MB; ${answers} answers, ${generated} generated\n`,
            );
          }
        };
        await Promise.all([...Array.from({ length: readers }, (_, reader) => read(reader)), generate(), watch()]);
      } finally {
        await server.end();
        await engine.close();
        place.remove();
      }
    },
    { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0, throws: true },
  );
});
