import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cli } from './io.js';
import { project, type TestProject } from './project.js';
import { type Loopback, startLoopback } from './server.js';

const texts = Array.from({ length: 6 }, (_, n) => `Plant number ${'ABCDEF'[n]} opened in spring with new machines.`);
const article = (...paragraphs: string[]) => `---\ntitle: New plants\n---\n\n${paragraphs.join('\n\n')}\n`;

let server: Loopback;
let place: TestProject;
beforeEach(async () => {
  server = await startLoopback();
  place = project({
    'content/en/one.md': article(...texts),
    'content/en/two.md': article(texts[0]!, 'A paragraph of its own.'),
  });
});
afterEach(async () => {
  await server.close();
  place.remove();
});

interface Estimate {
  total: { units: number; requests: number; inputTokens: number; outputTokens: number; costs: Record<string, string> };
  heads?: { units: number; requests: number; characters: number };
  translations: { slug: string; units: number; characters: number; costs: Record<string, string> }[];
}

const run = (argv: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  cli(argv, { cwd: place.root, env });
const estimate = async (...argv: string[]): Promise<Estimate> =>
  JSON.parse((await run(['estimate', '--format', 'json', ...argv])).stdout);
const pipeline = (limits: string) =>
  `name: own\nsources: [{ locale: en, to: [ko] }]\nengines: [memory, { id: openai, settings: { concurrency: 1 } }]\nlimits: { concurrency: 1, batchUnits: 1, ${limits} }\n`;

describe('estimate', () => {
  it('tells what each article takes and costs, each unit once, and asks nobody', async () => {
    const { total, heads, translations } = await estimate();
    // Both titles are one, which is asked for first.
    expect(heads).toMatchObject({ units: 1, requests: 1 });
    expect(translations.map(({ slug, units }) => [slug, units])).toEqual([
      ['one', 6],
      // A paragraph is asked for with the first.
      ['two', 1],
    ]);
    expect(total).toMatchObject({ units: 8, requests: 3 });
    expect(Number(total.costs['deepl'])).toBeCloseTo(
      (heads!.characters + translations[0]!.characters + translations[1]!.characters) * 25e-6,
      10,
    );
    expect(Number(total.costs['openai:gpt-5.4'])).toBeCloseTo(
      total.inputTokens * 2.5e-6 + total.outputTokens * 15e-6,
      10,
    );
    expect(server.asked).toEqual([]);
    expect(place.files('content/ko')).toEqual([]);
    await run(['generate'], server.env);
    expect([server.asked.length, server.requests]).toEqual([total.units, total.requests]);
  });

  it('counts the title with the article where there is one', async () => {
    const { total, heads } = await estimate('one');
    expect([heads, total.units, total.requests]).toEqual([undefined, 7, 1]);
  });

  it('tells nothing of what is translated', async () => {
    expect((await run(['generate'], server.env)).exitCode).toBe(0);
    const { stdout, exitCode } = await run(['estimate']);
    expect({ stdout, exitCode }).toEqual({ stdout: 'Nothing has to be asked of an engine.\n', exitCode: 0 });
  });

  it('sets the models that are named beside each other, in the interface language', async () => {
    const { stdout } = await cli(['estimate', '--model', 'openai:gpt-5.4,deepl'], { cwd: place.root, locale: 'ko' });
    expect(stdout).toMatch(/^단위 .*openai:gpt-5\.4 +deepl +파일/);
    expect(stdout).toMatch(/\$0\.\d{4} .*합계/);
  });

  it('takes the prices of the project first, and knows those it does not know', async () => {
    place.put(
      'pipelines/prices.json',
      JSON.stringify({
        currency: 'USD',
        prices: [{ name: 'openai:own', input: '1000', output: '0', date: '2026-01-01' }],
      }),
    );
    const { total } = await estimate('--model', 'openai:own');
    expect(Number(total.costs['openai:own'])).toBeCloseTo(total.inputTokens / 1000, 9);
    const { stderr, exitCode } = await run(['estimate', '--model', 'openai:nobody']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('openai:nobody');
  });
});

describe('a run', () => {
  it('leaves a receipt', async () => {
    const { stdout } = await run(['generate'], server.env);
    // The two titles in one request, then what is left of each article.
    expect(stdout).toMatch(/openai:test: 8 units in 3 requests \(0 again\), 3 tokens sent \(0 cached\), 3 received/);
    const again = JSON.parse((await run(['generate', '--format', 'json'], server.env)).stdout);
    expect(again.summary.usage).toEqual({ requests: 0, inputTokens: 0, outputTokens: 0, engines: {} });
  });

  it('stops cleanly when its tokens are spent, and goes on in the next', async () => {
    place.put('pipelines/own.yaml', pipeline('tokens: 6'));
    const first = await run(['generate', '--pipeline', 'own', '--format', 'json'], server.env);
    const { summary, translations, errors } = JSON.parse(first.stdout);
    expect(first.exitCode).toBe(1);
    expect(errors).toEqual([]);
    expect(summary.usage.inputTokens + summary.usage.outputTokens).toBe(6);
    const reasons = translations.flatMap(({ left }: { left: { reason: string }[] }) =>
      left.map(({ reason }) => reason),
    );
    expect(new Set(reasons)).toEqual(new Set(['budget']));
    expect(new Set(server.asked).size).toBe(server.asked.length);
    place.put('pipelines/own.yaml', pipeline('tokens: 100000'));
    expect((await run(['generate', '--pipeline', 'own'], server.env)).exitCode).toBe(0);
    expect(new Set(server.asked).size).toBe(server.asked.length);
  });

  it('stops cleanly when its dollars are spent', async () => {
    place.put(
      'pipelines/prices.json',
      JSON.stringify({
        currency: 'USD',
        prices: [{ name: 'openai:test', input: '1000000', output: '0', date: '2026-01-01' }],
      }),
    );
    place.put('pipelines/own.yaml', pipeline('dollars: 2'));
    const { stdout, exitCode } = await run(['generate', '--pipeline', 'own'], server.env);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('the budget of the run is spent');
    expect(stdout).toContain(
      'openai:test: 2 units in 2 requests (0 again), 2 tokens sent (0 cached), 2 received, $2.00 (prices of 2026-01-01)',
    );
  });

  it('stores no key anywhere', async () => {
    const key = 'sk-secret-0123456789';
    const { stdout, stderr } = await run(['generate'], { ...server.env, OPENAI_API_KEY: key });
    const written = [...place.files('content'), ...place.files('locales'), ...place.files('.diptych')].map((file) =>
      place.read(file),
    );
    expect([stdout, stderr, ...written].join('\n')).not.toContain(key);
  });
});
