import { Option } from 'commander';
import type { Io } from './io.js';

/** From silence to everything: each tells what those before it tell. */
export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** `--log-level`, of the commands that run until they are interrupted. */
export function logLevelOption(io: Io): Option {
  return new Option('--log-level <level>', io.messages.text('cli.serve.option.log-level')).choices(logLevels);
}
