import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languagePack } from '../../src/languages/index.js';
import { enforceTerms } from '../../src/termbase/enforce.js';
import { parseTermbase } from '../../src/termbase/load.js';
import { createMatcher } from '../../src/termbase/match.js';

const concepts = parseTermbase(readFileSync(new URL('enforce.yaml', import.meta.url), 'utf8'), 'enforce.yaml');
const cases: readonly { source: string; target: string; expected: string }[] = JSON.parse(
  readFileSync(new URL('enforce.json', import.meta.url), 'utf8'),
);
const source = createMatcher(concepts, 'en', 'ko');
const target = createMatcher(concepts, 'ko', 'en');

describe('enforcing terms', () => {
  it.each(cases)('$target → $expected', ({ source: text, target: written, expected }) => {
    expect(enforceTerms(written, source.find(text), target, languagePack('ko'))).toBe(expected);
  });

  it.each(cases)('changes nothing twice: $expected', ({ source: text, expected }) => {
    expect(enforceTerms(expected, source.find(text), target, languagePack('ko'))).toBe(expected);
  });
});
