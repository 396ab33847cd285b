import { Argument, Command, Option } from 'commander';
import { languagePack } from '../../languages/index.js';
import type { Concept, Designation } from '../../model/concept.js';
import { conceptsOn } from '../../termbase/topics.js';
import type { Io } from '../io.js';
import { formatOption, localeOption, rootOption } from '../options.js';
import { formatTable } from '../table.js';
import { openTermbase } from './termbase-file.js';

interface Options {
  readonly domain?: string;
  readonly topic?: string;
  readonly format: string;
  readonly root?: string;
}

/** `glossary list`: the concepts, all or those that a word or a domain names. */
export function listCommand(io: Io): Command {
  const say = (key: string, values?: Readonly<Record<string, unknown>>) =>
    io.messages.text(`cli.glossary.list.${key}`, values);
  return new Command('list')
    .description(say('description'))
    .addArgument(new Argument('[text]', say('argument')))
    .addOption(new Option('--domain <name>', say('option.domain')))
    .addOption(new Option('--topic <name>', say('option.topic')))
    .addOption(formatOption(io))
    .addOption(localeOption(io))
    .addOption(rootOption(io))
    .action(async (text: string | undefined, options: Options) => {
      const termbase = await openTermbase(io, options.root);
      const { topic } = options;
      // In every language's own way: a list shows no direction.
      const concepts = topic === undefined ? termbase.concepts : conceptsOn(termbase.concepts, [topic], 'und');
      const found = concepts.filter(
        (one) =>
          (options.domain === undefined || one.domain === options.domain) && (text === undefined || names(one, text)),
      );
      if (options.format === 'json') {
        io.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
        return;
      }
      const locales = [...new Set(found.flatMap(({ designations }) => Object.keys(designations)))];
      if (found.length > 0) {
        io.stdout.write(
          `${formatTable(
            [say('column.concept'), say('column.domain'), ...locales].map((title) => ({ title, align: 'left' })),
            found.map((one) => [
              one.id,
              one.domain ?? '',
              ...locales.map((locale) => (one.designations[locale] ?? []).map(shown).join(', ')),
            ]),
          )}\n\n`,
        );
      }
      io.stdout.write(`${say('count', { count: found.length })}\n`);
    });
}

/** A designation with a mark for what it is: ~ deprecated, ✗ forbidden. */
function shown({ term, status }: Designation): string {
  return `${status === 'forbidden' ? '✗ ' : status === 'deprecated' ? '~ ' : ''}${term}`;
}

function names({ id, designations }: Concept, text: string): boolean {
  const { fold } = languagePack('ko').words;
  const wanted = fold(text);
  return [id, ...Object.values(designations).flatMap((list) => list.map(({ term }) => term))].some((one) =>
    fold(one).includes(wanted),
  );
}
