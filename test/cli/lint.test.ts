import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cli } from './io.js';
import { project, type TestProject } from './project.js';
import { type Loopback, startLoopback } from './server.js';

/** The project's own article, whose material holds contradictions and sums that hold. */
const war = readFileSync(new URL('../../content/en/ai-infrastructure-war.md', import.meta.url), 'utf8');

interface Told {
  readonly check: string;
  readonly severity: string;
  readonly certainty: string;
  readonly message: string;
  readonly source: { readonly text: string } | null;
}

let place: TestProject;
let server: Loopback;
beforeEach(async () => {
  server = await startLoopback();
  place = project({ 'content/en/war.md': war });
});
afterEach(async () => {
  await server.close();
  place.remove();
});

it('finds what does not hold in an article, and says what does', async () => {
  const ran = await cli(['lint', '--format', 'json'], { cwd: place.root });
  expect(ran.exitCode).toBe(1);
  const { issues, verified }: { issues: Told[]; verified: Told[] } = JSON.parse(ran.stdout);
  expect(issues.map(({ check, severity, source }) => `${check} ${severity} ${source?.text}`)).toEqual([
    'agreement major $250 billion',
    'agreement minor 2x',
    'growth major 32%',
    'growth major 52%',
    'growth major 48%',
    'growth major 50%',
  ]);
  expect(issues[2]?.message).toContain('$45B → $180B over 4 years is 41.4%; 32% would fit 5 years');
  const held = verified.map(({ message }) => message).join('\n');
  expect(held).toContain('$10 billion + $8 billion + $7 billion = $25 billion');
  expect(held).toContain('3 × 150 MW = 450MW');
  expect(held).toContain('52% → 78% is 50%');
});

it('says it in Korean', async () => {
  const { stdout } = await cli(['lint'], { cwd: place.root, locale: 'ko' });
  expect(stdout).toContain('32%는 5년이라야 맞습니다');
  expect(stdout).toContain('(확실)');
});

it('is reported once by a run that translates, for the source, and carried over', async () => {
  const lines = [
    '# A plan in figures',
    'Tesla raised its spending plan for 2026 to $250 billion.',
    'Of the $25 billion that Tesla plans for 2026, $10 billion goes to Dojo, $8 billion to factories and $7 billion to sensors.',
  ];
  place.put('content/en/war.md', lines.join('\n\n'));
  const ran = await cli(['generate', '--format', 'json'], { cwd: place.root, env: server.env });
  const report: { sources: Told[]; translations: { issues: Told[] }[] } = JSON.parse(ran.stdout);
  expect(report.sources.map(({ check, source }) => `${check} ${source?.text}`)).toEqual(['agreement $250 billion']);
  expect(report.translations.map(({ issues }) => issues)).toEqual([[]]);
  const korean = place.read('content/ko/war.md');
  expect(korean).toMatch(/2,?500억 달러/);
  expect(korean).toMatch(/(?<![\d,])250억 달러/);
  const again = await cli(['generate', '--format', 'json'], { cwd: place.root, env: server.env });
  expect(JSON.parse(again.stdout).sources).toEqual([]);
});

it('lists every calculation that holds where asked to', async () => {
  const lines = Array.from(
    { length: 24 },
    (_, i) => `Of the $${i + 30} million, $${i + 10} million went to A and $20 million to B.`,
  );
  place.put('content/en/war.md', ['# Spending', ...lines].join('\n\n'));
  const few = await cli(['lint'], { cwd: place.root });
  const all = await cli(['lint', '--verified'], { cwd: place.root });
  expect(few.stdout.split('✓').length - 1).toBe(20);
  expect(few.stdout).toContain('and 4 more (--verified lists all)');
  expect(all.stdout.split('✓').length - 1).toBe(24);
});
