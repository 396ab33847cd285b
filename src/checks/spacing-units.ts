import type { FigureStyle, RenderContext } from '../languages/pack.js';
import type { Quantity } from '../model/quantity.js';
import type { Check, CheckContext, Finding } from './check.js';

const most = 5;

/**
 * Figures whose unit, counter or percent sign stands otherwise than the house style asks: 5 kg or 5킬로그램 for 5kg, 30퍼센트 for 30%.
 * What is right is what rendering writes by the same style, so that the two cannot disagree.
 */
export const spacingUnits: Check = {
  id: 'spacing-units',
  type: 'locale-violation',
  category: 'locale-conventions',
  unit(pair, context) {
    const { target } = pair;
    const { figures } = context.style;
    const { unitSpace, counterSpace, percent, unit } = figures;
    if (target === null || [unitSpace, counterSpace, percent, unit].every((one) => one === undefined)) return [];
    const place = target.kind === 'table-cell' || target.kind === 'chart-label' ? 'cell' : 'prose';
    const out: Finding[] = [];
    for (const quantity of context.to.figures.read(target.text).quantities) {
      const { text, start, end } = quantity;
      const found = differing(quantity, place, context);
      if (found === undefined) continue;
      const { key, right } = found;
      out.push({
        key,
        values: { text, right },
        severity: 'minor',
        pair,
        target: { text, start, end },
        fix: { start, end, text: right },
      });
      if (out.length === most) break;
    }
    return out;
  },
};

/** A figure and what follows it: a letter, or a sign that is read as a word. */
const joint = /(?<=\d)[ \u00a0\u202f]?(?=[\p{L}%％°℃℉㎏㎞㎡µμ])/u;

function differing(
  quantity: Quantity,
  place: RenderContext['place'],
  { to, style }: CheckContext,
): { key: string; right: string } | undefined {
  const { text, kind } = quantity;
  const figures = style.figures as FigureStyle;
  const at = joint.exec(text);
  if (at === null || text.includes('\n')) return undefined;
  const render = (asked: FigureStyle) => to.figures.render(quantity, { place, style: asked, from: to.locale });
  if (kind === 'percent' && figures.percent !== undefined) {
    const other = figures.percent === 'sign' ? 'word' : 'sign';
    const right = render(figures);
    if (right === text) return undefined;
    // Only a figure that is else written as we write it: "30 per cent" and ranges of two signs are left alone.
    if (squeeze(text) === squeeze(render({ ...figures, percent: other }))) return { key: 'percent', right };
    return squeeze(text) === squeeze(right) ? { key: 'space', right } : undefined;
  }
  if (kind === 'measure' && figures.unit !== undefined) {
    const other = figures.unit === 'symbol' ? 'word' : 'symbol';
    const [right, wrong] = [render(figures), render({ ...figures, unit: other })];
    if (squeeze(right) !== squeeze(wrong) && squeeze(text) === squeeze(wrong)) return { key: 'unit', right };
  }
  // A space is asked for, or none, where rendering with and without it differs: in front of a symbol by `unitSpace`, of
  // a counter by `counterSpace`; behind 만 and 억 it stands always.
  for (const option of ['unitSpace', 'counterSpace'] as const) {
    const wanted = figures[option];
    if (wanted === undefined) continue;
    const tail = text.slice(at.index + at[0].length);
    const ends = (space: boolean) => render({ ...figures, [option]: space });
    const [open, closed] = [ends(true), ends(false)];
    if (open === closed || !open.endsWith(` ${tail}`) || !closed.endsWith(tail)) continue;
    const right = `${text.slice(0, at.index)}${wanted ? ' ' : ''}${tail}`;
    return right === text ? undefined : { key: 'space', right };
  }
  return undefined;
}

function squeeze(text: string): string {
  return text.replace(/\s/g, '');
}
