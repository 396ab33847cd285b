import { type Command, Option } from 'commander';
import type { KnownRequest } from '../pipeline/known/known.js';
import type { Io } from './io.js';

/** What of a command line says which issues are known. */
export type KnownOptions = Pick<KnownRequest, 'since' | 'baseline' | 'updateBaseline'>;

/** The options by which `validate` and `lint` tell only what is new. */
export function withKnownOptions(command: Command, io: Io): Command {
  const say = (key: string) => io.messages.text(`cli.known.option.${key}`);
  return command
    .addOption(new Option('--since <revision>', say('since')).conflicts(['baseline', 'updateBaseline']))
    .addOption(new Option('--baseline <file>', say('baseline')))
    .addOption(new Option('--update-baseline', say('update-baseline')));
}
