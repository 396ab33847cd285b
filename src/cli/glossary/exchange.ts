import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Argument, Command, Option } from 'commander';
import { DiptychError } from '../../model/errors.js';
import type { Io } from '../io.js';
import { localeOption, rootOption } from '../options.js';
import { droppedText, type FormatOptions, formatOf, formatOptions, pairOf } from './formats.js';
import { openTermbase, readTermsFile, saveConcepts } from './termbase-file.js';

/** `glossary import`: concepts from a file; those that are there already stay unless told otherwise. */
export function importCommand(io: Io): Command {
  const say = (key: string, values?: Readonly<Record<string, unknown>>) =>
    io.messages.text(`cli.glossary.import.${key}`, values);
  const built = new Command('import')
    .description(say('description'))
    .addArgument(new Argument('<file>', say('argument')))
    .addOption(new Option('--overwrite', say('option.overwrite')))
    .addOption(localeOption(io))
    .addOption(rootOption(io));
  for (const option of formatOptions(io)) built.addOption(option);
  return built.action(async (file: string, options: FormatOptions & { overwrite?: true; root?: string }) => {
    const format = formatOf(file, options);
    const text = await readTermsFile(io, file);
    const { concepts, dropped } = await format.read(text, file, pairOf(file, options));
    const termbase = await openTermbase(io, options.root);
    const known = new Set(termbase.concepts.map(({ id }) => id));
    const wanted = options.overwrite === true ? concepts : concepts.filter(({ id }) => !known.has(id));
    if (wanted.length > 0) await saveConcepts(termbase, wanted);
    const added = wanted.filter(({ id }) => !known.has(id)).length;
    io.stdout.write(`${say('done', { count: added, replaced: wanted.length - added, file: termbase.file })}\n`);
    const kept = concepts.length - wanted.length;
    if (kept > 0) io.stdout.write(`${say('kept', { count: kept })}\n`);
    const lost = droppedText(dropped, io);
    if (lost !== '') io.stdout.write(`${io.messages.text('cli.glossary.dropped.title')}\n${lost}`);
  });
}

/** `glossary export`: the termbase as a file, or on standard output. */
export function exportCommand(io: Io): Command {
  const say = (key: string, values?: Readonly<Record<string, unknown>>) =>
    io.messages.text(`cli.glossary.export.${key}`, values);
  const built = new Command('export')
    .description(say('description'))
    .addArgument(new Argument('<file>', say('argument')))
    .addOption(localeOption(io))
    .addOption(rootOption(io));
  for (const option of formatOptions(io)) built.addOption(option);
  return built.action(async (file: string, options: FormatOptions & { root?: string }) => {
    const format = formatOf(file === '-' ? '.tbx' : file, options);
    const { concepts } = await openTermbase(io, options.root);
    const { text, dropped } = await format.write(concepts, pairOf(file, options), options.topic ?? []);
    if (file === '-') io.stdout.write(text);
    else {
      await writeFile(resolve(io.cwd, file), text).catch((cause: Error) => {
        throw new DiptychError('store-failed', { path: file, reason: cause.message }, { file }, cause);
      });
      io.stdout.write(`${say('done', { count: concepts.length, file })}\n`);
    }
    const lost = droppedText(dropped, io);
    // The file itself may be on standard output.
    const out = file === '-' ? io.stderr : io.stdout;
    if (lost !== '') out.write(`${io.messages.text('cli.glossary.dropped.title')}\n${lost}`);
  });
}
