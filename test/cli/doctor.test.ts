import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Provider, startProvider } from '../engines/server.js';
import { cli } from './io.js';
import { project, type TestProject } from './project.js';

const key = 'sk-secret-0123456789';

let place: TestProject;
let provider: Provider;
beforeEach(async () => {
  place = project({ 'content/en/a.md': '# A\n' });
  provider = await startProvider();
});
afterEach(async () => {
  place.remove();
  await provider.close();
});

interface Finding {
  area: string;
  health: string;
  engine?: string;
  code?: string;
  message: string;
}

async function doctor(argv: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const ran = await cli(['doctor', '--format', 'json', ...argv], { cwd: place.root, env });
  const { healthy, findings }: { healthy: boolean; findings: Finding[] } = JSON.parse(ran.stdout);
  const of = (engine: string) => findings.find((one) => one.area === 'engine' && one.engine?.startsWith(engine))!;
  return { ...ran, healthy, findings, of };
}

const needing = (engine: string) => `name: own\nsources: [{ locale: en, to: [ko] }]\nengines: [memory, ${engine}]\n`;

describe('doctor', () => {
  it('says what works and what each engine lacks, all settings at once', async () => {
    const { exitCode, healthy, findings, of } = await doctor(['--offline']);
    expect({ exitCode, healthy }).toEqual({ exitCode: 0, healthy: true });
    expect(findings.filter(({ health }) => health === 'ok').map(({ area }) => area)).toEqual(
      expect.arrayContaining(['node', 'project', 'pipeline', 'termbase', 'store', 'memory']),
    );
    expect(of('anthropic')).toMatchObject({ health: 'off', code: 'missing-setting' });
    expect(of('anthropic').message).toContain('ANTHROPIC_API_KEY, ANTHROPIC_MODEL');
    expect(of('pseudo').health).toBe('ok');
  });

  it('asks engines whether they answer, without spending anything', async () => {
    const env = { OPENAI_BASE_URL: `http://127.0.0.1:${provider.port}/v1`, OPENAI_MODEL: 'm' };
    const { of } = await doctor([], env);
    expect(of('openai')).toMatchObject({ health: 'ok', engine: 'openai:m' });
    expect(provider.seen).toEqual([]);
  });

  it('fails when an engine that the pipeline needs can not be used', async () => {
    place.put('pipelines/own.yaml', needing('deepl'));
    const lacking = await doctor(['--pipeline', 'own', '--offline']);
    expect(lacking).toMatchObject({ exitCode: 2, healthy: false });
    expect(lacking.findings.filter(({ area }) => area === 'engine')[0]).toMatchObject({
      engine: 'deepl',
      health: 'bad',
    });
    place.put('pipelines/own.yaml', needing('openai'));
    const env = { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', OPENAI_MODEL: 'm', OPENAI_API_KEY: key };
    const silent = await doctor(['--pipeline', 'own'], env);
    expect(silent).toMatchObject({ exitCode: 3, healthy: false });
    expect(silent.stdout + silent.stderr).not.toContain(key);
  });

  it('tells a broken pipeline, termbase or memory with its place, and goes on', async () => {
    place.put('pipelines/own.yaml', 'name: own\nsources: 3\n');
    place.put('locales/termbase.yaml', 'concepts: 3\n');
    const { exitCode, findings } = await doctor(['--pipeline', 'own', '--offline']);
    expect(exitCode).toBe(2);
    const bad = findings.filter(({ health }) => health === 'bad');
    expect(bad.map(({ area }) => area)).toEqual(['pipeline', 'termbase']);
    expect(bad[0]!.message).toContain('pipelines/own.yaml:2');
  });

  it('works outside a project, to say that there is none', async () => {
    const { exitCode, stdout } = await cli(['doctor', '--offline'], { cwd: '/', env: {} });
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(/✗ Project: .*\[not-found\]/);
  });

  it('speaks Korean, and marks each line', async () => {
    const { stdout } = await cli(['doctor', '--offline'], { cwd: place.root, env: {}, locale: 'ko' });
    expect(stdout).toContain('✓ 파이프라인 news');
    expect(stdout).toMatch(/^– .*OPENAI_API_KEY, OPENAI_MODEL/m);
  });
});
