import { Command, CommanderError } from 'commander';
import { DiptychError, exitCodes } from '../model/errors.js';
import { configure, usageError } from './commander.js';
import { commandAt, type Io } from './io.js';
import { version } from './version.js';

/** A command's module: builds its commander command. `run` results in the process's exit code. */
export interface CommandModule {
  command(io: Io, finish: (exitCode: number) => void): Command;
}

/** Loaded only when asked for: the Markdown libraries alone cost more than 100 ms, which `diptych quantities` must not pay. */
const commands: Readonly<Record<string, () => Promise<CommandModule>>> = {
  init: () => import('./commands/init.js'),
  generate: () => import('./commands/generate.js'),
  validate: () => import('./commands/validate.js'),
  lint: () => import('./commands/lint.js'),
  quantities: () => import('./commands/quantities.js'),
  estimate: () => import('./commands/estimate.js'),
  doctor: () => import('./commands/doctor.js'),
  glossary: () => import('./commands/glossary.js'),
  export: () => import('./commands/export.js'),
  serve: () => import('./commands/serve.js'),
  worker: () => import('./commands/worker.js'),
  keys: () => import('./commands/keys.js'),
  store: () => import('./commands/store.js'),
  migrate: () => import('./commands/migrate.js'),
  webhooks: () => import('./commands/webhooks.js'),
  audit: () => import('./commands/audit.js'),
};

const all = Object.keys(commands);

/** Whether nothing but the version is asked for, which no command need be loaded to tell. */
const versionAlone = (argv: readonly string[]) => argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V');

/** Runs one command line (without node and script) and returns its exit code. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let exitCode: number = exitCodes.clean;
  const program = configure(new Command('diptych').description(io.messages.text('cli.description')), io)
    .version(version(), '-V, --version', io.messages.text('cli.help.version'))
    .option('--locale <tag>', io.messages.text('cli.option.locale'))
    // The program's `--locale` is the one before the command; behind it stands the command's own.
    .enablePositionalOptions()
    .helpCommand('help [command]', io.messages.text('cli.help.help-command'));
  const named = argv[commandAt(argv)];
  const wanted = named !== undefined && Object.hasOwn(commands, named) ? [named] : versionAlone(argv) ? [] : all;
  try {
    for (const name of wanted) {
      const module = await commands[name]?.();
      const built = module?.command(io, (code) => {
        exitCode = code;
      });
      if (built) program.addCommand(configure(built.copyInheritedSettings(program), io));
    }
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return report(error, program, io);
  }
}

function report(error: unknown, program: Command, io: Io): number {
  const known = error instanceof CommanderError ? usageError(error, program) : error;
  if (known instanceof DiptychError) {
    io.stderr.write(`${io.messages.error(known)}\n`);
    return known.exitCode;
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
  io.stderr.write(`${io.messages.text('cli.crash')}\n${error instanceof Error ? error.stack : String(error)}\n`);
  return exitCodes.failure;
}
