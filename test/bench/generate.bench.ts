import { bench, describe } from 'vitest';
import { cli } from '../cli/io.js';
import { project } from '../cli/project.js';
import { startLoopback } from '../cli/server.js';

/**
 * 200 articles of 60 units against a server that takes 400 ms an answer, 8 at once, and allows so many requests a minute.
 * Told for one run: the time against the ideal (work ÷ allowed rate), this process's CPU without the server's own share,
 * and memory: what is held after each quarter of the run, once garbage is gone (`--expose-gc`), or as it is.
 */
const [articles, units, latency, parallel] = [200, 60, 400, 8];

function article(index: number): string {
  const paragraphs = Array.from(
    { length: units - 2 },
    (_, i) =>
      `Site ${index}-${i} spent $${i + 2}.${index % 10} billion in ${2000 + (i % 25)} and rose by ${i + 1}% with line ${index}.`,
  );
  return `---\ntitle: Site ${index}\n---\n\n# The sites of area ${index}\n\n${paragraphs.join('\n\n')}\n`;
}

/** The shortest time for so many requests: a full minute's worth at once, then as the minute allows; or as latency does. */
function ideal(requests: number, perMinute: number): number {
  const byLatency = (requests * latency) / parallel / 1000;
  if (!Number.isFinite(perMinute)) return byLatency;
  const minutes = Math.ceil(requests / perMinute) - 1;
  const rest = requests - minutes * perMinute;
  return Math.max(byLatency, minutes * 60 + (rest * latency) / parallel / 1000);
}

describe('generate', () => {
  for (const perMinute of [Number.POSITIVE_INFINITY, 300])
    bench(
      `200 articles of 60 units, 400 ms an answer, 8 at once, ${perMinute} requests a minute`,
      async () => {
        const server = await startLoopback();
        server.delay = latency;
        const limit = Number.isFinite(perMinute) ? `, requestsPerMinute: ${perMinute}` : '';
        const place = project({
          'pipelines/own.yaml':
            'name: own\nsources: [{ locale: en, to: [ko] }]\n' +
            `engines: [memory, { id: openai, settings: { concurrency: ${parallel}${limit} } }]\n`,
          ...Object.fromEntries(Array.from({ length: articles }, (_, i) => [`content/en/a${i}.md`, article(i)])),
        });
        const held: number[] = [];
        const watch = setInterval(() => {
          globalThis.gc?.();
          held.push(process.memoryUsage().heapUsed / 1e6);
        }, 5000);
        const [began, cpu] = [performance.now(), process.cpuUsage()];
        const { exitCode, stdout } = await cli(['generate', '--pipeline', 'own', '--format', 'json'], {
          cwd: place.root,
          env: server.env,
        });
        const seconds = (performance.now() - began) / 1000;
        const { user, system } = process.cpuUsage(cpu);
        clearInterval(watch);
        const own = (user + system) / 1e6 - server.busy / 1000;
        const best = ideal(server.requests, perMinute);
        const { translations } = JSON.parse(stdout) as { translations: { counts: { units: number; left: number } }[] };
        const left = translations.reduce((sum, { counts }) => sum + counts.left, 0);
        const at = (share: number) => held[Math.floor((held.length - 1) * share)]?.toFixed(0) ?? '?';
        process.stdout.write(
          `exit ${exitCode}; ${server.requests} requests (${server.peak} at once), ${server.asked.length} units asked, ` +
            `${left} left; ${seconds.toFixed(1)} s, ${(seconds / best).toFixed(2)} of the ideal ${best.toFixed(1)} s; ` +
            `CPU ${own.toFixed(1)} s, ${((100 * own) / seconds).toFixed(1)}% of the time; ` +
            `heap after each quarter ${[0.25, 0.5, 0.75, 1].map(at).join(', ')} MB\n`,
        );
        await server.close();
        place.remove();
      },
      { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 },
    );
});
