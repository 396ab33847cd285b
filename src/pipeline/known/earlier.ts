import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DiptychError } from '../../model/errors.js';
import type { Project } from '../project.js';
import type { GitRevision } from './git-revision.js';

/** A project's settings as they stood at a revision, and which of them are others now. */
export interface Earlier<T> {
  readonly revision: GitRevision;
  readonly setting: T;
  /** Files of settings that have changed; grows while more of them are read. Then old articles are judged by old settings. */
  readonly changed: ReadonlySet<string>;
}

/**
 * Loads the settings of a project as they stood at a revision. Where they could not be read then, those of now are loaded
 * once more: whoever mends a file of settings made no issue new.
 */
export async function earlierSetting<T>(
  revision: GitRevision,
  { root }: Project,
  load: (project: Project) => Promise<T>,
): Promise<Earlier<T>> {
  const changed = new Set<string>();
  const read = async (file: string) => {
    const path = join(root, file);
    const now = await readFile(path, 'utf8').catch(() => undefined);
    const held = await revision.held(path);
    if (held === 'same') return now;
    if (held !== undefined || now !== undefined) changed.add(file);
    return held?.toString('utf8');
  };
  try {
    return { revision, setting: await load({ root, read }), changed };
  } catch (error) {
    if (!isOfFiles(error)) throw error;
    return { revision, setting: await load({ root }), changed: new Set() };
  }
}

/** Whether an error is about what a file says, and not about git. */
export function isOfFiles(error: unknown): boolean {
  return error instanceof DiptychError && error.exitCode === 2 && error.code !== 'unknown-revision';
}
