import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { cli } from './io.js';
import { project, type TestProject } from './project.js';

const termbase = `# Names
concepts:
  - id: nvidia
    domain: companies
    designations:
      en: NVIDIA
      ko: [{ term: 엔비디아 }, { term: 앤비디아, status: forbidden }]
`;
const memory = (source: string, target: string) =>
  JSON.stringify({ source, target, origin: 'human', state: 'reviewed' });

let made: TestProject | undefined;
const start = (files: Readonly<Record<string, string>> = {}) => {
  made = project({ 'locales/termbase.yaml': termbase, ...files });
  return made;
};
const glossary = (...argv: string[]) => cli(['glossary', ...argv], { cwd: made!.root });

afterEach(() => made?.remove());

describe('diptych glossary', () => {
  it('lists concepts, all or some', async () => {
    start();
    expect((await glossary('list', '비디아')).stdout).toContain('nvidia   companies  NVIDIA  엔비디아, ✗ 앤비디아');
    expect((await glossary('list', '--domain', 'sport')).stdout).toBe('0 concepts\n');
    expect(JSON.parse((await glossary('list', '--format', 'json')).stdout)).toHaveLength(1);
    expect((await cli(['glossary', 'list', '--locale', 'ko'], { cwd: made!.root, locale: 'ko' })).stdout).toContain(
      '개념 1개',
    );
  });

  it('adds a concept and extends it, and keeps comments', async () => {
    const { read } = start();
    expect(
      await glossary('add', 'chip', '--term', 'en=chip', 'ko=칩', '--deprecated', 'ko=반도체칩', '--note', 'Short.'),
    ).toMatchObject({
      exitCode: 0,
      stdout: 'Added chip to locales/termbase.yaml.\n',
    });
    expect((await glossary('add', 'chip', '--term', 'en=microchip')).stdout).toContain('Extended chip');
    const yaml = read('locales/termbase.yaml');
    expect(yaml.startsWith('# Names\n')).toBe(true);
    expect(yaml).toContain('        - { term: microchip }\n        - { term: chip, status: admitted }\n');
  });

  it('begins a termbase where there is none', async () => {
    made = project();
    await glossary('add', 'h100', '--term', 'en=H100', '--do-not-translate');
    expect(made.read('locales/termbase.yaml')).toBe(
      'concepts:\n  - id: h100\n    doNotTranslate: true\n    designations:\n      en: H100\n',
    );
  });

  it.each([
    [['add', 'x', '--term', 'H100'], '[usage]'],
    [['add', 'x', '--term', 'zz1=H100'], '[usage]'],
    [['add', 'x'], '[usage]'],
    [['add', 'X', '--term', 'en=H100'], '[invalid-termbase]'],
    [['import', 'none.tbx'], '[not-found]'],
    [['import', 'none.doc'], '[usage]'],
    [['export', 'g.tsv'], '[usage]'],
    [['export', 'g.tsv', '--from', 'en', '--to', 'x1'], '[unknown-locale]'],
    [['export', 'none/g.tbx'], '[store-failed]'],
    [['suggest', '--limit', '0'], '[usage]'],
    [['nonsense'], '[usage]'],
  ])('refuses %j and writes nothing', async (argv, code) => {
    const { read } = start();
    const ran = await glossary(...argv);
    expect(ran.stderr).toContain(code);
    expect(ran.exitCode).toBeGreaterThan(1);
    expect(read('locales/termbase.yaml')).toBe(termbase);
  });

  it('exports and imports, and says what is lost', async () => {
    const { put, read } = start();
    for (const file of ['g.tbx', 'g.csv']) {
      expect((await glossary('export', file)).stdout).toBe(`1 concept written to ${file}.\n`);
      expect((await glossary('import', file)).stdout).toContain('1 concept is there already');
      expect((await glossary('import', file, '--overwrite')).stdout).toContain('0 concepts added, 1 replaced');
      const list = await glossary('list', '--format', 'json');
      expect(JSON.parse(list.stdout)[0]).toMatchObject({ id: 'nvidia', domain: 'companies' });
    }
    const deepl = await glossary('export', '-', '--format', 'tsv', '--from', 'en', '--to', 'ko');
    expect(deepl.stdout).toBe('NVIDIA\t엔비디아\n');
    expect(deepl.stderr).toContain('designations other than the preferred × 1');
    put('more.tsv', 'chip\t칩\n');
    expect((await glossary('import', 'more.tsv', '--from', 'en', '--to', 'ko')).stdout).toContain('1 concept added');
    expect(read('locales/termbase.yaml')).toContain('  - id: chip\n    designations:\n      en: chip\n      ko: 칩\n');
  });

  it('refuses a file of 100 MB before reading it, and one that declares entities', async () => {
    const { root, put } = start();
    const handle = openSync(join(root, 'big.tbx'), 'w');
    ftruncateSync(handle, 100_000_000);
    closeSync(handle);
    expect((await glossary('import', 'big.tbx')).stderr).toContain(
      '100000000 bytes; terms are read from files of at most 20000000',
    );
    put('bomb.tbx', '<!DOCTYPE tbx [<!ENTITY a "ha">]><tbx>&a;</tbx>');
    expect((await glossary('import', 'bomb.tbx')).stderr).toMatch(/^bomb\.tbx:1:\d+: The file declares XML entities/);
  });

  it('checks: findings with their lines, exit code 1 for what cannot be kept to', async () => {
    const { put } = start({
      'content/en/a.md': '---\ntitle: NVIDIA\nlocale: en\n---\n\nText.\n',
    });
    expect(await glossary('check')).toMatchObject({ exitCode: 0, stdout: '1 concept looked at, 0 found.\n' });
    put(
      'locales/termbase.yaml',
      `${termbase}  - id: twice\n    designations: { en: [{term: a}, {term: A, status: admitted, case: fold}] }\n`,
    );
    const ran = await glossary('check', '--unused');
    expect(ran.exitCode).toBe(1);
    expect(ran.stdout).toContain('locales/termbase.yaml:8 error “A” stands twice in twice (en).');
    expect(ran.stdout).toContain('locales/termbase.yaml:8 warning twice has no term in ko.');
    expect(ran.stdout).toContain('note twice is in no article');
    expect(ran.stdout).not.toContain('note nvidia');
  });

  it('suggests from memory and content', async () => {
    start({
      'content/en/a.md': '---\ntitle: Today\nlocale: en\n---\n\nWe saw Fermilab.\n',
      'locales/memory/en-ko.jsonl': `${memory('At Fermilab it rains.', '페르미랩에 비가 온다.')}\n${memory('Now <pc1>Fermilab</pc1> is dry.', '이제 <pc1>페르미랩</pc1>은 말랐다.')}\n`,
    });
    const ran = await glossary('suggest', '--from', 'en', '--format', 'json');
    expect(JSON.parse(ran.stdout)).toEqual([
      { from: 'en', to: 'ko', term: 'Fermilab', texts: 3, translations: [{ term: '페르미랩', texts: 2 }] },
    ]);
    expect((await glossary('suggest')).stdout).toMatch(/en → ko\n.*\n +3 {2}Fermilab {2}페르미랩 \(2\)/);
  });
});
