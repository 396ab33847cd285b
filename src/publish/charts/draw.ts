import { type ChartSpec, labelled } from '../../checks/drawing/spec.js';
import { languagePack } from '../../languages/index.js';
import { decimal } from '../../model/decimal.js';
import type { Locale } from '../../model/locale.js';
import { type QuantityKind, quantityKinds } from '../../model/quantity.js';

/** An SVG longer than this helps no reader. */
const longest = 500_000;

/**
 * Draws a Vega-Lite specification as SVG, with the figures on its axes as the locale writes them (1,800억, 180B). The
 * libraries are loaded on first use. `undefined` where Vega cannot draw it. Nothing is ever loaded from elsewhere.
 */
export async function drawChart(spec: ChartSpec, locale: Locale): Promise<string | undefined> {
  const [vega, lite] = await Promise.all([import('vega'), import('vega-lite')]);
  const formatter = `figure_${locale.replace(/\W/g, '_')}`;
  vega.expressionFunction(formatter, (value: unknown, format: unknown) => axisFigure(value, format, locale));
  try {
    const named = JSON.parse(
      JSON.stringify(labelled(spec)).replaceAll('"formatType":"figure"', `"formatType":"${formatter}"`),
    );
    const { spec: compiled } = lite.compile(
      { ...named, background: 'white' },
      { config: { customFormatTypes: true, numberFormatType: formatter, font: 'sans-serif' }, logger: silent(vega) },
    );
    const view = new vega.View(vega.parse(compiled), { renderer: 'none', loader: closed, logger: silent(vega) });
    const svg = await view.toSVG();
    view.finalize();
    return svg.length > longest ? undefined : svg;
  } catch {
    // A specification that Vega cannot read is shown as it was written.
    return undefined;
  }
}

/** A loader that loads nothing. */
const closed = {
  load: () => Promise.reject(new Error('nothing is loaded')),
  sanitize: () => Promise.reject(new Error('nothing is loaded')),
  http: () => Promise.reject(new Error('nothing is loaded')),
  file: () => Promise.reject(new Error('nothing is loaded')),
  options: {},
};

function silent(vega: typeof import('vega')) {
  return vega.logger(vega.None);
}

/** A tick in the locale's short form. `format` is `kind:unit`, as a table's column says. */
export function axisFigure(value: unknown, format: unknown, locale: Locale): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) return String(value ?? '');
  const [kind = 'number', unit = ''] = typeof format === 'string' ? format.split(':') : [];
  const known: QuantityKind = quantityKinds.find((one) => one === kind) ?? 'number';
  // 0.1 + 0.2 on an axis is 0.3.
  const exact = decimal(Number(value.toPrecision(12)));
  const figure = {
    kind: known,
    value: exact,
    hardness: 'hard' as const,
    text: '',
    start: 0,
    end: 0,
    ...(unit === '' ? {} : { unit }),
  };
  return languagePack(locale).figures.render(figure, { place: 'cell', style: { magnitude: 'short' } });
}
