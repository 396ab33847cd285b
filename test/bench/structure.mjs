// Reading pages and checking their structure, beside remark-parse alone: `npm run build && node test/bench/structure.mjs
// [seconds]`. Pages of documentation in two languages, this project's own. In one run, in turns, on one core; each page is
// looked at many times by each contender, and its fastest counts, since what else runs can only slow it. The aim: 1.6 times.
import { readdirSync, readFileSync } from 'node:fs';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { checkArticles } from '../../dist/checks/run.js';
import { languagePack } from '../../dist/languages/index.js';
import { parseArticle } from '../../dist/markdown/index.js';

const seconds = Number(process.argv[2] ?? 60);
const docs = new URL('../../docs/', import.meta.url);
const page = (file) => readFileSync(new URL(file, docs), 'utf8');
const pages = readdirSync(docs, { recursive: true })
  .filter((file) => file.endsWith('.ko.md'))
  .map((file) => ({ english: page(file.replace(/\.ko\.md$/, '.md')), korean: page(file) }));
const only = ['headings', 'tables', 'links', 'images', 'code-blocks', 'inline-codes', 'blocks'];
const options = { from: languagePack('en'), to: languagePack('ko'), concepts: [], only };
const plain = unified().use(remarkParse).freeze();
const article = (text, locale) => parseArticle(text, { file: 'a.md', slug: 'a', locale });

/** Each with the best time of each page so far, in milliseconds. */
const contenders = [
  [
    'remark-parse alone',
    ({ english, korean }) => {
      plain.parse(english);
      plain.parse(korean);
    },
  ],
  [
    'read: units, tables, references',
    ({ english, korean }) => {
      article(english, 'en');
      article(korean, 'ko');
    },
  ],
  [
    'read, and all checks of structure',
    ({ english, korean }) => checkArticles(article(english, 'en'), article(korean, 'ko'), options),
  ],
].map(([name, look]) => ({ name, look, best: pages.map(() => Infinity) }));

const processor = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const started = processor();
for (let round = 0; round < 3 || processor() - started < 1000 * seconds; round++) {
  for (const [at, one] of pages.entries()) {
    for (const { look, best } of contenders) {
      const before = performance.now();
      look(one);
      best[at] = Math.min(best[at], performance.now() - before);
    }
  }
}

const total = ({ best }) => best.reduce((sum, time) => sum + time, 0);
const [alone] = contenders.map(total);
process.stdout.write(`${pages.length} pages in two languages, ${Math.round(seconds)} s of processor time\n`);
for (const contender of contenders) {
  const time = total(contender);
  process.stdout.write(
    `  ${contender.name}: ${time.toFixed(1)} ms, ${(time / alone).toFixed(2)} × remark-parse alone\n`,
  );
}
