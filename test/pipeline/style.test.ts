import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packLocales } from '../../src/languages/index.js';
import { noStyle } from '../../src/model/style.js';
import { styleInstructions } from '../../src/pipeline/instructions.js';
import { parsePipeline } from '../../src/pipeline/load.js';
import { parseStyle, styleFor, styleJsonSchema } from '../../src/pipeline/style.js';

const folder = new URL('../../locales/', import.meta.url);
const published = new URL('style.schema.json', folder);
const pipeline = (more: string) =>
  parsePipeline(`name: a\nsources: [{ locale: en, to: [ko] }]\n${more}`, 'pipelines/a.yaml', {
    engines: ['memory'],
    checks: [],
  });

describe('the published schema of style files', () => {
  it('is what the code accepts (UPDATE=1 writes it anew; biome formats it)', () => {
    if (process.env['UPDATE']) writeFileSync(published, `${JSON.stringify(styleJsonSchema(), null, 2)}\n`);
    expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(styleJsonSchema());
  });
});

describe('the house styles that ship', () => {
  it.each(packLocales)('%s is valid and names the schema', (locale) => {
    const yaml = readFileSync(new URL(`${locale}/style.yaml`, folder), 'utf8');
    expect(parseStyle(yaml, 'style.yaml').instructions.length).toBeGreaterThan(0);
    expect(yaml).toMatch(/^# yaml-language-server: \$schema=\.\.\/style\.schema\.json\n/);
  });
});

describe('a style file', () => {
  it('may be empty', () => {
    expect(parseStyle('# nothing yet\n', 'style.yaml')).toEqual(noStyle);
    expect(parseStyle('{}', 'style.yaml')).toEqual(noStyle);
  });

  it.each([
    ['figures:\n  unitSpaces: true\n', 'unknown-key-suggest', 2, 3],
    ['register: plan\n', 'choice-suggest', 1, 11],
    ['register:\n  body: plain\n  headings: loud\n', 'choice', 3, 13],
    ['punctuation: { quotes: 1 }\n', 'choice', 1, 24],
    ['instructions: []\nfigure: {}\n', 'unknown-key-suggest', 2, 1],
  ])('is refused with its place: %j', (yaml, context, line, column) => {
    expect(() => parseStyle(yaml, 'locales/ko/style.yaml')).toThrow(
      expect.objectContaining({
        code: 'invalid-style',
        values: expect.objectContaining({ context }),
        place: { file: 'locales/ko/style.yaml', line, column },
      }),
    );
  });

  it('is broken YAML', () => {
    expect(() => parseStyle('a: [', 's.yaml')).toThrow(expect.objectContaining({ code: 'invalid-yaml' }));
    expect(() => parseStyle('a: &x 1\nb: *x', 's.yaml')).toThrow(expect.objectContaining({ code: 'invalid-yaml' }));
  });
});

describe('a style in a pipeline', () => {
  const written = parseStyle(
    'figures: { unitSpace: false, percent: word }\nregister: { body: plain, quotes: any }',
    's',
  );

  it('gives way to what the pipeline says, key by key', () => {
    const style = styleFor('ko', written, pipeline('register: { ko: formal }\nfigures: { ko: { percent: sign } }'));
    expect(style.register).toEqual({ body: 'formal', quotes: 'any' });
    expect(style.figures).toEqual({ unitSpace: false, percent: 'sign' });
  });

  it('is the file where the pipeline says nothing of the language', () => {
    expect(styleFor('ko', written, pipeline('register: { en: formal }'))).toEqual(written);
  });

  it('takes a style for each place from a pipeline', () => {
    const style = styleFor('ko', noStyle, pipeline('register: { ko: { body: formal, headings: plain } }'));
    expect(style.register).toEqual({ body: 'formal', headings: 'plain' });
  });
});

describe('what engines are told', () => {
  it('is the style, place by place, with its own sentences last', () => {
    const style = parseStyle(
      'register: { body: plain, headings: formal, captions: any }\npunctuation: { quotes: curly, ellipsis: … }\ninstructions: [Be brief.]',
      's',
    );
    expect(styleInstructions('ko-KR', style)).toBe(
      'Sentences of running text end in the plain written style of newspapers (해라체: -다). ' +
        'Headings that are sentences end in the formal polite style (합쇼체: -습니다, -십시오). ' +
        'Quotations keep their own style. Quotation marks are curly: “ ” and ‘ ’. An ellipsis is the one character …. Be brief.',
    );
  });

  it('is nothing where nothing is asked for', () => {
    expect(styleInstructions('ko', noStyle)).toBeUndefined();
  });
});
