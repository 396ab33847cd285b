import { Command, Option } from 'commander';
import { exitCodes } from '../../model/errors.js';
import { findProject } from '../../pipeline/project.js';
import type { Act } from '../../store/audit.js';
import type { Io } from '../io.js';
import { positive } from '../numbers.js';
import { oneLine } from '../one-line.js';
import { localeOption, rootOption } from '../options.js';
import { formatTable } from '../table.js';
import { connectKeys } from '../wiring.js';

interface Options {
  readonly article?: string;
  readonly by?: string;
  readonly limit: number;
  readonly format: 'pretty' | 'json';
  readonly root?: string;
}

/** `diptych audit`: who did what. */
export function command(io: Io, finish: (exitCode: number) => void): Command {
  const say = (key: string) => io.messages.text(`cli.audit.${key}`);
  return new Command('audit')
    .description(say('description'))
    .addOption(new Option('--article <slug>', say('option.article')))
    .addOption(new Option('--by <name>', say('option.by')))
    .addOption(new Option('--limit <number>', say('option.limit')).default(50).argParser(positive))
    .addOption(new Option('--format <format>', say('option.format')).choices(['pretty', 'json']).default('pretty'))
    .addOption(localeOption(io))
    .addOption(rootOption(io))
    .action(async ({ article: slug, by, limit, format, root }: Options) => {
      const { audit } = await connectKeys((await findProject(io.cwd, root)).root, io.env);
      const acts = await audit.read({ slug, by, limit });
      const columns = (['at', 'by', 'act', 'on', 'about'] as const).map((column) => ({
        title: say(`column.${column}`),
        align: 'left' as const,
      }));
      io.stdout.write(
        format === 'json'
          ? `${JSON.stringify({ acts }, null, 1)}\n`
          : `${
              acts.length === 0
                ? say('none')
                : formatTable(
                    columns,
                    acts.map((one) => rowOf(one, say(`acts.${one.act}`))),
                  )
            }\n`,
      );
      finish(exitCodes.clean);
    });
}

function rowOf({ at, by, slug, locale, unit, about = '' }: Act, act: string): string[] {
  const on = [slug, locale, unit].filter((part) => part !== undefined).join(' ');
  return [at.slice(0, 19).replace('T', ' '), by, act, on, about].map(oneLine);
}
