import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkArticles } from '../../../src/checks/run.js';
import { languagePack } from '../../../src/languages/index.js';
import { parseArticle } from '../../../src/markdown/index.js';
import { fingerprintOf } from '../../../src/model/fingerprint.js';
import { type Issue, severities } from '../../../src/model/issue.js';
import { Memory, remember } from '../../../src/pipeline/known/remembered.js';

/** An article of ours, and what it lacks of structure. */
const page = `${readFileSync(new URL('../../../content/en/undersea-cables.md', import.meta.url), 'utf8')}
## Measuring it yourself

Install the tool as [its manual](https://example.org/manual) says, and set \`CABLE_TIMEOUT\` to 30. The [list of cables](https://example.org/list)
names each of them, and \`trace --hops\` shows the way.

![A map of the cables in the Atlantic](../images/atlantic.svg)

\`\`\`sh
trace --hops 12 example.org
\`\`\`

A longer way takes longer, and the table of the tool says by how much it does.

\`\`\`sh
trace --wait 30 example.net
\`\`\`

### Reading the result

- A jump of 60 ms or more is an ocean.
- Two equal jumps are a ring of cables.
- No answer is a firewall, as a rule.

| Hop | Place | Wait |
|---|---|---|
| 1 | Lisbon | 4 ms |
| 2 | Fortaleza | 61 ms |
| 3 | Miami | 122 ms |
`;

/** A way to spoil a page: each match of the pattern is a place. */
interface Rule {
  readonly name: string;
  readonly check: string;
  readonly at: RegExp;
  readonly by: string;
}
const rules: readonly Rule[] = [
  { name: 'a heading dropped', check: 'headings', at: /^##+ .*\n\n/gm, by: '' },
  { name: 'a heading of another level', check: 'headings', at: /^(?=##+ )/gm, by: '#' },
  { name: 'a heading made text', check: 'headings', at: /^##+ (?=\w)/gm, by: '' },
  { name: 'a list item dropped', check: 'blocks', at: /^(?:-|[12]\.) .*\n/gm, by: '' },
  { name: 'a paragraph dropped', check: 'blocks', at: /^[A-Z].{60,}\n\n/gm, by: '' },
  { name: 'a table dropped', check: 'tables', at: /(?:^\|.*\n)+/gm, by: '' },
  { name: 'a row dropped', check: 'tables', at: /^\| (?:\d|[TM]).*\n/gm, by: '' },
  { name: 'a digit of a cell', check: 'tables', at: /(?<=^\| \w+ \| .*)0(?= )|(?<=^\| \d \| \w+ \| )6/gm, by: '7' },
  { name: 'a cell emptied', check: 'tables', at: /(?<=^\| [^|]+ \| )[A-Z\d]\w+(?= \|)/gm, by: '' },
  { name: 'cells exchanged', check: 'tables', at: /(?<=^\| \w+ \| )(\w+) \| ([\d,]+ \w+)/gm, by: '$2 | $1' },
  { name: 'an image dropped', check: 'images', at: /^!\[.*\n\n/gm, by: '' },
  { name: 'another image', check: 'images', at: /(?<=^!.*)\.svg/gm, by: '-2.svg' },
  { name: 'a link dropped', check: 'links', at: /(?<!!)\[([^\]]*)\]\([^)]*\)/g, by: '$1' },
  { name: 'another address', check: 'links', at: /(?<=\]\(https:\/\/example\.org\/)\w/g, by: 'x' },
  { name: 'a code block dropped', check: 'code-blocks', at: /^```sh\n.*\n```\n/gm, by: '' },
  { name: 'other code in a block', check: 'code-blocks', at: /^trace --/gm, by: 'trace --no-' },
  { name: 'other code in a sentence', check: 'inline-codes', at: /(?<=`)(?=CABLE|trace)/g, by: 'MY_' },
];

const only = ['headings', 'blocks', 'tables', 'images', 'links', 'code-blocks', 'inline-codes'];
const pack = languagePack('en');
const parse = (text: string) => parseArticle(text, { file: 'a.md', slug: 'a', locale: 'en', fields: ['title'] });
const original = parse(page);
const judge = (target: string, source = original) =>
  checkArticles(source, parse(target), { from: pack, to: pack, concepts: [], only });
const seen = new Map<Change, readonly Issue[]>();
/** The issues of the page with one change, judged once for all that is planted beside it. */
function withOne(change: Change): readonly Issue[] {
  const issues = seen.get(change) ?? judge(changed(change));
  seen.set(change, issues);
  return issues;
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

function changesOf({ at, by }: Rule): Change[] {
  return [...page.matchAll(at)].map(({ 0: found, 1: one = '', 2: two = '', index }) => ({
    start: index,
    end: index + found.length,
    by: by.replace('$1', one).replace('$2', two),
  }));
}

/** The page with changes made, from behind so that each stands where it was found. */
function changed(...changes: readonly Change[]): string {
  return changes
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), page);
}

/** What is not among the issues that stood. */
function fresh(stood: readonly Issue[], now: readonly Issue[]): Issue[] {
  const memory = new Memory();
  for (const issue of stood) memory.add(remember(issue, 'a.md'));
  return now.filter((issue) => !memory.take(fingerprintOf(issue)));
}

const worst = (issues: readonly Issue[], { check }: Rule) =>
  Math.max(-1, ...issues.filter((issue) => issue.check === check).map(({ severity }) => severities.indexOf(severity)));

describe('on a page that holds an old difference', () => {
  const planted = rules.map((rule) => ({ rule, places: changesOf(rule) }));
  /** One old difference for each check. */
  const old = planted
    .filter(({ rule }, i) => planted.findIndex((other) => other.rule.check === rule.check) === i)
    .map(({ rule, places }) => ({ name: rule.name, place: places[0]!, stood: withOne(places[0]!) }));

  it('nothing is found without it, and something with it', () => {
    expect(judge(page)).toEqual([]);
    expect(old.filter(({ stood }) => stood.length === 0).map(({ name }) => name)).toEqual([]);
  });

  it.each(planted)('$rule.name is new, and no less grave than without it', ({ rule, places }) => {
    for (const { name, place, stood } of old) {
      const second = places.findLast(({ start, end }) => start >= place.end || end <= place.start)!;
      const alone = worst(withOne(second), rule);
      expect(alone).toBeGreaterThanOrEqual(0);
      const found = fresh(stood, judge(changed(place, second)));
      expect(worst(found, rule), name).toBeGreaterThanOrEqual(alone);
    }
  });

  it('nothing becomes new where lines, blocks and tables come above', () => {
    const head = '| A | B |\n|---|---|\n| 1 | 2 |\n\nA new paragraph of 12 words.\n\n```sh\nls\n```\n\n';
    const [front, body] = page.split(/(?<=\n---\n\n)/) as [string, string];
    const source = parse(front + head + body);
    for (const { rule, places } of planted) {
      const stood = withOne(places.at(-1)!);
      const now = judge(changed(places.at(-1)!).replace(front, front + head), source);
      expect([rule.name, fresh(stood, now)]).toEqual([rule.name, []]);
      expect(now).toHaveLength(stood.length);
    }
  });
});
