import type { Messages } from '../../messages/index.js';
import type { RunReport } from '../../pipeline/report.js';
import { dollars } from '../dollars.js';

/** A line for each engine that was asked: what it took and, where its price is known, what that cost. */
export function receiptLines({ usage }: Pick<RunReport, 'usage'>, messages: Messages): string[] {
  const say = (key: string, values: Readonly<Record<string, unknown>>) => messages.text(`cli.generate.${key}`, values);
  const count = (value: number | undefined) => (value ?? 0).toLocaleString('en');
  return Object.entries(usage.engines).map(([engine, used]) => {
    const cost =
      used.cost === undefined || used.priced === undefined
        ? ''
        : say('receipt-cost', { amount: dollars(used.cost), date: used.priced });
    const made = { units: count(used.units), requests: count(used.requests), retries: count(used.retries) };
    return used.characters === undefined
      ? say('receipt', {
          engine,
          ...made,
          input: count(used.inputTokens),
          cached: count(used.cachedTokens),
          output: count(used.outputTokens),
          cost,
        })
      : say('receipt-characters', { engine, ...made, characters: count(used.characters), cost });
  });
}
