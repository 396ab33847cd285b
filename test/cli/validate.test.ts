import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cli } from './io.js';
import { project, type TestProject } from './project.js';

const source = `---
title: The northern line
---

# The northern line

The line cost **$25 billion** and carries 150 MW.

| Line | Cost |
| --- | ---: |
| North | $8.5 billion |
| South | $1.2 billion |
`;
const faithful = `---
title: 북부선
---

# 북부선

북부선에는 **250억 달러**가 들었고 150MW를 실어 나른다.

| 노선 | 비용 |
| --- | ---: |
| 북부 | 85억 달러 |
| 남부 | 12억 달러 |
`;
const wrong = faithful.replace('250억 달러', '25억 달러');

let place: TestProject;
beforeEach(() => {
  place = project({ 'content/en/line.md': source, 'content/ko/line.md': wrong });
});
afterEach(() => place.remove());

const validate = (argv: readonly string[], locale?: string) =>
  cli(['validate', ...argv], { cwd: place.root, ...(locale === undefined ? {} : { locale }) });

describe('validate', () => {
  it('is content with a faithful pair', async () => {
    place.put('content/ko/line.md', faithful);
    expect(await validate([])).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('1 pair') });
  });

  it('points at the figure, says what it should be, and fails', async () => {
    const { exitCode, stdout } = await validate([]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('content/ko/line.md');
    expect(stdout).toMatch(/7:9\s+critical/);
    expect(stdout).toContain('10 times too small');
    expect(stdout).toContain('250억 달러');
  });

  it('speaks Korean to those who do', async () => {
    const { stdout } = await validate([], 'ko');
    expect(stdout).toContain('10분의 1');
    expect(stdout).not.toMatch(/Source|translation/);
  });

  it.each(['content', 'content/ko', '.', 'content/en/'])(
    'compares the pairs of %s, as a folder in a project',
    async (folder) => {
      expect(await validate([folder])).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('1 pair') });
    },
  );

  it('compares only pairs with a file below the folder', async () => {
    place.put('content/en/sport/cup.md', '# Two cups\n');
    place.put('content/ko/sport/cup.md', '# 컵 두 개\n');
    expect(await validate(['content/ko/sport', '--format', 'json'])).toMatchObject({
      stdout: expect.stringContaining('"pairs": 1'),
      exitCode: 0,
    });
  });

  it.each([[['content/fr']], [['content', '--to', 'ja']]])('never passes over nothing: %j', async (argv) => {
    place.put('content/fr/line.txt', 'x');
    const { exitCode, stdout, stderr } = await validate(argv);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('nothing was compared');
  });

  it('knows a slug in decomposed Hangul again', async () => {
    place.put(`content/en/${'부산'.normalize('NFC')}.md`, source);
    place.put(`content/ko/${'부산'.normalize('NFD')}.md`, wrong);
    expect((await validate(['--format', 'json'])).stdout).toContain('"pairs": 2');
  });

  it('quotes nothing from outside the project that a symbolic link points at', async () => {
    place.drop('content/ko/line.md');
    symlinkSync('/etc/hostname', join(place.root, 'content/ko/line.md'));
    expect(await validate([])).toMatchObject({ exitCode: 2, stdout: '', stderr: expect.stringContaining('outside') });
  });

  it('goes on past a file that cannot be read, tells it last, and fails with its code', async () => {
    place.put('content/en/other.md', source);
    place.put('content/ko/other.md', '---\ntitle: [oops\n---\n');
    const { exitCode, stdout, stderr } = await validate([]);
    expect(exitCode).toBe(2);
    expect(stdout).toContain('10 times too small');
    expect(stderr).toContain('content/ko/other.md:');
    const { errors, issues } = JSON.parse((await validate(['content', '--format', 'json'])).stdout);
    expect(issues).toHaveLength(1);
    expect(errors).toEqual([expect.objectContaining({ code: 'invalid-yaml', file: 'content/ko/other.md', line: 3 })]);
    const note = await validate(['--format', 'github']);
    expect(note.stdout).toMatch(/^::error file=content\/ko\/other.md,line=3,col=1,title=diptych invalid-yaml::/m);
    expect(note.exitCode).toBe(2);
  });

  it('says of a passage left in the source language that alone', async () => {
    place.put('content/en/line.md', 'The northern line opened on March 2, 2026, and draws 38.5 MW at its peak.\n');
    place.put('content/ko/line.md', 'The northern line opened on March 2, 2026, and draws 38.5 MW at its peak.\n');
    const { issues } = JSON.parse((await validate(['--format', 'json'])).stdout);
    expect(issues.map(({ check }: { check: string }) => check)).toEqual(['untranslated']);
  });

  it('prints the contract of the JSON format', async () => {
    const { stdout } = await validate(['--format', 'json']);
    const { summary, issues } = JSON.parse(stdout);
    expect(summary).toEqual({ pairs: 1, units: 9, issues: { neutral: 0, minor: 0, major: 0, critical: 1 } });
    expect(issues).toEqual([
      expect.objectContaining({
        check: 'quantities',
        category: 'accuracy',
        severity: 'critical',
        file: 'content/ko/line.md',
        line: 7,
        column: 9,
        source: { text: '$25 billion', start: 14, end: 25 },
        target: { text: '25억 달러', start: 6, end: 12 },
        fix: { start: 6, end: 12, text: '250억 달러' },
      }),
    ]);
  });

  it('writes a line for each issue as JSON lines', async () => {
    const { stdout } = await validate(['--format', 'jsonl']);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).check),
    ).toEqual(['quantities']);
  });

  it('annotates a pull request at the line', async () => {
    const { stdout } = await validate(['--format', 'github']);
    expect(stdout).toContain('::error file=content/ko/line.md,line=7,col=9');
  });

  it('writes SARIF that points at the line', async () => {
    const { stdout } = await validate(['--format', 'sarif']);
    const [run] = JSON.parse(stdout).runs;
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['quantities']);
    expect(run.results[0]).toMatchObject({
      ruleId: 'quantities',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'content/ko/line.md' },
            region: { startLine: 7, startColumn: 9 },
          },
        },
      ],
    });
  });

  it('writes JUnit in which the file fails', async () => {
    const { stdout } = await validate(['--format', 'junit']);
    expect(stdout).toContain('<?xml');
    expect(stdout).toMatch(/failures="1"/);
    expect(stdout).toContain('content/ko/line.md');
  });

  it('writes Markdown for a summary', async () => {
    const { stdout } = await validate(['--format', 'markdown']);
    expect(stdout).toContain('content/ko/line.md');
    expect(stdout).toContain('10 times too small');
  });
});

describe('choosing what is looked at', () => {
  it('runs only the checks named, or all but them', async () => {
    expect((await validate(['--only', 'tables,headings'])).exitCode).toBe(0);
    expect((await validate(['--skip', 'quantities'])).exitCode).toBe(0);
    expect((await validate(['--only', 'quantities'])).exitCode).toBe(1);
  });

  it('names the check that was meant', async () => {
    const { exitCode, stderr } = await validate(['--only', 'quantity']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('quantities');
    expect(stderr).toContain('[unknown-check]');
  });

  it('fails from the severity asked for', async () => {
    place.put('content/ko/line.md', faithful.replace('가 들었고', '가 3년 동안 들었고'));
    expect((await validate([])).exitCode).toBe(0);
    expect((await validate(['--fail-on', 'minor'])).exitCode).toBe(1);
  });

  it('takes two files anywhere, their languages from their names', async () => {
    place.put('drafts/line.en.md', source);
    place.put('drafts/line.ko.md', wrong);
    const { exitCode, stdout } = await validate(['--source', 'drafts/line.en.md', '--target', 'drafts/line.ko.md']);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('drafts/line.ko.md');
  });

  it('takes one article of a project', async () => {
    place.put('content/en/other.md', source);
    place.put('content/ko/other.md', faithful);
    expect((await validate(['content/ko/other.md'])).exitCode).toBe(0);
  });

  it('tells once, with both places, what articles of a project translate in two ways', async () => {
    place.put(
      'locales/termbase.yaml',
      'concepts:\n  - { id: eu, designations: { en: EU, ko: [{ term: 유럽연합, firstMention: 유럽연합(EU) }] } }\n',
    );
    const [sentence, close] = ['The ship left the harbour at night.', 'The EU will pay for the repairs by May.'];
    const articles = {
      a: ['배는 밤에 항구를 떠났다.', '유럽연합(EU)은 5월까지 수리비를 낸다.'],
      b: ['그 배는 야간에 출항했다.', '서두. 유럽연합은 5월까지 수리비를 낸다.'],
      c: ['배가 야음을 틈타 나갔다.', '유럽연합(EU)은 5월까지 수리비를 낸다.'],
    };
    place.put('content/ko/line.md', faithful);
    for (const [slug, [first, last]] of Object.entries(articles)) {
      place.put(
        `content/en/${slug}.md`,
        `${sentence}\n\nThe title of ${slug} stands here for all to see.\n\n${close}\n`,
      );
      place.put(`content/ko/${slug}.md`, `${first}\n\n모두가 볼 수 있게 ${slug}의 제목이 여기에 있다.\n\n${last}\n`);
    }
    const { stdout } = await validate(['--only', 'consistency', '--format', 'json']);
    const { issues } = JSON.parse(stdout) as { issues: { file: string; line: number; message: string }[] };
    expect(issues.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
      'content/ko/b.md:1 content/ko/a.md, line 1, translates the same source text otherwise: “배는 밤에 항구를 떠났다.”',
      'content/ko/b.md:5 content/ko/a.md, line 5, translates the same source text otherwise: “유럽연합(EU)은 5월까지 수리비를 낸다.”',
    ]);
    place.put(
      'content/ko/b.md',
      `${articles.a[0]}\n\n모두가 볼 수 있게 b의 제목이 여기에 있다.\n\n유럽연합은 5월까지 수리비를 낸다.\n`,
    );
    place.put('content/ko/c.md', place.read('content/ko/b.md').replace('b의', 'c의'));
    expect(JSON.parse((await validate(['--only', 'consistency', '--format', 'json'])).stdout).issues).toEqual([]);
  });

  it('says which path does not exist', async () => {
    const { exitCode, stderr } = await validate(['nowhere']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('nowhere');
  });
});

describe('bilingual files', () => {
  const lines = [
    { id: 'a', source: 'It cost $25 billion.', target: '250억 달러가 들었다.' },
    { id: 'b', source: 'It cost $25 billion.', target: '25억 달러가 들었다.', note: 'kept' },
  ];

  it('are checked line by line, known by their ids', async () => {
    place.put('pairs.jsonl', `${lines.map((line) => JSON.stringify(line)).join('\n')}\n\n`);
    const { exitCode, stdout } = await validate(['pairs.jsonl', '--from', 'en', '--to', 'ko', '--format', 'json']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout).issues).toEqual([expect.objectContaining({ unit: 'b', line: 2, check: 'quantities' })]);
  });

  it('need to say their languages', async () => {
    place.put('pairs.jsonl', JSON.stringify(lines[0]));
    const { exitCode, stderr } = await validate(['pairs.jsonl']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--from');
  });

  it('are refused at the line that is broken', async () => {
    place.put('pairs.jsonl', `${JSON.stringify(lines[0])}\n{"id": 2, "source": `);
    const { exitCode, stderr } = await validate(['pairs.jsonl', '--from', 'en', '--to', 'ko']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('pairs.jsonl:2:1');
  });

  it.each(['jsonl', 'pretty', 'github'])('are told as they are found (%s)', async (format) => {
    place.put('pairs.jsonl', `${lines.map((line) => JSON.stringify(line)).join('\n')}\nbroken`);
    const { exitCode, stdout } = await validate(['pairs.jsonl', '--from', 'en', '--to', 'ko', '--format', format]);
    expect(exitCode).toBe(2);
    // The fault of line 2 stands there already when line 3 cannot be read.
    expect(stdout).toMatch(format === 'jsonl' ? /"line":2/ : format === 'github' ? /line=2,/ : /^ {2}2 \(b\)/m);
  });

  it('come to one exit code and summary, kept or handed on', async () => {
    place.put('pairs.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
    const run = async (format: string) =>
      validate(['pairs.jsonl', '--from', 'en', '--to', 'ko', '--format', format, '--fail-on', 'critical']);
    const { exitCode, stdout } = await run('json');
    expect((await run('jsonl')).exitCode).toBe(exitCode);
    const pretty = await run('pretty');
    expect(pretty.exitCode).toBe(exitCode);
    expect(pretty.stdout).toContain(String(JSON.parse(stdout).summary.pairs));
  });
});
