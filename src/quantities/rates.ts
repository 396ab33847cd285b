import type { Quantity } from '../model/quantity.js';
import { relateUnits } from './dimension.js';

/** Longest stretch between a rate and its like in another unit: " or ", " 또는 ", ", or about ". */
const gap = 14;

/**
 * The figures of a text with a rate's time given to the measure that shares it: "12.8 km or 8 miles per second" and 시속
 * 12.8km 또는 8마일 are two rates each, though the time is written once.
 */
export function withRates(figures: readonly Quantity[], text: string): readonly Quantity[] {
  if (!figures.some(({ unit }) => unit?.includes('-per-'))) return figures;
  return figures.map((figure, index) => {
    const { kind, unit, value } = figure;
    if (kind !== 'measure' || unit === undefined || value === undefined || unit.includes('-per-')) return figure;
    for (const [rate, between] of [
      [figures[index + 1], (one: Quantity) => text.slice(figure.end, one.start)],
      [figures[index - 1], (one: Quantity) => text.slice(one.end, figure.start)],
    ] as const) {
      const [base, time] = rate?.unit?.split('-per-') ?? [];
      if (rate?.value === undefined || base === undefined || time === undefined) continue;
      const joint = between(rate);
      if (joint.length > gap || !/\bor\b|또는|혹은|즉|[(（/]/.test(joint)) continue;
      if (relateUnits(value, unit, rate.value, base) === 'converted') return { ...figure, unit: `${unit}-per-${time}` };
    }
    return figure;
  });
}
