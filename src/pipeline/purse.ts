import { compare, decimal } from '../model/decimal.js';
import { DiptychError } from '../model/errors.js';
import type { Budget } from './schema.js';
import { addSums, nothing, type Sum } from './sum.js';

/** What a budget bounds, and what it has taken so far. */
export interface Balance {
  /** What tells it from others; parts of one request may share it. */
  readonly name: string;
  readonly budget: Budget | undefined;
  readonly spent: Sum;
}

/** What one payer's part of a request will take, by what is known when it is asked. */
export interface Part<T> {
  readonly payer: T;
  ask(): Sum;
  balances(): readonly Balance[];
}

/** Room that is kept for a request until it has been paid for. */
export interface Reserved<T> {
  /** Those whose budget has no room for their part. */
  readonly unpaid: ReadonlySet<T>;
  release(): void;
}

/** Keeps room in budgets for requests that are under way, so that many at once do not pass a budget together. */
export interface Purse {
  /** Waits while what is under way may leave room yet. Throws `aborted` on the signal. */
  reserve<T>(parts: readonly Part<T>[], signal: AbortSignal): Promise<Reserved<T>>;
}

/** Nothing is under way yet. */
export function createPurse(): Purse {
  const held = new Map<object, readonly (readonly [balance: string, sum: Sum])[]>();
  let waiting: (() => void)[] = [];
  const heldOf = (name: string): Sum =>
    [...held.values()]
      .flat()
      .filter(([balance]) => balance === name)
      .reduce((sum, [, one]) => addSums(sum, one), nothing);

  /** Resolves when a request is paid for, or on the signal. */
  const paid = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const go = () => {
        signal.removeEventListener('abort', go);
        resolve();
      };
      waiting.push(go);
      signal.addEventListener('abort', go, { once: true });
    });

  return {
    async reserve(parts, signal) {
      for (;;) {
        if (signal.aborted) throw new DiptychError('aborted');
        const unpaid = new Set<(typeof parts)[number]['payer']>();
        const taken: [string, Sum][] = [];
        let waits = false;
        for (const { payer, ask, balances } of parts) {
          const own = ask();
          const all = balances();
          const rooms = all.map((balance) => {
            const here = taken
              .filter(([name]) => name === balance.name)
              .reduce((sum, [, one]) => addSums(sum, one), own);
            return roomFor(here, balance, heldOf(balance.name));
          });
          if (rooms.includes('none')) unpaid.add(payer);
          else if (rooms.includes('perhaps')) waits = true;
          else taken.push(...all.map(({ name }) => [name, own] as [string, Sum]));
        }
        if (waits) {
          await paid(signal);
          continue;
        }
        const place = {};
        held.set(place, taken);
        return {
          unpaid,
          release() {
            if (!held.delete(place)) return;
            const go = waiting;
            waiting = [];
            for (const one of go) one();
          },
        };
      }
    },
  };
}

/** Whether a request fits. What the first takes is only known once it was made, so a budget always has room for one. */
function roomFor(ask: Sum, { budget, spent }: Balance, held: Sum): 'room' | 'perhaps' | 'none' {
  if (isPassed(spent, budget, true)) return 'none';
  if (!isPassed(addSums(addSums(spent, held), ask), budget)) return 'room';
  const alone = held.tokens === 0 && compare(held.dollars, decimal('0')) === 0;
  const first = spent.tokens === 0 && compare(spent.dollars, decimal('0')) === 0;
  if (first) return alone ? 'room' : 'perhaps';
  return !alone && !isPassed(addSums(spent, ask), budget) ? 'perhaps' : 'none';
}

/** Whether a sum is more than a budget, or with `reached` as much. */
export function isPassed({ tokens, dollars }: Sum, budget: Budget | undefined, reached = false): boolean {
  const least = reached ? 0 : 1;
  if (budget?.tokens !== undefined && Math.sign(tokens - budget.tokens) >= least) return true;
  return budget?.dollars !== undefined && compare(dollars, decimal(budget.dollars)) >= least;
}
