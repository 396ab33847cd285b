import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/model/article.js';
import { type Decision, type Leverage, planArticle } from '../../src/pipeline/plan.js';
import { skeletonHash, standingOf } from '../../src/pipeline/standing.js';
import type { Delivery } from '../../src/store/store.js';
import { article, delivered, glossed, leverage } from './articles.js';

/** Each decision in one word, with the target where it tells something. */
function plan(now: Article, record: Delivery, file: Article, known: Leverage = leverage()) {
  const result = planArticle(glossed(now), standingOf(record, file), skeletonHash(now), known);
  const word = (decision: Decision) =>
    'target' in decision && decision.target !== undefined ? `${decision.by} ${decision.target.text}` : decision.by;
  return { placement: result.placement, decisions: result.decisions.map(word), plan: result };
}

const source = article(['Sales rose.', 'Prices fell 5 points.', 'The end.']);
const translation = article(['매출이 늘었다.', '물가는 5포인트 내렸다.', '끝.'], 'ko');
const record = delivered(source, translation);

describe('an article without a translation', () => {
  const fresh = (known: Leverage) =>
    planArticle(glossed(article(['Known.', '42 %', 'Unknown 7.'])), undefined, '', known).decisions;
  const entry = { source: 'Known.', target: '아는 글.', origin: 'human', state: 'final' } as const;

  it('takes memory first, then renders, then asks', () => {
    expect(fresh(leverage([entry])).map(({ by }) => by)).toEqual(['memory', 'rendered', 'ask']);
  });

  it('patches a remembered sentence that differs in figures only', () => {
    const near = { ...entry, source: 'Unknown 6.', target: '모르는 6.' };
    expect(fresh(leverage([near]))[2]).toMatchObject({ by: 'patched', target: { text: '모르는 7.' } });
  });

  it('does not take from memory what has a wrong figure or lost a code', () => {
    expect(fresh(leverage([entry], { acceptable: () => false }))[0]?.by).toBe('ask');
    expect(fresh(leverage([{ ...entry, target: '<pc1>아는</pc1> 글.' }]))[0]?.by).toBe('ask');
  });
});

describe('an article with a translation', () => {
  it('keeps everything when nothing changed', () => {
    expect(plan(source, record, translation)).toMatchObject({
      placement: 'skeleton',
      decisions: ['kept 매출이 늘었다.', 'kept 물가는 5포인트 내렸다.', 'kept 끝.'],
    });
  });

  it('asks for exactly the sentence that changed', () => {
    const now = article(['Sales fell.', 'Prices fell 5 points.', 'The end.']);
    expect(plan(now, record, translation).decisions).toEqual(['ask', 'kept 물가는 5포인트 내렸다.', 'kept 끝.']);
  });

  it('asks for nothing else when a paragraph is inserted or removed', () => {
    const more = article(['New.', 'Sales rose.', 'Prices fell 5 points.', 'The end.']);
    expect(plan(more, record, translation).decisions.map((d) => d.split(' ')[0])).toEqual([
      'ask',
      'kept',
      'kept',
      'kept',
    ]);
    const less = article(['Sales rose.', 'The end.']);
    expect(plan(less, record, translation).decisions).toEqual(['kept 매출이 늘었다.', 'kept 끝.']);
  });

  it('patches figures that changed, in text from memory and from people', () => {
    const now = article(['Sales rose.', 'Prices fell 6 points.', 'The end.']);
    expect(plan(now, record, translation).decisions[1]).toBe('patched 물가는 6포인트 내렸다.');
    const byHand = article(['매출이 늘었다.', '물가가 5포인트나 떨어졌다.', '끝.'], 'ko');
    const patched = plan(now, record, byHand).plan.decisions[1];
    expect(patched).toMatchObject({ by: 'patched', edited: true, target: { text: '물가가 6포인트나 떨어졌다.' } });
  });

  it('asks again for what was left in the source language or only tried the layout', () => {
    const left = delivered(source, translation, { 0: { origin: { kind: 'source' }, state: 'initial' } });
    expect(plan(source, left, translation).decisions[0]).toBe('ask');
  });
});

describe('a translation that a person edited', () => {
  const edited = article(['매출이 증가했다.', '물가는 5포인트 내렸다.', '끝.'], 'ko');

  it('keeps what the person wrote, and knows it is new', () => {
    const result = plan(source, record, edited);
    expect(result.decisions[0]).toBe('human 매출이 증가했다.');
    expect(result.plan.decisions[0]).toMatchObject({ fresh: true });
    expect(result.decisions[1]).toBe('kept 물가는 5포인트 내렸다.');
  });

  it('keeps it when the source changed in words, and calls it stale', () => {
    const now = article(['Sales stagnated.', 'Prices fell 5 points.', 'The end.']);
    expect(plan(now, record, edited).decisions[0]).toBe('stale 매출이 증가했다.');
  });

  it('stays stale until the person edits it again or sets the state back', () => {
    const now = article(['Sales stagnated.', 'Prices fell 5 points.', 'The end.']);
    const inFile = article(['매출이 증가했다.', '물가는 5포인트 내렸다.', '끝.'], 'ko', '---\nstate: stale\n---\n');
    const human = { state: 'reviewed', origin: { kind: 'human' } } as const;
    // The record holds the present revision but, for the stale unit, the source that it was translated from.
    const told = { ...delivered(now, inFile, { 0: { ...human, source: 'Sales rose.' } }) };
    expect(plan(now, told, inFile).decisions[0]).toBe('stale 매출이 증가했다.');
    const again = article(['매출이 제자리다.', '물가는 5포인트 내렸다.', '끝.'], 'ko', '---\nstate: stale\n---\n');
    expect(plan(now, told, again).decisions[0]).toBe('human 매출이 제자리다.');
    const confirmed = article(
      ['매출이 증가했다.', '물가는 5포인트 내렸다.', '끝.'],
      'ko',
      '---\nstate: reviewed\n---\n',
    );
    expect(plan(now, told, confirmed).decisions[0]).toBe('human 매출이 증가했다.');
  });

  it('replaces only units in a file whose other parts were changed by hand', () => {
    const rebuilt = { ...record, skeleton: 'other' };
    const now = article(['Sales fell.', 'Prices fell 5 points.', 'The end.']);
    expect(plan(now, rebuilt, translation).placement).toBe('in-place');
  });

  it('leaves a rebuilt file alone when the source was rebuilt as well', () => {
    const split = article(['매출이', '늘었다.', '물가는 5포인트 내렸다.', '끝.'], 'ko');
    expect(plan(source, record, split)).toMatchObject({
      placement: 'in-place',
      decisions: ['human', 'kept 물가는 5포인트 내렸다.', 'kept 끝.'],
    });
    const now = article(['New.', 'Sales rose.', 'Prices fell 5 points.', 'The end.']);
    expect(plan(now, record, split).placement).toBe('blocked');
  });

  it('does not take a state set in the frontmatter for an edit', () => {
    const published = article(
      ['매출이 늘었다.', '물가는 5포인트 내렸다.', '끝.'],
      'ko',
      '---\nstate: published\n---\n',
    );
    const before = delivered(
      source,
      article(['매출이 늘었다.', '물가는 5포인트 내렸다.', '끝.'], 'ko', '---\nstate: translated\n---\n'),
    );
    expect(plan(source, before, published)).toMatchObject({ placement: 'skeleton' });
    expect(plan(source, before, published).decisions.every((word) => word.startsWith('kept'))).toBe(true);
  });
});
