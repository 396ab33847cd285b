import { setMaxListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engines/index.js';
import { protect } from '../../src/engines/protect.js';
import { verify } from '../../src/engines/verify.js';
import { languagePack } from '../../src/languages/index.js';
import type { GlossedUnit } from '../../src/model/article.js';
import { toTagged } from '../../src/model/inline.js';
import { createAsker } from '../../src/pipeline/ask.js';
import { askKey } from '../../src/pipeline/plan.js';
import { createLocalQueue } from '../../src/queue/local.js';
import { type AskedUnit, faithful } from '../cli/server.js';
import { type Fault, type Provider, startProvider } from './server.js';
import { glossed } from './units.js';

/** Numbers that look random and are the same in every run (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const count = 400;

/** Sentences with two figures, emphasis, a footnote and now and then a term. */
function units(): GlossedUnit[] {
  const roll = dice(7);
  return Array.from({ length: count }, (_, n) => {
    const percent = 3 + Math.floor(roll() * 90);
    const millions = 2 + Math.floor(roll() * 90);
    const term = n % 3 === 0;
    return glossed({
      id: `u${n}`,
      source: `Sales at plant ${String.fromCharCode(65 + (n % 26))}${String.fromCharCode(65 + (n % 23))} rose <pc1>${percent}%</pc1> to $${millions} million last year${term ? ' thanks to inference' : ''}.<ph2/>`,
      figures: { [`${percent}%`]: `${percent}%`, [`$${millions} million`]: `${millions * 100}만 달러` },
      ...(term ? { terms: { inference: '추론' } } : {}),
    });
  });
}

type Spoil = (answer: string, unit: AskedUnit) => string | undefined;

/** What goes wrong with a unit. Each is one class of fault. */
const spoils: Readonly<Record<string, Spoil>> = {
  swapped: (answer) => answer.replace(/<q1>(.*?)<\/q1>(.*)<q2>(.*?)<\/q2>/s, '<q1>$3</q1>$2<q2>$1</q2>'),
  rescaled: (answer) => answer.replace(/<q2>(\d+)/, '<q2>$10'),
  changed: (answer) => answer.replace(/<q2>\d+/, '<q2>777'),
  'another currency': (answer) => answer.replace('달러</q2>', '유로</q2>'),
  'said twice': (answer) => `${answer} 곧 9억 원이다.`,
  'outside its tags': (answer) => answer.replace(/<q1>(.*?)<\/q1>/, '<q1></q1>$1'),
  'tag lost': (answer) => answer.replace('<ph2/>', ''),
  'tag invented': (answer) => `${answer}<pc9>말</pc9>`,
  'figure lost': (answer) => answer.replace(/<q1>.*?<\/q1>/, ''),
  'term ignored': (answer) => answer.replaceAll('추론', '간섭'),
  'left out': () => undefined,
  echoed: (_, unit) => unit.source,
  refused: () => '죄송하지만 도와드릴 수 없습니다.',
  'cut off': (answer) => answer.slice(0, answer.length / 3),
  'a fall': (answer) => answer.replace('</q1>', '</q1> 감소'),
};

describe('a provider that errs', () => {
  let provider: Provider;
  beforeEach(async () => {
    provider = await startProvider();
  });
  afterEach(() => provider.close());

  it('in 30 of 100 units and 10 of 100 requests: no wrong figure, no broken code, hardly a unit lost', async () => {
    const roll = dice(42);
    const names = Object.keys(spoils);
    const answer = (unit: AskedUnit) => {
      const right = faithful(unit);
      if (right === undefined || roll() >= 0.3) return right;
      return spoils[names[Math.floor(roll() * names.length)]!]!(right, unit);
    };
    const passing: Fault[] = [{ status: 500 }, { status: 429, headers: { 'retry-after': '0' } }, { hangUp: true }];
    provider.faults = Array.from({ length: 3000 }, (_, n) => (n % 10 === 9 ? passing[n % 3]! : { answer }));

    const engine = createEngine(
      'openai',
      {},
      { OPENAI_BASE_URL: `http://127.0.0.1:${provider.port}/v1`, OPENAI_MODEL: 'test' },
    );
    const [from, to] = [languagePack('en'), languagePack('ko')];
    const all = units();
    const { signal } = new AbortController();
    setMaxListeners(0, signal);
    const asker = createAsker({
      pair: { from: 'en', to: 'ko' },
      engines: [engine],
      queue: createLocalQueue(8),
      limits: { batchUnits: 20, batchCharacters: 6000, retries: 4 },
      priority: 'batch',
      signal,
      protect: ({ unit }, feedback) => protect(unit, feedback === undefined ? {} : { feedback }),
      verify: (unit, tagged) => verify(unit, tagged, from, to),
      accepted: async () => {},
      used: () => {},
      failed: () => {},
      settled: () => {},
    });
    const answers = await asker.ask(
      all.map((unit) => ({ unit, near: [] })),
      { title: 'Plants' },
    );

    let translated = 0;
    for (const unit of all) {
      const result = answers.get(askKey(unit));
      if (!result?.ok) continue;
      translated++;
      const tagged = toTagged(result.content);
      const [percent, money] = unit.quantities.map(({ required }) => required);
      expect(tagged).toContain(`<pc1>${percent}</pc1>`);
      expect(result.content.text.match(/\d+(?:%|만 달러)/g)).toEqual([percent, money]);
      expect(tagged.match(/<ph2\/>/g)).toHaveLength(1);
      if (unit.terms.length > 0) expect(tagged).toContain('추론');
    }
    expect(translated / count).toBeGreaterThanOrEqual(0.99);
    const asked = provider.seen.reduce((sum, seen) => sum + seen.units.length, 0);
    const failedInPassing = provider.seen
      .filter((_, n) => n % 10 === 9)
      .reduce((sum, seen) => sum + seen.units.length, 0);
    expect((asked - failedInPassing) / count - 1).toBeLessThanOrEqual(0.45);
  });
});
