import type { Readable, Writable } from 'node:stream';
import { type Messages, messages } from '../messages/index.js';

/** The world as a command sees it: streams, place, environment and the person's language. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly messages: Messages;
}

/** The interface language: `--locale` where the command has no meaning of its own for it, else the environment's (POSIX order). */
export function interfaceLocale(env: Io['env'], asked?: string): string {
  const system = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || 'en';
  return (asked ?? system).replace(/[.@].*$/, '').replace('_', '-');
}

/** The process's own streams and environment. */
export function processIo(locale: string): Io {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    env: process.env,
    messages: messages(locale),
  };
}
