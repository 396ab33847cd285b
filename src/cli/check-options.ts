import { type Command, Option } from 'commander';
import { type Severity, severities } from '../model/issue.js';
import type { KnownRequest } from '../pipeline/known/known.js';
import type { Io } from './io.js';
import { localeOption } from './options.js';
import { formats } from './reporters/validate.js';
import { localeTag } from './tag.js';

/** What a command line says of checks: which run, how they are reported, and which issues are known. */
export interface CheckOptions extends Pick<KnownRequest, 'since' | 'baseline' | 'updateBaseline'> {
  readonly from?: string;
  readonly format: string;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly pipeline?: string;
  readonly failOn?: Severity;
}

/** The options that `validate` and `lint` share. */
export function withCheckOptions(command: Command, io: Io): Command {
  const check = (key: string) => io.messages.text(`cli.validate.option.${key}`);
  const known = (key: string) => io.messages.text(`cli.known.option.${key}`);
  return command
    .addOption(new Option('--format <format>', check('format')).choices(formats).default('pretty'))
    .addOption(new Option('--only <check...>', check('only')))
    .addOption(new Option('--skip <check...>', check('skip')))
    .addOption(new Option('--pipeline <name>', check('pipeline')))
    .addOption(new Option('--fail-on <severity>', check('fail-on')).choices([...severities]))
    .addOption(new Option('--since <revision>', known('since')).conflicts(['baseline', 'updateBaseline']))
    .addOption(new Option('--baseline <file>', known('baseline')))
    .addOption(new Option('--no-baseline', known('no-baseline')))
    .addOption(new Option('--update-baseline', known('update-baseline')))
    .addOption(localeOption(io));
}

/** The same as a run of checks asks for it. Throws `unknown-locale`. */
export function checkRequest(
  { from, only, skip, pipeline, failOn, since, baseline, updateBaseline }: CheckOptions,
  io: Io,
) {
  const asked = { pipeline, failOn, since, baseline, updateBaseline };
  return { ...asked, cwd: io.cwd, from: localeTag(from), only: list(only), skip: list(skip) };
}

/** `--only a,b` and `--only a b` alike. */
function list(values: readonly string[] | undefined): readonly string[] | undefined {
  return values?.flatMap((value) => value.split(',')).filter((value) => value !== '');
}
