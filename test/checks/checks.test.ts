import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkIds } from '../../src/checks/index.js';
import { checkArticles } from '../../src/checks/run.js';
import { languagePack } from '../../src/languages/index.js';
import { parseArticle } from '../../src/markdown/index.js';
import { messages } from '../../src/messages/index.js';
import type { Concept } from '../../src/model/concept.js';
import { parseStyle } from '../../src/pipeline/style.js';
import { parseTermbase } from '../../src/termbase/load.js';

/** An article and its translation, line by line, and what the check says of them. */
interface Case {
  readonly name: string;
  readonly from?: string;
  readonly to?: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
  /** The check's options, as a pipeline file has them. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly concepts?: string;
  /** The house style, as locales/<locale>/style.yaml has it. */
  readonly style?: object;
  readonly issues: readonly Expected[];
}

interface Expected {
  readonly key: string;
  readonly severity: string;
  readonly line?: number;
  /** What a person reads, in English. */
  readonly says?: string;
  /** The target's text once the fix is applied to its unit. */
  readonly fixed?: string;
}

const words = messages('en');
const korean = messages('ko');

function run({ from = 'en', to = 'ko', source, target, concepts, options, style }: Case, check: string) {
  const article = (lines: readonly string[], locale: string) =>
    parseArticle(lines.join('\n'), {
      file: `content/${locale}/a.md`,
      slug: 'a',
      locale,
      fields: ['title', 'faq.*.question', 'faq.*.answer'],
    });
  const [original, translation] = [article(source, from), article(target, to)];
  const terms: readonly Concept[] = concepts === undefined ? [] : parseTermbase(concepts, 'locales/termbase.yaml');
  const issues = checkArticles(original, translation, {
    from: languagePack(from),
    to: languagePack(to),
    concepts: terms,
    only: [check],
    style: parseStyle(JSON.stringify(style ?? {}), `locales/${to}/style.yaml`),
    ...(options === undefined ? {} : { checks: { [check]: { options } } }),
  });
  return issues.map((issue) => {
    const unit = translation.units.find(({ id }) => id === issue.unit);
    const { fix } = issue;
    const fixed =
      fix === undefined || unit === undefined
        ? undefined
        : unit.text.slice(0, fix.start) + fix.text + unit.text.slice(fix.end);
    return { ...issue, says: words.issue(issue), ko: korean.issue(issue), fixed };
  });
}

describe.each(checkIds)('the check %s', (id) => {
  const cases: readonly Case[] = JSON.parse(readFileSync(new URL(`${id}.json`, import.meta.url), 'utf8'));

  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const found = run(one, id);
    expect(
      found.map((issue, i) => {
        const wanted = one.issues[i] ?? { key: '', severity: '' };
        return Object.fromEntries(Object.keys(wanted).map((name) => [name, issue[name as keyof typeof issue] ?? null]));
      }),
    ).toEqual(one.issues.slice(0, found.length));
    expect(found.map(({ key }) => key)).toEqual(one.issues.map(({ key }) => key));
    for (const { says, ko } of found) {
      // A value that was not put in would show its braces; a key without a message shows itself.
      expect(says + ko).not.toMatch(/\{\{|\$t\(|undefined|^checks\./);
    }
  });

  it('both finds and stays quiet', () => {
    expect(cases.some(({ issues }) => issues.length > 0)).toBe(true);
    expect(cases.some(({ issues }) => issues.length === 0)).toBe(true);
  });
});
