import { describe, expect, it } from 'vitest';
import { articleHtml } from '../../src/publish/html.js';

const options = {
  resolve: (url: string) => (/^\.\.\/images\//.test(url) ? `/media/images/${url.slice(10)}` : undefined),
  footnotes: { title: 'Notes', back: 'Back' },
};
const html = (text: string, frontmatter = {}) => articleHtml({ file: 'a.md', text, frontmatter }, options);

describe('an article as HTML', () => {
  it('keeps what Korean writing needs', () => {
    expect(html('매출은 **25%**를 넘었고 12~18개월, 2025~2026년이다.')).toBe(
      '<p>매출은 <strong>25%</strong>를 넘었고 12~18개월, 2025~2026년이다.</p>',
    );
  });

  it('drops the heading that repeats the title, and no other', () => {
    expect(html('---\ntitle: 제목\n---\n\n# 제목\n\n## 소제목\n', { title: '제목' })).toBe('<h2>소제목</h2>');
    expect(html('# Another\n', { title: 'Title' })).toBe('<h1>Another</h1>');
  });

  it('puts tables into a box of their own', () => {
    expect(html('| a | b |\n|---|--:|\n| 1 | 2 |')).toMatch(
      /^<div class="table" tabindex="0"><table>.*<\/table><\/div>$/s,
    );
  });

  it('leads footnotes there and back', () => {
    const out = html('A[^1]\n\n[^1]: Note');
    const ids = [...out.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    const targets = [...out.matchAll(/ href="#([^"]+)"/g)].map((match) => match[1]);
    expect(targets).toHaveLength(2);
    for (const target of targets) expect(ids).toContain(target);
    expect(out).toContain('>Notes</h2>');
  });

  it('resolves images of the project and drops those that lead elsewhere', () => {
    expect(html('![x](../images/a.svg)')).toContain('src="/media/images/a.svg"');
    expect(html('![x](../../etc/passwd)')).not.toContain('src');
  });

  it('joins references over the windows in which a long body is read', () => {
    const long = Array.from(
      { length: 600 },
      (_, i) => `## Part ${i}\n\nSee [the report][r] and ${'words '.repeat(20)}.`,
    );
    const out = html(`${long.join('\n\n')}\n\n[r]: https://example.com/r\n`);
    expect(out.match(/href="https:\/\/example\.com\/r"/g)).toHaveLength(600);
  });

  it('leaves site-generator markup out', () => {
    expect(html('{{< note >}}\n\ntext {{ x }} end')).toBe('<p>text  end</p>');
  });
});
