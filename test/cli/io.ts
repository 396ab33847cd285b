import { Readable, Writable } from 'node:stream';
import type { Io } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';
import { messages } from '../../src/messages/index.js';

/** What a command line printed and how it ended. */
export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

class Sink extends Writable {
  text = '';
  readonly isTTY: boolean;
  constructor(isTTY: boolean) {
    super();
    this.isTTY = isTTY;
  }
  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

/** Runs one command line in this process. */
export async function cli(
  argv: readonly string[],
  options: {
    readonly cwd?: string;
    readonly env?: Io['env'];
    readonly locale?: string;
    readonly stdin?: string;
    readonly tty?: boolean;
    readonly signal?: AbortSignal;
  } = {},
): Promise<Ran> {
  const stdout = new Sink(options.tty === true);
  const stderr = new Sink(options.tty === true);
  const exitCode = await run(argv, {
    stdin: Readable.from([options.stdin ?? '']),
    stdout,
    stderr,
    cwd: options.cwd ?? process.cwd(),
    env: options.env ?? {},
    messages: messages(options.locale ?? 'en'),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  return { exitCode, stdout: stdout.text, stderr: stderr.text };
}
