import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { sourceCheckIds } from '../../checks/source/ids.js';
import { type LintResult, lintArticle } from '../../checks/source/run.js';
import { languagePack } from '../../languages/index.js';
import { decodeSource, parseArticle } from '../../markdown/index.js';
import type { Article } from '../../model/article.js';
import { DiptychError } from '../../model/errors.js';
import type { Issue, Severity } from '../../model/issue.js';
import type { Locale } from '../../model/locale.js';
import { readHead } from '../head.js';
import { type Earlier, earlierSetting, isOfFiles } from '../known/earlier.js';
import { Known, type KnownRequest } from '../known/known.js';
import { knownNames } from '../known-names.js';
import { unknownName } from '../load.js';
import { localeOf } from '../locale-of.js';
import type { CheckOutcome } from '../outcome.js';
import { defaultPipeline, findProject, isFolder, loadPipeline, type Project, rootAround } from '../project.js';
import type { Pipeline } from '../schema.js';

/** What to lint. Paths are relative to `cwd`; without paths the source articles of the project around it. */
export interface LintRequest extends KnownRequest {
  readonly paths: readonly string[];
  /** The articles' language; otherwise each says it itself. */
  readonly from?: Locale | undefined;
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
  const settings = new Map<string, Promise<Setting>>();
  const known = new Known(request, true);
  const issues: Issue[] = [];
  const verified: Issue[] = [];
  let units = 0;
  let failOn: Severity | undefined;
  for (const file of new Set(files)) {
    const root = await rootAround(dirname(file), cwd);
    const loaded = settings.get(root) ?? loadSetting(root, request, known);
    settings.set(root, loaded);
    const { pipeline, earlier } = await loaded;
    failOn ??= pipeline.failOn;
    const article = await readArticle(file, request, pipeline);
    const result = judge(article, request, pipeline);
    units += article.units.length;
    const stood = earlier === undefined ? [] : await issuesThen(file, article, result.issues, request, earlier);
    const sieve = await known.sieve(root, pipeline, article.file, stood);
    issues.push(...result.issues.filter((issue) => sieve.isNew(issue)));
    sieve.end();
    verified.push(...result.verified);
  }
  const outcome = await known.outcome(sourceCheckIds, paths.length === 0 && request.from === undefined);
  return {
    articles: new Set(files).size,
    units,
    issues,
    verified,
    failOn: request.failOn ?? failOn ?? 'major',
    ...(outcome === undefined ? {} : { known: outcome }),
  };
}

/** What a project's articles are linted by, now and at the revision that issues are known from. */
interface Setting {
  readonly pipeline: Pipeline;
  readonly earlier?: Earlier<Pipeline>;
}

async function loadSetting(
  root: string,
  { pipeline: name = defaultPipeline }: LintRequest,
  known: Known,
): Promise<Setting> {
  const load = (project: Project) => loadPipeline(project, name, knownNames);
  const pipeline = await load({ root });
  await known.prepare(root, pipeline);
  const revision = await known.revision(root);
  if (revision === undefined) return { pipeline };
  const earlier = await earlierSetting(revision, { root }, load);
  known.note(earlier.changed);
  return { pipeline, earlier };
}

function judge(article: Article, { only, skip = [] }: LintRequest, { off, checks }: Pipeline): LintResult {
  const options = { off: [...off.filter((id) => only?.includes(id) !== true), ...skip], checks };
  return lintArticle(article, languagePack(article.locale), { ...options, ...(only === undefined ? {} : { only }) });
}

/** The issues of an article as it stood at the revision; none where it was not there, or could not be read. */
async function issuesThen(
  file: string,
  { file: shown, slug, locale }: Article,
  now: readonly Issue[],
  request: LintRequest,
  { revision, setting, changed }: Earlier<Pipeline>,
): Promise<readonly Issue[]> {
  const held = await revision.held(file);
  if (held === undefined) return [];
  if (held === 'same' && changed.size === 0) return now;
  try {
    const text = decodeSource(held === 'same' ? await readFile(file) : held, shown, setting.limits.fileBytes);
    const article = parseArticle(text, { file: shown, slug, locale, fields: setting.frontmatter });
    return judge(article, request, setting).issues;
  } catch (error) {
    if (isOfFiles(error)) return [];
    throw error;
  }
}

async function filesOf(cwd: string, path: string): Promise<string[]> {
  const file = resolve(cwd, path);
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) throw new DiptychError('not-found', { file: path }, { file: path });
  if (!found.isDirectory()) return [file];
  const content = join(file, 'content');
  return sourcesIn((await isFolder(content)) ? content : file);
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

async function readArticle(file: string, { cwd, from }: LintRequest, pipeline: Pipeline) {
  const shown = relative(cwd, file) || file;
  const locale = from ?? (await localeOf(file, shown, '--from'));
  const slug = basename(file).replace(/\.mdx?$/i, '');
  const text = decodeSource(await readFile(file), shown, pipeline.limits.fileBytes);
  return parseArticle(text, { file: shown, slug, locale, fields: pipeline.frontmatter });
}
