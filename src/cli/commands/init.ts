import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { exitCodes } from '../../model/errors.js';
import type { Io } from '../io.js';
import { localeOption } from '../options.js';
import { type StarterFile, start } from '../starter.js';
import { displayWidth, pad } from '../width.js';

interface Options {
  readonly from?: string;
}

/** Languages that a first article is shipped in. */
const languages = ['en', 'ko'];

/** `diptych init`: what a new project needs, with an article to try. Nothing that stands is touched. */
export function command(io: Io, finish: (exitCode: number) => void): Command {
  const say = (key: string, values = {}) => io.messages.text(`cli.init.${key}`, values);
  return new Command('init')
    .description(say('description'))
    .argument('[folder]', say('argument'), '.')
    .addOption(new Option('--from <locale>', say('option.from')).choices(languages))
    .addOption(localeOption(io))
    .action(async (folder: string, options: Options) => {
      const own = io.messages.locale.split('-')[0]!;
      const from = options.from ?? (languages.includes(own) ? own : 'en');
      const { root, written, kept } = await start(resolve(io.cwd, folder), from);
      const width = Math.max(...[...written, ...kept].map(({ file }) => displayWidth(file)));
      const list = (files: readonly StarterFile[]) =>
        files.map(({ file, role }) => `  ${pad(file, width, 'end')}  ${say(`role.${role}`)}\n`).join('');
      const parts = [
        ...(written.length === 0 ? [] : [`${say('written', { root })}\n${list(written)}`]),
        ...(kept.length === 0 ? [] : [`${say('kept')}\n${list(kept)}`]),
        `${say('next', { place: folder === '.' ? '' : `cd ${folder}\n  ` })}\n`,
      ];
      io.stdout.write(parts.join('\n'));
      finish(exitCodes.clean);
    });
}
