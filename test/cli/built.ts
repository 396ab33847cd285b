import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The command line as it ships: compiled, in a folder of its own, with the package's data beside it. */
export interface Built {
  /** The path of its main. */
  readonly main: string;
}

/** Whether the last build holds every source as it is, which after `npm ci` it does: compiling again takes ten seconds. */
function isCurrent(): boolean {
  const main = join(root, 'dist/bin/diptych.js');
  if (!existsSync(main)) return false;
  const built = statSync(main).mtimeMs;
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true });
  return sources.every((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs < built);
}

/** Puts it, compiled, into a folder of its own. */
export function build(folder = mkdtempSync(join(tmpdir(), 'diptych-built-'))): Built & { remove(): void } {
  if (isCurrent()) {
    cpSync(join(root, 'dist/bin'), join(folder, 'dist/bin'), { recursive: true });
  } else {
    execFileSync(process.execPath, [join(root, 'build.mjs'), join(folder, 'dist')]);
  }
  mkdirSync(join(folder, 'src'));
  for (const name of ['node_modules', 'locales', 'pipelines', 'src/editor'])
    symlinkSync(join(root, name), join(folder, name));
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  return { main: join(folder, 'dist/bin/diptych.js'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Builds it before the tests of a file, and removes it after them. */
export function useBuilt(): Built {
  const folder = mkdtempSync(join(tmpdir(), 'diptych-built-'));
  beforeAll(() => {
    build(folder);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return { main: join(folder, 'dist/bin/diptych.js') };
}

/** A process of the command line that goes on until it is stopped. */
export interface Running {
  readonly child: ChildProcess;
  /** What it has said so far. */
  said(): string;
  /** Resolves when it has said something that matches, with the match. */
  says(what: RegExp): Promise<RegExpExecArray>;
  /** Ends it with a signal and waits for its end. */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts a command in a project's folder. */
export function launch(
  { main }: Built,
  argv: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Running {
  const child = spawn(process.execPath, [main, ...argv], {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const hearers = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    text += chunk.toString();
    for (const one of hearers) one();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    child,
    said: () => text,
    says: (what) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = what.exec(text);
          if (found === null) return;
          hearers.delete(look);
          resolve(found);
        };
        hearers.add(look);
        ended.then(() => reject(new Error(`It ended: ${text}`)));
        look();
      }),
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      await ended;
    },
  };
}
