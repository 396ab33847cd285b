import { bench, describe } from 'vitest';
import { cli } from '../cli/io.js';
import { project } from '../cli/project.js';
import { startLoopback } from '../cli/server.js';

/**
 * 200 articles of 60 units against a server that takes 400 ms an answer, 8 at once. Told for one run: the time against
 * the ideal (requests × 400 ms ÷ 8), this process's CPU, which here includes the server's, and memory at its most.
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

describe('generate', () => {
  bench(
    '200 articles of 60 units, 400 ms an answer, 8 at once',
    async () => {
      const server = await startLoopback();
      server.delay = latency;
      const place = project(
        Object.fromEntries(Array.from({ length: articles }, (_, i) => [`content/en/a${i}.md`, article(i)])),
      );
      let most = 0;
      const watch = setInterval(() => {
        most = Math.max(most, process.memoryUsage().heapUsed);
      }, 200);
      const [began, cpu] = [performance.now(), process.cpuUsage()];
      const { exitCode, stdout } = await cli(['generate', '--format', 'json'], { cwd: place.root, env: server.env });
      const seconds = (performance.now() - began) / 1000;
      const { user, system } = process.cpuUsage(cpu);
      clearInterval(watch);
      const ideal = (server.requests * latency) / parallel / 1000;
      const { translations } = JSON.parse(stdout) as { translations: { counts: { units: number; left: number } }[] };
      const left = translations.reduce((sum, { counts }) => sum + counts.left, 0);
      process.stdout.write(
        `exit ${exitCode}; ${server.requests} requests, ${server.asked.length} units asked, ${left} left; ` +
          `${seconds.toFixed(1)} s, ${(seconds / ideal).toFixed(2)} of the ideal ${ideal.toFixed(1)} s; ` +
          `CPU ${((100 * (user + system)) / 1e6 / seconds).toFixed(0)}% of the time, server included; ` +
          `heap at most ${(most / 1e6).toFixed(0)} MB\n`,
      );
      await server.close();
      place.remove();
    },
    { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 },
  );
});
