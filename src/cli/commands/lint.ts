import { Command, Option } from 'commander';
import { type Severity, severities } from '../../model/issue.js';
import { lint } from '../../pipeline/lint/run.js';
import { hasFailed } from '../../pipeline/outcome.js';
import type { Io } from '../io.js';
import { type KnownOptions, withKnownOptions } from '../known-options.js';
import { formats, reporters } from '../reporters/validate.js';
import { localeTag } from '../tag.js';

interface Options extends KnownOptions {
  readonly from?: string;
  readonly format: string;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly pipeline?: string;
  readonly failOn?: Severity;
  readonly verified?: boolean;
}

/** `diptych lint`: what a source's own figures and text say of it, before anything is translated. */
export function command(io: Io, finish: (exitCode: number) => void): Command {
  const say = (key: string) => io.messages.text(`cli.lint.${key}`);
  const checks = (key: string) => io.messages.text(`cli.validate.option.${key}`);
  const made = new Command('lint')
    .description(say('description'))
    .argument('[path...]', say('argument'))
    .addOption(new Option('--from <locale>', say('option.from')))
    .addOption(new Option('--format <format>', checks('format')).choices(formats).default('pretty'))
    .addOption(new Option('--only <check...>', checks('only')))
    .addOption(new Option('--skip <check...>', checks('skip')))
    .addOption(new Option('--pipeline <name>', checks('pipeline')))
    .addOption(new Option('--fail-on <severity>', checks('fail-on')).choices([...severities]))
    .addOption(new Option('--verified', say('option.verified')))
    .addOption(new Option('--locale <tag>', io.messages.text('cli.option.locale')));
  return withKnownOptions(made, io).action(async (paths: readonly string[], options: Options) => {
    const { format, pipeline, failOn, verified = false, since, baseline, updateBaseline } = options;
    const report = await lint({
      cwd: io.cwd,
      paths,
      from: localeTag(options.from),
      only: list(options.only),
      skip: list(options.skip),
      pipeline,
      failOn,
      since,
      baseline,
      updateBaseline,
    });
    const color = io.stdout.isTTY === true && !io.env['NO_COLOR'];
    io.stdout.write(await reporters[format]!(report, io.messages, { color, verified }));
    finish(hasFailed(report) ? 1 : 0);
  });
}

/** `--only a,b` and `--only a b` alike. */
function list(values: readonly string[] | undefined): readonly string[] | undefined {
  return values?.flatMap((value) => value.split(',')).filter((value) => value !== '');
}
