import { once } from 'node:events';
import { Command, Option } from 'commander';
import { type Severity, severities } from '../../model/issue.js';
import { hasFailed } from '../../pipeline/outcome.js';
import { validate } from '../../pipeline/validation/run.js';
import type { Io } from '../io.js';
import { type KnownOptions, withKnownOptions } from '../known-options.js';
import { streams } from '../reporters/stream.js';
import { formats, reporters } from '../reporters/validate.js';
import { localeTag } from '../tag.js';

interface Options extends KnownOptions {
  readonly source?: string;
  readonly target?: string;
  readonly from?: string;
  readonly to?: string;
  readonly format: string;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly pipeline?: string;
  readonly failOn?: Severity;
}

/** `diptych validate`: checks pairs that stand already. */
export function command(io: Io, finish: (exitCode: number) => void): Command {
  const say = (key: string) => io.messages.text(`cli.validate.${key}`);
  const made = new Command('validate')
    .description(say('description'))
    .argument('[path...]', say('argument'))
    .addOption(new Option('--source <file>', say('option.source')))
    .addOption(new Option('--target <file>', say('option.target')))
    .addOption(new Option('--from <locale>', say('option.from')))
    .addOption(new Option('--to <locale>', say('option.to')))
    .addOption(new Option('--format <format>', say('option.format')).choices(formats).default('pretty'))
    .addOption(new Option('--only <check...>', say('option.only')))
    .addOption(new Option('--skip <check...>', say('option.skip')))
    .addOption(new Option('--pipeline <name>', say('option.pipeline')))
    .addOption(new Option('--fail-on <severity>', say('option.fail-on')).choices([...severities]))
    .addOption(new Option('--locale <tag>', io.messages.text('cli.option.locale')));
  return withKnownOptions(made, io).action(async (paths: readonly string[], options: Options) => {
    const { source, target, format, pipeline, failOn, since, baseline, updateBaseline } = options;
    const color = io.stdout.isTTY === true && !io.env['NO_COLOR'];
    const stream = streams[format]?.(io.messages, { color });
    const request = {
      cwd: io.cwd,
      paths,
      source,
      target,
      from: localeTag(options.from),
      to: localeTag(options.to),
      only: list(options.only),
      skip: list(options.skip),
      pipeline,
      failOn,
      since,
      baseline,
      updateBaseline,
    };
    const report = await validate(request, stream && ((issue) => written(io, stream.issue(issue))));
    const rest = stream === undefined ? await reporters[format]!(report, io.messages, { color }) : stream.end(report);
    await written(io, rest);
    finish(hasFailed(report) ? 1 : 0);
  });
}

/** Writes to standard output; a promise where its reader has to catch up first. */
function written({ stdout }: Io, text: string): Promise<void> | undefined {
  if (text === '' || stdout.write(text)) return undefined;
  return once(stdout, 'drain').then(() => undefined);
}

/** `--only a,b` and `--only a b` alike. */
function list(values: readonly string[] | undefined): readonly string[] | undefined {
  return values?.flatMap((value) => value.split(',')).filter((value) => value !== '');
}
