import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { useBuilt } from './built.js';
import { cli } from './io.js';
import { project } from './project.js';
import { startLoopback } from './server.js';

const built = useBuilt();

/** Runs the compiled command line and kills it without warning as soon as the server has been asked `after` times more. */
async function killed(cwd: string, env: Readonly<Record<string, string>>, due: () => boolean): Promise<boolean> {
  const child = spawn(process.execPath, [built.main, 'generate'], {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      if (due()) child.kill('SIGKILL');
    }, 1);
    child.on('exit', (_, signal) => {
      clearInterval(watch);
      resolve(signal === 'SIGKILL');
    });
  });
}

describe('a run that is killed', () => {
  it('twenty times: no answered unit is asked again, no file is half-written, the next run completes', async () => {
    const server = await startLoopback();
    server.delay = 15;
    // Sentences differ in words: those that differ in figures only would be patched from memory.
    const words = ['amber', 'brook', 'cedar', 'dune', 'ember', 'fjord', 'grove'];
    const paragraphs = (name: string) =>
      words.flatMap((a) => words.map((b) => `The ${name} paper of ${a} wrote about ${b} and 7 houses.`));
    const place = project({
      'pipelines/news.yaml':
        'name: news\nsources: [{locale: en, to: [ko]}]\nengines: [memory, openai]\nlimits: {batchUnits: 1, concurrency: 2, retries: 0}\n',
      'content/en/a.md': `${paragraphs('alpha').join('\n\n')}\n`,
      'content/en/b.md': `${paragraphs('beta').join('\n\n')}\n`,
      'content/en/c.md': `${paragraphs('gamma').join('\n\n')}\n`,
    });
    let kills = 0;
    for (let round = 0; round < 20; round++) {
      const before = server.asked.length;
      // Not always at the same point of a unit's way: after 1 to 4 more questions, at once or a few checks later.
      const questions = 1 + (round % 4);
      let wait = (round * 7) % 12;
      const due = () => server.asked.length >= before + questions && wait-- <= 0;
      if (await killed(place.root, server.env, due)) kills++;
      for (const file of place.files('content/ko').filter((name) => name.endsWith('.md'))) {
        expect(place.read(file)).toMatch(/^---\n[\s\S]*\n---\n[\s\S]*\n$/);
        expect(place.read(file).match(/옮긴/g)?.length).toBeGreaterThan(0);
      }
    }
    expect(kills).toBeGreaterThanOrEqual(15);

    // What was answered is on disk: the journal or the sorted memory.
    const remembered = new Set(
      [...place.files('locales/memory'), ...place.files('.diptych/journal')].flatMap((file) =>
        [...place.read(file).matchAll(/"source":"([^"]*)"/g)].map((match) => match[1]),
      ),
    );
    expect(remembered.size).toBeGreaterThan(0);
    const before = server.asked.length;
    server.delay = 0;
    const { exitCode, stderr } = await cli(['generate'], { cwd: place.root, env: server.env });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const last = server.asked.slice(before).map((source) => source.replace(/<[^<>]*>/g, ''));
    expect(last.filter((source) => remembered.has(source))).toEqual([]);
    expect(place.files('content/ko').filter((name) => name.endsWith('.md'))).toHaveLength(3);
    for (const name of ['a', 'b', 'c']) expect(place.read(`content/ko/${name}.md`)).toMatch(/^state: translated$/m);
    await server.close();
    place.remove();
  }, 300_000);
});
