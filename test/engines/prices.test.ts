import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { costOf, priceOf, readPrices, shippedPrices } from '../../src/engines/prices.js';

const folder = mkdtempSync(join(tmpdir(), 'diptych-prices-'));
const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const price = { name: 'openai:x', input: '0.3', cached: '0.03', output: '2.5', date: '2026-01-01' };

describe('prices', () => {
  it('ship with their dates and sources', () => {
    const prices = readPrices([shippedPrices]);
    expect(prices.length).toBeGreaterThan(5);
    for (const one of prices)
      expect(one).toMatchObject({ date: expect.stringMatching(/^\d{4}-/), source: expect.any(String) });
    expect(new Set(prices.map(({ name }) => name)).size).toBe(prices.length);
  });

  it('of the project come first', () => {
    const own = file('own.json', { currency: 'USD', prices: [{ ...price, name: 'deepl', characters: '1' }] });
    expect(priceOf(readPrices([own, shippedPrices]), 'deepl')?.characters).toBe('1');
    expect(priceOf(readPrices([join(folder, 'none.json'), shippedPrices]), 'deepl')?.characters).toBe('25');
  });

  it.each([
    ['no JSON', '{'],
    ['another currency', { currency: 'KRW', prices: [] }],
    ['a price without a date', { currency: 'USD', prices: [{ name: 'a', input: '1' }] }],
    ['an amount that is none', { currency: 'USD', prices: [{ ...price, input: '-1' }] }],
  ])('are refused with the place: %s', (name, content) => {
    expect(() => readPrices([file(`${name}.json`, content)])).toThrow(name);
  });

  it('of a model hold for its dated versions, and what runs here is free', () => {
    const prices = readPrices([file('one.json', { currency: 'USD', prices: [price] })]);
    for (const name of ['openai:x', 'openai:x-2026-03-05', 'openai:x-20260305'])
      expect(priceOf(prices, name)?.input).toBe('0.3');
    expect(priceOf(prices, 'openai:x-mini')).toBeUndefined();
    expect(costOf({ inputTokens: 5_000_000, outputTokens: 1 }, priceOf(prices, 'local:llama')!)).toBe('0');
  });

  it('are reckoned exactly', () => {
    const usage = { inputTokens: 1_000_000, outputTokens: 100_001, cachedTokens: 900_000 };
    // 0.1 × 0.3 + 0.9 × 0.03 + 0.100001 × 2.5
    expect(costOf(usage, price)).toBe('0.3070025');
    expect(costOf({ inputTokens: 0, outputTokens: 0, characters: 12_345 }, { name: 'deepl', characters: '25' })).toBe(
      '0.308625',
    );
    // Without a price for cached tokens they cost what others cost.
    expect(costOf({ inputTokens: 10, outputTokens: 0, cachedTokens: 10 }, { name: 'a', input: '1' })).toBe('0.00001');
  });
});
