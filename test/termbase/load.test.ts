import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DiptychError } from '../../src/model/errors.js';
import { parseTermbase } from '../../src/termbase/load.js';

interface Broken {
  readonly name: string;
  readonly yaml: readonly string[];
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

const broken: readonly Broken[] = JSON.parse(readFileSync(new URL('broken.json', import.meta.url), 'utf8'));

describe('a termbase', () => {
  it('may name a designation by its term alone', () => {
    const [concept] = parseTermbase(
      'concepts:\n  - id: gpu\n    designations: { en: GPU, ko: [그래픽처리장치] }\n',
      'f',
    );
    expect(concept?.designations).toEqual({
      en: [{ term: 'GPU', status: 'preferred' }],
      ko: [{ term: '그래픽처리장치', status: 'preferred' }],
    });
  });

  it('of the project itself holds no mistake', () => {
    const file = new URL('../../locales/termbase.yaml', import.meta.url);
    const concepts = parseTermbase(readFileSync(file, 'utf8'), 'locales/termbase.yaml');
    expect(concepts.length).toBeGreaterThan(100);
    expect(concepts.filter(({ doNotTranslate, designations }) => !doNotTranslate && !designations['ko'])).toEqual([]);
  });

  it.each(broken)('is refused with its place: $name', ({ yaml, line, column, reason }) => {
    let caught: unknown;
    try {
      parseTermbase(yaml.join('\n'), 'locales/termbase.yaml');
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(DiptychError);
    const { code, place, values } = caught as DiptychError;
    expect({ code, ...place }).toEqual({ code: 'invalid-termbase', file: 'locales/termbase.yaml', line, column });
    expect(String(values['reason'])).toContain(reason);
  });

  it('that is too large is refused before it is read', () => {
    expect(() => parseTermbase(' '.repeat(8_000_001), 'f')).toThrow(/file-too-large/);
  });
});
