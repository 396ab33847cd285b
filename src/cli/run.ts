import { Command, CommanderError } from 'commander';
import { DiptychError, exitCodes } from '../model/errors.js';
import type { Io } from './io.js';

/** A command's module: builds its commander command. `run` results in the process's exit code. */
export interface CommandModule {
  command(io: Io, finish: (exitCode: number) => void): Command;
}

/** Loaded only when asked for: the Markdown libraries alone cost more than 100 ms, which `diptych quantities` must not pay. */
const commands: Readonly<Record<string, () => Promise<CommandModule>>> = {
  generate: () => import('./commands/generate.js'),
  validate: () => import('./commands/validate.js'),
  quantities: () => import('./commands/quantities.js'),
};

/** Runs one command line (without node and script) and returns its exit code. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let exitCode: number = exitCodes.clean;
  const program = new Command('diptych').description(io.messages.text('cli.description')).exitOverride();
  program.configureOutput({ writeOut: (s) => io.stdout.write(s), writeErr: (s) => io.stderr.write(s) });
  const wanted = argv[0] !== undefined && commands[argv[0]] !== undefined ? [argv[0]] : Object.keys(commands);
  try {
    for (const name of wanted) {
      const module = await commands[name]?.();
      const built = module?.command(io, (code) => {
        exitCode = code;
      });
      if (built) program.addCommand(built.exitOverride().copyInheritedSettings(program));
    }
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
    if (error instanceof DiptychError) {
      io.stderr.write(`${io.messages.error(error)}\n`);
      return error.exitCode;
    }
    io.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return exitCodes.failure;
  }
}
