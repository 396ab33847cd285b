import { once } from 'node:events';
import { Command, Option } from 'commander';
import { DiptychError } from '../../model/errors.js';
import { hasFailed } from '../../pipeline/outcome.js';
import { validate } from '../../pipeline/validation/run.js';
import { type CheckOptions, checkRequest, withCheckOptions } from '../check-options.js';
import type { Io } from '../io.js';
import { errorNote } from '../reporters/github.js';
import { streams } from '../reporters/stream.js';
import { reporters } from '../reporters/validate.js';
import { localeTag } from '../tag.js';

interface Options extends CheckOptions {
  readonly source?: string;
  readonly target?: string;
  readonly to?: string;
}

/** `diptych validate`: checks pairs that stand already. */
export function command(io: Io, finish: (exitCode: number) => void): Command {
  const say = (key: string) => io.messages.text(`cli.validate.${key}`);
  const made = new Command('validate')
    .description(say('description'))
    .argument('[path...]', say('argument'))
    .addOption(new Option('--source <file>', say('option.source')))
    .addOption(new Option('--target <file>', say('option.target')))
    .addOption(new Option('--from <locale>', say('option.from')))
    .addOption(new Option('--to <locale>', say('option.to')));
  return withCheckOptions(made, io).action(async (paths: readonly string[], options: Options) => {
    const { source, target, to, format } = options;
    const color = io.stdout.isTTY === true && !io.env['NO_COLOR'];
    const stream = streams[format]?.(io.messages, { color });
    const request = { ...checkRequest(options, io), paths, source, target, to: localeTag(to) };
    const report = await validate(request, stream && ((issue) => written(io, stream.issue(issue)))).catch(
      async (error: unknown) => {
        if (format === 'github' && error instanceof DiptychError) await written(io, errorNote(error, io.messages));
        throw error;
      },
    );
    const rest = stream === undefined ? await reporters[format]!(report, io.messages, { color }) : stream.end(report);
    await written(io, rest);
    // A person reads them last, behind the issues of what could be read; code hosts show them at their places.
    for (const error of report.errors) {
      if (format === 'github') await written(io, errorNote(error, io.messages));
      else io.stderr.write(`${io.messages.error(error)}\n`);
    }
    finish(report.errors[0]?.exitCode ?? (hasFailed(report) ? 1 : 0));
  });
}

/** Writes to standard output; a promise where its reader has to catch up first. */
function written({ stdout }: Io, text: string): Promise<void> | undefined {
  if (text === '' || stdout.write(text)) return undefined;
  return once(stdout, 'drain').then(() => undefined);
}
