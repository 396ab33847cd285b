import { Command, Option } from 'commander';
import { costOf, type Price, priceOf } from '../../engines/prices.js';
import { DiptychError, exitCodes } from '../../model/errors.js';
import { addForecasts } from '../../pipeline/forecast.js';
import { defaultPipeline, findProject } from '../../pipeline/project.js';
import { pricesOf } from '../../pipeline/receipt.js';
import type { Forecast, TranslationReport } from '../../pipeline/report.js';
import { generate } from '../../pipeline/run.js';
import { dollars } from '../dollars.js';
import type { Io } from '../io.js';
import { formatOption, localeOption, rootOption } from '../options.js';
import { type Column, formatTable } from '../table.js';
import { connect } from '../wiring.js';

interface Options {
  readonly to?: readonly string[];
  readonly pipeline: string;
  readonly model?: readonly string[];
  readonly format: 'pretty' | 'json';
  readonly root?: string;
}

/** One translation that would take something of an engine. */
interface Estimated {
  readonly article: TranslationReport;
  readonly forecast: Forecast;
}

/** `diptych estimate`: what the missing and stale translations would take and cost, before anything is spent. */
export function command(io: Io, finish: (exitCode: number) => void): Command {
  const say = (key: string, values?: Readonly<Record<string, unknown>>) =>
    io.messages.text(`cli.estimate.${key}`, values);
  return new Command('estimate')
    .description(say('description'))
    .argument('[article...]', io.messages.text('cli.generate.argument'))
    .addOption(new Option('--to <locale...>', io.messages.text('cli.generate.option.to')))
    .addOption(
      new Option('--pipeline <name>', io.messages.text('cli.generate.option.pipeline')).default(defaultPipeline),
    )
    .addOption(new Option('--model <name...>', say('option.model')))
    .addOption(formatOption(io))
    .addOption(localeOption(io))
    .addOption(rootOption(io))
    .action(async (articles: readonly string[], options: Options) => {
      const prices = choosePrices(pricesOf(await findProject(io.cwd, options.root)), options.model);
      const report = await generate(
        {
          cwd: io.cwd,
          ...(options.root === undefined ? {} : { root: options.root }),
          articles,
          ...(options.to === undefined ? {} : { to: options.to.flatMap((tag) => tag.split(',')) }),
          pipeline: options.pipeline,
          dryRun: true,
          env: io.env,
          ...(io.signal === undefined ? {} : { signal: io.signal }),
        },
        connect,
      );
      const estimated = report.translations.flatMap((article) =>
        article.forecast === undefined || article.forecast.units === 0 ? [] : [{ article, forecast: article.forecast }],
      );
      const { heads } = report;
      for (const error of report.errors) io.stderr.write(`${io.messages.error(error)}\n`);
      io.stdout.write(
        options.format === 'json' ? asJson(estimated, heads, prices) : asText(estimated, heads, prices, say),
      );
      finish(Math.max(exitCodes.clean, ...report.errors.map((error) => error.exitCode)));
    });
}

/** All prices, or those of the models that are named. Throws `usage` for a model without a price. */
function choosePrices(prices: readonly Price[], named: readonly string[] | undefined): readonly Price[] {
  if (named === undefined)
    return prices.filter(({ name }, index) => prices.findIndex((p) => p.name === name) === index);
  return named
    .flatMap((names) => names.split(','))
    .map((name) => {
      const price = priceOf(prices, name);
      if (price !== undefined) return { ...price, name };
      const known = prices.map((one) => one.name).join(', ');
      throw new DiptychError('usage', { context: 'no-price', given: name, known });
    });
}

const none: Forecast = { units: 0, requests: 0, characters: 0, inputTokens: 0, outputTokens: 0 };

function total(estimated: readonly Estimated[], heads: Forecast = none): Forecast {
  return estimated.map(({ forecast }) => forecast).reduce(addForecasts, heads);
}

const fields = ['units', 'requests', 'characters', 'inputTokens', 'outputTokens'] as const;
/** With more models than these, costs stand in a list of their own instead of columns. */
const widest = 3;

function asText(
  estimated: readonly Estimated[],
  heads: Forecast | undefined,
  prices: readonly Price[],
  say: (key: string, values?: Readonly<Record<string, unknown>>) => string,
): string {
  if (estimated.length === 0 && heads === undefined) return `${say('nothing')}\n`;
  const beside = prices.length <= widest ? prices : [];
  const columns: Column[] = [
    ...fields.map((field): Column => ({ title: say(`column.${field}`), align: 'right' })),
    ...beside.map(({ name }): Column => ({ title: name, align: 'right' })),
    { title: say('column.file'), align: 'left' },
  ];
  const row = (forecast: Forecast, name: string) => [
    ...fields.map((field) => forecast[field].toLocaleString('en')),
    ...beside.map((price) => dollars(costOf(forecast, price))),
    name,
  ];
  const rows = [
    ...(heads === undefined ? [] : [row(heads, say('heads'))]),
    ...estimated.map(({ article, forecast }) => row(forecast, article.file)),
  ];
  const all = total(estimated, heads);
  const parts = [formatTable(columns, [...rows, row(all, say('all'))])];
  if (beside.length === 0) {
    const list = prices.map((price) => [price.name, dollars(costOf(all, price)), price.date ?? '']);
    const heads: Column[] = [
      { title: say('column.model'), align: 'left' },
      { title: say('column.cost'), align: 'right' },
      { title: say('column.date'), align: 'left' },
    ];
    parts.push(formatTable(heads, list));
  }
  const dates = prices.flatMap(({ date }) => (date === undefined ? [] : [date])).sort();
  parts.push(say('note', { from: dates[0] ?? '', to: dates.at(-1) ?? '' }));
  return `${parts.join('\n\n')}\n`;
}

function asJson(estimated: readonly Estimated[], heads: Forecast | undefined, prices: readonly Price[]): string {
  const costs = (forecast: Forecast) =>
    Object.fromEntries(prices.map((price) => [price.name, costOf(forecast, price)]));
  const all = total(estimated, heads);
  return `${JSON.stringify(
    {
      currency: 'USD',
      prices,
      total: { ...all, costs: costs(all) },
      ...(heads === undefined ? {} : { heads: { ...heads, costs: costs(heads) } }),
      translations: estimated.map(({ article: { slug, from, to, source, file }, forecast }) => ({
        slug,
        from,
        to,
        source,
        file,
        ...forecast,
        costs: costs(forecast),
      })),
    },
    null,
    2,
  )}\n`;
}
