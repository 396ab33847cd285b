import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkArticles } from '../../src/checks/run.js';
import { languagePack } from '../../src/languages/index.js';
import { parseArticle } from '../../src/markdown/index.js';
import type { Concept } from '../../src/model/concept.js';
import type { Style } from '../../src/model/style.js';
import { parseStyle } from '../../src/pipeline/style.js';
import { parseTermbase } from '../../src/termbase/load.js';
import { createMatcher, preferred } from '../../src/termbase/match.js';

/**
 * Mistakes planted by rule into translations that are right: our own articles'. Each check is to catch nine tenths of
 * its kind, and to say nothing of the text as it was. Every place where a rule can be applied is taken.
 */
interface Text {
  readonly source: string;
  readonly target: string;
}

const read = (path: string) => readFileSync(new URL(`../../locales/${path}`, import.meta.url), 'utf8');
const concepts = parseTermbase(read('termbase.yaml'), 'termbase.yaml');
const style = parseStyle(read('ko/style.yaml'), 'style.yaml');
const english = parseStyle(read('en/style.yaml'), 'style.yaml');
const plain = (tagged: string) => tagged.replace(/<[^<>]*>/g, '');
const pairs = (file: string): Text[] =>
  read(file)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Text);
// What was written in Korean is right Korean as well.
const all = [
  ...pairs('memory/en-ko.jsonl'),
  ...pairs('memory/ko-en.jsonl').map(({ source, target }): Text => ({ source: target, target: source })),
]
  .filter(({ source, target }) => !/[<&|#]/.test(source + target))
  .map(({ source, target }): Text => ({ source: plain(source), target: plain(target) }));
const sentences = all.filter(
  ({ source, target }) => source.length >= 60 && /[.]$/.test(source) && /다\.$/.test(target),
);

/** That a term is introduced is asked of an article, not of a sentence. */
const introducing: ReadonlySet<string> = new Set(['first-mention', 'abbreviation-first', 'introduced-again']);

function issues(texts: readonly Text[], { check, terms = concepts, into = 'ko', house = style, ...plant }: Planted) {
  const from = into === 'ko' ? 'en' : 'ko';
  const article = (locale: string, side: keyof Text) =>
    parseArticle(texts.map((one) => one[side]).join('\n\n'), {
      file: `content/${locale}/a.md`,
      slug: 'a',
      locale,
      fields: [],
    });
  const options = { from: languagePack(from), to: languagePack(into), concepts: terms, style: house, only: [check] };
  return checkArticles(article(from, 'source'), article(into, 'target'), options).filter(
    ({ key }) => plant.introducing === true || !introducing.has(key),
  );
}

/** How a text is spoilt; nothing where the rule finds no place. */
type Rule = (text: Text, index: number) => string | undefined;

const once =
  (pattern: RegExp, by: string | ((...found: string[]) => string)): Rule =>
  ({ target }) => {
    const spoilt = target.replace(pattern, by as string);
    return spoilt === target ? undefined : spoilt;
  };
const turn =
  (rules: readonly Rule[]): Rule =>
  (text, index) =>
    rules[index % rules.length]!(text, index);

const words = createMatcher(concepts, 'ko', 'en');
const foreign = createMatcher(concepts, 'en', 'ko');
const opposite: Readonly<Record<string, string>> = { 은: '는', 는: '은', 을: '를', 를: '을', 과: '와', 와: '과' };
/** Plain endings with their formal ones, where they are regular. */
const formal: Readonly<Record<string, string>> = { 이다: '입니다', 한다: '합니다', 된다: '됩니다' };
const days = '월화수목금토일';
const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const people = [
  ['Raheem Sterling', '라힘 스털링'],
  ['Dustin Johnson', '더스틴 존슨'],
  ['Hannah Arendt', '한나 아렌트'],
  ['Michael Ballack', '미하엘 발라크'],
  ['Kristalina Georgieva', '크리스탈리나 게오르기에바'],
  ['Jordan Pickford', '조던 픽퍼드'],
  ['Sebastian Thrun', '제바스티안 스런'],
  ['Patrick Gelsinger', '패트릭 겔싱어'],
  ['Janet Yellen', '재닛 옐런'],
  ['Tim Cook', '팀 쿡'],
  ['Christine Lagarde', '크리스틴 라가르드'],
  ['Theresa May', '테리사 메이'],
  ['Emmanuel Macron', '에마뉘엘 마크롱'],
  ['Vladimir Putin', '블라디미르 푸틴'],
  ['Naomi Osaka', '나오미 오사카'],
  ['Phil Mickelson', '필 미컬슨'],
  ['Jamal Khashoggi', '자말 카슈끄지'],
  ['Anthony Joshua', '앤서니 조슈아'],
] as const;

/** A text that fits a rule, made from one that does not: what is put in is right on both sides. */
const dated = sentences.map(
  ({ source, target }, i): Text => ({
    source: `On ${weekdays[i % 7]} it was said: ${source}`,
    target: `${days[i % 7]}요일에 나온 말이다. ${target}`,
  }),
);
const named = sentences.map(
  ({ source, target }, i): Text => ({
    source: `It was said by ${people[i % people.length]![0]} yesterday. ${source}`,
    target: `${people[i % people.length]![1]}의 말이다. ${target}`,
  }),
);
const measured = sentences.map(
  ({ source, target }, i): Text => ({
    source: `It weighs ${i + 12} kg and fell ${i + 3}%. ${source}`,
    target: `무게는 ${i + 12}kg이고 ${i + 3}% 줄었다. ${target}`,
  }),
);
const bracketed = sentences.map(
  ({ source, target }): Text => ({
    source: source.replace(/\.$/, ' (so they say).'),
    target: target.replace(/\.$/, '(고들 한다).'),
  }),
);

/** Names that an article introduces, each in sentences that name no other such. */
const introduced = concepts.flatMap((concept) => {
  const [right, foreignName] = [preferred(concept, 'ko'), preferred(concept, 'en')];
  return right?.firstMention === undefined || foreignName === undefined
    ? []
    : [{ ...right, foreign: foreignName.term }];
});
const silent = sentences.filter(({ target }) =>
  words.designations(target).every(({ concept }) => preferred(concept, 'ko')?.firstMention === undefined),
);
const naming = silent.slice(0, 48).map(({ source, target }, i): Text => {
  const { firstMention, foreign: name } = introduced[i % introduced.length]!;
  return { source: `It is about ${name}. ${source}`, target: `${firstMention}의 이야기다. ${target}` };
});

interface Plant {
  /** The check, where the plant has a name of its own. */
  readonly check?: string;
  readonly texts?: readonly Text[];
  readonly terms?: readonly Concept[];
  /** Whether it is about how an article introduces its terms. */
  readonly introducing?: true;
  /** The language of the translation. */
  readonly into?: 'en' | 'ko';
  readonly house?: Style;
  readonly rule: Rule;
}
type Planted = Omit<Plant, 'check' | 'rule' | 'texts'> & { readonly check: string };

const numbers = 'Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen Twenty Twenty-one'.split(' ');
/** Sentences of one part joined to another by a dash. */
const dashed = sentences.flatMap(({ source, target }): Text[] =>
  target.includes(', ') ? [{ source: `So it goes — ${source}`, target: `그렇다—${target}` }] : [],
);

const plants: Readonly<Record<string, Plant>> = {
  'terminology of first mentions': {
    check: 'terminology',
    introducing: true,
    texts: naming,
    rule: turn([
      once(/\([^)]*\)(?=의)/, ''),
      once(/^[^(]+\(([^)]*)\)(?=의)/, '$1'),
      once(/^[^(]+\([^)]*\)의 이야기다\./, (form) => `${form} ${form}`),
    ]),
  },
  terminology: {
    texts: all,
    rule: ({ source, target }) => {
      const said = new Set(foreign.designations(source).map(({ concept }) => concept));
      const term = words
        .designations(target)
        .find(({ concept, text }) => said.has(concept) && concept.doNotTranslate !== true && !source.includes(text));
      return term === undefined ? undefined : target.replaceAll(term.text, '저것');
    },
  },
  particles: {
    texts: all,
    rule: ({ target }) => {
      for (const { end, wordEnd } of words.designations(target)) {
        const other = opposite[target.slice(end, wordEnd)];
        if (other !== undefined) return target.slice(0, end) + other + target.slice(wordEnd);
      }
      return undefined;
    },
  },
  punctuation: {
    rule: turn([
      once(/\.$/, ''),
      once(/\.$/, '。'),
      once(/\.$/, '..'),
      once(/\.$/, ' .'),
      once(/(?<=다)\. (?=[가-힣])/, '.'),
      ({ target }) => `${target.slice(0, -1)}... 그렇다.`,
    ]),
  },
  'punctuation of dashes': {
    check: 'punctuation',
    texts: dashed,
    rule: turn([once(/—/, ' — '), once(/—/, '--'), once(/—/, ' - '), once(/—/, ' – ')]),
  },
  'spacing-units of words': {
    check: 'spacing-units',
    house: { ...style, figures: { ...style.figures, unit: 'word' } },
    texts: measured
      .map(({ source, target }) => ({ source, target: target.replace(/(?<=\d)kg/, '킬로그램') }))
      .filter(({ target }) => !/\d(?:만|억)? ?[A-Za-z]/.test(target)),
    rule: once(/(?<=\d)킬로그램/, 'kg'),
  },
  'sentence-start': {
    into: 'en',
    house: english,
    // Our own source begins a sentence with $10 billion.
    texts: sentences
      .filter(({ source }) => !/(?:^|\. )[$\d]/.test(source))
      .map(
        ({ source, target }, i): Text => ({
          source: `${(i % 10) + 12}명이 왔다. ${target}`,
          target: `${numbers[i % 10]} people came to the meeting. ${source}`,
        }),
      ),
    rule: once(/^[A-Z][a-z-]+/, (word) => String(numbers.indexOf(word) + 12)),
  },
  'spacing-units': {
    texts: measured,
    rule: turn([once(/(?<=\d)kg/, ' kg'), once(/(?<=\d)%/, '퍼센트'), once(/(?<=\d)%/, ' %')]),
  },
  'dates-weekday': {
    texts: dated,
    rule: once(/([월화수목금토일])(?=요일)/, (day) => days[(days.indexOf(day) + 2) % 7]!),
  },
  length: {
    texts: sentences.filter(({ source }) => source.length >= 120),
    rule: turn([
      ({ target }) =>
        `${target
          .split(' ')
          .slice(0, Math.ceil(target.split(' ').length * 0.3))
          .join(' ')}.`,
      ({ target }) =>
        `${target} ${'그리고 아무도 하지 않은 말이 여기에 길게 덧붙었다. '.repeat(Math.ceil(target.length / 14))}`.trim(),
    ]),
  },
  truncation: {
    texts: bracketed,
    rule: turn([
      ({ target }) =>
        target
          .split(' ')
          .slice(0, Math.ceil(target.split(' ').length * 0.55))
          .join(' '),
      once(/\)\.$/, '.'),
      once(/\(고들 한다\)\.$/, '…'),
    ]),
  },
  repetition: {
    rule: ({ target }) => {
      const list = target.split(' ');
      return [...list.slice(0, 4), ...list.slice(1, 4), ...list.slice(1, 4), ...list.slice(4)].join(' ');
    },
  },
  untranslated: { rule: ({ source }) => source },
  'mixed-script': {
    texts: all.filter(({ target }) => /[A-Z][A-Za-z]*[aeopcA]|[A-Z]*A[A-Z]/.test(target)),
    rule: ({ target }) => {
      const alike: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', A: 'А' };
      return target.replace(/(?<=[A-Za-z])[aeopcA]|A(?=[A-Z])/, (letter) => alike[letter]!);
    },
  },
  entities: { texts: named, terms: [], rule: once(/^\S+ \S+의 말이다/, '어제 나온 말이다') },
  leftovers: {
    rule: turn([
      ({ target }) => `다음은 번역문입니다: ${target}`,
      ({ target }) => `<pc1>${target}</pc1>`.replace(/[<>]/g, (sign) => `\\${sign}`),
      ({ target }) => target.replace(' ', ' ⟦3⟧ '),
      ({ target }) => target.replace(' ', ' &amp;nbsp; '),
      ({ target }) => target.replace(/(?<= )[가-힣]/, '\uFFFD'),
      ({ target }) => `Here is the translation: ${target}`,
    ]),
  },
  script: { rule: ({ target }) => target.replace(' ', ' 该公司昨天表示今年不会再增加投资 ') },
  register: {
    rule: once(
      /(?:(?<=[았었했였졌됐왔났갔섰겼렸있없])다|이다|한다|된다)\.$/,
      (end) => `${formal[end.slice(0, -1)] ?? '습니다'}.`,
    ),
  },
  consistency: { rule: once(/^\S+ /, '') },
};

/** Checks that judge a whole article: the spoilt text stands among all the others, or after itself. */
const around: Readonly<Record<string, (texts: readonly Text[], spoilt: Text, index: number) => readonly Text[]>> = {
  register: (texts, spoilt, index) => texts.map((one, i) => (i === index ? spoilt : one)),
  consistency: (texts, spoilt, index) => [texts[index]!, spoilt],
};

describe.each(Object.entries(plants))('mistakes that %s is for', (name, { texts = sentences, rule, ...plant }) => {
  it('are caught nine times of ten, and nothing is said of the text without them', () => {
    const planted = { check: name, ...plant };
    const within = around[name] ?? ((_, one) => [one]);
    let count = 0;
    const missed: string[] = [];
    const loud: string[] = [];
    for (const [index, text] of texts.entries()) {
      const target = rule(text, index);
      if (target === undefined) continue;
      count++;
      if (count <= 30 && issues(within(texts, text, index), planted).length > 0) loud.push(text.target);
      if (issues(within(texts, { source: text.source, target }, index), planted).length === 0) missed.push(target);
    }
    expect(count).toBeGreaterThanOrEqual(20);
    expect(loud).toEqual([]);
    expect(missed.length / count, missed.join('\n')).toBeLessThanOrEqual(0.1);
  });
});
