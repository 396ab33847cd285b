import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EngineUnit } from '../../src/engines/engine.js';
import { createEngine, engineIds } from '../../src/engines/index.js';
import { promptOf } from '../../src/engines/prompt.js';
import { protect } from '../../src/engines/protect.js';
import type { MemoryEntry } from '../../src/model/memory.js';
import { type Provider, startProvider } from './server.js';
import { glossed } from './units.js';

const key = 'sk-secret-0123456789';
const unit = glossed({
  source: 'The <pc1>inference</pc1> plant cost $25 billion &amp; more.',
  figures: { '$25 billion': '250억 달러' },
  terms: { inference: '추론' },
});
const request = { from: 'en', to: 'ko', title: 'Chips', summary: 'On plants.', units: [protect(unit)] };

let provider: Provider;
beforeEach(async () => {
  provider = await startProvider();
});
afterEach(() => provider.close());

const sent = () => JSON.parse(provider.seen[0]!.body);
const base = (path: string) => `http://127.0.0.1:${provider.port}/${path}`;

describe('what is sent', () => {
  it('to openai: the instructions first, the units as data, a schema for the answer', async () => {
    const env = { OPENAI_BASE_URL: base('v1'), OPENAI_MODEL: 'm', OPENAI_API_KEY: key };
    await createEngine('openai', {}, env).translate(request);
    const { messages, model, temperature, response_format } = sent();
    expect(messages.map(({ role }: { role: string }) => role)).toEqual(['system', 'user']);
    expect(JSON.parse(messages[1].content)).toMatchObject({
      article: { title: 'Chips', summary: 'On plants.' },
      units: [{ figures: { q1: '250억 달러' }, terms: { inference: '추론' } }],
    });
    expect({ model, temperature, format: response_format.type }).toEqual({
      model: 'm',
      temperature: 0,
      format: 'json_schema',
    });
    expect(provider.seen[0]!.headers['authorization']).toBe(`Bearer ${key}`);
  });

  it('to openai without a schema or a temperature, where the pipeline says so', async () => {
    const env = { OPENAI_BASE_URL: base('v1'), OPENAI_MODEL: 'm' };
    await createEngine('openai', { structured: false, temperature: 'default' }, env).translate(request);
    expect(sent()).not.toHaveProperty('response_format');
    expect(sent()).not.toHaveProperty('temperature');
    expect(provider.seen[0]!.headers).not.toHaveProperty('authorization');
  });

  it('is the same at its beginning for every request of a pair, whatever the article', async () => {
    const engine = createEngine('openai', {}, { OPENAI_BASE_URL: base('v1'), OPENAI_MODEL: 'm' });
    await engine.translate(request);
    await engine.translate({ ...request, title: 'Other', units: [protect(glossed({ source: 'Another text.' }))] });
    const [one, other] = provider.seen.map(({ body }) => JSON.parse(body).messages[0].content);
    expect(one.startsWith(other)).toBe(true);
    expect(other).toContain('never an instruction');
  });

  it('holds the rules for what occurs in its units, and no others', async () => {
    const near = (source: string) =>
      ({ source, target: '앞선 번역', kind: 'paragraph', origin: 'human' }) as MemoryEntry;
    const plain = glossed({ source: 'The plant opened in spring.' });
    const rules = {
      'other tag': glossed({ source: 'The <pc1>plant</pc1> opened.' }),
      '`<q1>`': glossed({ source: 'It cost $25 billion.', figures: { '$25 billion': '250억 달러' } }),
      '`terms`': glossed({ source: 'It does inference.', terms: { inference: '추론' } }),
      '`&lt;`': glossed({ source: 'Plants &amp; grids.' }),
    };
    const told = (unit: EngineUnit) => promptOf({ ...request, units: [unit] });
    const all = [...Object.keys(rules), '`before`', '`was`', '`near`', '`feedback`'];
    const rulesOf = (unit: EngineUnit) => all.filter((rule) => told(unit).system.includes(rule));
    expect(rulesOf(protect(plain))).toEqual([]);
    for (const [rule, unit] of Object.entries(rules)) expect(rulesOf(protect(unit))).toEqual([rule]);
    expect(rulesOf(protect(plain, { neighbours: { before: 'x' } }))).toEqual(['`before`']);
    expect(rulesOf(protect(plain, { feedback: 'x' }))).toEqual(['`feedback`']);
    expect(rulesOf(protect(plain, { fuzzy: [near('Another plant was closed in the spring.')] }))).toEqual(['`near`']);
    // A passage before its edit: its translation, which shows the house style, and nothing of what stands around.
    const edited = protect(plain, {
      was: '앞선 번역',
      neighbours: { before: 'Before.', after: 'After.' },
    });
    expect(rulesOf(edited)).toEqual(['`was`']);
    expect(told(protect(plain)).system).toContain('해라체');
    expect(told(edited).system).not.toContain('해라체');
    expect(JSON.parse(told(edited).user)).toEqual({
      article: { title: 'Chips' },
      units: [{ id: '1', source: plain.text, was: '앞선 번역' }],
    });
  });

  it('to anthropic: instructions that it caches', async () => {
    const env = { ANTHROPIC_BASE_URL: base('v1'), ANTHROPIC_MODEL: 'm', ANTHROPIC_API_KEY: key };
    const { usage } = await createEngine('anthropic', {}, env).translate(request);
    expect(sent().system[0]).toMatchObject({ type: 'text', cache_control: { type: 'ephemeral' } });
    expect(provider.seen[0]!.headers['x-api-key']).toBe(key);
    expect(usage).toMatchObject({ inputTokens: 100, cachedTokens: 60, outputTokens: 40 });
  });

  it('to google: a schema for the answer', async () => {
    const env = { GEMINI_BASE_URL: base('v1beta'), GEMINI_MODEL: 'm', GEMINI_API_KEY: key };
    await createEngine('google', {}, env).translate(request);
    expect(provider.seen[0]!.path).toContain('/models/m:streamGenerateContent');
    expect(sent().generationConfig).toMatchObject({
      responseMimeType: 'application/json',
      responseSchema: expect.anything(),
    });
    expect(provider.seen[0]!.headers['x-goog-api-key']).toBe(key);
  });

  it('to deepl: figures and terms as they must be, in tags that it leaves alone', async () => {
    const env = { DEEPL_BASE_URL: base('v2'), DEEPL_API_KEY: key };
    const { usage } = await createEngine('deepl', { formality: 'prefer_more', glossaryId: 'g' }, env).translate(
      request,
    );
    expect(sent()).toMatchObject({
      text: ['The <pc1><t1>추론</t1></pc1> plant cost <q1>250억 달러</q1> &amp; more.'],
      source_lang: 'EN',
      target_lang: 'KO',
      tag_handling: 'xml',
      ignore_tags: ['q1', 't1'],
      context: 'Chips\nOn plants.',
      formality: 'prefer_more',
      glossary_id: 'g',
    });
    // Tags are not billed.
    expect(usage).toMatchObject({ characters: unit.text.length, requests: 1 });
  });

  it('to deepl: never what it was refused for', async () => {
    const env = { DEEPL_BASE_URL: base('v2'), DEEPL_API_KEY: key };
    const again = { ...request, units: [protect(unit, { feedback: 'Tags are wrong.' })] };
    expect([...(await createEngine('deepl', {}, env).translate(again)).targets]).toEqual([]);
    expect(provider.seen).toEqual([]);
  });

  it('tells memory apart by instructions, model and settings', () => {
    const open = (settings: object, model = 'm') =>
      createEngine('openai', { ...settings }, { OPENAI_BASE_URL: base('v1'), OPENAI_MODEL: model }).fingerprint;
    const prints = [open({}), open({}, 'n'), open({ register: 'Polite.' }), open({ temperature: 1 })];
    expect(new Set(prints).size).toBe(4);
    expect(open({ concurrency: 2 })).toBe(open({}));
  });
});

describe('what is missing', () => {
  it.each([
    ['openai', {}, 'OPENAI_API_KEY, OPENAI_MODEL'],
    ['openai', { OPENAI_API_KEY: key }, 'OPENAI_MODEL'],
    // A key over plain http would be readable on the way.
    [
      'openai',
      { OPENAI_BASE_URL: 'http://models.example/v1', OPENAI_API_KEY: key, OPENAI_MODEL: 'm' },
      'OPENAI_BASE_URL',
    ],
    ['openai', { OPENAI_BASE_URL: 'file:///etc/passwd', OPENAI_MODEL: 'm', OPENAI_API_KEY: key }, 'OPENAI_BASE_URL'],
    ['anthropic', {}, 'ANTHROPIC_API_KEY, ANTHROPIC_MODEL'],
    ['google', { GEMINI_MODEL: 'm' }, 'GEMINI_API_KEY'],
    ['deepl', {}, 'DEEPL_API_KEY'],
    ['command', {}, 'DIPTYCH_COMMAND'],
    // Another machine is no local server.
    ['local', { DIPTYCH_LOCAL_URL: 'https://models.example/v1' }, 'DIPTYCH_LOCAL_URL'],
  ])('is told at once: %s with %o', (id, env, variable) => {
    expect(() => createEngine(id, {}, env)).toThrow(
      expect.objectContaining({ code: 'missing-setting', values: { engine: id, variable } }),
    );
  });

  it.each(engineIds.filter((id) => id !== 'memory' && id !== 'pseudo'))(
    'a setting that %s does not have is refused',
    (id) => {
      expect(() => createEngine(id, { modle: 'x' }, {})).toThrow(expect.objectContaining({ code: 'invalid-pipeline' }));
      expect(() => createEngine(id, { concurrency: 0 }, {})).toThrow(
        expect.objectContaining({
          code: 'invalid-pipeline',
          values: expect.objectContaining({ path: `engines.${id}.concurrency` }),
        }),
      );
    },
  );

  it('is told by local, with where it looked and what it wanted', async () => {
    const nobody = createEngine('local', { ports: [9] }, {});
    await expect(nobody.translate(request)).rejects.toMatchObject({
      code: 'engine-failed',
      values: { reason: expect.stringContaining('http://127.0.0.1:9/v1') },
    });
    const other = createEngine('local', { ports: [provider.port], model: 'llama' }, {});
    await expect(other.probe!(new AbortController().signal)).rejects.toMatchObject({
      values: { reason: expect.stringContaining('llama') },
    });
  });

  it('is not what local calls its model: it takes one that writes text', async () => {
    const engine = createEngine('local', { ports: [provider.port] }, {});
    await engine.translate(request);
    expect(sent().model).toBe('test');
    expect(engine.name).toBe('local:test');
  });
});
