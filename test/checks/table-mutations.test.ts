import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkArticles } from '../../src/checks/run.js';
import { languagePack } from '../../src/languages/index.js';
import { parseArticle } from '../../src/markdown/index.js';
import type { Article } from '../../src/model/article.js';
import type { Issue } from '../../src/model/issue.js';
import { parseTermbase } from '../../src/termbase/load.js';
import { cli } from '../cli/io.js';
import { project, type TestProject } from '../cli/project.js';
import { mutationsOf, tablesIn, tablesOnly } from './table-mutations.js';

const own = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const slug = 'ai-infrastructure-war';
const english = own(`content/en/${slug}.md`);
const termbase = own('locales/termbase.yaml');
const concepts = parseTermbase(termbase, 'locales/termbase.yaml');
const article = (text: string, locale: string) => parseArticle(text, { file: `${slug}.md`, slug, locale });
const source = article(english, 'en');
const sourceTables = article(tablesOnly(english), 'en');

let place: TestProject;
let korean = '';
beforeAll(async () => {
  place = project({
    [`content/en/${slug}.md`]: english,
    'locales/termbase.yaml': termbase,
    'locales/memory/en-ko.jsonl': own('locales/memory/en-ko.jsonl'),
    'pipelines/news.yaml': own('pipelines/news.yaml'),
  });
  // Every unit of the article is in the memory that is committed: no engine is asked.
  await cli(['generate', slug, '--to', 'ko'], { cwd: place.root, env: {} });
  korean = place.read(`content/ko/${slug}.md`);
}, 120_000);
afterAll(() => place.remove());

function issuesOf(original: Article, translation: string): readonly Issue[] {
  const options = { from: languagePack('en'), to: languagePack('ko'), concepts, only: ['tables'] };
  return checkArticles(original, article(translation, 'ko'), options);
}

describe('every table of an article and its translation', () => {
  it('matches as it was generated', () => {
    expect(tablesIn(korean).length).toBeGreaterThan(2);
    expect(issuesOf(source, korean)).toEqual([]);
  });

  it('is never changed unseen, and each change is called what it is', () => {
    const tried = new Map<string, number>();
    const wrong: string[] = [];
    for (const { name, key, at, text } of mutationsOf(tablesOnly(korean))) {
      tried.set(name, (tried.get(name) ?? 0) + 1);
      const found = issuesOf(sourceTables, text).filter(({ severity }) => severity !== 'minor');
      const keys = [...new Set(found.map((issue) => issue.key))].join();
      if (keys !== key) wrong.push(`${name}, ${at}: ${keys === '' ? 'nothing' : keys}`);
    }
    expect(wrong).toEqual([]);
    // Each kind was tried in every place that has one, not in a chosen one.
    expect(Object.fromEntries(tried)).toMatchInlineSnapshot(`
      {
        "cell emptied": 56,
        "cells of a column swapped": 65,
        "cells of a row swapped": 104,
        "currency changed": 16,
        "figure ten times larger": 37,
        "header currency changed": 2,
        "header unit changed": 2,
        "labels swapped": 18,
        "magnitude changed": 17,
        "ragged row": 12,
        "row dropped": 12,
        "rows swapped": 18,
        "table dropped": 3,
        "unit lifted into the header": 2,
      }
    `);
  }, 300_000);
});
