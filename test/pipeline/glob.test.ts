import { describe, expect, it } from 'vitest';
import { matchesGlob } from '../../src/pipeline/glob.js';

describe('matchesGlob', () => {
  it.each([
    ['a.md', '**/*.md', true],
    ['x/y/a.md', '**/*.md', true],
    ['a.txt', '**/*.md', false],
    ['a.md', '*.md', true],
    ['x/a.md', '*.md', false],
    ['drafts/a.md', 'drafts/**', true],
    ['drafts/x/a.md', 'drafts/**', true],
    ['my-drafts/a.md', 'drafts/**', false],
    ['2026/04/a.md', '2026/??/*.md', true],
    ['2026/4/a.md', '2026/??/*.md', false],
    ['기사/가.md', '기사/*.md', true],
    ['x/b/c/d.md', 'x/**/d.md', true],
    ['x/d.md', 'x/**/d.md', true],
    ['a+b.md', 'a+b.md', true],
    ['aab.md', 'a+b.md', false],
  ])('%s under %s: %s', (path, glob, expected) => {
    expect(matchesGlob(path, glob)).toBe(expected);
  });

  it('takes no longer on a pattern made to backtrack', () => {
    expect(matchesGlob('a'.repeat(5000), `${'*a'.repeat(50)}b`)).toBe(false);
  });
});
