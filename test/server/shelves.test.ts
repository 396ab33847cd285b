import { describe, expect, it } from 'vitest';
import { teaserOf } from '../../src/server/related.js';
import { article, start } from './start.js';

const story = (title: string, date: string, topic: string, summary: string) =>
  `---\ntitle: ${title}\ndate: ${date}\ntopic:\n  name: ${topic}\nsummary: ${summary}\n---\n\nText of it.\n`;
const files = {
  'content/en/plant.md': article,
  'content/en/wind.md': story('Wind', '2026-04-02', 'Energy', `Wind grew. ${'It blew on and on and on. '.repeat(9)}`),
  'content/en/sun.md': story('Sun', '2026-05-01', 'Energy', 'Sun shone.'),
  'content/en/tax.md': story('Tax', '2025-12-31', 'Money', 'Tax rose.'),
  'content/en/bare.md': '---\ntitle: Bare\n---\n\nText.\n',
};

describe('topics and archives', () => {
  it('count what the list has, and what there is in the language', async () => {
    const running = await start(files);
    expect((await running.get('/api/v1/topics?locale=en')).topics).toEqual([
      { topic: 'Energy', articles: 3, available: 3 },
      { topic: 'Money', articles: 1, available: 1 },
    ]);
    expect((await running.get('/api/v1/archives?locale=ko')).months).toEqual([
      { month: '2026-05', articles: 1, available: 0 },
      { month: '2026-04', articles: 2, available: 0 },
      { month: '2025-12', articles: 1, available: 0 },
    ]);
    expect((await running.get('/api/v1/articles?locale=en&topic=Energy')).total).toBe(3);
    expect((await running.fetch('/api/v1/topics?locale=fr')).status).toBe(422);
  });
});

describe('related articles', () => {
  it('are those of the topic, the newest first, without the article itself', async () => {
    const running = await start(files);
    const { articles } = await running.get('/api/v1/articles/plant/related?locale=en');
    expect(articles.map(({ slug }: { slug: string }) => slug)).toEqual(['sun', 'wind']);
    expect(articles[1].teaser).toMatch(/^Wind grew\. .*on\.$/);
    expect(articles[1].teaser.length).toBeLessThanOrEqual(160);
    expect((await running.get('/api/v1/articles/bare/related')).articles).toEqual([]);
    expect((await running.fetch('/api/v1/articles/none/related')).status).toBe(404);
  });

  it('have teasers that end with a sentence in either language', () => {
    const korean = `전력은 1.5배로 늘었다. ${'그리고 또 늘어났다고 한다. '.repeat(20)}`;
    expect(teaserOf(korean)).toMatch(/한다\.$/);
    expect(teaserOf(korean).length).toBeLessThanOrEqual(160);
    expect(teaserOf('U.S. output rose 1.5%. More.')).toBe('U.S. output rose 1.5%. More.');
    const long = `${'word '.repeat(60)}ends.`;
    expect(teaserOf(`${long} Next one.`)).toBe(long);
  });
});
