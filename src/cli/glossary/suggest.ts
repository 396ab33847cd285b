import { Command, InvalidArgumentError, Option } from 'commander';
import { languagePack } from '../../languages/index.js';
import { directions, readTexts } from '../../pipeline/terms.js';
import { createMatcher } from '../../termbase/match.js';
import { type Suggestion, suggestTerms } from '../../termbase/suggest.js';
import type { Io } from '../io.js';
import { formatOption, localeOption, rootOption } from '../options.js';
import { formatTable } from '../table.js';
import { connect } from '../wiring.js';
import { openTermbase, pipelineOf } from './termbase-file.js';

interface Options {
  readonly from?: string;
  readonly limit: number;
  readonly format: string;
  readonly root?: string;
}

/** `glossary suggest`: names and phrases that recur and that the termbase lacks, with the translations in use. */
export function suggestCommand(io: Io): Command {
  const say = (key: string, values?: Readonly<Record<string, unknown>>) =>
    io.messages.text(`cli.glossary.suggest.${key}`, values);
  return new Command('suggest')
    .description(say('description'))
    .addOption(new Option('--from <locale>', say('option.from')))
    .addOption(new Option('--limit <count>', say('option.limit')).default(30).argParser(count))
    .addOption(formatOption(io))
    .addOption(localeOption(io))
    .addOption(rootOption(io))
    .action(async ({ from, limit, format, root }: Options) => {
      const { project, concepts } = await openTermbase(io, root);
      const pipeline = await pipelineOf(project);
      const { store } = await connect(project.root, 1, io.env);
      const all: (Suggestion & { from: string; to: string })[] = [];
      for (const pair of directions(pipeline).filter((one) => from === undefined || one.from === from)) {
        const texts = await readTexts(project, pipeline, store, pair);
        const known = createMatcher(concepts, pair.from, pair.to);
        const found = suggestTerms(texts, languagePack(pair.from), languagePack(pair.to), known, limit);
        all.push(...found.map((one) => ({ ...pair, ...one })));
      }
      if (format === 'json') {
        io.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
        return;
      }
      for (const direction of new Set(all.map((one) => `${one.from} → ${one.to}`))) {
        const rows = all.filter((one) => `${one.from} → ${one.to}` === direction);
        io.stdout.write(
          `${direction}\n${formatTable(
            [
              { title: say('column.texts'), align: 'right' },
              { title: say('column.term'), align: 'left' },
              { title: say('column.translations'), align: 'left' },
            ],
            rows.map(({ texts, term, translations }) => [
              String(texts),
              term,
              translations.map((one) => `${one.term} (${one.texts})`).join(', '),
            ]),
          )}\n\n`,
        );
      }
      io.stdout.write(`${say('count', { count: all.length })}\n`);
    });
}

function count(given: string): number {
  const value = Number(given);
  if (!Number.isInteger(value) || value < 1 || value > 1000) throw new InvalidArgumentError(given);
  return value;
}
