import { Command } from 'commander';
import { exitCodes } from '../../model/errors.js';
import type { Io } from '../io.js';
import { localeOption } from '../options.js';
import { migrate } from '../wiring.js';

/** `diptych migrate`: brings the tables up to date, which every other command does by itself, and says what it did. */
export function command(io: Io, finish: (exitCode: number) => void): Command {
  const say = (key: string, values = {}) => io.messages.text(`cli.migrate.${key}`, values);
  return new Command('migrate')
    .description(say('description'))
    .addOption(localeOption(io))
    .action(async () => {
      const { steps, search } = await migrate(io.env);
      for (const step of steps) io.stdout.write(`${say('step', { step })}\n`);
      if (steps.length === 0) io.stdout.write(`${say('current')}\n`);
      io.stdout.write(`${search.by === 'trigrams' ? say('search') : say('no-search', { reason: search.reason })}\n`);
      finish(exitCodes.clean);
    });
}
