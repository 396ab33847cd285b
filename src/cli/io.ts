import type { Readable, Writable } from 'node:stream';
import { type Messages, messages } from '../messages/index.js';

/** The world as a command sees it: streams, place, environment and the person's language. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly messages: Messages;
  /** Fires when the person interrupts (Ctrl-C): work stops at the next safe place. */
  readonly signal?: AbortSignal;
}

/** The interface language: `--locale` where the command has no meaning of its own for it, else the environment's (POSIX order). */
export function interfaceLocale(env: Io['env'], asked?: string): string {
  const system = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || 'en';
  return (asked ?? system).replace(/[.@].*$/, '').replace('_', '-');
}

/**
 * The interface language that a command line asks for (`--locale ko`, `--locale=ko`), or `undefined`.
 * `quantities --locale` names the text's language, not the interface's.
 */
export function askedLocale(argv: readonly string[]): string | undefined {
  if (argv[0] === 'quantities') return undefined;
  const at = argv.findIndex((word) => word === '--locale' || word.startsWith('--locale='));
  const word = argv[at];
  return word === '--locale' ? argv[at + 1] : word?.slice('--locale='.length);
}

/** The process's own streams and environment. */
export function processIo(locale: string, signal?: AbortSignal): Io {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    env: process.env,
    messages: messages(locale),
    ...(signal === undefined ? {} : { signal }),
  };
}
