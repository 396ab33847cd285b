import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cli } from './io.js';
import { project, type TestProject } from './project.js';

const source = 'The line cost $25 billion.\n\nIt carries 150 MW to 12 towns.\n\nIt carries 150 MW to 12 towns.\n';
const right = '노선에는 250억 달러가 들었다.\n\n12개 도시에 150MW를 보낸다.\n\n12개 도시에 150MW를 보낸다.\n';
const old = right.replace('250억', '25억').replace('150MW', '15MW');

let place: TestProject;
beforeEach(() => {
  place = project({
    'content/en/a.md': source,
    'content/ko/a.md': old,
    'content/en/b.md': source,
    'content/ko/b.md': right.replace('250억', '25억'),
  });
});
afterEach(() => place.remove());

const list = 'known.jsonl';
const run = (...words: string[]) => cli(['validate', '--only', 'quantities', ...words], { cwd: place.root });
const against = (...words: string[]) => run('--baseline', list, ...words);
const update = () => against('--update-baseline');
const lines = () => place.read(list).trim().split('\n');
const entries = () =>
  lines()
    .slice(1)
    .map((line) => JSON.parse(line));
const found = async (...words: string[]) => {
  const { issues } = JSON.parse((await against('--format', 'json', ...words)).stdout);
  return issues.map(({ file, line }: { file: string; line: number }) => `${file}:${line}`);
};

describe('validate --update-baseline', () => {
  it('lists what is found, one sorted line each, and passes', async () => {
    const { exitCode, stdout } = await update();
    expect(exitCode).toBe(0);
    expect(stdout).toContain('known.jsonl written: 3 known issues, 3 added, 0 taken out.');
    expect(lines()[0]).toBe('{"baseline":1,"fingerprints":"diptychIssue/v1"}');
    const entry = { check: 'quantities', fingerprint: expect.stringMatching(/^[0-9a-f]{20}$/) };
    expect(entries()).toEqual([
      { ...entry, file: 'content/ko/a.md', key: 'smaller', says: '$25 billion → 25억 달러' },
      { ...entry, file: 'content/ko/a.md', key: 'smaller', says: '150 MW → 15MW' },
      { ...entry, file: 'content/ko/b.md', key: 'smaller', says: '$25 billion → 25억 달러' },
    ]);
    const before = place.read(list);
    await update();
    expect(place.read(list)).toBe(before);
  });

  it('counts equal issues: the third of two is new', async () => {
    place.put('content/ko/a.md', right.replaceAll('150MW', '15MW'));
    await update();
    expect(entries()[0]).toMatchObject({ says: '150 MW → 15MW', count: 2 });
    place.put('content/en/a.md', `${source}\nIt carries 150 MW to 12 towns.\n`);
    place.put('content/ko/a.md', `${right}\n12개 도시에 150MW를 보낸다.\n`.replaceAll('150MW', '15MW'));
    expect(await found()).toEqual(['content/ko/a.md:7']);
  });

  it('has no place to write to unless one is named', async () => {
    const { exitCode, stderr } = await run('--update-baseline');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('[usage]');
  });
});

describe('validate --baseline', () => {
  beforeEach(update);

  it('tells and counts only what is not listed', async () => {
    expect((await against()).exitCode).toBe(0);
    place.put('content/ko/a.md', `\n\n${old.replace('12개', '13개')}`);
    expect(await found()).toEqual(['content/ko/a.md:5']);
    const { exitCode, stdout } = await against();
    expect(exitCode).toBe(1);
    expect(stdout).toContain('new critical 1.\nCompared with known.jsonl: 3 known, 0 fixed.');
  });

  it('tells what is fixed until it is taken out', async () => {
    place.put('content/ko/a.md', right);
    const { exitCode, stdout } = await against();
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Fixed; --update-baseline takes them out of the list:');
    expect(stdout).toContain('content/ko/a.md  150 MW → 15MW [quantities]');
    expect(stdout).toContain('1 known, 2 fixed.');
    expect((await update()).stdout).toContain('1 known issues, 0 added, 2 taken out.');
    expect((await against()).stdout).toContain('1 known, 0 fixed.');
  });

  it('leaves alone what a run did not look for', async () => {
    place.put('content/ko/a.md', right);
    place.put('content/ko/b.md', right);
    const fixed = async (...words: string[]) =>
      JSON.parse(
        (await cli(['validate', ...words, '--baseline', list, '--format', 'json'], { cwd: place.root })).stdout,
      ).summary.known.fixed;
    expect(await fixed('--only', 'tables')).toBe(0);
    expect(await fixed('--skip', 'quantities')).toBe(0);
    expect(await fixed('content/ko/b.md')).toBe(1);
    expect(await fixed()).toBe(3);
    await cli(['lint', '--baseline', list, '--update-baseline'], { cwd: place.root });
    await cli(['validate', 'content/ko/b.md', '--baseline', list, '--update-baseline'], { cwd: place.root });
    expect(entries().map(({ file }) => file)).toEqual(['content/ko/a.md', 'content/ko/a.md']);
  });

  it('names articles from the project, whichever folder it is run in', async () => {
    const words = ['validate', '--only', 'quantities', '--baseline', `../${list}`];
    expect(await cli(words, { cwd: `${place.root}/content` })).toMatchObject({ exitCode: 0 });
  });

  it('knows a renamed article, and forgets one that is gone', async () => {
    for (const locale of ['en', 'ko']) {
      place.put(`content/${locale}/c.md`, place.read(`content/${locale}/a.md`));
      place.drop(`content/${locale}/a.md`);
    }
    expect(await found()).toEqual([]);
    place.drop('content/ko/c.md');
    expect((await update()).stdout).toContain('1 known issues, 0 added, 2 taken out.');
  });

  it('that is not there is asked for', async () => {
    const { exitCode, stderr } = await run('--baseline', 'nowhere.jsonl');
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/nowhere\.jsonl.*--update-baseline.*\[not-found\]/);
  });

  it.each([
    ['a mark of a merge', (all: string[]) => all.toSpliced(2, 0, '<<<<<<< HEAD'), `${list}:3:1`],
    ['a field that is missing', (all: string[]) => all.with(1, '{"file":"a.md"}'), `${list}:2:1`],
    [
      'a value of the wrong kind',
      (all: string[]) => all.with(2, all[2]!.replace('"check":"quantities"', '"check":7')),
      `${list}:3:27`,
    ],
    ['a field that no entry has', (all: string[]) => all.with(1, all[1]!.replace('{', '{"x":1,')), `${list}:2:2`],
    ['another kind of fingerprint', (all: string[]) => all.with(0, all[0]!.replace('v1', 'v0')), `${list}:1:1`],
    ['no first line', (all: string[]) => all.slice(1), `${list}:1:1`],
  ])('is refused at the place of %s', async (_, spoil, at) => {
    place.put(list, `${spoil(lines()).join('\n')}\n`);
    const { exitCode, stderr } = await against();
    expect(exitCode).toBe(2);
    expect(stderr).toContain('[invalid-baseline]');
    expect(stderr).toContain(at);
  });

  it('lists an issue once that two branches have listed', async () => {
    place.put(list, `${[...lines(), ...lines().slice(1)].join('\n')}\n`);
    place.put('content/ko/a.md', `${old}\n${old}`);
    place.put('content/en/a.md', `${source}\n${source}`);
    expect(await found()).toHaveLength(2);
  });

  it('can be named in the pipeline file, and is set aside by nothing but --since', async () => {
    place.put('pipelines/news.yaml', `name: news\nsources: [{ locale: en, to: [ko] }]\nbaseline: ${list}\n`);
    expect((await run()).stdout).toContain('Compared with known.jsonl: 3 known, 0 fixed.');
    expect(await run('--no-baseline')).toMatchObject({ exitCode: 1, stdout: expect.not.stringContaining('known') });
    expect((await run('--no-baseline', '--update-baseline')).stderr).toContain('[usage]');
    expect((await run('--since', 'HEAD')).stderr).toContain('[unknown-revision]');
    place.put('pipelines/news.yaml', 'name: news\nsources: [{ locale: en, to: [ko] }]\nbaseline: ../known.jsonl\n');
    expect((await run()).stderr).toContain('[outside-project]');
  });
});

describe('every format', () => {
  beforeEach(async () => {
    await update();
    // One known, two fixed, one new.
    place.put('content/ko/a.md', right.replace('12개', '13개'));
  });
  const said = async (format: string) => (await against('--format', format)).stdout;

  it('json has the new ones, the known ones and what is fixed, each with its fingerprint', async () => {
    const { summary, issues, known, fixed } = JSON.parse(await said('json'));
    expect(summary).toMatchObject({
      issues: { critical: 1 },
      known: { baselines: [list], issues: { critical: 1 }, fixed: 2 },
    });
    expect(issues).toEqual([expect.objectContaining({ file: 'content/ko/a.md', baselineState: 'new' })]);
    expect(known).toEqual([
      expect.objectContaining({
        file: 'content/ko/b.md',
        baselineState: 'unchanged',
        fingerprint: entries()[2].fingerprint,
      }),
    ]);
    expect(fixed).toEqual(entries().slice(0, 2));
  });

  it('jsonl has the new ones', async () => {
    const all = (await said('jsonl')).trim().split('\n');
    expect(all.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ line: 3, fingerprint: expect.stringMatching(/^[0-9a-f]{20}$/) }),
    ]);
  });

  it('sarif says the state of each', async () => {
    const { results, tool } = JSON.parse(await said('sarif')).runs[0];
    const states = results.map((one: Record<string, unknown>) => [
      one['baselineState'],
      one['level'],
      'suppressions' in one,
    ]);
    expect(states).toEqual([
      ['new', 'error', false],
      ['unchanged', 'error', true],
      ['absent', 'none', false],
      ['absent', 'none', false],
    ]);
    expect(results[1].partialFingerprints['diptychIssue/v1']).toBe(entries()[2].fingerprint);
    expect(results[2].message.text).toContain('$25 billion → 25억 달러');
    expect(tool.driver.rules[results[2].ruleIndex].id).toBe('quantities');
  });

  it('junit skips the known ones', async () => {
    const text = await said('junit');
    expect(text).toContain('<testsuites name="diptych" tests="2" failures="1" skipped="1">');
    expect(text).toContain('<skipped message="known: known.jsonl"/>');
  });

  it('github annotates the new ones, and notes once what is to be taken out', async () => {
    const text = await said('github');
    expect(text.match(/^::error /gm)).toHaveLength(1);
    expect(text.match(/^::notice .*/gm)).toEqual([expect.stringContaining('content/ko/a.md: 150 MW → 15MW')]);
  });

  it('markdown has a table of each', async () => {
    const text = await said('markdown');
    expect(text).toContain('Compared with known.jsonl: 1 known, 2 fixed.');
    expect(text.match(/^\| -/gm)).toHaveLength(2);
  });

  it('says of an issue that is compared with nothing what it said before, and how it is known again', async () => {
    const json = JSON.parse((await run('--format', 'json')).stdout);
    expect(Object.keys(json)).toEqual(['summary', 'issues']);
    expect(json.summary).not.toHaveProperty('known');
    expect(json.issues[0]).not.toHaveProperty('baselineState');
    const [{ results }] = JSON.parse((await run('--format', 'sarif')).stdout).runs;
    expect(results[0]).not.toHaveProperty('baselineState');
    expect(results[0].partialFingerprints['diptychIssue/v1']).toBe(json.issues[0].fingerprint);
    expect((await run('--format', 'junit')).stdout).not.toContain('skipped');
  });
});
