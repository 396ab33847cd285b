import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cli } from './io.js';
import { project } from './project.js';
import { repository, type TestRepository } from './repository.js';

const source = `# The northern line

The line cost **$25 billion** and carries 150 MW.

It was opened in 1998 by the mayor.

| Line | Cost |
| --- | ---: |
| North | $8.5 billion |
| South | $1.2 billion |
`;
/** As somebody delivered it years ago: one figure is wrong. */
const old = `# 북부선

북부선에는 **25억 달러**가 들었고 150MW를 실어 나른다.

1998년에 시장이 개통했다.

| 노선 | 비용 |
| --- | ---: |
| 북부 | 85억 달러 |
| 남부 | 12억 달러 |
`;
const en = 'content/en/line.md';
const ko = 'content/ko/line.md';

let place: TestRepository;
beforeEach(() => {
  place = repository({ [en]: source, [ko]: old });
});
afterEach(() => place.remove());

interface Told {
  readonly summary: {
    readonly known: {
      readonly since: { readonly settings: string[] };
      readonly fixed: number;
      readonly issues: Record<string, number>;
    };
  };
  readonly issues: readonly { readonly check: string; readonly file: string; readonly line: number; message: string }[];
  readonly known: readonly { readonly check: string; readonly line: number }[];
}

async function since(revision = 'HEAD', ...more: string[]) {
  const ran = await cli(['validate', '--since', revision, '--format', 'json', ...more], { cwd: place.root });
  const told: Told | undefined = ran.stdout === '' ? undefined : JSON.parse(ran.stdout);
  return { ...ran, told, found: told?.issues.map(({ file, line, check }) => `${file}:${line} ${check}`) };
}

describe('validate --since', () => {
  it('passes over what stood at the revision, and counts it', async () => {
    const { exitCode, found, told } = await since();
    expect(found).toEqual([]);
    expect(exitCode).toBe(0);
    expect(told?.summary.known.issues).toMatchObject({ critical: 1 });
    expect(told?.known).toEqual([expect.objectContaining({ check: 'quantities', line: 3 })]);
  });

  it('finds what a change made worse beside it', async () => {
    place.put(ko, old.replace('12억 달러', '13억 달러'));
    const { exitCode, found } = await since();
    expect(found).toEqual([`${ko}:10 tables`]);
    expect(exitCode).toBe(1);
  });

  it('finds one more of the same kind in the same passage', async () => {
    place.put(ko, old.replace('150MW', '15MW'));
    expect((await since()).found).toEqual([`${ko}:3 quantities`]);
  });

  it('takes another wrong figure in the place of a known one for new', async () => {
    place.put(ko, old.replace('25억 달러', '26억 달러'));
    const { found, told } = await since();
    expect(found).toEqual([`${ko}:3 quantities`]);
    expect(told?.summary.known.fixed).toBe(1);
  });

  it('knows an issue again that lines, a paragraph and a table were put above, and whose passage was moved or reworded', async () => {
    const [heading, first, ...rest] = source.split('\n\n');
    const [, erst, ...folgend] = old.split('\n\n');
    const above = ['A new start.', '| Year | Cars |\n| --- | --- |\n| 2001 | 12 |'];
    const darauf = ['새로운 시작이다.', '| 연도 | 차량 |\n| --- | --- |\n| 2001 | 12 |'];
    place.put(en, ['---\ntitle: North\n---', heading, ...above, ...rest, first].join('\n\n'));
    const reworded = erst!.replace('실어 나른다', '보낸다');
    place.put(ko, ['---\ntitle: 북부\n---', '# 북부선', ...darauf, ...folgend, reworded].join('\n\n'));
    const { found, told } = await since();
    expect(found).toEqual([]);
    expect(told?.summary.known).toMatchObject({ issues: { critical: 1 }, fixed: 0 });
  });

  it('knows an issue of the whole article, whatever stands first in it', async () => {
    const korean =
      '배는 밤에 떠났습니다. 비가 많이 왔습니다. 아침에는 그쳤습니다. 바다는 잔잔했습니다. 항구는 멀었습니다. 모두 잠들었습니다. 종이 울렸습니다. 문이 열렸습니다.'.split(
        /(?<=\.) /,
      );
    const english =
      'The ship left at night. It rained hard. It stopped by morning. The sea was calm. The port was far. All slept. A bell rang. A door opened.'.split(
        /(?<=\.) /,
      );
    const put = (from: number) => {
      place.put('content/ko/ship.md', `${korean.slice(from).join('\n\n')}\n`);
      place.put('content/en/ship.md', `${english.slice(from).join('\n\n')}\n`);
    };
    put(1);
    place.commit();
    put(0);
    const { told, found } = await since('HEAD', '--only', 'register');
    expect(found).toEqual([]);
    expect(told?.known).toEqual([expect.objectContaining({ check: 'register', line: 1 })]);
  });

  it('looks again at a translation whose source passage was rewritten', async () => {
    place.put(en, source.replace('The line cost', 'Building the line cost'));
    expect((await since()).found).toEqual([`${ko}:3 quantities`]);
  });

  it('counts what was mended', async () => {
    place.put(ko, old.replace('25억 달러', '250억 달러'));
    const { exitCode, told } = await since();
    expect(exitCode).toBe(0);
    expect(told?.summary.known).toMatchObject({ issues: { critical: 0 }, fixed: 1 });
  });

  it('knows nothing of an article that was not there, and all of one that was renamed', async () => {
    place.put('content/en/other.md', source);
    place.put('content/ko/other.md', old);
    expect((await since()).found).toEqual(['content/ko/other.md:3 quantities']);
    for (const locale of ['en', 'ko']) {
      place.drop(`content/${locale}/other.md`);
      place.git('mv', `content/${locale}/line.md`, `content/${locale}/north.md`);
    }
    place.put('content/ko/north.md', old.replace('시장이', '시장이 나와'));
    place.git('add', '-A');
    const { found, told } = await since();
    expect(found).toEqual([]);
    expect(told?.summary.known.issues).toMatchObject({ critical: 1 });
    place.commit();
    expect((await since('HEAD^')).found).toEqual([]);
  });

  it('compares with where two revisions parted', async () => {
    place.git('checkout', '-q', '-b', 'work');
    place.put('content/en/note.md', 'A note of 12 lines.\n');
    place.commit();
    place.git('checkout', '-q', 'main');
    place.put(ko, old.replace('25억 달러', '250억 달러'));
    place.commit();
    place.git('checkout', '-q', 'work');
    expect((await since('main')).found).toEqual([`${ko}:3 quantities`]);
    expect((await since('main...')).found).toEqual([]);
    expect((await since('main...work')).found).toEqual([]);
  });

  it('judges old articles by old settings, and says that they changed', async () => {
    const termbase = 'concepts:\n  - id: mayor\n    designations: { en: mayor, ko: [{ term: 시장 }] }\n';
    place.put('locales/termbase.yaml', termbase);
    place.commit();
    expect((await since()).found).toEqual([]);
    place.put('locales/termbase.yaml', termbase.replace('시장', '시장님'));
    const { told, found } = await since();
    expect(found).toEqual([`${ko}:5 terminology`]);
    expect(told?.summary.known.since.settings).toEqual(['locales/termbase.yaml']);
    const { stdout } = await cli(['validate', '--since', 'HEAD'], { cwd: place.root });
    expect(stdout).toContain('Changed since HEAD: locales/termbase.yaml.');
    place.put('locales/termbase.yaml', 'concepts: [');
    place.commit();
    place.put('locales/termbase.yaml', termbase.replace('시장', '시장님'));
    expect((await since()).found).toEqual([]);
  });

  it('takes an old article that cannot be read for one that was not there', async () => {
    place.put(ko, '---\ntitle: [\n---\n');
    place.commit();
    place.put(ko, old);
    expect((await since()).found).toEqual([`${ko}:3 quantities`]);
  });

  it('compares the articles of one time with each other', async () => {
    const sentence = 'The ship left the harbour at night.\n';
    const put = (slug: string, text: string) => {
      place.put(`content/en/${slug}.md`, sentence);
      place.put(`content/ko/${slug}.md`, `${text}\n`);
    };
    put('a', '배는 밤에 항구를 떠났다.');
    put('b', '배가 야음을 틈타 나갔다.');
    place.commit();
    expect((await since('HEAD', '--only', 'consistency')).found).toEqual([]);
    put('c', '배는 밤에 항구를 떠났다.');
    put('b', '배는 밤에 항구를 떠났다.');
    place.commit();
    expect((await since('HEAD^', '--only', 'consistency')).found).toEqual([]);
    put('a', '밤에 배가 떠나갔다.');
    // Another file than the one that changed says it otherwise now.
    expect((await since('HEAD', '--only', 'consistency')).found).toEqual(['content/ko/b.md:1 consistency']);
  });

  it('knows the lines of a bilingual file, whatever their numbers', async () => {
    const line = (id: string, target: string) => JSON.stringify({ id, source: 'It cost $25 billion.', target });
    place.put('pairs.jsonl', `${line('a', '25억 달러가 들었다.')}\n`);
    place.commit();
    const run = () => since('HEAD', 'pairs.jsonl', '--from', 'en', '--to', 'ko');
    expect((await run()).found).toEqual([]);
    place.put('pairs.jsonl', `${line('b', '26억 달러가 들었다.')}\n${line('a', '25억 달러가 들었다.')}\n`);
    expect((await run()).found).toEqual(['pairs.jsonl:1 quantities']);
  });
});

describe('lint --since', () => {
  it('passes over what the source said already', async () => {
    const parts = (whole: string) =>
      `Of the $${whole} billion, $10 billion goes to Dojo and $8 billion to factories.\n`;
    place.put(en, `${source}\n${parts('17')}`);
    place.commit();
    const run = () => cli(['lint', '--since', 'HEAD', '--fail-on', 'minor', '--format', 'json'], { cwd: place.root });
    expect(JSON.parse((await run()).stdout)).toMatchObject({
      summary: { known: { issues: { minor: 1 } } },
      issues: [],
      known: [{ check: 'sums' }],
    });
    place.put(en, `A new beginning.\n\n${source}\n${parts('17')}\n${parts('16')}`);
    const ran = await run();
    expect(ran.exitCode).toBe(1);
    expect(JSON.parse(ran.stdout).issues).toEqual([expect.objectContaining({ check: 'sums', line: 16 })]);
  });
});

it('tells an issue once where both files of a pair are named', async () => {
  const { stdout } = await cli(['validate', en, ko, '--format', 'json'], { cwd: place.root });
  expect(JSON.parse(stdout)).toMatchObject({ summary: { pairs: 1 }, issues: [{ check: 'quantities' }] });
});

describe('a revision', () => {
  it('that is none is refused, and never an option or a command', async () => {
    for (const revision of [
      '--upload-pack=touch pwned',
      '--output=pwned',
      '-h',
      'HEAD; touch pwned',
      '$(touch pwned)',
      'HEAD\ntouch pwned',
      '',
      'HEAD:content',
      'nowhere',
      'a'.repeat(300),
      '..',
      'HEAD...--output=pwned',
    ]) {
      const { exitCode, stderr, stdout } = await since(revision);
      expect([revision, exitCode, stdout]).toEqual([revision, 2, '']);
      expect(stderr).toContain('[unknown-revision]');
    }
    expect(place.git('status', '--short')).toBe('');
  });

  it('is read without a program of the repository', async () => {
    const touch = join(place.root, 'touch.sh');
    place.put('touch.sh', `#!/bin/sh\ntouch '${place.root}/pwned'\n`);
    chmodSync(touch, 0o755);
    place.put('.gitattributes', '*.md filter=own diff=own\n');
    place.git('mv', ko, 'content/ko/north.md');
    place.git('mv', en, 'content/en/north.md');
    place.put('content/ko/north.md', old.replace('시장이', '시장님이'));
    place.git('add', '-A');
    place.put('content/ko/north.md', old.replace('시장이', '시장께서'));
    for (const name of ['post-index-change', 'reference-transaction']) {
      place.put(`.git/hooks/${name}`, `#!/bin/sh\n${touch}\n`);
      chmodSync(join(place.root, `.git/hooks/${name}`), 0o755);
    }
    const keys = ['filter.own.clean', 'filter.own.smudge', 'diff.own.textconv', 'diff.external', 'core.fsmonitor'];
    for (const key of [...keys, 'core.pager', 'core.sshCommand']) place.git('config', key, touch);
    const { found } = await since();
    expect(found).toEqual([]);
    expect(existsSync(join(place.root, 'pwned'))).toBe(false);
    // What a person asks of git does run them.
    place.git('status', '--short');
    expect(existsSync(join(place.root, 'pwned'))).toBe(true);
  });

  it('is asked for in a folder without a repository', async () => {
    const outside = project({ [en]: source, [ko]: old });
    const { exitCode, stderr } = await cli(['validate', '--since', 'HEAD'], { cwd: outside.root });
    outside.remove();
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/is in no git repository.*\[unknown-revision\]/);
  });

  it('is not in a shallow clone until it is fetched', async () => {
    const first = place.git('rev-parse', 'HEAD');
    place.put(ko, old.replace('12억 달러', '13억 달러'));
    place.commit();
    place.git('clone', '-q', '--depth=1', `file://${place.root}`, 'clone');
    const run = (locale: string) =>
      cli(['validate', '--since', first, '--format', 'github'], { cwd: join(place.root, 'clone'), locale });
    const refused = await run('en');
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('fetch-depth');
    expect((await run('ko')).stderr).toContain('얕은 복제');
    place.git('-C', 'clone', 'fetch', '-q', '--depth=1', 'origin', first);
    const ran = await run('en');
    expect(ran.exitCode).toBe(1);
    expect(ran.stdout.match(/^::/gm)).toHaveLength(1);
    expect(ran.stdout).toContain('::error file=content/ko/line.md,line=10');
  });

  it('is found from a hook, to which git says where it is in ways that lead nowhere else', async () => {
    const before = process.env['GIT_DIR'];
    process.env['GIT_DIR'] = '.git';
    try {
      const { exitCode } = await cli(['validate', ko, en, '--since', 'HEAD'], { cwd: place.root });
      expect(exitCode).toBe(0);
      const inside = await cli(['validate', '--since', 'HEAD', 'line.md'], { cwd: join(place.root, 'content/ko') });
      expect(inside.exitCode).toBe(0);
    } finally {
      if (before === undefined) delete process.env['GIT_DIR'];
      else process.env['GIT_DIR'] = before;
    }
  });

  it('holds files of any name', async () => {
    place.git('mv', ko, 'content/ko/한글 이름.md');
    place.git('mv', en, 'content/en/한글 이름.md');
    place.commit();
    expect((await since()).found).toEqual([]);
    expect((await since('HEAD', 'content/ko/한글 이름.md')).found).toEqual([]);
  });

  it('cannot be read where there is no git', async () => {
    const before = process.env['PATH'];
    process.env['PATH'] = place.root;
    try {
      const { exitCode, stderr } = await since();
      expect(exitCode).toBe(3);
      expect(stderr).toMatch(/git is not installed.*--baseline.*\[git-failed\]/);
    } finally {
      process.env['PATH'] = before;
    }
  });

  it('cannot be named together with a baseline', async () => {
    const { exitCode, stderr } = await since('HEAD', '--baseline', 'known.jsonl');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('[usage]');
  });
});
