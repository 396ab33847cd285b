import { Argument, Command, Option } from 'commander';
import { DiptychError, exitCodes } from '../../model/errors.js';
import { findProject } from '../../pipeline/project.js';
import { makeHook } from '../../server/webhooks/hooks.js';
import { newLedger } from '../../store/webhooks.js';
import { byCommandLine } from '../audit-mark.js';
import { configure } from '../commander.js';
import type { Io } from '../io.js';
import { localeOption, rootOption } from '../options.js';
import { formatTable } from '../table.js';
import { connectWebhooks } from '../wiring.js';

interface Options {
  readonly root?: string;
}

/** `diptych webhooks`: whom the server tells of publications. */
export function command(io: Io, finish: (exitCode: number) => void): Command {
  const say = (key: string, values = {}) => io.messages.text(`cli.webhooks.${key}`, values);
  const open = async ({ root }: Options) => connectWebhooks((await findProject(io.cwd, root)).root, io.env);
  const webhooks = new Command('webhooks').description(say('description'));

  const add = new Command('add')
    .description(say('add'))
    .addArgument(new Argument('<name>', say('name')))
    .addArgument(new Argument('<url>', say('url')))
    .addOption(new Option('--allow-private', say('option.allow-private')))
    .action(async (name: string, url: string, options: Options & { readonly allowPrivate?: true }) => {
      const hook = makeHook({ name, url, private: options.allowPrivate === true });
      const { webhooks: kept, changes, audit } = await open(options);
      await kept.add(hook, await newLedger(changes));
      await audit.note({ ...byCommandLine(), act: 'webhook-add', about: name });
      // The secret alone on standard output, so that it can be piped.
      io.stdout.write(`${hook.secret}\n`);
      io.stderr.write(`${say('added', { name })}\n`);
      finish(exitCodes.clean);
    });

  const columns = (['name', 'url', 'created'] as const).map((column) => ({
    title: say(`column.${column}`),
    align: 'left' as const,
  }));
  const list = new Command('list').description(say('list')).action(async (options: Options) => {
    const rows = (await (await open(options)).webhooks.all()).map(({ name, url, created }) => [
      name,
      url,
      created.slice(0, 10),
    ]);
    io.stdout.write(rows.length === 0 ? `${say('none')}\n` : `${formatTable(columns, rows)}\n`);
    finish(exitCodes.clean);
  });

  const remove = new Command('remove')
    .description(say('remove'))
    .addArgument(new Argument('<name>', say('name')))
    .action(async (name: string, options: Options) => {
      const { webhooks: kept, audit } = await open(options);
      if (!(await kept.remove(name))) throw new DiptychError('not-found', { context: 'webhook', webhook: name });
      await audit.note({ ...byCommandLine(), act: 'webhook-remove', about: name });
      finish(exitCodes.clean);
    });

  for (const one of [add, list, remove]) {
    one.addOption(rootOption(io));
    one.addOption(localeOption(io));
    webhooks.addCommand(configure(one, io));
  }
  return webhooks;
}
