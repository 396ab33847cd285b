import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { delimiter, isAbsolute, join } from 'node:path';
import { DiptychError } from '../model/errors.js';
import { EngineFailure } from './failure.js';
import type { Environment } from './settings.js';

/** A program that answers one JSON line with another. */
export interface Program {
  /** Sends a request and resolves with the line that answers it. Throws `engine-failed`, `aborted`. */
  ask(body: object, signal: AbortSignal | undefined): Promise<string>;
  /** Throws `engine-failed` when the program is not there. */
  probe(): Promise<void>;
}

/** The longest line that is read. */
const longestLine = 8_000_000;
/** How much of what the program says on standard error is told when it fails. */
const told = 300;

interface Waiting {
  resolve(line: string): void;
  reject(error: Error): void;
}

/** One running process for all requests: a program that loads a model would otherwise load it each time. */
export function createProgram(engine: string, words: readonly string[], env: Environment): Program {
  const [file = '', ...args] = words;
  const waiting = new Map<number, Waiting>();
  let child: ChildProcessWithoutNullStreams | undefined;
  let count = 0;

  /** While nobody waits, the process does not keep ours alive; when ours ends, its input ends. */
  function hold(process: ChildProcessWithoutNullStreams): void {
    const streams = [process.stdin, process.stdout, process.stderr] as unknown as Socket[];
    for (const part of [process, ...streams]) {
      if (waiting.size > 0) part.ref();
      else part.unref();
    }
  }

  function start(): ChildProcessWithoutNullStreams {
    const process = spawn(file, args, { env: { ...env }, stdio: 'pipe', windowsHide: true });
    let buffer = '';
    let errors = '';
    const fail = (reason: string, retry?: { all: boolean }) => {
      if (child === process) child = undefined;
      for (const { reject } of waiting.values()) reject(new EngineFailure(engine, reason, retry));
      waiting.clear();
      hold(process);
    };
    process.on('error', (error: NodeJS.ErrnoException) => fail(`${file}: ${error.code ?? error.message}`));
    process.on('close', (code, signal) =>
      fail(`${file} ended with ${code ?? signal}${errors === '' ? '' : `: ${errors.trim()}`}`, { all: false }),
    );
    // A program that ends early closes its input; `close` tells why.
    process.stdin.on('error', () => {});
    process.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(-told);
    });
    process.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (buffer + text).split('\n');
      buffer = lines.pop() ?? '';
      if (buffer.length > longestLine) {
        process.kill();
        fail(`${file} wrote a line that does not end`);
      }
      for (const line of lines) receive(line);
      hold(process);
    });
    return process;
  }

  function receive(line: string): void {
    let answer: { request?: unknown; error?: unknown } | undefined;
    try {
      answer = JSON.parse(line);
    } catch {
      // Programs print notices; what is no JSON is no answer.
      return;
    }
    const id = answer?.request;
    const asked = typeof id === 'number' ? waiting.get(id) : undefined;
    if (asked === undefined) return;
    waiting.delete(id as number);
    if (typeof answer?.error === 'string') asked.reject(new EngineFailure(engine, answer.error, { all: false }));
    else asked.resolve(line);
  }

  return {
    ask: (body, signal) =>
      new Promise<string>((resolve, reject) => {
        if (signal?.aborted) return reject(new DiptychError('aborted'));
        const id = ++count;
        const onAbort = () => {
          waiting.delete(id);
          if (child !== undefined) hold(child);
          reject(new DiptychError('aborted'));
        };
        const settled = () => signal?.removeEventListener('abort', onAbort);
        waiting.set(id, {
          resolve: (line) => {
            settled();
            resolve(line);
          },
          reject: (error) => {
            settled();
            reject(error);
          },
        });
        signal?.addEventListener('abort', onAbort, { once: true });
        child ??= start();
        hold(child);
        child.stdin.write(`${JSON.stringify({ request: id, ...body })}\n`);
      }),
    async probe() {
      const folders = isAbsolute(file) || /[\\/]/.test(file) ? [''] : (env['PATH'] ?? '').split(delimiter);
      for (const folder of folders) {
        const found = await access(join(folder, file), constants.X_OK).then(
          () => true,
          () => false,
        );
        if (found) return;
      }
      throw new EngineFailure(engine, `${file} is not found, or is no program`);
    },
  };
}
