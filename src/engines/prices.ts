import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { add, type Decimal, decimal, multiply, shift } from '../model/decimal.js';
import { DiptychError } from '../model/errors.js';
import type { EngineUsage } from './engine.js';

const amount = z.string().regex(/^\d{1,9}(\.\d{1,9})?$/, 'an amount such as "2.5"');

const priceSchema = z.strictObject({
  /** The engine's name: `openai:gpt-5.4`, `deepl`. */
  name: z.string().min(1),
  /** US dollars for a million tokens sent, sent and found in the provider's cache, and received. */
  input: amount.optional(),
  cached: amount.optional(),
  output: amount.optional(),
  /** US dollars for a million characters of source text. */
  characters: amount.optional(),
  /** When the price was looked up. */
  date: z.iso.date(),
  source: z.url().optional(),
});

/** A price as it is read; what runs on one's own machine has no date. */
export interface Price extends Omit<z.infer<typeof priceSchema>, 'date'> {
  readonly date?: string;
}

const fileSchema = z.strictObject({
  currency: z.literal('USD'),
  note: z.string().optional(),
  prices: z.array(priceSchema),
});

/** The prices that ship with Diptych, each with its date. */
export const shippedPrices = new URL('../../pipelines/prices.json', import.meta.url);

/** Prices from files, the first that names an engine counts; a file that is not there has none. Throws `invalid-pipeline`. */
export function readPrices(files: readonly (string | URL)[]): readonly Price[] {
  return files.flatMap((file) => {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      return [];
    }
    try {
      return fileSchema.parse(JSON.parse(text)).prices;
    } catch (error) {
      const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
      throw new DiptychError('invalid-pipeline', { path: 'prices', reason }, { file: String(file) });
    }
  });
}

/** A model's dated version (`gpt-5.4-2026-03-05`, `claude-haiku-4-5-20251001`) costs what the model costs. */
const dated = /-\d{4}-?\d{2}-?\d{2}$/;
/** What runs on one's own machine has no price. */
const free = /^(?:local|command|pseudo|memory)(?::|$)/;

/** The price of an engine by its name; `undefined` when none is known. */
export function priceOf(prices: readonly Price[], name: string): Price | undefined {
  const found = prices.find((price) => price.name === name);
  if (found !== undefined) return found;
  if (free.test(name)) return { name, input: '0', output: '0' };
  return dated.test(name) ? prices.find((price) => price.name === name.replace(dated, '')) : undefined;
}

/** What a use costs in US dollars, exactly. */
export function costOf(usage: Omit<EngineUsage, 'requests'>, price: Price): Decimal {
  const cached = price.cached === undefined ? 0 : (usage.cachedTokens ?? 0);
  const parts: [number, string | undefined][] = [
    [Math.max(0, usage.inputTokens - cached), price.input],
    [cached, price.cached],
    [usage.outputTokens, price.output],
    [usage.characters ?? 0, price.characters],
  ];
  return parts.reduce(
    (sum, [count, rate]) => add(sum, shift(multiply(decimal(count), decimal(rate ?? '0')), -6)),
    decimal('0'),
  );
}
