import { Argument, Command } from 'commander';
import { exitCodes } from '../../model/errors.js';
import { findProject } from '../../pipeline/project.js';
import { copyHoldings } from '../../store/copy.js';
import { configure } from '../commander.js';
import type { Io } from '../io.js';
import { localeOption, rootOption } from '../options.js';
import { connectBoth } from '../wiring.js';

interface Options {
  readonly root?: string;
}

/** `diptych store`: what a project keeps. */
export function command(io: Io, finish: (exitCode: number) => void): Command {
  const say = (key: string, values = {}) => io.messages.text(`cli.store.${key}`, values);
  const copy = new Command('copy')
    .description(say('copy'))
    .addArgument(new Argument('<to>', say('to')).choices(['postgres', 'files']))
    .addOption(rootOption(io))
    .addOption(localeOption(io))
    .action(async (to: 'postgres' | 'files', { root }: Options) => {
      const { files, postgres } = await connectBoth((await findProject(io.cwd, root)).root, io.env);
      const copied = to === 'postgres' ? await copyHoldings(files, postgres) : await copyHoldings(postgres, files);
      io.stdout.write(`${say('copied', { ...copied })}\n`);
      finish(exitCodes.clean);
    });
  return new Command('store').description(say('description')).addCommand(configure(copy, io));
}
