import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bench, describe } from 'vitest';
import { type Built, build, launch } from '../cli/built.js';
import { project } from '../cli/project.js';
import { type Answer, faithful, startLoopback } from '../cli/server.js';

/**
 * 200 articles of 60 units against a server that takes 400 ms an answer, 8 at once, and allows so many requests a minute;
 * answers stream, a few characters to a piece. The command line runs as it ships, in a process of its own, so that its
 * CPU is its own. Told for each run:
 *
 * - the time against the ideal, which is work ÷ allowed rate. The work is requests, not units: units travel in batches, 20
 *   at most (`limits.batchUnits`), so 12,000 units are some 600 requests; nor can they go faster than 8 in 400 ms;
 * - the process's CPU as a share of that time, from start to end, loading included. It is some milliseconds a unit
 *   whatever the rate: with 50 requests a minute (the first tier of several providers) that is a small share, without any
 *   limit it is what the run takes;
 * - memory: the least heap in each quarter of the run.
 *
 * DIPTYCH_BENCH_RATES and DIPTYCH_BENCH_ARTICLES make a shorter run, DIPTYCH_METER_PROFILE writes a CPU profile of it and
 * DIPTYCH_METER_GC collects garbage before each look at the heap (see meter.mjs).
 */
const [units, latency, parallel] = [60, 400, 8];
const articles = Number(process.env['DIPTYCH_BENCH_ARTICLES'] ?? 200);
const passed = Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('DIPTYCH_METER_')));
const meter = fileURLToPath(new URL('meter.mjs', import.meta.url));

function article(index: number): string {
  const paragraphs = Array.from(
    { length: units - 2 },
    (_, i) =>
      `Site ${index}-${i} spent $${i + 2}.${index % 10} billion in ${2000 + (i % 25)} and rose by ${i + 1}% with line ${index}.`,
  );
  return `---\ntitle: Site ${index}\n---\n\n# The sites of area ${index}\n\n${paragraphs.join('\n\n')}\n`;
}

/** A sentence that ends as Korean sentences do: what stops in its midst is refused. */
const whole: Answer = (unit) => {
  const answer = faithful(unit);
  return unit.source.endsWith('.') && answer !== undefined ? `${answer} 적었다.` : answer;
};

/** The ideal time for so many requests, in seconds. */
function ideal(requests: number, perMinute: number): number {
  return Math.max((requests / perMinute) * 60, (Math.ceil(requests / parallel) * latency) / 1000);
}

interface Metered {
  readonly cpu: number;
  readonly wall: number;
  readonly heap: readonly number[];
  readonly peak: number;
}

async function run(built: Built, perMinute: number): Promise<string> {
  const server = await startLoopback();
  Object.assign(server, { delay: latency, piece: 8, answer: whole });
  const limit = Number.isFinite(perMinute) ? `, requestsPerMinute: ${perMinute}` : '';
  const place = project({
    'pipelines/own.yaml':
      'name: own\nsources: [{ locale: en, to: [ko] }]\n' +
      `engines: [memory, { id: openai, settings: { concurrency: ${parallel}${limit} } }]\n`,
    ...Object.fromEntries(Array.from({ length: articles }, (_, i) => [`content/en/a${i}.md`, article(i)])),
  });
  const file = join(place.root, 'meter.json');
  const env = { ...server.env, NODE_OPTIONS: `--import ${meter}`, DIPTYCH_METER: file, ...passed };
  const { child, said } = launch(built, ['generate', '--pipeline', 'own', '--format', 'json'], place.root, env);
  const exit = await new Promise((resolve) => child.once('close', resolve));
  const { cpu, wall, heap, peak }: Metered = JSON.parse(readFileSync(file, 'utf8'));
  const { translations } = JSON.parse(said()) as { translations: { counts: { left: number } }[] };
  const left = translations.reduce((sum, { counts }) => sum + counts.left, 0);
  const best = ideal(server.requests, perMinute);
  const [asked, requests, most] = [server.asked.length, server.requests, server.peak];
  await server.close();
  place.remove();
  return (
    `${perMinute} a minute: exit ${exit}; ${asked} units in ${requests} requests (${most} at once), ${left} left; ` +
    `${wall.toFixed(1)} s, ${(wall / best).toFixed(2)} of the ideal ${best.toFixed(1)} s; ` +
    `CPU ${cpu.toFixed(1)} s, ${((100 * cpu) / wall).toFixed(1)}% of the time, ${((1000 * cpu) / asked).toFixed(2)} ms a unit; ` +
    `heap ${heap.map((mb) => mb.toFixed(0)).join(', ')} MB in each quarter, ${peak.toFixed(0)} MB in all at most\n`
  );
}

describe('generate', () => {
  const rates = process.env['DIPTYCH_BENCH_RATES']?.split(',').map(Number) ?? [Number.POSITIVE_INFINITY, 300, 50];
  for (const perMinute of rates)
    bench(
      `${articles} articles of 60 units, 400 ms an answer, 8 at once, ${perMinute} requests a minute`,
      async () => {
        const built = build();
        try {
          process.stdout.write(await run(built, perMinute));
        } finally {
          built.remove();
        }
      },
      { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 },
    );
});
