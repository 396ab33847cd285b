import type { Command, CommanderError, Option } from 'commander';
import { DiptychError } from '../model/errors.js';
import { suggestion } from '../pipeline/problem.js';
import type { Io } from './io.js';
import { displayWidth } from './width.js';

/** Makes commander speak the person's language, write to the command's streams and never exit the process. */
export function configure(command: Command, io: Io): Command {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': io.messages.text('cli.help.usage'),
    'Arguments:': io.messages.text('cli.help.arguments'),
    'Options:': io.messages.text('cli.help.options'),
    'Commands:': io.messages.text('cli.help.commands'),
  };
  return command
    .exitOverride()
    .helpOption('-h, --help', io.messages.text('cli.help.help'))
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      // What went wrong is worded by `usageError`.
      outputError: () => {},
    })
    .configureHelp({
      displayWidth,
      styleTitle: (title) => titles[title] ?? title,
      optionDescription: (option: Option) =>
        option.argChoices ? `${option.description} (${option.argChoices.join(' | ')})` : option.description,
    });
}

/** What each of commander's errors says, by its code: the values are quoted in its English message. */
const usage: Readonly<Record<string, string>> = {
  'commander.unknownOption': 'unknown-option',
  'commander.optionMissingArgument': 'missing-value',
  'commander.missingArgument': 'missing-argument',
  'commander.missingMandatoryOptionValue': 'missing-option',
  'commander.conflictingOption': 'conflict',
  'commander.excessArguments': 'too-many',
  'commander.unknownCommand': 'unknown-command',
  'commander.invalidArgument': 'invalid-value',
};

/** A commander error as an error of ours; `undefined` when it is no error (help was asked for). */
export function usageError(error: CommanderError, program: Command): DiptychError | undefined {
  if (error.exitCode === 0) return undefined;
  const context = usage[error.code];
  // Help shown because no command was given.
  if (context === undefined) return undefined;
  const [first = '', second = ''] = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const choices = /Allowed choices are (.*)\.$/.exec(error.message)?.[1];
  const names = context === 'unknown-command' ? program.commands.map((c) => c.name()) : optionNames(program);
  const meant = context.startsWith('unknown') ? suggestion(first, names) : undefined;
  return new DiptychError('usage', {
    context: meant !== undefined ? `${context}-suggest` : choices !== undefined ? 'choice' : context,
    given: first,
    second,
    ...(meant === undefined ? {} : { meant }),
    ...(choices === undefined ? {} : { choices }),
  });
}

function optionNames(program: Command): string[] {
  return [program, ...program.commands].flatMap((command) => command.options.map(({ long, flags }) => long ?? flags));
}
