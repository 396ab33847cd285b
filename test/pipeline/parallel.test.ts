import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/markdown/index.js';
import { counterparts, isParallel } from '../../src/pipeline/parallel.js';

const parse = (text: string, locale: string) => parseArticle(text, { file: 'a.md', slug: 'a', locale });

describe('counterparts', () => {
  it('follow an image to its new place in the sentence', () => {
    const source = parse('First ![one](/1.png) then ![two](/2.png).\n\nEnd.\n', 'en');
    const translation = parse('![둘](/2.png) 앞에 ![하나](/1.png)이 온다.\n\n끝.\n', 'ko');
    expect(isParallel(source, translation)).toBe(true);
    const pairs = counterparts(source, translation).map((at, index) => [
      source.units[index]?.text,
      translation.units[at]?.text,
    ]);
    expect(pairs.slice(1)).toEqual([
      ['one', '하나'],
      ['two', '둘'],
      ['End.', '끝.'],
    ]);
  });
});
