import { Command, Option } from 'commander';
import picocolors from 'picocolors';
import { exitCodes } from '../../model/errors.js';
import { defaultPipeline } from '../../pipeline/project.js';
import { diagnose, type Finding, type Health } from '../diagnosis.js';
import type { Io } from '../io.js';
import { formatOption, localeOption, rootOption } from '../options.js';
import { neededNode } from '../version.js';
import { connect } from '../wiring.js';

interface Options {
  readonly pipeline: string;
  readonly offline?: true;
  readonly format: 'pretty' | 'json';
  readonly root?: string;
}

const marks: Readonly<Record<Health, string>> = { ok: '✓', off: '–', bad: '✗' };

/** `diptych doctor`: what works on this machine, and what each thing that does not work lacks. */
export function command(io: Io, finish: (exitCode: number) => void): Command {
  const say = (key: string) => io.messages.text(`cli.doctor.${key}`);
  return new Command('doctor')
    .description(say('description'))
    .addOption(
      new Option('--pipeline <name>', io.messages.text('cli.generate.option.pipeline')).default(defaultPipeline),
    )
    .addOption(new Option('--offline', say('option.offline')))
    .addOption(formatOption(io))
    .addOption(localeOption(io))
    .addOption(rootOption(io))
    .action(async (options: Options) => {
      const findings = await diagnose(
        {
          cwd: io.cwd,
          ...(options.root === undefined ? {} : { root: options.root }),
          pipeline: options.pipeline,
          env: io.env,
          reach: options.offline !== true,
          node: { version: process.version, needed: neededNode() },
        },
        connect,
      );
      io.stdout.write(options.format === 'json' ? asJson(findings, io) : asText(findings, io));
      finish(exitCodeOf(findings));
    });
}

function messageOf({ area, health, values, error }: Finding, { messages }: Io): string {
  if (error !== undefined) {
    // An engine's error names the engine itself.
    if (area === 'engine') return messages.error(error);
    const what = messages.text(`cli.doctor.area.${area}`, values);
    return `${what}: ${messages.error(error)}`;
  }
  return messages.text(`cli.doctor.${health === 'bad' ? 'bad' : 'ok'}.${area}`, values);
}

function asText(findings: readonly Finding[], io: Io): string {
  const colors = picocolors.createColors(io.stdout.isTTY === true && !io.env['NO_COLOR']);
  const paint = { ok: colors.green, off: colors.dim, bad: colors.red };
  return findings.map((one) => `${paint[one.health](marks[one.health])} ${messageOf(one, io)}\n`).join('');
}

function asJson(findings: readonly Finding[], io: Io): string {
  const list = findings.map((finding) => ({
    area: finding.area,
    health: finding.health,
    ...finding.values,
    ...(finding.error === undefined ? {} : { code: finding.error.code }),
    message: messageOf(finding, io),
  }));
  return `${JSON.stringify({ healthy: list.every(({ health }) => health !== 'bad'), findings: list }, null, 2)}\n`;
}

/** That of the first thing that is wrong; an old Node is wrong use. */
function exitCodeOf(findings: readonly Finding[]): number {
  const first = findings.find(({ health }) => health === 'bad');
  return first === undefined ? exitCodes.clean : (first.error?.exitCode ?? exitCodes.usage);
}
