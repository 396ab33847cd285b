import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Command, Option } from 'commander';
import { languagePack } from '../../languages/index.js';
import { DiptychError } from '../../model/errors.js';
import type { Io } from '../io.js';
import { type LedgerEntry, ledgerReport, pairedReport } from '../reporters/ledger.js';
import { localeTag } from '../tag.js';

/** How many characters are gathered before they are written: one write a line would cost more than the reading. */
const flushAt = 1 << 16;

interface Options {
  readonly locale?: string;
  readonly format?: 'pretty' | 'jsonl';
  readonly names?: true;
  readonly source?: string;
  readonly target?: string;
  readonly from?: string;
  readonly to?: string;
}

/** `diptych quantities`: the figures of a text, or of a text and its translation side by side; for people and for programs. */
export function command(io: Io, finish: (exitCode: number) => void): Command {
  const say = (key: string) => io.messages.text(`cli.quantities.${key}`);
  const pair = (key: string) => io.messages.text(`cli.validate.option.${key}`);
  return new Command('quantities')
    .description(say('description'))
    .argument('[file]', say('argument'), '-')
    .addOption(new Option('--locale <tag>', say('option.locale')))
    .addOption(new Option('--format <format>', say('option.format')).choices(['pretty', 'jsonl']))
    .addOption(new Option('--names', say('option.names')))
    .addOption(new Option('--source <file>', pair('source')))
    .addOption(new Option('--target <file>', pair('target')))
    .addOption(new Option('--from <locale>', pair('from')))
    .addOption(new Option('--to <locale>', pair('to')))
    .action(async (file: string, options: Options) => {
      // A person at a terminal reads a ledger; a program at the end of a pipe gets a line of JSON for a line of text.
      const people = (options.format ?? (io.stdout.isTTY === true ? 'pretty' : 'jsonl')) === 'pretty';
      if (options.source !== undefined || options.target !== undefined) await sideBySide(io, options, people);
      else await alone(io, file, options, people);
      finish(0);
    });
}

async function alone(io: Io, file: string, { locale, names: named }: Options, people: boolean): Promise<void> {
  if (locale === undefined)
    throw new DiptychError('usage', { context: 'missing-option', given: '--locale', second: '' });
  const { figures } = languagePack(locale);
  const entries: LedgerEntry[] = [];
  let out = '';
  let line = 0;
  for await (const text of createInterface({ input: await open(file, io), crlfDelay: Number.POSITIVE_INFINITY })) {
    const { quantities, names } = figures.read(text);
    line++;
    if (people) {
      const found = [...quantities, ...(named ? names : [])].sort((a, b) => a.start - b.start);
      for (const figure of found) entries.push({ figure, place: { line, column: figure.start + 1 } });
      continue;
    }
    out += `${JSON.stringify(named ? { text, quantities, names } : { text, quantities })}\n`;
    if (out.length > flushAt) {
      await written(io, out);
      out = '';
    }
  }
  await written(io, people ? ledgerReport(entries, io.messages) : out);
}

async function sideBySide(io: Io, { source, target, from, to }: Options, people: boolean): Promise<void> {
  if (source === undefined || target === undefined)
    throw new DiptychError('usage', { context: 'pair', reason: '--source --target' });
  // The Markdown libraries cost 100 ms, which a text alone need not pay.
  const { pairedLedger } = await import('../../pipeline/ledger.js');
  const lines = await pairedLedger({ cwd: io.cwd, source, target, from: localeTag(from), to: localeTag(to) });
  const color = io.stdout.isTTY === true && !io.env['NO_COLOR'];
  await written(
    io,
    people ? pairedReport(lines, io.messages, color) : lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  );
}

async function open(file: string, io: Io): Promise<Readable> {
  if (file === '-') return io.stdin;
  const stream = createReadStream(resolve(io.cwd, file));
  await new Promise<void>((done, reject) => {
    stream.once('open', () => done());
    stream.once('error', () => reject(new DiptychError('not-found', { context: 'file', file }, { file })));
  });
  return stream;
}

/** Waits for a slow reader (`| less`) instead of filling memory. */
function written(io: Io, text: string): Promise<void> {
  return new Promise((done, reject) => io.stdout.write(text, (error) => (error ? reject(error) : done())));
}
