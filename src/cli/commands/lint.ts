import { Command, Option } from 'commander';
import { lint } from '../../pipeline/lint/run.js';
import { hasFailed } from '../../pipeline/outcome.js';
import { type CheckOptions, checkRequest, withCheckOptions } from '../check-options.js';
import type { Io } from '../io.js';
import { reporters } from '../reporters/validate.js';

interface Options extends CheckOptions {
  readonly verified?: boolean;
}

/** `diptych lint`: what a source's own figures and text say of it, before anything is translated. */
export function command(io: Io, finish: (exitCode: number) => void): Command {
  const say = (key: string) => io.messages.text(`cli.lint.${key}`);
  const made = new Command('lint')
    .description(say('description'))
    .argument('[path...]', say('argument'))
    .addOption(new Option('--from <locale>', say('option.from')))
    .addOption(new Option('--verified', say('option.verified')));
  return withCheckOptions(made, io).action(async (paths: readonly string[], options: Options) => {
    const { format, verified = false } = options;
    const report = await lint({ ...checkRequest(options, io), paths });
    const color = io.stdout.isTTY === true && !io.env['NO_COLOR'];
    io.stdout.write(await reporters[format]!(report, io.messages, { color, verified }));
    finish(hasFailed(report) ? 1 : 0);
  });
}
