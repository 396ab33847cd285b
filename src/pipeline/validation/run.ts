import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { checkIds } from '../../checks/index.js';
import { type Judged, judgeArticles } from '../../checks/run.js';
import type { Article } from '../../model/article.js';
import { DiptychError } from '../../model/errors.js';
import type { Issue, Severity } from '../../model/issue.js';
import type { Locale } from '../../model/locale.js';
import { type Earlier, earlierSetting, isOfFiles } from '../known/earlier.js';
import { Known, type KnownRequest } from '../known/known.js';
import { unknownName } from '../load.js';
import { localeOf } from '../locale-of.js';
import { type CheckOutcome, noCounts } from '../outcome.js';
import { defaultPipeline, findProject, type Project, rootAround } from '../project.js';
import type { Pipeline } from '../schema.js';
import { lineIssues } from './bilingual.js';
import { askedFolder, type FilePair, findPairs, standsBelow } from './layout.js';
import { loadSetting, optionsOf, type Setting } from './setting.js';

/** What to validate. Paths are relative to `cwd`; without paths the project around it. */
export interface ValidateRequest extends KnownRequest {
  readonly paths: readonly string[];
  readonly source?: string | undefined;
  readonly target?: string | undefined;
  readonly from?: Locale | undefined;
  readonly to?: Locale | undefined;
  readonly pipeline?: string | undefined;
  readonly failOn?: Severity | undefined;
}

/** What was looked at and found. */
export interface ValidateReport extends CheckOutcome {
  readonly pairs: number;
  /** Files that could not be read, while others could. */
  readonly errors: readonly DiptychError[];
}

/** Takes an issue as soon as it is found. A promise holds the run back until whoever reads them has caught up. */
export type IssueSink = (issue: Issue) => Promise<void> | undefined;

/**
 * Reads the pairs and runs the checks. With a `sink` issues are handed on one by one and counted, and the report holds none:
 * a file of millions of pairs takes no more memory than one of ten, however many of them are wrong. Throws coded errors about
 * files and settings, never about content.
 */
export async function validate(request: ValidateRequest, sink?: IssueSink): Promise<ValidateReport> {
  for (const id of [...(request.only ?? []), ...(request.skip ?? [])]) {
    if (!checkIds.includes(id)) throw new DiptychError('unknown-check', unknownName('check', id, checkIds));
  }
  const state = new Validation(request, sink);
  if (request.source !== undefined || request.target !== undefined) await state.files();
  else if (request.paths.length === 0) await state.folder(await projectRoot(request.cwd));
  for (const path of request.paths) await state.path(path);
  return state.report();
}

async function projectRoot(cwd: string): Promise<string> {
  return (await findProject(cwd)).root;
}

class Validation {
  private pairs = 0;
  private units = 0;
  private readonly issues: Issue[] = [];
  private failOn: Severity | undefined;
  private readonly settings = new Map<string, Promise<Setting>>();
  private readonly before = new Map<string, Promise<Earlier<Setting> | undefined>>();
  private readonly known: Known;
  /** Pairs that were looked at. */
  private readonly judged = new Set<string>();

  private readonly request: ValidateRequest;
  private readonly sink: IssueSink | undefined;
  private readonly counts = noCounts();
  /** What could not be read. */
  private readonly errors: DiptychError[] = [];
  constructor(request: ValidateRequest, sink: IssueSink | undefined) {
    this.request = request;
    this.sink = sink;
    this.known = new Known(request, sink === undefined);
  }

  /** Hands an issue on, or keeps it. */
  private take(issue: Issue): Promise<void> | undefined {
    if (this.sink === undefined) {
      this.issues.push(issue);
      return undefined;
    }
    this.counts[issue.severity]++;
    return this.sink(issue);
  }

  async report(): Promise<ValidateReport> {
    const { pairs, units, issues, counts, errors, request } = this;
    const { paths, source, from, to } = request;
    const whole = paths.length === 0 && source === undefined && from === undefined && to === undefined;
    // Where nothing could be compared the file that could not be read is all there is to say.
    if (pairs === 0 && errors[0] !== undefined) throw errors[0];
    const known = await this.known.outcome(checkIds, whole);
    const failOn = request.failOn ?? this.failOn ?? 'major';
    return { pairs, units, issues, counts, failOn, errors, ...(known === undefined ? {} : { known }) };
  }

  async path(path: string): Promise<void> {
    const file = resolve(this.request.cwd, path);
    const found = await stat(file).catch(() => undefined);
    if (found === undefined) throw new DiptychError('not-found', { file: path }, { file: path });
    if (found.isDirectory()) return this.asked(file, path);
    if (/\.jsonl$/i.test(file)) return this.bilingual(file, path);
    if (/\.mdx?$/i.test(file)) return this.oneFile(file);
    throw new DiptychError('invalid-bilingual-file', { reason: `${basename(file)}: .jsonl, .md` }, { file: path });
  }

  /** A folder that somebody names: one without a pair is a mistake, or its gate would stand open unseen. */
  private async asked(folder: string, path: string): Promise<void> {
    const { root, below } = await askedFolder(folder);
    const pairs = await findPairs(root, this.request);
    const meant = below === undefined ? pairs : pairs.filter((pair) => standsBelow(pair, below));
    if (meant.length === 0) throw new DiptychError('not-found', { context: 'pairs', folder: path });
    const setting = await this.setting(root);
    for (const pair of meant) await this.ofMany(pair, setting);
  }

  async folder(folder: string): Promise<void> {
    const setting = await this.setting(folder);
    for (const pair of await findPairs(folder, this.request)) await this.ofMany(pair, setting);
  }

  /** One pair of several: a file that cannot be read is told at the end, and hides no issue of the others. */
  private async ofMany(pair: FilePair, setting: Setting): Promise<void> {
    try {
      await this.articles(pair, setting);
    } catch (error) {
      if (!(error instanceof DiptychError) || error.place?.file === undefined) throw error;
      this.errors.push(error);
    }
  }

  /** One article of a project: its pair is looked up by its slug. */
  private async oneFile(file: string): Promise<void> {
    const { root } = await findProject(resolve(file, '..'));
    const setting = await this.setting(root);
    const pairs = await findPairs(root, this.request);
    for (const pair of pairs) if (pair.source === file || pair.target === file) await this.ofMany(pair, setting);
  }

  /** `--source a.md --target b.md`: languages from the options, the files' own heads, or their folders. */
  async files(): Promise<void> {
    const { cwd, source, target } = this.request;
    if (source === undefined || target === undefined) {
      throw new DiptychError('usage', { context: 'pair', reason: '--source --target' });
    }
    const [left, right] = [resolve(cwd, source), resolve(cwd, target)];
    const from = this.request.from ?? (await localeOf(left, source, '--from --to'));
    const to = this.request.to ?? (await localeOf(right, target, '--from --to'));
    const root = await rootAround(cwd);
    const slug = basename(left).replace(/\.mdx?$/, '');
    await this.articles({ source: left, target: right, from, to, slug }, await this.setting(root));
  }

  private async bilingual(file: string, shown: string): Promise<void> {
    const { from, to, cwd } = this.request;
    if (from === undefined || to === undefined) {
      throw new DiptychError('usage', { context: 'languages', reason: '--from --to', file: shown });
    }
    const root = await rootAround(cwd);
    const setting = await this.setting(root);
    const options = await optionsOf(setting, from, to, this.request);
    const stood = await this.linesThen(file, shown, from, to, setting);
    const sieve = await this.known.sieve(root, setting.pipeline, shown, stood);
    const counted = () => {
      this.pairs++;
      this.units++;
    };
    for await (const issue of lineIssues(createReadStream(file, 'utf8'), shown, options, counted)) {
      if (sieve.isNew(issue)) await this.take(issue);
    }
    sieve.end();
  }

  private async articles(pair: FilePair, setting: Setting): Promise<void> {
    const { pipeline, project } = setting;
    // A hook names both files of a pair, and a folder with them.
    const name = JSON.stringify([pair.source, pair.target, pair.to]);
    if (this.judged.has(name)) return;
    this.judged.add(name);
    const source = await this.parse(pair.source, pair.from, pair.slug, pipeline);
    const target = await this.parse(pair.target, pair.to, pair.slug, pipeline);
    this.pairs++;
    this.units += source.units.length;
    const issuesNow = judgeArticles(source, target, await optionsOf(setting, pair.from, pair.to, this.request));
    const stood = await this.issuesThen(pair, issuesNow, setting);
    const sieve = await this.known.sieve(project.root, pipeline, target.file, stood);
    for (const issue of issuesNow(setting.memory)) if (sieve.isNew(issue)) await this.take(issue);
    sieve.end();
  }

  /** The issues of a pair as it stood at the revision; none where it was not there, or could not be read. */
  private async issuesThen(pair: FilePair, now: Judged, setting: Setting): Promise<readonly Issue[]> {
    const earlier = await this.earlier(setting);
    if (earlier === undefined) return [];
    const { revision, changed, setting: then } = earlier;
    const [left, right] = [await revision.held(pair.source), await revision.held(pair.target)];
    if (left === undefined || right === undefined) return [];
    try {
      const options = await optionsOf(then, pair.from, pair.to, this.request);
      if (left === 'same' && right === 'same' && changed.size === 0) return now(then.memory);
      const { slug, from, to } = pair;
      const source = await this.parse(pair.source, from, slug, then.pipeline, left);
      const target = await this.parse(pair.target, to, slug, then.pipeline, right);
      return judgeArticles(source, target, options)(then.memory);
    } catch (error) {
      if (isOfFiles(error)) return [];
      throw error;
    }
  }

  /** The issues of a bilingual file as it stood at the revision. */
  private async linesThen(
    file: string,
    shown: string,
    from: Locale,
    to: Locale,
    setting: Setting,
  ): Promise<readonly Issue[] | 'all'> {
    const earlier = await this.earlier(setting);
    const held = await earlier?.revision.held(file);
    if (earlier === undefined || held === undefined) return [];
    const issues: Issue[] = [];
    try {
      const options = await optionsOf(earlier.setting, from, to, this.request);
      if (held === 'same' && earlier.changed.size === 0) return 'all';
      const bytes = held === 'same' ? createReadStream(file, 'utf8') : Readable.from([held]);
      for await (const issue of lineIssues(bytes, shown, options, () => {})) issues.push(issue);
    } catch (error) {
      if (!isOfFiles(error)) throw error;
    }
    return issues;
  }

  /** Parses an article as it stands, or from the bytes that it held then: under its present name, so that it is known again. */
  private async parse(
    file: string,
    locale: Locale,
    slug: string,
    { frontmatter: fields }: Pipeline,
    held: Uint8Array | 'same' = 'same',
  ): Promise<Article> {
    // The Markdown libraries cost 100 ms, which a bilingual file need not pay.
    const { decodeSource, parseArticle } = await import('../../markdown/index.js');
    const shown = relative(this.request.cwd, file) || file;
    const bytes =
      held !== 'same'
        ? held
        : await readFile(file).catch((error: NodeJS.ErrnoException) => {
            if (error.code === 'ENOENT') throw new DiptychError('not-found', { file: shown }, { file: shown });
            throw new DiptychError('store-failed', { path: shown, reason: error.message }, { file: shown }, error);
          });
    return parseArticle(decodeSource(bytes, shown), { file: shown, slug, locale, fields });
  }

  private setting(root: string): Promise<Setting> {
    const known = this.settings.get(root);
    if (known !== undefined) return known;
    const made = (async () => {
      const setting = await loadSetting({ root }, this.request.pipeline ?? defaultPipeline);
      this.failOn ??= setting.pipeline.failOn;
      await this.known.prepare(root, setting.pipeline);
      return setting;
    })();
    this.settings.set(root, made);
    return made;
  }

  /** The same as it stood at the revision; `undefined` where none was asked for. */
  private earlier({ project }: Setting): Promise<Earlier<Setting> | undefined> {
    const known = this.before.get(project.root);
    if (known !== undefined) return known;
    const made = (async () => {
      const revision = await this.known.revision(project.root);
      if (revision === undefined) return undefined;
      const load = (then: Project) => loadSetting(then, this.request.pipeline ?? defaultPipeline);
      const earlier = await earlierSetting(revision, project, load);
      this.known.note(earlier.changed);
      return earlier;
    })();
    this.before.set(project.root, made);
    return made;
  }
}
