import { type ExecFileException, execFile } from 'node:child_process';
import { DiptychError } from '../../model/errors.js';

/** How long one question to git may take, in milliseconds. */
const longest = 60_000;

/** How many bytes one answer may have: the list of a million files, or the largest file that a pipeline may allow. */
const largest = 200_000_000;

/** What git said. */
export interface Answer {
  readonly exitCode: number;
  readonly stdout: Buffer;
  /** Its own words about what is wrong. */
  readonly stderr: string;
}

/** What git said of a failure, as an error; its last line tells most. */
export function gitFailed({ stderr }: Answer): DiptychError {
  // In a container the clone often belongs to another user, and git reads nothing of it.
  const folder = /dubious ownership in repository at '([^']+)'/.exec(stderr)?.[1];
  if (folder !== undefined) return new DiptychError('git-failed', { context: 'owner', folder });
  return new DiptychError('git-failed', { reason: stderr.split('\n').at(-1) ?? '' });
}

/**
 * A repository may name programs that git runs (hooks, file watchers, filters, ways to fetch): none is of use to somebody
 * who reads objects, and nothing is ever fetched. Filters and textconv run only where a command asks for them.
 */
const settings = ['protocol.allow=never', 'core.hooksPath=/dev/null', 'core.fsmonitor=false'];

/** Git tells its hooks where they are, by ways from the top: the folder that is asked about finds its repository itself. */
const environment: Readonly<Record<string, string | undefined>> = {
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_PREFIX: undefined,
  LC_ALL: 'C',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_EXTERNAL_DIFF: undefined,
};

/**
 * Asks git in a folder, without a shell. `words` are arguments: whatever comes from outside stands behind `--end-of-options`.
 * Throws `git-failed` where git is missing, takes too long or answers too much; what it refuses is in the answer.
 */
export function askGit(folder: string, words: readonly string[]): Promise<Answer> {
  const args = ['-C', folder, ...settings.flatMap((setting) => ['-c', setting]), ...words];
  const options = {
    encoding: 'buffer',
    env: { ...process.env, ...environment },
    maxBuffer: largest,
    timeout: longest,
    killSignal: 'SIGKILL',
    windowsHide: true,
  } as const;
  return new Promise((resolve, reject) => {
    execFile('git', args, options, (error, stdout, stderr) => {
      const answer = { stdout, stderr: stderr.toString('utf8').trim() };
      if (error === null) resolve({ ...answer, exitCode: 0 });
      else if (typeof error.code === 'number') resolve({ ...answer, exitCode: error.code });
      else reject(failure(error, words[0] ?? ''));
    });
  });
}

function failure({ code, killed, message }: ExecFileException, command: string): DiptychError {
  // Node's types know only numbers here; errors of the system have names.
  const name: unknown = code;
  if (name === 'ENOENT') return new DiptychError('git-failed', { context: 'missing' });
  if (name === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') {
    return new DiptychError('git-failed', { context: 'size', command, limit: largest });
  }
  if (killed === true) return new DiptychError('git-failed', { context: 'time', command, seconds: longest / 1000 });
  return new DiptychError('git-failed', { reason: `${command}: ${message.split('\n')[0]}` });
}
