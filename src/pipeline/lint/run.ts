import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { sourceCheckIds } from '../../checks/source/ids.js';
import { lintArticle } from '../../checks/source/run.js';
import { languagePack } from '../../languages/index.js';
import { decodeSource, parseArticle } from '../../markdown/index.js';
import { DiptychError } from '../../model/errors.js';
import type { Issue, Severity } from '../../model/issue.js';
import type { Locale } from '../../model/locale.js';
import { readHead } from '../head.js';
import { knownNames } from '../known-names.js';
import { unknownName } from '../load.js';
import { localeOf } from '../locale-of.js';
import type { CheckOutcome } from '../outcome.js';
import { defaultPipeline, findProject, loadPipeline } from '../project.js';
import type { Pipeline } from '../schema.js';

/** What to lint. Paths are relative to `cwd`; without paths the source articles of the project around it. */
export interface LintRequest {
  readonly cwd: string;
  readonly paths: readonly string[];
  /** The articles' language; otherwise each says it itself. */
  readonly from?: Locale | undefined;
  readonly only?: readonly string[] | undefined;
  readonly skip?: readonly string[] | undefined;
  readonly pipeline?: string | undefined;
  readonly failOn?: Severity | undefined;
}

/** What was looked at and found, and what was calculated and holds. */
export interface LintReport extends CheckOutcome {
  readonly articles: number;
  readonly verified: readonly Issue[];
}

/** Lints source articles. Throws coded errors about files and settings, never about content. */
export async function lint(request: LintRequest): Promise<LintReport> {
  const { cwd, paths, only, skip = [] } = request;
  for (const id of [...(only ?? []), ...skip]) {
    if (!(sourceCheckIds as readonly string[]).includes(id))
      throw new DiptychError('unknown-check', unknownName('check', id, sourceCheckIds));
  }
  const files =
    paths.length === 0
      ? await sourcesIn(join((await findProject(cwd)).root, 'content'))
      : (await Promise.all(paths.map((path) => filesOf(cwd, path)))).flat();
  const pipelines = new Map<string, Promise<Pipeline>>();
  const issues: Issue[] = [];
  const verified: Issue[] = [];
  let units = 0;
  let failOn: Severity | undefined;
  for (const file of new Set(files)) {
    const root = await rootOf(file, cwd);
    const loaded = pipelines.get(root) ?? loadPipeline({ root }, request.pipeline ?? defaultPipeline, knownNames);
    pipelines.set(root, loaded);
    const pipeline = await loaded;
    failOn ??= pipeline.failOn;
    const article = await readArticle(file, request, pipeline);
    const off = [...pipeline.off.filter((id) => only?.includes(id) !== true), ...skip];
    const options = { off, checks: pipeline.checks, ...(only === undefined ? {} : { only }) };
    const result = lintArticle(article, languagePack(article.locale), options);
    units += article.units.length;
    issues.push(...result.issues);
    verified.push(...result.verified);
  }
  return { articles: new Set(files).size, units, issues, verified, failOn: request.failOn ?? failOn ?? 'major' };
}

async function filesOf(cwd: string, path: string): Promise<string[]> {
  const file = resolve(cwd, path);
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) throw new DiptychError('not-found', { file: path }, { file: path });
  if (!found.isDirectory()) return [file];
  const content = join(file, 'content');
  const isProject = await stat(content).then(
    (folder) => folder.isDirectory(),
    () => false,
  );
  return sourcesIn(isProject ? content : file);
}

/** The articles below a folder that are no translations, sorted. */
async function sourcesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile() && /\.mdx?$/i.test(entry.name) && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/[/\\](?:node_modules|\.git)[/\\]/.test(file))
    .sort();
  const out: string[] = [];
  for (const file of files) if (readHead(await readFile(file, 'utf8')).translationOf === undefined) out.push(file);
  return out;
}

/** The project that a file is in; the working folder where it is in none. */
async function rootOf(file: string, cwd: string): Promise<string> {
  return findProject(resolve(file, '..')).then(
    ({ root }) => root,
    () => cwd,
  );
}

async function readArticle(file: string, { cwd, from }: LintRequest, pipeline: Pipeline) {
  const shown = relative(cwd, file) || file;
  const locale = from ?? (await localeOf(file, shown, '--from'));
  const slug = basename(file).replace(/\.mdx?$/i, '');
  const text = decodeSource(await readFile(file), shown, pipeline.limits.fileBytes);
  return parseArticle(text, { file: shown, slug, locale, fields: pipeline.frontmatter });
}
