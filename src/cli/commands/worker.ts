import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import { exitCodes } from '../../model/errors.js';
import { defaultPipeline } from '../../pipeline/project.js';
import type { Io } from '../io.js';
import { type LogLevel, logLevelOption } from '../log-level.js';
import { localeOption, rootOption } from '../options.js';

interface Options {
  readonly articles: number;
  readonly pipeline: string;
  readonly root?: string;
  readonly logLevel?: LogLevel;
}

/** `diptych worker`: works on the jobs that servers take. Runs until it is interrupted. */
export function command(io: Io, finish: (exitCode: number) => void): Command {
  const say = (key: string, values = {}) => io.messages.text(`cli.worker.${key}`, values);
  return new Command('worker')
    .description(say('description'))
    .addOption(
      // Most of their time articles wait for engines.
      new Option('--articles <number>', say('option.articles')).default(2 * availableParallelism()).argParser(count),
    )
    .addOption(
      new Option('--pipeline <name>', io.messages.text('cli.generate.option.pipeline')).default(defaultPipeline),
    )
    .addOption(logLevelOption(io))
    .addOption(localeOption(io))
    .addOption(rootOption(io))
    .action(async ({ articles, pipeline, root, logLevel }: Options) => {
      // Loaded here: no other command needs the queue's libraries.
      const [{ startWorker }, { createJournal }] = await Promise.all([
        import('../../server/worker.js'),
        import('../journal.js'),
      ]);
      const worker = await startWorker({
        cwd: io.cwd,
        ...(root === undefined ? {} : { root }),
        pipeline,
        env: io.env,
        atOnce: articles,
        ...createJournal(io, logLevel),
      });
      io.stdout.write(`${say('working', { root: worker.root, articles })}\n`);
      if (io.signal !== undefined && !io.signal.aborted) await once(io.signal, 'abort');
      io.stderr.write(`${say('stopping')}\n`);
      await worker.close();
      finish(exitCodes.clean);
    });
}

function count(given: string): number {
  const value = Number(given);
  if (!/^\d{1,3}$/.test(given) || value < 1) throw new InvalidArgumentError('');
  return value;
}
