import { once } from 'node:events';
import { Command, InvalidArgumentError, Option } from 'commander';
import { DiptychError, exitCodes } from '../../model/errors.js';
import { defaultPipeline } from '../../pipeline/project.js';
import type { Io } from '../io.js';
import { type LogLevel, logLevelOption } from '../log-level.js';
import { positive } from '../numbers.js';
import { localeOption, rootOption } from '../options.js';
import { siteAddress } from '../site-address.js';
import { version } from '../version.js';

interface Options {
  readonly host: string;
  readonly port: number;
  readonly allowHost?: readonly string[];
  readonly url?: string;
  readonly pipeline: string;
  readonly root?: string;
  readonly logLevel?: LogLevel;
  readonly worker: boolean;
  readonly requestsPerMinute?: number;
  readonly strangersPerMinute?: number;
  readonly requestTimeout?: number;
  readonly bodyLimit?: number;
  readonly headerLimit?: number;
}

/** The port when none is asked for; the address is this machine alone. */
const defaultPort = 4173;

/** `diptych serve`: articles over HTTP, generated when somebody asks for them. Runs until it is interrupted. */
export function command(io: Io, finish: (exitCode: number) => void): Command {
  const say = (key: string, values = {}) => io.messages.text(`cli.serve.${key}`, values);
  return new Command('serve')
    .description(say('description'))
    .addOption(new Option('--host <address>', say('option.host')).default('127.0.0.1'))
    .addOption(new Option('--port <number>', say('option.port')).default(defaultPort).argParser(portNumber))
    .addOption(new Option('--allow-host <name...>', say('option.allow-host')))
    .addOption(new Option('--url <address>', say('option.url')).argParser(siteAddress))
    .addOption(
      new Option('--pipeline <name>', io.messages.text('cli.generate.option.pipeline')).default(defaultPipeline),
    )
    .addOption(new Option('--no-worker', say('option.no-worker')))
    .addOption(new Option('--requests-per-minute <number>', say('option.requests-per-minute')).argParser(positive))
    .addOption(new Option('--strangers-per-minute <number>', say('option.strangers-per-minute')).argParser(positive))
    .addOption(new Option('--request-timeout <seconds>', say('option.request-timeout')).argParser(positive))
    .addOption(new Option('--body-limit <kilobytes>', say('option.body-limit')).argParser(positive))
    .addOption(new Option('--header-limit <kilobytes>', say('option.header-limit')).argParser(positive))
    .addOption(logLevelOption(io))
    .addOption(localeOption(io))
    .addOption(rootOption(io))
    .action(async (options: Options) => {
      const { host, port, allowHost = [], url, pipeline, root, worker, logLevel } = options;
      if (!worker && !io.env['DATABASE_URL']) {
        throw new DiptychError('missing-setting', { context: 'database', setting: 'DATABASE_URL' });
      }
      // Loaded here: no other command needs the HTTP libraries.
      const [{ serve, patient, ample }, { generous }, { createJournal }] = await Promise.all([
        import('../../server/index.js'),
        import('../../server/access/limits.js'),
        import('../journal.js'),
      ]);
      const { requestTimeout: seconds, bodyLimit, headerLimit } = options;
      const server = await serve({
        cwd: io.cwd,
        ...(root === undefined ? {} : { root }),
        pipeline,
        host,
        port,
        hosts: [...allowHost, ...(url === undefined ? [] : [new URL(url).hostname])].map((name) => name.toLowerCase()),
        site: url,
        work: worker,
        env: io.env,
        version: version(),
        allowance: {
          key: options.requestsPerMinute ?? generous.key,
          stranger: options.strangersPerMinute ?? generous.stranger,
        },
        patience: seconds === undefined ? patient : { ...patient, request: 1000 * seconds },
        sizes: {
          body: bodyLimit === undefined ? ample.body : 1024 * bodyLimit,
          headers: headerLimit === undefined ? ample.headers : 1024 * headerLimit,
        },
        ...createJournal(io, logLevel),
      });
      io.stdout.write(`${say('listening', { url: server.url, root: server.root })}\n`);
      if (server.closed) io.stdout.write(`${say('closed')}\n`);
      if (io.signal !== undefined && !io.signal.aborted) await once(io.signal, 'abort');
      io.stderr.write(`${say('stopping')}\n`);
      await server.close();
      finish(exitCodes.clean);
    });
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError('');
  return port;
}
