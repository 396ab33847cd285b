import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { checkIds } from '../../checks/index.js';
import { type CheckOptions, checkArticles, checkUnit, ProjectMemory } from '../../checks/run.js';
import { languagePack } from '../../languages/index.js';
import type { ParseOptions } from '../../markdown/index.js';
import type { Article } from '../../model/article.js';
import type { Concept } from '../../model/concept.js';
import { DiptychError } from '../../model/errors.js';
import type { Issue, Severity } from '../../model/issue.js';
import type { Locale } from '../../model/locale.js';
import type { Style } from '../../model/style.js';
import { knownNames } from '../known-names.js';
import { unknownName } from '../load.js';
import { localeOf } from '../locale-of.js';
import { type CheckOutcome, noCounts } from '../outcome.js';
import { defaultPipeline, findProject, loadPipeline, loadStyle, readTermbase } from '../project.js';
import type { Pipeline } from '../schema.js';
import { readBilingual } from './bilingual.js';
import { askedFolder, type FilePair, findPairs, standsBelow } from './layout.js';

/** What to validate. Paths are relative to `cwd`; without paths the project around it. */
export interface ValidateRequest {
  readonly cwd: string;
  readonly paths: readonly string[];
  readonly source?: string | undefined;
  readonly target?: string | undefined;
  readonly from?: Locale | undefined;
  readonly to?: Locale | undefined;
  readonly only?: readonly string[] | undefined;
  readonly skip?: readonly string[] | undefined;
  readonly pipeline?: string | undefined;
  readonly failOn?: Severity | undefined;
}

/** What was looked at and found. */
export interface ValidateReport extends CheckOutcome {
  readonly pairs: number;
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

/** What a project says of checks: its pipeline file, termbase and house styles; those that ship where it has none. */
interface Setting {
  readonly root: string;
  readonly pipeline: Pipeline;
  readonly concepts: readonly Concept[];
  /** House styles by target language, read once each. */
  readonly styles: Map<Locale, Promise<Style>>;
  /** What its articles are compared by. */
  readonly memory: ProjectMemory;
}

class Validation {
  private pairs = 0;
  private units = 0;
  private readonly issues: Issue[] = [];
  private failOn: Severity | undefined;
  private readonly settings = new Map<string, Promise<Setting>>();

  private readonly request: ValidateRequest;
  private readonly sink: IssueSink | undefined;
  private readonly counts = noCounts();
  constructor(request: ValidateRequest, sink: IssueSink | undefined) {
    this.request = request;
    this.sink = sink;
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

  report(): ValidateReport {
    const { pairs, units, issues, counts } = this;
    return { pairs, units, issues, counts, failOn: this.request.failOn ?? this.failOn ?? 'major' };
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
    for (const pair of meant) await this.articles(pair, setting);
  }

  async folder(folder: string): Promise<void> {
    const setting = await this.setting(folder);
    for (const pair of await findPairs(folder, this.request)) await this.articles(pair, setting);
  }

  /** One article of a project: its pair is looked up by its slug. */
  private async oneFile(file: string): Promise<void> {
    const { root } = await findProject(resolve(file, '..'));
    const setting = await this.setting(root);
    const pairs = await findPairs(root, this.request);
    for (const pair of pairs) if (pair.source === file || pair.target === file) await this.articles(pair, setting);
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
    const root = await findProject(cwd).then(
      (project) => project.root,
      () => cwd,
    );
    const slug = basename(left).replace(/\.mdx?$/, '');
    await this.articles({ source: left, target: right, from, to, slug }, await this.setting(root));
  }

  private async bilingual(file: string, shown: string): Promise<void> {
    const { from, to, cwd } = this.request;
    if (from === undefined || to === undefined) {
      throw new DiptychError('usage', { context: 'languages', reason: '--from --to', file: shown });
    }
    const root = await findProject(cwd).then(
      (project) => project.root,
      () => cwd,
    );
    const options = await this.options(from, to, await this.setting(root));
    const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
    for await (const { pair, line } of readBilingual(lines, shown)) {
      this.pairs++;
      this.units++;
      for (const issue of checkUnit(pair, options, shown)) await this.take({ ...issue, line });
    }
  }

  private async articles(pair: FilePair, setting: Setting): Promise<void> {
    const source = await this.parse(pair.source, pair.from, pair.slug, setting);
    const target = await this.parse(pair.target, pair.to, pair.slug, setting);
    this.pairs++;
    this.units += source.units.length;
    const options = await this.options(pair.from, pair.to, setting);
    for (const issue of checkArticles(source, target, options, setting.memory)) await this.take(issue);
  }

  private async parse(file: string, locale: Locale, slug: string, { pipeline }: Setting): Promise<Article> {
    // The Markdown libraries cost 100 ms, which a bilingual file need not pay.
    const { decodeSource, parseArticle } = await import('../../markdown/index.js');
    const shown = relative(this.request.cwd, file) || file;
    const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw new DiptychError('not-found', { file: shown }, { file: shown });
      throw new DiptychError('store-failed', { path: shown, reason: error.message }, { file: shown }, error);
    });
    const options: ParseOptions = { file: shown, slug, locale, fields: pipeline.frontmatter };
    return parseArticle(decodeSource(bytes, shown), options);
  }

  private async options(
    from: Locale,
    to: Locale,
    { root, pipeline, concepts, styles }: Setting,
  ): Promise<CheckOptions> {
    const { only, skip = [] } = this.request;
    const style = styles.get(to) ?? loadStyle({ root }, to, pipeline);
    styles.set(to, style);
    return {
      from: languagePack(from),
      to: languagePack(to),
      concepts,
      topics: pipeline.topics,
      style: await style,
      off: [...pipeline.off.filter((id) => only?.includes(id) !== true), ...skip],
      ...(only === undefined ? {} : { only }),
      checks: pipeline.checks,
    };
  }

  private setting(root: string): Promise<Setting> {
    const known = this.settings.get(root);
    if (known !== undefined) return known;
    const made = (async () => {
      const pipeline = await loadPipeline({ root }, this.request.pipeline ?? defaultPipeline, knownNames);
      this.failOn ??= pipeline.failOn;
      return { root, pipeline, concepts: await conceptsOf(root), styles: new Map(), memory: new ProjectMemory() };
    })();
    this.settings.set(root, made);
    return made;
  }
}

async function conceptsOf(root: string): Promise<readonly Concept[]> {
  const termbase = await readTermbase({ root });
  if (termbase === undefined) return [];
  const { parseTermbase } = await import('../../termbase/load.js');
  return parseTermbase(termbase.yaml, termbase.file);
}
