import { resolve } from 'node:path';
import { DiptychError } from '../../model/errors.js';
import { fingerprintOf } from '../../model/fingerprint.js';
import type { Issue } from '../../model/issue.js';
import { insideProject } from '../../store/paths.js';
import { type KnownOutcome, noCounts } from '../outcome.js';
import { rootAround } from '../project.js';
import type { Pipeline } from '../schema.js';
import { Baseline, type Place } from './baseline.js';
import { type GitRevision, openGitRevision } from './git-revision.js';
import { byName, Memory, type Remembered, remember } from './remembered.js';

/** Which issues a run shall take for known: those of a revision, or those of a baseline file. */
export interface KnownRequest {
  readonly cwd: string;
  /** A git revision. */
  readonly since?: string | undefined;
  /** A file, relative to `cwd`; where neither is given, the one that the pipeline names. `false`: not that either. */
  readonly baseline?: string | false | undefined;
  /** All that is found now is known from now on. */
  readonly updateBaseline?: boolean | undefined;
  readonly only?: readonly string[] | undefined;
  readonly skip?: readonly string[] | undefined;
}

/** Tells the new issues of one article from those that stood before. */
export interface Sieve {
  isNew(issue: Issue): boolean;
  /** The article has no further issues. */
  end(): void;
}

/** What a run takes for known. */
export class Known {
  private readonly counts = noCounts();
  private readonly issues: Issue[] = [];
  private readonly fixed: Remembered[] = [];
  private readonly lists = new Map<string, Promise<Listed>>();
  private readonly revisions = new Map<string, Promise<GitRevision>>();
  private readonly settings: ReadonlySet<string>[] = [];
  private readonly request: KnownRequest;
  private readonly keeps: boolean;

  /** `keeps`: whether known issues are kept for the report, or counted only. */
  constructor(request: KnownRequest, keeps: boolean) {
    this.request = request;
    this.keeps = keeps;
  }

  /** The revision that issues are known from, of the repository around a project; `undefined` where none was asked for. */
  async revision(root: string): Promise<GitRevision | undefined> {
    const { since } = this.request;
    if (since === undefined) return undefined;
    const opened = this.revisions.get(root) ?? openGitRevision(root, since);
    this.revisions.set(root, opened);
    return opened;
  }

  /**
   * Opens what issues of a project are to be known from, before any article is read: where it is not there, a run without a
   * pair must not pass. Throws as `openGitRevision` and `Baseline.open` do, and `usage` where there is no baseline to write.
   */
  async prepare(root: string, pipeline: Pipeline): Promise<void> {
    if ((await this.revision(root)) !== undefined) return;
    const listed = await this.listed(root, pipeline);
    if (listed === undefined && this.request.updateBaseline) {
      throw new DiptychError('usage', { context: 'no-baseline' });
    }
  }

  /** Files of settings that are not what they were at the revision; told in the end. */
  note(changed: ReadonlySet<string>): void {
    this.settings.push(changed);
  }

  /**
   * For the issues of one article. `file` is relative to the working folder, `stood` are the issues that stood at the
   * revision: `all` of them where nothing has changed.
   */
  async sieve(root: string, pipeline: Pipeline, file: string, stood: readonly Issue[] | 'all'): Promise<Sieve> {
    if (this.request.since !== undefined) return this.siftStood(file, stood);
    const listed = await this.listed(root, pipeline);
    if (listed === undefined) return { isNew: () => true, end: () => {} };
    const { baseline } = listed;
    baseline.look(file);
    const { updateBaseline = false } = this.request;
    return {
      isNew: (issue) => !(baseline.take(issue) || updateBaseline) || this.keep(issue),
      end: () => {},
    };
  }

  private siftStood(file: string, stood: readonly Issue[] | 'all'): Sieve {
    if (stood === 'all') return { isNew: (issue) => this.keep(issue), end: () => {} };
    const memory = new Memory();
    for (const issue of stood) memory.add(remember(issue, file));
    return {
      isNew: (issue) => !memory.take(fingerprintOf(issue)) || this.keep(issue),
      end: () => this.fixed.push(...memory.rest().sort(byName)),
    };
  }

  /** Counts a known issue; it is not new. */
  private keep(issue: Issue): false {
    this.counts[issue.severity]++;
    if (this.keeps) this.issues.push(issue);
    return false;
  }

  /** The baseline that holds for a project. */
  private async listed(root: string, pipeline: Pipeline): Promise<Listed | undefined> {
    const { cwd, baseline: asked, updateBaseline = false } = this.request;
    if (asked === false || (asked === undefined && pipeline.baseline === undefined)) return undefined;
    const place: Place =
      asked === undefined
        ? { path: await insideProject(root, pipeline.baseline!), shown: pipeline.baseline! }
        : { path: resolve(cwd, asked), shown: asked };
    const known = this.lists.get(place.path);
    if (known !== undefined) return known;
    const opened = (async () => {
      // The paths of one that a person named are relative to the project, from whichever folder of it.
      const base = asked === undefined ? root : await rootAround(cwd);
      return { baseline: await Baseline.open(place, base, cwd, updateBaseline), off: pipeline.off };
    })();
    this.lists.set(place.path, opened);
    return opened;
  }

  /**
   * What came of it all; writes the baselines where that was asked for. `ids` are the checks that such a run has, `whole`
   * says whether it looked at the whole project.
   */
  async outcome(ids: readonly string[], whole: boolean): Promise<KnownOutcome | undefined> {
    const { since, only, skip = [], updateBaseline } = this.request;
    const lists = await Promise.all([...this.lists.values()]);
    const { counts, issues } = this;
    if (since !== undefined) {
      const [revision] = await Promise.all([...this.revisions.values()]);
      if (revision === undefined) return undefined;
      const settings = [...new Set(this.settings.flatMap((files) => [...files]))].sort();
      return {
        since: { revision: since, commit: revision.commit, settings },
        baselines: [],
        counts,
        issues,
        fixed: this.fixed,
      };
    }
    if (lists.length === 0) return undefined;
    const fixed: Remembered[] = [];
    const written = { total: 0, added: 0, removed: 0 };
    for (const { baseline, off } of lists) {
      const ran = (id: string) => (only?.includes(id) ?? !off.includes(id)) && !skip.includes(id);
      const scope = { checks: ids.filter(ran), whole };
      if (!updateBaseline) fixed.push(...baseline.fixed(scope));
      else {
        const { total, added, removed } = await baseline.update(scope);
        written.total += total;
        written.added += added;
        written.removed += removed;
      }
    }
    const baselines = lists.map(({ baseline }) => baseline.shown);
    return { baselines, counts, issues, fixed, ...(updateBaseline ? { written } : {}) };
  }
}

interface Listed {
  readonly baseline: Baseline;
  /** Checks that the project's pipeline leaves out. */
  readonly off: readonly string[];
}
