import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Command } from 'commander';
import { languagePack } from '../../languages/index.js';
import { DiptychError } from '../../model/errors.js';
import type { Io } from '../io.js';

/** How many characters are gathered before they are written: one write a line would cost more than the reading. */
const flushAt = 1 << 16;

/** `diptych quantities`: the figures of each line, typed, one JSON object a line. */
export function command(io: Io, finish: (exitCode: number) => void): Command {
  const say = (key: string) => io.messages.text(`cli.quantities.${key}`);
  return new Command('quantities')
    .description(say('description'))
    .argument('[file]', say('argument'), '-')
    .requiredOption('--locale <tag>', say('option.locale'))
    .option('--names', say('option.names'))
    .action(async (file: string, options: { locale: string; names?: true }) => {
      const { figures } = languagePack(options.locale);
      let out = '';
      for await (const text of createInterface({ input: await open(file, io), crlfDelay: Number.POSITIVE_INFINITY })) {
        const { quantities, names } = figures.read(text);
        out += `${JSON.stringify(options.names ? { text, quantities, names } : { text, quantities })}\n`;
        if (out.length > flushAt) {
          await written(io, out);
          out = '';
        }
      }
      await written(io, out);
      finish(0);
    });
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
