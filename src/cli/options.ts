import { Option } from 'commander';
import type { Io } from './io.js';

/** `--format`: for people or for programs. */
export function formatOption({ messages }: Io): Option {
  return new Option('--format <format>', messages.text('cli.generate.option.format'))
    .choices(['pretty', 'json'])
    .default('pretty');
}

/** `--locale`: the language of what is printed. Read before any command runs, so that its help is in it too. */
export function localeOption({ messages }: Io): Option {
  return new Option('--locale <tag>', messages.text('cli.option.locale'));
}

/** `--root`: the project's folder, where it is not looked for. */
export function rootOption({ messages }: Io): Option {
  return new Option('--root <folder>', messages.text('cli.option.root'));
}
