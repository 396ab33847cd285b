import { Argument, Command, Option } from 'commander';
import { DiptychError, exitCodes } from '../../model/errors.js';
import { findProject } from '../../pipeline/project.js';
import { addKey } from '../../server/access/keys.js';
import { type Scope, scopes } from '../../store/keys.js';
import { byCommandLine } from '../audit-mark.js';
import { configure } from '../commander.js';
import type { Io } from '../io.js';
import { localeOption, rootOption } from '../options.js';
import { formatTable } from '../table.js';
import { connectKeys } from '../wiring.js';

interface Options {
  readonly root?: string;
}

/** `diptych keys`: who may ask the server for what. */
export function command(io: Io, finish: (exitCode: number) => void): Command {
  const say = (key: string, values = {}) => io.messages.text(`cli.keys.${key}`, values);
  const open = async ({ root }: Options) => connectKeys((await findProject(io.cwd, root)).root, io.env);
  const keys = new Command('keys').description(say('description'));

  const add = new Command('add')
    .description(say('add'))
    .addArgument(new Argument('<name>', say('name')))
    .addOption(new Option('--scope <scope...>', say('option.scope')).choices([...scopes]).default(['read']))
    .addOption(rootOption(io))
    .addOption(localeOption(io))
    .action(async (name: string, options: Options & { readonly scope: Scope[] }) => {
      if (!/^[\p{L}\p{N}][\p{L}\p{N}._ -]{0,59}$/u.test(name)) {
        throw new DiptychError('usage', { context: 'invalid-value', given: '<name>', second: name });
      }
      const { keys: ring, audit } = await open(options);
      const granted = [...new Set(options.scope)];
      const key = await addKey(ring, name, granted);
      await audit.note({ ...byCommandLine(), act: 'key-add', about: `${name}: ${granted.join(' ')}` });
      // The key alone on standard output, so that it can be piped.
      io.stdout.write(`${key}\n`);
      io.stderr.write(`${say('added', { name })}\n`);
      finish(exitCodes.clean);
    });

  const columns = (['name', 'scopes', 'created'] as const).map((column) => ({
    title: say(`column.${column}`),
    align: 'left' as const,
  }));
  const list = new Command('list')
    .description(say('list'))
    .addOption(rootOption(io))
    .addOption(localeOption(io))
    .action(async (options: Options) => {
      const stored = await (await open(options)).keys.all();
      const rows = stored.map(({ name, scopes: granted, created }) => [name, granted.join(' '), created.slice(0, 10)]);
      io.stdout.write(rows.length === 0 ? `${say('none')}\n` : `${formatTable(columns, rows)}\n`);
      finish(exitCodes.clean);
    });

  const remove = new Command('remove')
    .description(say('remove'))
    .addArgument(new Argument('<name>', say('name')))
    .addOption(rootOption(io))
    .addOption(localeOption(io))
    .action(async (name: string, options: Options) => {
      const { keys: ring, audit } = await open(options);
      if (!(await ring.remove(name))) throw new DiptychError('not-found', { context: 'key', key: name });
      await audit.note({ ...byCommandLine(), act: 'key-remove', about: name });
      finish(exitCodes.clean);
    });

  for (const one of [add, list, remove]) keys.addCommand(configure(one, io));
  return keys;
}
