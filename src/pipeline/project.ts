import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DiptychError } from '../model/errors.js';
import type { Locale } from '../model/locale.js';
import { noStyle, type Style } from '../model/style.js';
import { type Known, parsePipeline } from './load.js';
import { suggestion } from './problem.js';
import type { Pipeline } from './schema.js';
import { parseStyle, styleFor } from './style.js';

/** The installed package: two levels above `src/pipeline` and `dist/pipeline` alike. */
const packageRoot = fileURLToPath(new URL('../../', import.meta.url));

/** The folder that holds `content/`, and what Diptych finds in it. */
export interface Project {
  /** Absolute, with symbolic links resolved. */
  readonly root: string;
  /** Reads one of its settings, by its path from the root, as it stood at an earlier time; absent: as it stands. */
  readonly read?: (file: string) => Promise<string | undefined>;
}

/**
 * The project that `cwd` is in: the nearest folder upwards with `content/` or `pipelines/`, or `asked` itself.
 * Throws `not-found`.
 */
export async function findProject(cwd: string, asked?: string): Promise<Project> {
  if (asked !== undefined) {
    const root = resolve(cwd, asked);
    if (!(await isFolder(root))) throw new DiptychError('not-found', { context: 'folder', folder: asked });
    return { root: await realpath(root) };
  }
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if ((await isFolder(join(folder, 'content'))) || (await isFolder(join(folder, 'pipelines')))) {
      return { root: await realpath(folder) };
    }
    if (dirname(folder) === folder) throw new DiptychError('not-found', { context: 'project', folder: cwd });
  }
}

/** The root of the project that a folder is in; where it is in none, the folder itself or what is given. */
export async function rootAround(folder: string, otherwise = folder): Promise<string> {
  return findProject(folder).then(
    ({ root }) => root,
    () => otherwise,
  );
}

/** The name of the pipeline that runs when none is asked for. */
export const defaultPipeline = 'news';

/**
 * The pipeline called `name`: the project's own `pipelines/<name>.yaml`, or the one that ships with Diptych. Throws
 * `not-found`, and whatever `parsePipeline` throws.
 */
export async function loadPipeline(project: Project, name: string, known: Known): Promise<Pipeline> {
  const file = `pipelines/${name}.yaml`;
  const own = /^[a-z0-9][a-z0-9-]*$/.test(name) ? await readOwn(project, file) : undefined;
  if (own !== undefined) return parsePipeline(own, file, known);
  const names = await pipelineNames(project);
  const shipped = names.includes(name) ? await readIfThere(join(packageRoot, file)) : undefined;
  if (shipped !== undefined) return parsePipeline(shipped, file, known);
  const meant = suggestion(name, names);
  throw new DiptychError('not-found', {
    context: meant === undefined ? 'pipeline' : 'pipeline-suggest',
    pipeline: name,
    known: names.join(', '),
    ...(meant === undefined ? {} : { meant }),
  });
}

/** The pipelines that can be asked for: the project's and those that ship. */
export async function pipelineNames(project: Project): Promise<readonly string[]> {
  const folders = [join(project.root, 'pipelines'), join(packageRoot, 'pipelines')];
  const lists = await Promise.all(folders.map((folder) => readdir(folder).catch(() => [])));
  return [...new Set(lists.flat().filter((file) => file.endsWith('.yaml')))]
    .map((file) => basename(file, '.yaml'))
    .sort();
}

/**
 * The house style of a language in one pipeline: the project's own `locales/<locale>/style.yaml`, its base language's
 * (`ko` for `ko-KR`), or the one that ships with Diptych. Throws whatever `parseStyle` throws.
 */
export async function loadStyle(project: Project, locale: Locale, pipeline: Pipeline): Promise<Style> {
  for (const read of [
    (file: string) => readOwn(project, file),
    (file: string) => readIfThere(join(packageRoot, file)),
  ]) {
    for (const tag of new Set([locale, locale.split('-')[0]!])) {
      const file = `locales/${tag}/style.yaml`;
      const yaml = await read(file);
      if (yaml !== undefined) return styleFor(locale, parseStyle(yaml, file), pipeline);
    }
  }
  return styleFor(locale, noStyle, pipeline);
}

/** The termbase's YAML, with its path relative to the project; absent when the project has none. */
export async function readTermbase(project: Project): Promise<{ file: string; yaml: string } | undefined> {
  const file = 'locales/termbase.yaml';
  const yaml = await readOwn(project, file);
  return yaml === undefined ? undefined : { file, yaml };
}

/**
 * `path` (relative to `cwd`) relative to the project, slashes forward. Throws `outside-project` when it leads out of it,
 * by `..` or by a symbolic link.
 */
export async function inside(project: Project, cwd: string, path: string): Promise<string> {
  const asked = resolve(cwd, path);
  // What does not exist has no real path; its nearest folder that does has one.
  let real = asked;
  for (let there = asked, rest = ''; ; rest = join(basename(there), rest), there = dirname(there)) {
    const found = await realpath(there).catch(() => undefined);
    if (found !== undefined || dirname(there) === there) {
      real = join(found ?? there, rest);
      break;
    }
  }
  const within = relative(project.root, real);
  if (within === '..' || within.startsWith(`..${sep}`) || isAbsolute(within)) {
    throw new DiptychError('outside-project', { path, root: project.root });
  }
  return within.split(sep).join('/');
}

/** Whether a folder stands at a path. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** A setting of the project, by its path from the root. */
function readOwn({ root, read }: Project, file: string): Promise<string | undefined> {
  return read === undefined ? readIfThere(join(root, file)) : read(file);
}

/** A text file's content, or `undefined` when there is none. */
async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw new DiptychError('store-failed', { path, reason: error.message }, { file: path }, error);
  });
}
