import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/cli/width.js';
import { quantitySchema } from '../../src/model/quantity.js';
import { cli } from './io.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'diptych-quantities-'));
  const write = (name: string, lines: readonly string[]) => writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  write('plant.en.md', [
    '# Plant opens in Q3 2027',
    '',
    'It cost $45B, 12% more than planned, and runs on the B200.',
    '',
    'Half of the 40,000 units came first. The old plant closed 3 years ago.',
  ]);
  write('plant.ko.md', [
    '# 2027년 3분기 공장 가동',
    '',
    '계획보다 12% 많은 450조 달러가 들었고 B200으로 돌아간다.',
    '',
    '4만 대의 50%가 먼저 나왔다. 1월 7일 기준이다.',
  ]);
  write('note.txt', ['매출 450억 달러, 약 200명', 'GPT-5.5와 12~18개월']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (argv: readonly string[], options: Parameters<typeof cli>[1] = {}) =>
  cli(['quantities', ...argv], { cwd: folder, ...options });

describe('for programs', () => {
  test('a pipe gets one JSON object for each line of text, with offsets into it', async () => {
    const { exitCode, stdout } = await run(['--locale', 'en', '-'], { stdin: 'pay $5\nnothing\n5 km away\n' });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(exitCode).toBe(0);
    expect(lines.map(({ text, quantities }) => [text, quantities.length])).toEqual([
      ['pay $5', 1],
      ['nothing', 0],
      ['5 km away', 1],
    ]);
    for (const { text, quantities } of lines)
      for (const quantity of quantities) {
        expect(quantitySchema.parse(quantity)).toEqual(quantity);
        expect(text.slice(quantity.start, quantity.end)).toBe(quantity.text);
      }
  });

  test('--format jsonl says so at a terminal, too', async () => {
    const { stdout } = await run(['--locale', 'en', '--format', 'jsonl'], { stdin: '$5\n', tty: true });
    expect(JSON.parse(stdout).quantities[0]).toMatchObject({ kind: 'money', value: '5', unit: 'USD' });
  });

  test('two texts give a line for each figure, with its mark and both places', async () => {
    const { stdout } = await run(['--source', 'plant.en.md', '--target', 'plant.ko.md']);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const byText = (text: string) => lines.find(({ source, target }) => (source ?? target).text === text);
    expect(byText('$45B')).toMatchObject({
      mark: 'different',
      difference: 'value',
      sourcePlace: { line: 3, column: 9 },
      targetPlace: { line: 3, column: 13 },
      target: { text: '450조 달러' },
    });
    expect(byText('Q3 2027')).toMatchObject({ mark: 'same', target: { text: '2027년 3분기' } });
    expect(byText('B200')).toMatchObject({ mark: 'same' });
    expect(byText('Half')).toMatchObject({ mark: 'form', target: { text: '50%' } });
    expect(byText('first')).toMatchObject({ mark: 'free', target: null });
    expect(byText('3 years')).toMatchObject({ mark: 'missing', target: null });
    expect(byText('1월 7일')).toMatchObject({ mark: 'extra', source: null, sourcePlace: null });
  });
});

describe('for people', () => {
  test.each([
    ['en', ['place', 'text', 'meaning', 'kind'], ['1:4', '450억 달러', '45 billion US dollars', 'money'], '3 figures'],
    ['ko', ['위치', '표기', '뜻', '종류'], ['1:4', '450억 달러', '450억 달러', '금액'], '수치 3개'],
  ])('a terminal gets a ledger in its language (%s)', async (locale, titles, row, sum) => {
    const { stdout } = await run(['--locale', 'ko', 'note.txt'], { locale, tty: true });
    const lines = stdout.split('\n');
    expect(lines[0]?.split(/ {2,}/)).toEqual(titles);
    expect(lines[1]?.split(/ {2,}/)).toEqual(row);
    expect(lines.at(-2)).toBe(sum);
  });

  test('columns begin at the same place whatever the width of the characters before them', async () => {
    const { stdout } = await run(['--locale', 'ko', 'note.txt', '--format', 'pretty', '--names']);
    const rows = stdout.split('\n').slice(0, 5);
    const kinds = ['kind', 'money', 'number', 'name', 'length of time'];
    const starts = rows.map((row, index) => displayWidth(row.slice(0, row.lastIndexOf(kinds[index]!))));
    expect(new Set(starts).size).toBe(1);
    expect(rows[3]).toMatch(/^2:1 +GPT-5\.5 +name$/);
  });

  test('two texts stand side by side, each line marked, with a sum for each mark', async () => {
    const { exitCode, stdout } = await run([
      '--source',
      'plant.en.md',
      '--target',
      'plant.ko.md',
      '--format',
      'pretty',
    ]);
    const row = (text: string) =>
      stdout
        .split('\n')
        .find((line) => line.includes(text))
        ?.split(/ {2,}/);
    expect(exitCode).toBe(0);
    expect(row('$45B')).toEqual([
      '≠',
      '3:9',
      '$45B',
      '45 billion US dollars',
      '3:13',
      '450조 달러',
      '450 trillion US dollars',
    ]);
    expect(row('12%')).toEqual(['=', '3:15', '12%', '12 percent', '3:6', '12%']);
    expect(row('3 years')).toEqual(['−', '5:59', '3 years', '3 years']);
    expect(stdout).toMatch(/\n {2}≠ 1 says something else\n/);
    expect(stdout).not.toContain('\u001b');
  });

  test('the sums are in the language of the person', async () => {
    const { stdout } = await run(['--source', 'plant.en.md', '--target', 'plant.ko.md', '--format', 'pretty'], {
      locale: 'ko',
    });
    expect(stdout).toContain('≠ 1개 값이 다름');
    expect(stdout.split('\n')[0]?.trim().split(/ {2,}/)).toEqual(['위치', '원문', '뜻', '위치', '번역', '뜻']);
  });

  test('a text without figures says so', async () => {
    const { stdout } = await run(['--locale', 'en', '--format', 'pretty'], { stdin: 'No figures.\n' });
    expect(stdout).toBe('0 figures\n');
  });
});

describe('wrong use', () => {
  test.each([
    [['-'], '--locale'],
    [['--source', 'plant.en.md'], '--source and --target'],
    [['--source', 'plant.en.md', '--target', 'absent.ko.md'], 'absent.ko.md'],
    [['--source', 'note.txt', '--target', 'plant.ko.md'], '--from'],
    [['--locale', 'en', '--format', 'xml'], 'xml'],
    [['--locale', 'tlh', '-'], 'tlh'],
  ])('%j is told what is wrong, and ends with 2', async (argv, said) => {
    const { exitCode, stdout, stderr } = await run(argv);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(said);
  });
});
