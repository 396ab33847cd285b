import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePipeline } from '../../src/pipeline/load.js';
import { pipelineJsonSchema } from '../../src/pipeline/schema.js';

const folder = new URL('../../pipelines/', import.meta.url);
const published = new URL('schema.json', folder);

describe('the published schema of pipeline files', () => {
  it('is what the code accepts (UPDATE=1 writes it anew; biome formats it)', () => {
    if (process.env['UPDATE']) writeFileSync(published, `${JSON.stringify(pipelineJsonSchema(), null, 2)}\n`);
    expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(pipelineJsonSchema());
  });

  it('explains every key', () => {
    const bare: string[] = [];
    const visit = (node: unknown, path: string) => {
      if (typeof node !== 'object' || node === null) return;
      const { properties } = node as { properties?: Record<string, { description?: string }> };
      for (const [key, value] of Object.entries(properties ?? {})) {
        if (value.description === undefined) bare.push(`${path}.${key}`);
      }
      for (const [key, value] of Object.entries(node)) visit(value, `${path}/${key}`);
    };
    visit(pipelineJsonSchema(), '');
    expect(bare).toEqual([]);
  });
});

describe('pipelines that ship', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  it.each(files)('%s is valid, is called as its file and names the schema', (file) => {
    const yaml = readFileSync(new URL(file, folder), 'utf8');
    const pipeline = parsePipeline(yaml, file, { engines: ['memory', 'openai', 'pseudo'], checks: [] });
    expect(`${pipeline.name}.yaml`).toBe(file);
    expect(yaml).toMatch(/^# yaml-language-server: \$schema=\.\/schema\.json\n/);
  });
});
