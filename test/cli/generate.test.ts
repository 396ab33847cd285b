import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cli } from './io.js';
import { project, type TestProject } from './project.js';
import { faithful, type Loopback, startLoopback } from './server.js';

const article = `---
title: Power for the new plant
date: 2026-04-24
---

# Power for the new plant

The grid operator will spend **$25 billion** on 12 lines by 2030, and $10 billion more on storage.

See the [full report](https://example.com/report) and run \`make all\` before you read it.

| Line | Capacity | Cost |
| --- | --- | --- |
| North | 150 MW | $8.5 billion |
| South | 40% | $1.25 |

- Prices rose by 3.2% last year.
- The plan[^1] has critics.

[^1]: It was drawn up in a hurry.
`;

let server: Loopback;
let place: TestProject;
beforeEach(async () => {
  server = await startLoopback();
  place = project({ 'content/en/plant.md': article });
});
afterEach(async () => {
  await server.close();
  place.remove();
});

interface Json {
  summary: Record<string, number>;
  translations: {
    file: string;
    outcome: string;
    state: string;
    counts: Record<string, number>;
    issues: { check: string; severity: string }[];
    left: { text: string; reason: string; line: number }[];
    stale: { before: string; now: string; target: string }[];
  }[];
  errors: { code: string; file?: string; line?: number; message: string }[];
  missing: { values: { variable: string } }[];
}

async function generate(argv: readonly string[] = [], env: Readonly<Record<string, string>> = server.env) {
  const ran = await cli(['generate', '--format', 'json', ...argv], { cwd: place.root, env });
  const json: Json = ran.stdout === '' ? undefined : JSON.parse(ran.stdout);
  return { ...ran, json, one: json?.translations[0] };
}

describe('a first run', () => {
  it('writes a whole translation and changes nothing but the units', async () => {
    const { exitCode, one, json } = await generate();
    expect(json.errors).toEqual([]);
    expect(one).toMatchObject({ outcome: 'written', state: 'translated', left: [], file: 'content/ko/plant.md' });
    expect(exitCode).toBe(0);
    const text = place.read('content/ko/plant.md');
    expect(text).toMatch(/^locale: ko$/m);
    expect(text).toMatch(/^translationOf: en\/plant$/m);
    expect(text).toMatch(/^sourceRevision: [0-9a-f]{64}$/m);
    expect(text).toMatch(/^state: translated$/m);
    expect(text).toContain('date: 2026-04-24');
    expect(text).toMatch(/\*\*250억 달러\*\*/);
    expect(text).toContain('](https://example.com/report)');
    expect(text).toContain('`make all`');
    expect(text).toContain('| 150MW |');
    expect(text).toContain('[^1]: ');
    expect(text).not.toMatch(/grid|critics|Prices/);
  });

  it('sends no unit of figures only, and each unit once', async () => {
    await generate();
    expect(server.asked).not.toContain('$1.25');
    expect(server.asked.some((source) => /150 MW/.test(source))).toBe(false);
    // The title stands in the frontmatter and as a heading: two kinds of unit, two questions at most.
    expect(new Set(server.asked).size).toBeGreaterThanOrEqual(server.asked.length - 1);
  });

  it('prints a table with a line per translation, in the interface language', async () => {
    const { stdout } = await cli(['generate'], { cwd: place.root, env: server.env });
    expect(stdout).toMatch(/units .*memory .*rendered .*engines .*figures checked .*issues .*state .*file/);
    expect(stdout).toContain('content/ko/plant.md');
    const korean = await cli(['generate'], { cwd: place.root, env: server.env, locale: 'ko' });
    expect(korean.stdout).toContain('번역문 1개가 최신입니다');
  });

  it('shows progress on a terminal only', async () => {
    const quiet = await cli(['generate'], { cwd: place.root, env: server.env });
    expect(quiet.stderr).toBe('');
    place.put('content/en/plant.md', article.replace('hurry', 'rush'));
    const shown = await cli(['generate'], { cwd: place.root, env: server.env, tty: true });
    expect(shown.stderr).toMatch(/units/);
  });

  it('asks and writes nothing in a dry run', async () => {
    const before = place.times();
    const { exitCode, one } = await generate(['--dry-run']);
    expect(one).toMatchObject({ outcome: 'planned' });
    expect(one?.counts['left']).toBeGreaterThan(0);
    expect(server.asked).toEqual([]);
    expect(place.times()).toEqual(before);
    expect(exitCode).toBe(0);
  });
});

describe('a second run', () => {
  beforeEach(() => generate());

  it('has nothing to do and touches nothing', async () => {
    const before = place.times();
    server.asked.length = 0;
    const { exitCode, one } = await generate();
    expect(one?.outcome).toBe('current');
    expect(exitCode).toBe(0);
    expect(server.asked).toEqual([]);
    expect(place.times()).toEqual(before);
  });

  it('sends exactly the sentence that changed, and changes exactly that line', async () => {
    const before = place.read('content/ko/plant.md').split('\n');
    server.asked.length = 0;
    server.answer = (unit) => `새로 ${faithful(unit)}`;
    place.put('content/en/plant.md', article.replace('The plan[^1] has critics.', 'The plan[^1] has many friends.'));
    const { one } = await generate();
    expect(server.asked).toHaveLength(1);
    expect(one?.counts).toMatchObject({ engines: 1 });
    const after = place.read('content/ko/plant.md').split('\n');
    const changed = after.filter((line, index) => line !== before[index] && !line.startsWith('sourceRevision: '));
    expect(changed).toEqual([expect.stringMatching(/^- 새로 .*\[\^1\]/)]);
  });

  it('patches figures without an engine, in a text that a person wrote as well', async () => {
    place.put(
      'content/ko/plant.md',
      place.read('content/ko/plant.md').replace(/^- (.*)3\.2%(.*)$/m, '- 물가는 지난해 3.2%나 뛰었다.'),
    );
    await generate();
    server.asked.length = 0;
    place.put('content/en/plant.md', article.replace('3.2%', '4.1%').replace('$25 billion', '$26 billion'));
    const { one } = await generate();
    expect(server.asked).toEqual([]);
    expect(one?.counts).toMatchObject({ patched: 2, engines: 0 });
    expect(place.read('content/ko/plant.md')).toContain('- 물가는 지난해 4.1%나 뛰었다.');
    expect(place.read('content/ko/plant.md')).toContain('**260억 달러**');
  });

  it('keeps what a person wrote and makes it reviewed memory', async () => {
    const edited = place.read('content/ko/plant.md').replace(/^\[\^1\]: .*$/m, '[^1]: 서둘러 만든 계획이다.');
    place.put('content/ko/plant.md', edited);
    const { one, exitCode } = await generate();
    expect(one?.counts).toMatchObject({ human: 1 });
    expect(exitCode).toBe(0);
    expect(place.read('content/ko/plant.md')).toBe(edited);
    const memory = place
      .read('locales/memory/en-ko.jsonl')
      .split('\n')
      .filter((line) => line.includes('서둘러'));
    expect(JSON.parse(memory[0] ?? '{}')).toMatchObject({
      origin: 'human',
      state: 'reviewed',
      source: 'It was drawn up in a hurry.',
    });
  });

  it('never overwrites it: when its source changes in words it is stale, with both sources shown', async () => {
    place.put(
      'content/ko/plant.md',
      place.read('content/ko/plant.md').replace(/^\[\^1\]: .*$/m, '[^1]: 서둘러 만든 계획이다.'),
    );
    await generate();
    place.put('content/en/plant.md', article.replace('It was drawn up in a hurry.', 'It was drawn up with care.'));
    const { one, exitCode } = await generate();
    expect(one).toMatchObject({
      state: 'stale',
      stale: [
        { before: 'It was drawn up in a hurry.', now: 'It was drawn up with care.', target: '서둘러 만든 계획이다.' },
      ],
    });
    expect(exitCode).toBe(1);
    expect(place.read('content/ko/plant.md')).toContain('[^1]: 서둘러 만든 계획이다.');
    expect((await generate()).exitCode).toBe(1);
    place.put('content/ko/plant.md', place.read('content/ko/plant.md').replace('서둘러 만든', '공들여 만든'));
    const settled = await generate();
    expect(settled.one?.stale).toEqual([]);
    expect(settled.exitCode).toBe(0);
    expect(place.read('content/ko/plant.md')).toContain('[^1]: 공들여 만든 계획이다.');
    expect(place.read('content/ko/plant.md')).toMatch(/^state: translated$/m);
  });

  it("takes a translation whose record is lost for what it is: ours from memory, the rest a person's", async () => {
    const edited = place.read('content/ko/plant.md').replace(/^\[\^1\]: .*$/m, '[^1]: 서둘러 만든 계획이다.');
    place.put('content/ko/plant.md', edited);
    rmSync(join(place.root, 'locales/deliveries'), { recursive: true });
    server.asked.length = 0;
    expect(await generate()).toMatchObject({ exitCode: 0, one: { outcome: 'unchanged', counts: { human: 1 } } });
    expect(place.read('content/ko/plant.md')).toBe(edited);
    place.put('content/en/plant.md', article.replace('The plan[^1] has critics.', 'The plan[^1] has many friends.'));
    expect((await generate()).one?.counts).toMatchObject({ engines: 1, human: 1 });
    expect(server.asked).toHaveLength(1);
  });

  it('knows that a person chose an address, though the record of it is lost', async () => {
    const chosen = place.read('content/ko/plant.md').replace(/\]\(https:[^)]*\)/, '](/ko/report)');
    expect(chosen).toContain('](/ko/report)');
    place.put('content/ko/plant.md', chosen);
    rmSync(join(place.root, 'locales/deliveries'), { recursive: true });
    expect((await generate()).one).toMatchObject({ outcome: 'unchanged', counts: { human: 1 } });
    expect(place.read('content/ko/plant.md')).toBe(chosen);
  });

  it('replaces only units where a person changed what stands between them', async () => {
    const rebuilt = `${place.read('content/ko/plant.md')}\n<!-- 편집자 메모 -->\n`;
    place.put('content/ko/plant.md', rebuilt);
    place.put('content/en/plant.md', article.replace('3.2%', '4.1%'));
    expect((await generate()).one).toMatchObject({ outcome: 'written', counts: { patched: 1 } });
    const text = place.read('content/ko/plant.md');
    expect(text).toContain('<!-- 편집자 메모 -->');
    expect(text).toContain('4.1%');
  });

  it('leaves a file alone that a person rebuilt when the source was rebuilt as well', async () => {
    const rebuilt = `${place.read('content/ko/plant.md')}\n<!-- 편집자 메모 -->\n`;
    place.put('content/ko/plant.md', rebuilt);
    place.put('content/en/plant.md', `${article}\n## One more thing\n\nA new paragraph stands here.\n`);
    const { one, exitCode } = await generate();
    expect(one?.outcome).toBe('blocked');
    expect(one?.stale.map(({ now }) => now)).toEqual(['One more thing', 'A new paragraph stands here.']);
    expect(exitCode).toBe(1);
    expect(place.read('content/ko/plant.md')).toBe(rebuilt);
  });

  it('keeps the state that a person set while only figures change', async () => {
    place.put(
      'content/ko/plant.md',
      place.read('content/ko/plant.md').replace('state: translated', 'state: published'),
    );
    expect((await generate()).exitCode).toBe(0);
    place.put('content/en/plant.md', article.replace('3.2%', '4.1%'));
    expect((await generate()).one?.state).toBe('published');
    expect(place.read('content/ko/plant.md')).toMatch(/^state: published$/m);
  });

  it('leaves a translation alone that was made elsewhere and names no revision', async () => {
    const byHand = '---\ntranslationOf: en/other\n---\n\n# 다른 글\n';
    place.put('content/en/other.md', '# Another text\n');
    place.put('content/ko/other.md', byHand);
    const { json, exitCode } = await generate();
    expect(json.translations.find(({ file }) => file === 'content/ko/other.md')?.outcome).toBe('foreign');
    expect(exitCode).toBe(1);
    expect(place.read('content/ko/other.md')).toBe(byHand);
  });

  it('needs no engine to bring back a translation that was deleted', async () => {
    const before = place.read('content/ko/plant.md');
    rmSync(join(place.root, 'content/ko/plant.md'));
    server.asked.length = 0;
    const { one } = await generate();
    expect(server.asked).toEqual([]);
    expect(one?.state).toBe('translated');
    expect(place.read('content/ko/plant.md')).toBe(before);
  });
});

describe('an engine that gets things wrong', () => {
  const target = () => place.read('content/ko/plant.md');
  /** Whatever the fault, what is written holds the right figures, links and table. */
  const isSound = () => {
    const text = target();
    expect(text).toMatch(/\*\*(250억 달러|\$25 billion)\*\*/);
    expect(text).not.toMatch(/\*\*(100억 달러|25억 달러|2,500억 달러)\*\*/);
    expect(text).toContain('](https://example.com/report)');
    expect(text.match(/^\|.*\|$/gm)).toHaveLength(4);
    // An escaped pipe is text, not the end of a cell.
    for (const row of text.match(/^\|.*\|$/gm) ?? []) expect(row.split(/(?<!\\)\|/)).toHaveLength(5);
  };

  it.each<[string, (source: string, answer: string) => string | undefined]>([
    ['swaps figures', (_, a) => a.replace(/250억 달러(.*)100억 달러/, '100억 달러$1250억 달러')],
    ['rescales figures', (_, a) => a.replace('250억 달러', '25억 달러')],
    ['writes figures outside their codes', (_, a) => a.replace(/<q1>(.*?)<\/q1>/, '$1')],
    ['drops a figure', (_, a) => a.replace(/<q1>.*?<\/q1>/, '')],
    ['adds a figure', (_, a) => `${a} 900명`],
    ['loses inline codes', (_, a) => a.replace(/<\/?pc\d+>|<ph\d+\/>/g, '')],
    ['repeats inline codes', (_, a) => a.replace(/(<ph\d+\/>)/, '$1$1')],
    ['cuts tables with pipes and line breaks', (_, a) => `${a} | x |\n| y |`],
    ['leaves units out', () => undefined],
    ['answers nothing', () => ''],
    ['echoes the source', (source) => source],
  ])('that %s: nothing wrong is ever written', async (_, spoil) => {
    server.answer = (unit) => spoil(unit.source, faithful(unit) ?? '');
    const { exitCode, json } = await generate();
    expect(json.errors).toEqual([]);
    isSound();
    const whole = /^state: translated$/m.test(target());
    expect(exitCode).toBe(whole ? 0 : 1);
  });

  it.each([3, 40, 200])('whose answer is cut after %i characters', async (cut) => {
    server.fault = { cut };
    await generate();
    isSound();
  });

  it('that exchanges the labels of two rows: neither is written', async () => {
    const labels = ['What steel mills sold', 'What paper mills sold'];
    const said = ['제철소가 판 양', '제지소가 판 양'];
    place.put(
      'locales/termbase.yaml',
      'concepts:\n' +
        '  - {id: steel-mill, designations: {en: [{term: steel mill}], ko: [{term: 제철소}]}}\n' +
        '  - {id: paper-mill, designations: {en: [{term: paper mill}], ko: [{term: 제지소}]}}\n',
    );
    place.put('content/en/mills.md', `| Mills | Tons |\n|---|---|\n| ${labels[0]} | 310 |\n| ${labels[1]} | 4,200 |\n`);
    server.answer = (unit) => said[1 - labels.indexOf(unit.source)] ?? faithful(unit);
    const { exitCode } = await generate();
    expect(exitCode).toBe(1);
    const written = place.read('content/ko/mills.md');
    for (const label of labels) expect(written).toContain(`| ${label} |`);
  });

  it('asks again with the reason, and takes the right answer', async () => {
    server.answer = (unit) =>
      unit.feedback === undefined ? faithful(unit)?.replace(/<q1>.*?<\/q1>/, '') : faithful(unit);
    const { exitCode, one } = await generate();
    expect(one).toMatchObject({ state: 'translated', left: [] });
    expect(exitCode).toBe(0);
    isSound();
  });

  it('keeps to the termbase, with the particle of the new word', async () => {
    place.put(
      'locales/termbase.yaml',
      'concepts:\n  - id: grid-operator\n    designations:\n      en: [{term: grid operator}]\n      ko: [{term: 계통운영자}]\n',
    );
    await generate();
    expect(target()).toContain('계통운영자');
  });

  it('writes marks as the house does, and particles that agree, without asking again', async () => {
    const said: Readonly<Record<string, string>> = {
      'It said “no” to the plan — and meant it.': '그 공장는 계획에 "아니요"라고 했다 -- 진심이었다.',
      'The plant waits.': '<pc1>공장</pc1>는 기다린다。',
    };
    server.answer = ({ source }) => said[source.replace(/<\/?pc1>/g, '')] ?? '그렇다.';
    place.put('content/en/plant.md', 'It said “no” to the plan — and meant it.\n\nThe **plant** waits.\n');
    const { one } = await generate();
    expect(target()).toContain('그 공장은 계획에 “아니요”라고 했다—진심이었다.\n\n**공장**은 기다린다.');
    expect(one?.issues).toEqual([]);
    expect(server.asked).toHaveLength(2);
  });

  it('asks for the term of each article’s topic, though one sentence stands in both', async () => {
    place.put(
      'locales/termbase.yaml',
      `concepts:
  - { id: battery-cell, topics: [batteries], designations: { en: cell, ko: 셀 } }
  - { id: body-cell, topics: [biology], designations: { en: cell, ko: 세포 } }
`,
    );
    place.put('content/en/plant.md', '---\ntags: [Batteries]\n---\n\nEach cell is tested twice before it leaves.\n');
    place.put('content/en/body.md', '---\ntags: [biology]\n---\n\nEach cell is tested twice before it leaves.\n');
    await generate();
    expect(target()).toMatch(/\n셀, /);
    expect(place.read('content/ko/body.md')).toMatch(/\n세포, /);
    expect(server.asked).toHaveLength(2);
  });

  it('introduces what the termbase says once in the article, whoever comes first, and leaves a person’s words alone', async () => {
    place.put(
      'locales/termbase.yaml',
      `concepts:
  - id: union
    designations: { en: European Union, ko: [{ term: 유럽연합, firstMention: 유럽연합(EU) }] }
`,
    );
    const said: Readonly<Record<string, string>> = {
      'The European Union decides today.': '유럽연합가 오늘 결정한다.',
      'The **European Union** waits for it.': '<pc1>유럽연합(EU)</pc1>는 그것을 기다린다.',
      'The European Union had asked before.': '유럽연합이 먼저 물었다.',
    };
    server.answer = ({ source }) => said[source.replace(/<\/?pc1>/g, '**')] ?? '그렇다.';
    const [first, second, before] = Object.keys(said) as [string, string, string];
    const paragraphs = () => target().split('---\n').at(-1)!.trim().split('\n\n');
    place.put('content/en/plant.md', `${first}\n\n${second}\n`);
    await generate();
    expect(paragraphs()).toEqual(['유럽연합(EU)이 오늘 결정한다.', '**유럽연합**은 그것을 기다린다.']);
    // What comes to stand before takes the introduction over.
    place.put('content/en/plant.md', `${before}\n\n${first}\n\n${second}\n`);
    await generate();
    const three = ['유럽연합(EU)이 먼저 물었다.', '유럽연합이 오늘 결정한다.', '**유럽연합**은 그것을 기다린다.'];
    expect(paragraphs()).toEqual(three);
    place.put('content/ko/plant.md', target().replace('먼저 물었다', '전부터 물었다').replace('(EU)이 전', '이 전'));
    place.put('content/en/plant.md', `${before}\n\n${first}\n\n${second}\n\nThat is all.\n`);
    await generate();
    expect(paragraphs()).toEqual(['유럽연합이 전부터 물었다.', ...three.slice(1), '그렇다.']);
  });

  it('that fails is told with exit code 3, and what is there is written as partial', async () => {
    server.fault = { status: 401 };
    const { exitCode, one, json } = await generate();
    expect(exitCode).toBe(3);
    expect(json.errors[0]?.code).toBe('engine-failed');
    expect(one?.left[0]).toMatchObject({ reason: 'failed' });
    expect(target()).toMatch(/^state: partial$/m);
    server.fault = undefined;
    const again = await generate();
    expect(again).toMatchObject({ exitCode: 0, one: { state: 'translated' } });
  });
});

describe('a stranger without memory and engine', () => {
  it('gets figures and terms, a list of the rest, and the setting that would finish it', async () => {
    const { exitCode, one, json } = await generate([], {});
    expect(exitCode).toBe(1);
    expect(one?.state).toBe('partial');
    expect(one?.counts['rendered']).toBeGreaterThan(1);
    expect(one?.left.map(({ reason }) => reason)).toContain('no-engine');
    expect(json.missing[0]?.values.variable).toMatch(/^OPENAI_/);
    const text = place.read('content/ko/plant.md');
    expect(text).toContain('| 150MW |');
    expect(text).toContain('The grid operator will spend **$25 billion**');
    const pretty = await cli(['generate'], { cwd: place.root, env: {} });
    expect(pretty.stdout).toMatch(/set OPENAI_\w+/);
  });

  it('can try the layout with pseudo, which is never taken for a translation', async () => {
    const { one } = await generate(['--engine', 'pseudo'], {});
    expect(one?.state).toBe('partial');
    expect(place.read('content/ko/plant.md')).toContain('¯¯');
    expect(place.files('locales/memory')).toEqual([]);
    const real = await generate();
    expect(real.one?.state).toBe('translated');
    expect(place.read('content/ko/plant.md')).not.toContain('¯¯');
  });
});

describe('bad input', () => {
  const good = '# Fine\n\nThis article is fine.\n';
  const korean = `# 제목\n\n${'이 글은 한국어로 쓰여 있으며 영어 폴더에 있을 까닭이 없다. '.repeat(5)}\n`;

  it.each<[string, string, Readonly<Record<string, string | Uint8Array>>]>([
    ['broken YAML', 'invalid-yaml', { 'content/en/bad.md': '---\ntitle: [x\n---\n\nText.\n' }],
    ['invalid UTF-8', 'invalid-utf8', { 'content/en/bad.md': new Uint8Array([0x48, 0x69, 0xff, 0xfe, 0x0a]) }],
    ['a file above the limit', 'file-too-large', { 'content/en/bad.md': 'x'.repeat(1_000_001) }],
    [
      'a source that claims another language',
      'wrong-locale',
      { 'content/en/bad.md': '---\nlocale: ko\n---\n\nText.\n' },
    ],
    ['a source in another script', 'wrong-locale', { 'content/en/bad.md': korean }],
    ['two sources with one slug', 'duplicate-slug', { 'content/en/bad.md': good, 'content/ko/bad.md': korean }],
  ])('%s is told by its code, and does not stop the others', async (_, code, files) => {
    for (const [file, content] of Object.entries(files)) place.put(file, content);
    place.put('content/en/good.md', good);
    const { exitCode, json } = await generate();
    expect(json.errors.map((error) => error.code)).toContain(code);
    expect(json.errors[0]?.message).toMatch(/^content\//);
    expect(exitCode).toBe(2);
    expect(place.files('content/ko').filter((file) => !(file in files))).toEqual([
      'content/ko/good.md',
      'content/ko/plant.md',
    ]);
  });

  it('of 50 MB is refused before it is read', async () => {
    place.put('content/en/huge.md', Buffer.alloc(50_000_000, 'word '));
    const { json } = await generate(['huge']);
    expect(json.errors.map(({ code }) => code)).toEqual(['file-too-large']);
    expect(json.errors[0]?.message).toContain('1000000');
  });

  it.each<[string, readonly string[], string, Readonly<Record<string, string>>]>([
    [
      'an unknown pipeline key',
      [],
      'invalid-pipeline',
      { 'pipelines/news.yaml': 'name: news\nsources: [{locale: en, to: [ko]}]\nlimit: {}\n' },
    ],
    ['a path outside', ['../elsewhere.md'], 'outside-project', {}],
    ['an article that is not there', ['plants'], 'not-found', {}],
    ['an engine that does not exist', ['--engine', 'opnai'], 'unknown-engine', {}],
    ['a language that the pipeline does not translate into', ['--to', 'fr'], 'usage', {}],
    ['a pipeline that does not exist', ['--pipeline', 'newz'], 'not-found', {}],
  ])('%s stops everything, with nothing written', async (_, argv, code, files) => {
    for (const [file, content] of Object.entries(files)) place.put(file, content);
    const { exitCode, stdout, stderr } = await generate(argv);
    expect(stderr).toContain(`[${code}]`);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(place.files('content/ko')).toEqual([]);
  });

  it('a missing key names the variable', async () => {
    const { exitCode, stderr } = await generate(['--engine', 'openai'], { OPENAI_MODEL: 'x' });
    expect(stderr).toContain('OPENAI_API_KEY');
    expect(stderr).toContain('[missing-setting]');
    expect(exitCode).toBe(2);
    expect(place.files('content/ko')).toEqual([]);
  });
});

describe('an interrupted run', () => {
  it('stops cleanly and goes on where it was', async () => {
    const controller = new AbortController();
    server.delay = 50;
    const running = cli(['generate'], { cwd: place.root, env: server.env, signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    const { exitCode, stderr } = await running;
    expect(exitCode).toBe(3);
    expect(stderr).toContain('[aborted]');
    expect(place.files('content/ko')).toEqual([]);
    server.delay = 0;
    expect(await generate()).toMatchObject({ exitCode: 0 });
  });
});
