import { Command, Option } from 'commander';
import { DiptychError } from '../../model/errors.js';
import { canonicalLocale } from '../../model/locale.js';
import { defaultPipeline } from '../../pipeline/project.js';
import { exitCodeOf } from '../../pipeline/report.js';
import { type GenerateRequest, generate } from '../../pipeline/run.js';
import { exitCodeOf as handedExitCode, handOver } from '../handover.js';
import type { Io } from '../io.js';
import { localeOption, rootOption } from '../options.js';
import { createProgress } from '../progress.js';
import { handedJson, handedPretty } from '../reporters/handed.js';
import { runJson } from '../reporters/run-json.js';
import { runPretty } from '../reporters/run-pretty.js';
import { connect } from '../wiring.js';

interface Options {
  readonly to?: readonly string[];
  readonly pipeline: string;
  readonly engine?: readonly string[];
  readonly dryRun?: true;
  readonly format: 'pretty' | 'json';
  readonly root?: string;
}

/** `diptych generate`: the main job. */
export function command(io: Io, finish: (exitCode: number) => void): Command {
  const say = (key: string) => io.messages.text(`cli.generate.${key}`);
  return new Command('generate')
    .description(say('description'))
    .argument('[article...]', say('argument'))
    .addOption(new Option('--to <locale...>', say('option.to')))
    .addOption(new Option('--pipeline <name>', say('option.pipeline')).default(defaultPipeline))
    .addOption(new Option('--engine <id...>', say('option.engine')))
    .addOption(new Option('--dry-run', say('option.dry-run')))
    .addOption(new Option('--format <format>', say('option.format')).choices(['pretty', 'json']).default('pretty'))
    .addOption(localeOption(io))
    .addOption(rootOption(io))
    .action(async (named: readonly string[], options: Options) => {
      const { locales, rest } = splitLocales(options.to ?? []);
      const progress = createProgress(io);
      try {
        const request: GenerateRequest = {
          cwd: io.cwd,
          ...(options.root === undefined ? {} : { root: options.root }),
          articles: [...named, ...rest],
          ...(options.to === undefined ? {} : { to: locales }),
          pipeline: options.pipeline,
          ...(options.engine === undefined ? {} : { engines: options.engine.flatMap((id) => id.split(',')) }),
          dryRun: options.dryRun === true,
          env: io.env,
          by: 'command line',
          ...(io.signal === undefined ? {} : { signal: io.signal }),
          onProgress: ({ done, total, file }) =>
            progress.show(() => io.messages.text('cli.generate.progress', { done, total, file })),
        };
        const report = await generate(request, connect).catch((error: unknown) =>
          handOver(error, request, connect, io),
        );
        progress.clear();
        const color = io.stdout.isTTY === true && !io.env['NO_COLOR'];
        if ('jobs' in report) {
          io.stdout.write(options.format === 'json' ? handedJson(report) : handedPretty(report, io.messages));
          finish(handedExitCode(report));
          return;
        }
        io.stdout.write(
          options.format === 'json' ? runJson(report, io.messages) : runPretty(report, io.messages, { color }),
        );
        finish(exitCodeOf(report));
      } finally {
        progress.clear();
      }
    });
}

/**
 * `--to ko en` and `--to ko,en` alike; an article after it (`--to ko my-article`) is told from a language by being no
 * language tag, or one longer than any in use here. Throws `usage` when no language is left.
 */
function splitLocales(values: readonly string[]): { locales: string[]; rest: string[] } {
  const locales: string[] = [];
  const rest: string[] = [];
  for (const value of values) {
    const parts = value
      .split(',')
      .map((part) => (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(part) ? canonicalLocale(part) : undefined));
    if (parts.every((part) => part !== undefined)) locales.push(...parts);
    else rest.push(value);
  }
  if (values.length > 0 && locales.length === 0) {
    throw new DiptychError('unknown-locale', { context: 'tag', locale: values[0] ?? '' });
  }
  return { locales, rest };
}
