import { join } from 'node:path';
import type { Engine, EngineUsage } from '../engines/engine.js';
import { costOf, type Price, priceOf, readPrices, shippedPrices } from '../engines/prices.js';
import { addUsage } from '../engines/split.js';
import { decimal } from '../model/decimal.js';
import type { Project } from './project.js';
import { type Balance, createPurse, isPassed } from './purse.js';
import type { Asking, Bill, Took } from './question.js';
import type { RunReport, Spending } from './report.js';
import type { Bench } from './request.js';
import type { Spent } from './spending.js';
import { addSums, nothing, type Sum } from './sum.js';

/** Counts what a run takes of its engines, and says when that is all it may take. */
export interface Receipt {
  /** The bill of one article; without one, of what is asked for many together, which the run's budget alone bounds. */
  bill(article?: string): Bill;
  usage(): RunReport['usage'];
  /** Whether the run, or the day, has taken all that it may. */
  spent(): boolean;
  /** Keeps room for a request in the budgets of its bills; absent where there is none. */
  readonly reserve?: Asking['reserve'];
}

/** The project's own prices before those that ship. Throws `invalid-pipeline`. */
export function pricesOf({ root }: Project): readonly Price[] {
  return readPrices([join(root, 'pipelines/prices.json'), shippedPrices]);
}

/**
 * An empty receipt. Before each request room is kept for it in its budgets, by an estimate that follows what the engine's
 * requests took so far: many at once do not pass a budget together. `ledger` holds what the day has taken besides; a dry run
 * has none.
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
  const isSpent = ({ spent: sum, budget }: Balance) => isPassed(sum, budget, true);
  const balances = (article?: string): Balance[] => [
    { name: 'run', budget: limits, spent: run },
    ...(ledger === undefined ? [] : [{ name: 'day', budget: limits.day, spent: ledger.today() }]),
    ...(article === undefined
      ? []
      : [{ name: `article\0${article}`, budget: limits.article, spent: byArticle.get(article) ?? nothing }]),
  ];
  const spent = () => balances().some(isSpent);
  const sumOf = (name: string, took: Took): Sum => ({
    tokens: took.inputTokens + took.outputTokens,
    dollars: spending(name, took).cost ?? decimal('0'),
  });
  const articles = new WeakMap<Bill, string | undefined>();
  const purse = createPurse();
  /** The most of its estimate that a request took so far, by engine. */
  const rates = new Map<string, { readonly input: number; readonly output: number }>();
  const reserve: Asking['reserve'] = async (parts, { name }, signal) => {
    const whole = [...parts.values()].reduce(addUsage, { requests: 0, inputTokens: 0, outputTokens: 0 });
    // Who is paid by characters counts no tokens, and the other way round.
    const byCharacters = priceOf(prices, name)?.characters !== undefined;
    const reserved = await purse.reserve(
      [...parts].map(([bill, { inputTokens, outputTokens, characters = 0, requests }]) => ({
        payer: bill,
        ask: () => {
          const { input, output } = byCharacters
            ? { input: 0, output: 0 }
            : (rates.get(name) ?? { input: 1, output: 1 });
          return sumOf(name, {
            requests,
            inputTokens: Math.round(inputTokens * input),
            outputTokens: Math.round(outputTokens * output),
            ...(byCharacters ? { characters } : {}),
            units: 0,
            retries: 0,
          });
        },
        balances: () => balances(articles.get(bill)),
      })),
      signal,
    );
    return {
      unpaid: reserved.unpaid,
      release(took) {
        if (took !== undefined) {
          const before = rates.get(name) ?? { input: 0, output: 0 };
          rates.set(name, {
            input: Math.max(before.input, took.inputTokens / Math.max(1, whole.inputTokens)),
            output: Math.max(before.output, took.outputTokens / Math.max(1, whole.outputTokens)),
          });
        }
        reserved.release();
      },
    };
  };
  const bounds = [limits, limits.article, limits.day];
  const bounded = bounds.some((budget) => budget?.tokens !== undefined || budget?.dollars !== undefined);
  const billOf = (article: string | undefined): Bill => {
    const bill: Bill = {
      used(took: Took, { name }: Pick<Engine, 'name'>) {
        const before = byEngine.get(name);
        byEngine.set(name, before === undefined ? took : addTook(before, took));
        const sum = sumOf(name, took);
        run = addSums(run, sum);
        if (article !== undefined) byArticle.set(article, addSums(byArticle.get(article) ?? nothing, sum));
        ledger?.took(sum, usage);
      },
      spent: () => balances(article).some(isSpent),
    };
    articles.set(bill, article);
    return bill;
  };
  return { bill: billOf, usage, spent, ...(bounded ? { reserve } : {}) };
}

function addTook(a: Took, b: Took): Took {
  return { ...addUsage(a, b), units: a.units + b.units, retries: a.retries + b.retries };
}
