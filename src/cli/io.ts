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
 * The interface language that a command line asks for (`--locale ko`, `--locale=ko`), or `undefined`: before the command,
 * or behind any but `quantities`, whose `--locale` names the text's language.
 */
export function askedLocale(argv: readonly string[]): string | undefined {
  const command = commandAt(argv);
  const own = argv[command] === 'quantities' ? argv.slice(0, command) : argv;
  const at = own.findIndex((word) => word === '--locale' || word.startsWith('--locale='));
  const word = own[at];
  return word === '--locale' ? own[at + 1] : word?.slice('--locale='.length);
}

/** Where the command stands in a command line: behind `--locale ko`, which may come first. */
export function commandAt(argv: readonly string[]): number {
  if (argv[0] === '--locale') return 2;
  return argv[0]?.startsWith('--locale=') ? 1 : 0;
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
