import { join } from 'node:path';
import type { Engine, EngineUsage } from '../engines/engine.js';
import { costOf, type Price, priceOf, readPrices, shippedPrices } from '../engines/prices.js';
import { addUsage } from '../engines/split.js';
import { add, compare, decimal } from '../model/decimal.js';
import type { Project } from './project.js';
import type { RunReport, Spending } from './report.js';
import type { Bench } from './request.js';

/** Counts what a run takes of its engines, and says when that is all it may take. */
export interface Receipt {
  used(usage: EngineUsage, engine: Pick<Engine, 'name'>): void;
  /** Whether a limit of the pipeline (`limits.tokens`, `limits.dollars`) is reached. */
  spent(): boolean;
  usage(): RunReport['usage'];
}

/** The project's own prices before those that ship. Throws `invalid-pipeline`. */
export function pricesOf({ root }: Project): readonly Price[] {
  return readPrices([join(root, 'pipelines/prices.json'), shippedPrices]);
}

/**
 * An empty receipt. A budget is checked before each request by what is known then: requests that are under way when it is
 * reached are still paid for.
 */
export function createReceipt({ project, pipeline: { limits } }: Pick<Bench, 'project' | 'pipeline'>): Receipt {
  const prices = pricesOf(project);
  const byEngine = new Map<string, EngineUsage>();
  const spending = (name: string, usage: EngineUsage): Spending => {
    const price = priceOf(prices, name);
    return price === undefined
      ? usage
      : { ...usage, cost: costOf(usage, price), ...(price.date === undefined ? {} : { priced: price.date }) };
  };
  const all = () => Object.fromEntries([...byEngine].map(([name, usage]) => [name, spending(name, usage)]));
  const total = () =>
    [...byEngine.values()].reduce(addUsage, { requests: 0, inputTokens: 0, outputTokens: 0 } satisfies EngineUsage);
  return {
    used(usage, { name }) {
      const before = byEngine.get(name);
      byEngine.set(name, before === undefined ? usage : addUsage(before, usage));
    },
    spent() {
      const { inputTokens, outputTokens } = total();
      if (limits.tokens !== undefined && inputTokens + outputTokens >= limits.tokens) return true;
      if (limits.dollars === undefined) return false;
      const cost = Object.values(all()).reduce((sum, one) => add(sum, one.cost ?? '0'), decimal('0'));
      return compare(cost, decimal(limits.dollars)) >= 0;
    },
    usage() {
      const { requests, inputTokens, outputTokens } = total();
      return { requests, inputTokens, outputTokens, engines: all() };
    },
  };
}
