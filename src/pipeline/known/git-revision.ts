import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { DiptychError } from '../../model/errors.js';
import { askGit, gitFailed } from './git.js';

/** The files of a repository as they stood at a revision. */
export interface GitRevision {
  /** As it was asked for. */
  readonly name: string;
  readonly commit: string;
  /**
   * What a file held then: `same` where it holds that now, `undefined` where it was not there. A file that was renamed since
   * held what it held under its old name. Throws `git-failed`, and `unknown-revision` where a clone lacks it.
   */
  held(file: string): Promise<Buffer | 'same' | undefined>;
}

/** Names of revisions are shorter, and begin otherwise than options do. */
const spelling = /^[^-\p{Cc}][^\p{Cc}]{0,249}$/u;

/**
 * Opens a revision of the repository that `folder` is in; `A...B` is where two of them parted, as elsewhere in git (`HEAD`
 * where one is left out). Throws `unknown-revision`, which says what to do in a clone that is too shallow, and `git-failed`.
 */
export async function openGitRevision(folder: string, name: string): Promise<GitRevision> {
  if (!spelling.test(name)) throw new DiptychError('unknown-revision', { context: 'spelling', revision: name });
  const found = await askGit(folder, ['rev-parse', '--show-toplevel']);
  if (found.exitCode !== 0) {
    if (!/not a git repository/i.test(found.stderr)) throw gitFailed(found);
    throw new DiptychError('unknown-revision', { context: 'no-repository', revision: name, folder });
  }
  const top = await realpath(found.stdout.toString('utf8').replace(/\r?\n$/, ''));
  const commit = await commitOf(top, name);
  const tree = await treeOf(top, commit);
  let renamed: Promise<ReadonlyMap<string, string>> | undefined;
  return {
    name,
    commit,
    async held(file) {
      const path = await pathIn(top, file);
      if (!tree.has(path)) renamed ??= renamesOf(top, commit);
      const before = tree.has(path) ? path : (await renamed)?.get(path);
      const id = tree.get(before ?? '');
      if (id === undefined) return undefined;
      return id === (await idNow(file, id.length)) ? 'same' : blobOf(top, id, name);
    },
  };
}

/** Where the way to a file leads from the top, which is real, slashes forward: the file itself may be gone. */
async function pathIn(top: string, file: string): Promise<string> {
  const folder = await realpath(dirname(file)).catch(() => dirname(file));
  return relative(top, join(folder, basename(file)))
    .split(sep)
    .join('/');
}

async function commitOf(top: string, name: string): Promise<string> {
  const [, left, right] = /^(.*?)\.\.\.(.*)$/.exec(name) ?? [];
  if (left === undefined || right === undefined) return resolved(top, name, name);
  const [a, b] = [await resolved(top, left || 'HEAD', name), await resolved(top, right || 'HEAD', name)];
  const { exitCode, stdout } = await askGit(top, ['merge-base', a, b]);
  if (exitCode !== 0) throw await unknown(top, name, 'apart');
  return stdout.toString('utf8').trim();
}

async function resolved(top: string, name: string, asked: string): Promise<string> {
  const words = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
  const { exitCode, stdout } = await askGit(top, words);
  const commit = stdout.toString('utf8').trim();
  if (exitCode !== 0 || !/^[0-9a-f]{40,64}$/.test(commit)) throw await unknown(top, asked);
  return commit;
}

/** A clone of CI holds the last commit alone unless it is told otherwise: what is missing there is said with its cure. */
async function unknown(top: string, revision: string, context?: string): Promise<DiptychError> {
  const { stdout } = await askGit(top, ['rev-parse', '--is-shallow-repository']);
  const which = stdout.toString('utf8').trim() === 'true' ? 'shallow' : context;
  return new DiptychError('unknown-revision', { ...(which === undefined ? {} : { context: which }), revision });
}

/** Ids of the files by their path from the top; no links and no submodules. */
async function treeOf(top: string, commit: string): Promise<ReadonlyMap<string, string>> {
  const answer = await askGit(top, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (answer.exitCode !== 0) throw gitFailed(answer);
  const ids = new Map<string, string>();
  for (const line of answer.stdout.toString('utf8').split('\0')) {
    const [, id, path] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (id !== undefined && path !== undefined) ids.set(path, id);
  }
  return ids;
}

/** New names with the old ones, as far as they are staged or committed. */
async function renamesOf(top: string, commit: string): Promise<ReadonlyMap<string, string>> {
  const words = ['--cached', '-r', '-z', '-M', '-l2000', '--diff-filter=R', '--name-status', '--no-ext-diff'];
  const { exitCode, stdout } = await askGit(top, ['diff-index', ...words, '--no-textconv', commit, '--']);
  const names = new Map<string, string>();
  // That nothing is known of renames costs issues that are told again, and no run.
  if (exitCode !== 0) return names;
  const parts = stdout.toString('utf8').split('\0');
  for (let at = 0; at + 2 < parts.length; at += 3) names.set(parts[at + 2]!, parts[at + 1]!);
  return names;
}

/**
 * The id of what a file holds now, in the repository's kind of digest (SHA-1 has 40 digits, SHA-256 has 64); `undefined` where
 * it is gone. Read in pieces: a bilingual file may be larger than memory.
 */
async function idNow(file: string, digits: number): Promise<string | undefined> {
  try {
    const sum = createHash(digits === 40 ? 'sha1' : 'sha256').update(`blob ${(await stat(file)).size}\0`);
    for await (const piece of createReadStream(file)) sum.update(piece);
    return sum.digest('hex');
  } catch {
    return undefined;
  }
}

async function blobOf(top: string, id: string, revision: string): Promise<Buffer> {
  const { exitCode, stdout } = await askGit(top, ['cat-file', 'blob', id]);
  // A partial clone lists files that it does not hold.
  if (exitCode !== 0) throw new DiptychError('unknown-revision', { context: 'partial', revision });
  return stdout;
}
