import { appendLines } from './durable.js';
import { coded } from './failure.js';
import { type History, versionSchema, withoutRepeats } from './history.js';
import { insideProject, storePaths } from './paths.js';
import { readLines } from './read-lines.js';

/** The history of a project in `.diptych/history/<locale>/<slug>.jsonl`, one version a line. */
export function createFileHistory(root: string): History {
  return {
    append: (slug, to, versions) =>
      coded(storePaths.history(slug, to), async () => {
        if (versions.length === 0) return;
        const path = await insideProject(root, storePaths.history(slug, to));
        await appendLines(
          path,
          versions.map((version) => JSON.stringify(version)),
        );
      }),
    of: (slug, to, thread) =>
      coded(storePaths.history(slug, to), async () => {
        const path = await insideProject(root, storePaths.history(slug, to));
        const all = await readLines(path, versionSchema);
        return withoutRepeats(thread === undefined ? all : all.filter((version) => version.thread === thread));
      }),
  };
}
