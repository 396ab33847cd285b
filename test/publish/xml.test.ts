import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xml } from '../../src/publish/xml.js';

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

describe('text in XML', () => {
  it('reads back as it was, without what XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = xml(text);
        expect(written).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
        const read = written.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => characters[name]!);
        // Code points that XML 1.0 §2.2 names as `Char`.
        const legal = [...text].filter((c) =>
          /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]$/u.test(c),
        );
        expect(read).toBe(legal.join(''));
      }),
    );
  });
});
