import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourceCheckIds } from '../../../src/checks/source/ids.js';
import { sourceChecks } from '../../../src/checks/source/index.js';
import { lintArticle } from '../../../src/checks/source/run.js';
import { languagePack } from '../../../src/languages/index.js';
import { parseArticle } from '../../../src/markdown/index.js';
import { messages } from '../../../src/messages/index.js';

/** An article, line by line, what does not hold in it and what does. */
interface Case {
  readonly name: string;
  readonly locale?: string;
  readonly article: readonly string[];
  readonly issues: readonly Expected[];
  /** Keys of what was calculated and holds; not looked at where absent. */
  readonly holds?: readonly string[];
}

interface Expected {
  readonly key: string;
  readonly severity: string;
  readonly line?: number;
  readonly certainty?: string;
  /** The figure or text that is marked. */
  readonly marks?: string;
  /** What a person reads, in English. */
  readonly says?: string;
}

const english = messages('en');
const korean = messages('ko');
const fields = [
  'title',
  'summary',
  'furtherReading.*.title',
  'furtherReading.*.teaser',
  'faq.*.question',
  'faq.*.answer',
];

function lint({ locale = 'en', article }: Case, check: string) {
  const parsed = parseArticle(article.join('\n'), { file: 'a.md', slug: 'a', locale, fields });
  return lintArticle(parsed, languagePack(locale), { only: [check] });
}

describe.each(sourceCheckIds)('the source check %s', (id) => {
  const cases: readonly Case[] = JSON.parse(readFileSync(new URL(`${id}.json`, import.meta.url), 'utf8'));

  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { issues, verified } = lint(one, id);
    const found = issues.map((issue) => ({ ...issue, says: english.issue(issue), marks: issue.source?.text }));
    expect(found.map(({ key, says }) => ({ key, says }))).toEqual(
      one.issues.map(({ key }, i) => ({ key, says: found[i]?.says })),
    );
    for (const [i, wanted] of one.issues.entries()) expect(found[i]).toMatchObject(wanted);
    if (one.holds !== undefined) expect(verified.map(({ key }) => key)).toEqual(one.holds);
    for (const issue of [...issues, ...verified]) {
      // A value that was not put in would show its braces; a key without a message shows itself.
      expect(english.issue(issue) + korean.issue(issue)).not.toMatch(/\{\{|undefined|^lint\.|NaN/);
      if (issue.severity === 'major') expect(issue.certainty).toBe('certain');
    }
  });

  it('finds and stays quiet in both languages', () => {
    for (const locale of ['en', 'ko']) {
      const own = cases.filter((one) => (one.locale ?? 'en') === locale);
      expect(own.some(({ issues }) => issues.length > 0)).toBe(true);
      expect(own.some(({ issues }) => issues.length === 0)).toBe(true);
    }
  });
});

it('every source check is listed by name, tested, worded and documented', () => {
  expect(sourceChecks.map(({ id }) => id)).toEqual([...sourceCheckIds]);
  const fixtures = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.json'));
  expect(fixtures.sort()).toEqual(sourceCheckIds.map((id) => `${id}.json`));
  for (const page of ['lint.md', 'lint.ko.md']) {
    const text = readFileSync(new URL(`../../../docs/${page}`, import.meta.url), 'utf8');
    expect(sourceCheckIds.filter((id) => !text.includes(`\`${id}\``))).toEqual([]);
  }
  for (const ui of [english, korean])
    expect(sourceCheckIds.filter((id) => ui.check(id).startsWith('checks.'))).toEqual([]);
});
