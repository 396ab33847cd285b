import { describe, expect, it } from 'vitest';
import { readHead } from '../../src/pipeline/head.js';

describe('readHead', () => {
  it('reads the managed fields, quoted or not', () => {
    const text = '---\ntitle: A\nlocale: ko\ntranslationOf: "en/a b"\nstate: \'stale\' # why\n---\n\nBody\n';
    expect(readHead(text)).toEqual({ locale: 'ko', translationOf: 'en/a b', state: 'stale' });
  });

  it('reads through a byte order mark and CRLF', () => {
    expect(readHead('\uFEFF---\r\nlocale: ko\r\n---\r\n')).toEqual({ locale: 'ko' });
  });

  it.each([
    ['no frontmatter', 'locale: ko\n'],
    ['a thematic break first', 'Text\n\n---\nlocale: ko\n---\n'],
    ['frontmatter without an end', '---\nlocale: ko\n'],
    ['a field inside another', '---\nmeta:\n  locale: ko\n---\n'],
  ])('finds nothing in %s', (_, text) => {
    expect(readHead(text)).toEqual({});
  });
});
