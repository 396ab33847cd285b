import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { auditTermbase, unused } from '../../src/termbase/audit.js';
import { parseTermbase } from '../../src/termbase/load.js';
import { concept } from './concepts.js';

const cases: readonly { name: string; yaml: readonly string[]; found: readonly string[] }[] = JSON.parse(
  readFileSync(new URL('audit.json', import.meta.url), 'utf8'),
);

describe('a termbase is examined for', () => {
  it.each(cases)('$name', ({ yaml, found }) => {
    const concepts = parseTermbase(`concepts:\n${yaml.map((line) => `  ${line}`).join('\n')}\n`, 'f');
    const lines = auditTermbase(concepts, ['en', 'ko']).map(({ level, kind, concept: id }) => `${level} ${kind} ${id}`);
    expect(lines.sort()).toEqual([...found].sort());
  });

  it('the project’s own: nothing is wrong', () => {
    const yaml = readFileSync(new URL('../../locales/termbase.yaml', import.meta.url), 'utf8');
    expect(auditTermbase(parseTermbase(yaml, 'f'), ['en', 'ko'])).toEqual([]);
  });

  it('what no text names', () => {
    const concepts = [concept('a', { en: ['a'] }), concept('b', { en: ['b'] })];
    expect(unused(concepts, new Set(['b'])).map((one) => one.concept)).toEqual(['a']);
  });

  it('a ring of thousands, without running out of stack', () => {
    const ring = Array.from({ length: 3000 }, (_, i) => {
      const one = concept(`c${i}`, { en: [`t${i}`] });
      one.designations['en']!.push({ term: `t${(i + 1) % 3000}`, status: 'deprecated' });
      return one;
    });
    expect(auditTermbase(ring, ['en']).filter(({ kind }) => kind === 'cycle')).toHaveLength(1);
  });
});
