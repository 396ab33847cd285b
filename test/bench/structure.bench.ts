import { readdirSync, readFileSync } from 'node:fs';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { bench, describe } from 'vitest';
import { checkArticles } from '../../src/checks/run.js';
import { languagePack } from '../../src/languages/index.js';
import { parseArticle } from '../../src/markdown/index.js';

/** Pages of documentation and their translations: this project’s own. */
const folder = (path: string) =>
  readdirSync(new URL(path, import.meta.url))
    .filter((file) => file.endsWith('.md'))
    .map((file) => [file, readFileSync(new URL(`${path}/${file}`, import.meta.url), 'utf8')] as const);

const docs = folder('../../docs');
const pages = docs.flatMap(([file, english]) => {
  const korean = docs.find(([name]) => name === file.replace(/\.md$/, '.ko.md'))?.[1];
  return korean === undefined ? [] : [{ english, korean }];
});
const article = (text: string, locale: string) => parseArticle(text, { file: 'a.md', slug: 'a', locale });
const only = ['headings', 'tables', 'links', 'images', 'code-blocks', 'inline-codes', 'blocks'];
const options = { from: languagePack('en'), to: languagePack('ko'), concepts: [], only };
const plain = unified().use(remarkParse).freeze();

// The aim: reading and checking a pair of pages takes at most 1.6 times what remark-parse alone takes to parse the two.
describe(`${pages.length} pages in two languages`, () => {
  bench('remark-parse alone', () => {
    for (const { english, korean } of pages) {
      plain.parse(english);
      plain.parse(korean);
    }
  });

  bench('read and checked: units, tables, references, all structure checks', () => {
    for (const { english, korean } of pages) {
      checkArticles(article(english, 'en'), article(korean, 'ko'), options);
    }
  });
});
