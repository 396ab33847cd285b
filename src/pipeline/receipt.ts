import { join } from 'node:path';
import type { Engine, EngineUsage } from '../engines/engine.js';
import { costOf, type Price, priceOf, readPrices, shippedPrices } from '../engines/prices.js';
import { addUsage } from '../engines/split.js';
import { compare, decimal } from '../model/decimal.js';
import type { Project } from './project.js';
import type { Bill, Took } from './question.js';
import type { RunReport, Spending } from './report.js';
import type { Bench } from './request.js';
import type { Budget } from './schema.js';
import type { Spent } from './spending.js';
import { addSums, nothing, type Sum } from './sum.js';

/** Counts what a run takes of its engines, and says when that is all it may take. */
export interface Receipt {
  /** The bill of one article; without one, of what is asked for many together, which the run's budget alone bounds. */
  bill(article?: string): Bill;
  usage(): RunReport['usage'];
  /** Whether the run, or the day, has taken all that it may. */
  spent(): boolean;
}

/** The project's own prices before those that ship. Throws `invalid-pipeline`. */
export function pricesOf({ root }: Project): readonly Price[] {
  return readPrices([join(root, 'pipelines/prices.json'), shippedPrices]);
}

function isSpent({ tokens, dollars }: Sum, budget: Budget | undefined): boolean {
  if (budget?.tokens !== undefined && tokens >= budget.tokens) return true;
  return budget?.dollars !== undefined && compare(dollars, decimal(budget.dollars)) >= 0;
}

/**
 * An empty receipt. A budget is checked before each request by what is known then: requests that are under way when it is
 * reached are still paid for. `ledger` holds what the day has taken besides; a dry run has none.
 */
export function createReceipt(
  { project, pipeline: { limits } }: Pick<Bench, 'project' | 'pipeline'>,
  ledger?: Spent,
): Receipt {
  const prices = pricesOf(project);
  const byEngine = new Map<string, Took>();
  const byArticle = new Map<string, Sum>();
  let run = nothing;
  const spending = (name: string, took: Took): Spending => {
    const price = priceOf(prices, name);
    return price === undefined
      ? took
      : { ...took, cost: costOf(took, price), ...(price.date === undefined ? {} : { priced: price.date }) };
  };
  const usage = () => {
    const none: EngineUsage = { requests: 0, inputTokens: 0, outputTokens: 0 };
    const { requests, inputTokens, outputTokens } = [...byEngine.values()].reduce<EngineUsage>(addUsage, none);
    const engines = Object.fromEntries([...byEngine].map(([name, took]) => [name, spending(name, took)]));
    return { requests, inputTokens, outputTokens, engines };
  };
  const spent = () => isSpent(run, limits) || (ledger !== undefined && isSpent(ledger.today(), limits.day));
  return {
    bill: (article) => ({
      used(took: Took, { name }: Pick<Engine, 'name'>) {
        const before = byEngine.get(name);
        byEngine.set(name, before === undefined ? took : addTook(before, took));
        const sum: Sum = {
          tokens: took.inputTokens + took.outputTokens,
          dollars: spending(name, took).cost ?? decimal('0'),
        };
        run = addSums(run, sum);
        if (article !== undefined) byArticle.set(article, addSums(byArticle.get(article) ?? nothing, sum));
        ledger?.took(sum, usage);
      },
      spent: () => spent() || (article !== undefined && isSpent(byArticle.get(article) ?? nothing, limits.article)),
    }),
    usage,
    spent,
  };
}

function addTook(a: Took, b: Took): Took {
  return { ...addUsage(a, b), units: a.units + b.units, retries: a.retries + b.retries };
}
