import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { DiptychError } from '../model/errors.js';

function inside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}

/**
 * The absolute path of a file inside the project. Throws `outside-project` when the name, or a symbolic link on the way,
 * leads out of it (`../x`, `/etc/passwd`, `content/ko → /`).
 */
export async function insideProject(root: string, file: string): Promise<string> {
  const path = resolve(root, file);
  const outside = () => new DiptychError('outside-project', { path: file, root }, { file });
  if (file.includes('\0') || !inside(root, path)) throw outside();
  const base = await realpath(root);
  // The file may not exist yet: the nearest folder that does decides.
  for (let at = path; ; at = dirname(at)) {
    const real = await realpath(at).catch(() => undefined);
    if (real !== undefined) {
      if (!inside(base, real)) throw outside();
      return path;
    }
    if (at === dirname(at)) throw outside();
  }
}

/** Where the store keeps its own files, relative to the project root. */
export const storePaths = {
  memory: (from: string, to: string) => join('locales', 'memory', `${from}-${to}.jsonl`),
  journal: (from: string, to: string) => join('.diptych', 'journal', `${from}-${to}.jsonl`),
  delivery: (slug: string, to: string) => join('locales', 'deliveries', to, `${slug}.json`),
  history: (slug: string, to: string) => join('.diptych', 'history', to, `${slug}.jsonl`),
  audit: join('.diptych', 'audit.jsonl'),
  sessions: join('.diptych', 'sessions.json'),
  lock: join('.diptych', 'lock'),
};
