import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checks } from '../../src/checks/index.js';
import { checkArticles } from '../../src/checks/run.js';
import { languagePack } from '../../src/languages/index.js';
import { parseArticle } from '../../src/markdown/index.js';
import { guards, isUnsafe } from '../../src/pipeline/checking.js';
import { parseStyle } from '../../src/pipeline/style.js';
import { parseTermbase } from '../../src/termbase/load.js';

interface Case {
  readonly from?: string;
  readonly to?: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly concepts?: string;
  readonly style?: object;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** What a check's own fixtures make it find in units. */
function findings(id: string) {
  const cases: readonly Case[] = JSON.parse(readFileSync(new URL(`../checks/${id}.json`, import.meta.url), 'utf8'));
  return cases.flatMap(({ from = 'en', to = 'ko', source, target, concepts, style = {}, options = {} }) => {
    const read = (lines: readonly string[], locale: string) =>
      parseArticle(lines.join('\n'), { file: 'a.md', slug: 'a', locale, fields: ['title'] });
    return checkArticles(read(source, from), read(target, to), {
      from: languagePack(from),
      to: languagePack(to),
      concepts: concepts === undefined ? [] : parseTermbase(concepts, 'termbase.yaml'),
      style: parseStyle(JSON.stringify(style), `locales/${to}/style.yaml`),
      only: [id],
      checks: { [id]: { options } },
    });
  });
}

describe('an answer is held against the checks that can refuse it', () => {
  it.each(guards)('%s is one of them', (id) => {
    expect(checks.find((check) => check.id === id)?.unit).toBeDefined();
    expect(findings(id).some(isUnsafe)).toBe(true);
  });

  const others = checks.filter(
    ({ id, unit, article }) => unit !== undefined && article === undefined && !guards.includes(id),
  );
  it.each(others.map(({ id }) => id))('%s is none of them', (id) => {
    expect(findings(id).length).toBeGreaterThan(0);
    expect(findings(id).filter(isUnsafe)).toEqual([]);
  });

  it('a grave fault of a table may never be written, whatever its type', () => {
    const grave = findings('tables').filter(({ severity }) => severity === 'major' || severity === 'critical');
    expect(new Set(grave.map(({ type }) => type)).has('inconsistency')).toBe(true);
    expect(grave.filter((issue) => !isUnsafe(issue))).toEqual([]);
  });
});
