import { describe, expect, it } from 'vitest';
import { languagePack } from '../../src/languages/index.js';
import type { UnitState } from '../../src/model/article.js';
import { noStyle } from '../../src/model/style.js';
import type { DecidedUnit } from '../../src/pipeline/decided.js';
import { finish } from '../../src/pipeline/finish.js';
import type { ArticlePlan } from '../../src/pipeline/plan.js';
import { createMatcher } from '../../src/termbase/match.js';
import { article, glossed } from './articles.js';

const style = { ...noStyle, figures: { opening: 'words' as const } };
const plan: ArticlePlan = { article: glossed(article([]), 'en'), decisions: [], placement: 'skeleton', was: [] };
const finished = (text: string, by: DecidedUnit['by'], state: UnitState = 'translated', house = style) => {
  const [unit] = glossed(article(['원문이다.'], 'ko'), 'en').units;
  const code = { id: 1, type: 'strong', kind: 'pc', open: '**', close: '**', start: 0, end: 3 } as const;
  const decided: DecidedUnit = {
    ...unit!,
    target: { text, codes: [code] },
    state,
    origin: { kind: by === 'human' ? 'human' : 'engine' },
    by,
  };
  const [out] = finish([decided], plan, { terms: createMatcher([], 'en', 'ko'), to: languagePack('en'), style: house });
  return out?.target;
};

describe('a sentence that came to begin with digits', () => {
  it.each([
    ['40% of the readers said no.', 'Forty percent of the readers said no.'],
    ['12 people came. 12 months later 30 people left it.', '12 people came. Twelve months later 30 people left it.'],
    ['2026 was a year of many storms.', '2026 was a year of many storms.'],
    // What reads badly in words is told, and left to a person.
    ['$25 billion was spent on the cables.', '$25 billion was spent on the cables.'],
    ['1,234 people came to the meeting.', '1,234 people came to the meeting.'],
  ])('begins with words: %s', (text, expected) => {
    expect(finished(text, 'engine')?.text).toBe(expected);
  });

  it('keeps its codes in place', () => {
    expect(finished('40% of the readers said no.', 'memory')?.codes).toMatchObject([{ start: 0, end: 13 }]);
  });

  it('stays where a person wrote or approved it, and where the house begins so', () => {
    const text = '40% of the readers said no.';
    expect(finished(text, 'human')?.text).toBe(text);
    expect(finished(text, 'kept', 'reviewed')?.text).toBe(text);
    expect(finished(text, 'engine', 'translated', noStyle as never)?.text).toBe(text);
  });
});
