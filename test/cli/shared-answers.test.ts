import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Provider, startProvider } from '../engines/server.js';
import { cli } from './io.js';
import { project, type TestProject } from './project.js';

/**
 * What is asked once and answered for several units: each has its own addresses, code and figures in it, whoever asked.
 */
let provider: Provider;
let place: TestProject;
beforeEach(async () => {
  provider = await startProvider();
});
afterEach(async () => {
  await provider.close();
  place.remove();
});

const pipeline = (engines = 'memory, openai') =>
  `name: own\nsources: [{ locale: en, to: [ko] }]\nengines: [${engines}]\n`;

async function generate(...argv: string[]) {
  const { stdout } = await cli(['generate', '--pipeline', 'own', '--format', 'json', ...argv], {
    cwd: place.root,
    env: { OPENAI_BASE_URL: `http://127.0.0.1:${provider.port}/v1`, OPENAI_MODEL: 'test', OPENAI_API_KEY: 'sk-test' },
  });
  return JSON.parse(stdout) as { translations: { file: string; left: unknown[]; counts: Record<string, number> }[] };
}

const asked = (text: string) =>
  provider.seen.flatMap(({ units }) => units.filter(({ source }) => source.includes(text)));

/** Passages whose words are the same in every article, and what each holds of its own. */
const passages = (n: number): readonly string[] => [
  `Read [the whole report](https://example.com/report-${n}) before the meeting.`,
  `![The plant by night](night-${n}.png) shows the plant as it stood.`,
  `Run \`plant --area ${n}\` before the meeting begins.`,
  `The team met[^n${n}] before the doors were opened.`,
  `See <a href="/area-${n}">the map of the area</a> for the way.`,
  `Written by <https://example.com/by-${n}> for the paper.`,
  `All of it stands in [the second report][r${n}] of the team.`,
];
const definitions = (n: number) =>
  `[^n${n}]: It was a short meeting in the hall.\n\n[r${n}]: https://example.com/second-${n}\n`;
const article = (n: number) => `# The plant of the area\n\n${passages(n).join('\n\n')}\n\n${definitions(n)}`;

/** What an article holds of its own, as it must stand in its translation. */
const own = (n: number) => [
  `](https://example.com/report-${n})`,
  `](night-${n}.png)`,
  `\`plant --area ${n}\``,
  `[^n${n}]`,
  `<a href="/area-${n}">`,
  `<https://example.com/by-${n}>`,
  `[r${n}]`,
];

function expectOwn(n: number, others: readonly number[], file = `content/ko/a${n}.md`): void {
  const text = place.read(file);
  for (const part of own(n)) expect(text).toContain(part);
  for (const other of others) for (const part of own(other)) expect(text).not.toContain(part);
}

describe('units that say the same about something else', () => {
  it('are asked once, and each article keeps what is its own', async () => {
    place = project({
      'content/en/a1.md': article(1),
      'content/en/a2.md': article(2),
      'content/en/a3.md': article(3),
      'pipelines/own.yaml': pipeline(),
    });
    const { translations } = await generate();
    expect(translations.map(({ left }) => left)).toEqual([[], [], []]);
    for (const text of ['the whole report', 'shows the plant', 'plant --area', 'The team met', 'the map of the area'])
      expect(asked(text).length).toBeLessThanOrEqual(1);
    for (const n of [1, 2, 3])
      expectOwn(
        n,
        [1, 2, 3].filter((other) => other !== n),
      );
  });

  it('of one article keep what is their own', async () => {
    const both = [...passages(1), ...passages(2)].join('\n\n');
    place = project({
      'content/en/a.md': `# The plant of the area\n\n${both}\n\n${definitions(1)}\n${definitions(2)}`,
      'pipelines/own.yaml': pipeline(),
    });
    const { translations } = await generate();
    expect(translations.map(({ left }) => left)).toEqual([[]]);
    const text = place.read('content/ko/a.md');
    for (const part of [...own(1), ...own(2)]) expect(text.split(part).length - 1).toBeGreaterThanOrEqual(1);
  });

  it('are answered by what an earlier run was told, and patched where a figure differs', async () => {
    const dated = (n: number) => `In ${2020 + n} [the second report](https://example.com/second-${n}) was read by all.`;
    const figured = (n: number) => `${article(n)}\n${dated(n)}\n`;
    place = project({ 'content/en/a1.md': figured(1), 'pipelines/own.yaml': pipeline() });
    await generate();
    place.put('content/en/a2.md', figured(2));
    const requests = provider.seen.length;
    const { translations } = await generate();
    expect(translations.map(({ left }) => left)).toEqual([[], []]);
    expect(provider.seen.length).toBe(requests);
    expectOwn(2, [1]);
    const [first, second] = [1, 2].map((n) => place.read(`content/ko/a${n}.md`));
    expect(first).toMatch(/2021년[\s\S]*second-1|second-1[\s\S]*2021년/);
    expect(second).toMatch(/2022년[\s\S]*second-2|second-2[\s\S]*2022년/);
    expect(second).not.toContain('2021');
  });

  it('keep up with their own source where only an address changes in it', async () => {
    place = project({
      'content/en/a1.md': article(1),
      'content/en/a2.md': article(2),
      'pipelines/own.yaml': pipeline(),
    });
    await generate();
    place.put('content/en/a2.md', article(3));
    const requests = provider.seen.length;
    await generate();
    expect(provider.seen.length - requests).toBe(0);
    expectOwn(1, [2, 3]);
    expectOwn(3, [1, 2], 'content/ko/a2.md');
  });

  it('may be of other kinds: one of them strong, one a link, one code in a page', async () => {
    place = project({
      'content/en/a1.md': 'The **second plant** opened in `spring` for the team.\n',
      'content/en/a2.md': 'The [second plant](/two) opened in ![spring](s.png) for the team.\n',
      'pipelines/own.yaml': pipeline(),
    });
    const { translations } = await generate();
    expect(translations.map(({ left }) => left)).toEqual([[], []]);
    const [first, second] = [1, 2].map((n) => place.read(`content/ko/a${n}.md`));
    // The loopback leaves spaces inside its tags, where two stars would not be strong.
    expect(first).toMatch(/<strong>[^<]+<\/strong>[\s\S]*`spring`/);
    expect(first).not.toMatch(/two|s\.png/);
    expect(second).toMatch(/\[[^\]]+\]\(\/two\)[\s\S]*\]\(s\.png\)/);
    expect(second).not.toMatch(/\*\*|<strong>|`/);
  });

  it('and differ in what stands inside their codes, have each its own alternative text and title', async () => {
    const one = (n: number, name: string) =>
      `Look at ![the ${name} of the town](p${n}.png) and [the map](m${n} "The map of the ${name}") before you go.\n`;
    place = project({
      'content/en/a1.md': one(1, 'harbour'),
      'content/en/a2.md': one(2, 'market'),
      'pipelines/own.yaml': pipeline(),
    });
    provider.fault = () => ({
      answer: ({ source }) =>
        source
          .replace(/^Look at (.*) and (<pc\d>)the map(<.pc\d>) before you go\.$/, '$1, $2지도$3 보고 길을 떠나라.')
          .replace(/.*harbour.*/, '항구 글')
          .replace(/.*market.*/, '시장 글'),
    });
    const { translations } = await generate();
    expect(translations.map(({ left }) => left)).toEqual([[], []]);
    for (const [n, name, other] of [
      [1, '항구', '시장'],
      [2, '시장', '항구'],
    ] as const) {
      const text = place.read(`content/ko/a${n}.md`);
      expect(text).toContain(`![${name} 글](p${n}.png)`);
      expect(text).toContain(`](m${n} "${name} 글")`);
      expect(text).not.toContain(other);
    }
  });
});
