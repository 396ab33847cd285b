import { describe, expect, it } from 'vitest';
import { messages } from '../../src/messages/index.js';
import { DiptychError } from '../../src/model/errors.js';
import { parsePipeline } from '../../src/pipeline/load.js';

const known = { engines: ['memory', 'pseudo', 'openai'], checks: ['quantities', 'terminology', 'script'] };
const minimal = 'name: small\nsources:\n  - locale: en\n    to: [ko]\n';

function fault(yaml: string, locale = 'en'): string {
  try {
    parsePipeline(yaml, 'pipelines/small.yaml', known);
  } catch (error) {
    if (error instanceof DiptychError) return messages(locale).error(error);
    throw error;
  }
  return 'no error';
}

describe('parsePipeline', () => {
  it('fills in defaults and writes short forms out', () => {
    const pipeline = parsePipeline(
      `${minimal}engines: [memory, {id: openai, optional: true}]\nchecks: {script: off, terminology: minor}\n`,
      'p.yaml',
      known,
    );
    expect(pipeline.engines).toEqual([
      { id: 'memory', optional: false, settings: {} },
      { id: 'openai', optional: true, settings: {} },
    ]);
    expect(pipeline.off).toEqual(['script']);
    expect(pipeline.checks).toEqual({ terminology: { severity: 'minor', options: {} } });
    expect(pipeline.limits.fileBytes).toBe(1_000_000);
    expect(pipeline.sources[0]?.include).toEqual(['**/*.md']);
  });

  it.each([
    [
      'an unknown key with its likely meaning',
      `${minimal}enginez: [memory]\n`,
      '5:1: Unknown key "enginez". Did you mean "engines"?',
    ],
    [
      'an unknown key deep inside',
      `${minimal}limits:\n  fileByte: 3\n`,
      '6:3: Unknown key "fileByte". Did you mean "fileBytes"?',
    ],
    [
      'an unknown key with no likely meaning',
      `${minimal}colour: red\n`,
      '5:1: Unknown key "colour". Here may stand: name,',
    ],
    [
      'a wrong key inside a choice of shapes',
      `${minimal}checks:\n  script: {severty: minor}\n`,
      '6:12: Unknown key "severty". Did you mean "severity"?',
    ],
    [
      'a wrong word',
      `${minimal}checks:\n  script: mino\n`,
      '6:11: "checks.script" cannot be "mino". Did you mean "minor"?',
    ],
    ['a missing field', 'name: small\n', '1:1: "sources" is missing.'],
    ['a wrong type', 'name: small\nsources: en\n', '2:10: "sources" must be a list.'],
    ['a number out of bounds', `${minimal}limits: {concurrency: 0}\n`, '5:23: "limits.concurrency" must be ≥ 1'],
    [
      'a tag that is none',
      'name: small\nsources:\n  - locale: 한국어\n    to: [en]\n',
      '3:13: "sources.0.locale" is not valid',
    ],
    [
      'a locale that is none as key',
      `${minimal}figures:\n  k o: {percent: word}\n`,
      '6:3: "k o" is not a language tag.',
    ],
    [
      'a language into itself',
      'name: small\nsources:\n  - locale: en\n    to: [ko, en]\n',
      '4:14: The language en is translated into itself',
    ],
    [
      'an unknown engine',
      `${minimal}engines: [memory, opnai]\n`,
      '5:19: There is no engine "opnai". Did you mean "openai"?',
    ],
    [
      'an unknown check',
      `${minimal}checks:\n  quantites: minor\n`,
      '6:3: There is no check "quantites". Did you mean "quantities"?',
    ],
    [
      'stages out of order',
      `${minimal}stages: [parse, translate, glossary, validate]\n`,
      '5:9: "stages" must hold parse, glossary',
    ],
    ['YAML that is none', 'name: [small\n', 'The YAML cannot be read'],
    ['a key twice', 'name: small\nname: other\n', '2:1: The YAML cannot be read'],
    ['aliases that would grow without bound', 'a: &a [x, x]\nb: &b [*a, *a]\nname: *b\n', 'The YAML cannot be read'],
    ['an empty file', '', '1:1: "/" must be a map'],
  ])('tells %s at its place', (_, yaml, message) => {
    expect(fault(yaml)).toContain(message);
    expect(fault(yaml)).toMatch(/^pipelines\/small\.yaml:\d+:\d+: /);
  });

  it('says it in Korean', () => {
    expect(fault(`${minimal}enginez: [memory]\n`, 'ko')).toBe(
      'pipelines/small.yaml:5:1: "enginez"는 알 수 없는 키입니다. "engines"를 쓰려던 것인가요? [invalid-pipeline]',
    );
    expect(fault('name: small\nsources: en\n', 'ko')).toContain('"sources"에는 목록을 써야 합니다.');
  });
});
