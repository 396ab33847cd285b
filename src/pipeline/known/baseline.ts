import { existsSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import { DiptychError } from '../../model/errors.js';
import { fingerprintName } from '../../model/fingerprint.js';
import type { Issue } from '../../model/issue.js';
import { writeWhole } from '../../store/durable.js';
import type { Written } from '../outcome.js';
import { byName, Memory, type Remembered, remember, rememberedSchema } from './remembered.js';

/** The first line: which kind of file this is, and by which rule its issues are known again. */
const headSchema = z.strictObject({ baseline: z.literal(1), fingerprints: z.literal(fingerprintName) });
const head = { baseline: 1, fingerprints: fingerprintName } as const;

/** A list of issues that are known, as a file of JSON lines beside the articles, and what a run has met of them. */
export class Baseline {
  /** As the person named it. */
  readonly shown: string;
  private readonly path: string;
  /** What its paths are relative to, and what those of issues are; both real. */
  private readonly base: string;
  private readonly cwd: string;
  private readonly entries: readonly Remembered[];
  private readonly byFile = new Map<string, Memory>();
  /** Issues of articles that are gone: one that was renamed is looked for here. */
  private readonly orphans = new Memory();
  private readonly gone = new Map<string, boolean>();
  /** Articles that were looked at; with their issues where these are to be written. */
  private readonly met = new Map<string, Memory>();
  private readonly updating: boolean;

  private constructor(place: Place, base: string, cwd: string, entries: readonly Remembered[], updating: boolean) {
    this.shown = place.shown;
    this.path = place.path;
    this.base = base;
    this.cwd = cwd;
    this.entries = entries;
    this.updating = updating;
    for (const one of entries) {
      const memory = this.byFile.get(one.file) ?? new Memory();
      if (!this.byFile.has(one.file)) this.byFile.set(one.file, memory);
      (this.isGone(one.file) ? this.orphans : memory).add(one);
    }
  }

  /**
   * Reads a baseline. Throws `not-found` where there is none, unless it is to be written, and `invalid-baseline` with file,
   * line and column.
   */
  static async open(place: Place, base: string, cwd: string, updating: boolean): Promise<Baseline> {
    const text = await readFile(place.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' && updating) return '';
      if (error.code === 'ENOENT') throw new DiptychError('not-found', { context: 'baseline', file: place.shown });
      throw new DiptychError('store-failed', { path: place.shown, reason: error.message }, { file: place.shown });
    });
    return new Baseline(place, await realpath(base), await realpath(cwd), parseBaseline(text, place.shown), updating);
  }

  /** Notes that an article was looked at: what it has no longer is told. */
  look(file: string): void {
    const name = this.nameOf(file);
    if (!this.met.has(name)) this.met.set(name, new Memory());
  }

  /** Whether an issue is known. `file` of an issue is relative to the working folder. */
  take(issue: Issue): boolean {
    const file = this.nameOf(issue.file);
    const one = remember(issue, file);
    // A run over millions of pairs keeps nothing of them that nobody asked for.
    if (this.updating) this.met.get(file)?.add(one);
    const own = this.byFile.get(file);
    return own === undefined ? this.orphans.take(one.fingerprint) : own.take(one.fingerprint);
  }

  /** What is listed, was looked for and is no longer there. `scope` says of which articles and checks all was looked at. */
  fixed(scope: Scope): Remembered[] {
    const rest = [...this.byFile.values(), this.orphans].flatMap((memory) => memory.rest());
    return rest.filter((one) => this.isWithin(one, scope)).sort(byName);
  }

  /** Writes what was met, and what was not looked for. A file that says the same already is left alone. */
  async update(scope: Scope): Promise<Written> {
    const kept = this.entries.filter((one) => !this.isWithin(one, scope));
    const files = new Map<string, Memory>();
    for (const one of [...kept, ...[...this.met.values()].flatMap((memory) => memory.rest())]) {
      const memory = files.get(one.file) ?? new Memory();
      memory.add(one);
      files.set(one.file, memory);
    }
    const now = [...files.values()].flatMap((memory) => memory.rest()).sort(byName);
    const [before, after] = [tally(this.entries), tally(now)];
    const text = [head, ...now].map((line) => `${JSON.stringify(line)}\n`).join('');
    const stands = await readFile(this.path, 'utf8').catch(() => undefined);
    if (stands !== text) await writeWhole(this.path, text);
    const total = [...after.values()].reduce((sum, count) => sum + count, 0);
    return { total, added: surplus(after, before), removed: surplus(before, after) };
  }

  private isWithin({ file, check }: Remembered, { checks, whole }: Scope): boolean {
    return checks.includes(check) && (whole || this.met.has(file) || this.isGone(file));
  }

  private isGone(file: string): boolean {
    const known = this.gone.get(file) ?? !existsSync(join(this.base, file));
    this.gone.set(file, known);
    return known;
  }

  private nameOf(file: string): string {
    return relative(this.base, resolve(this.cwd, file)).split(sep).join('/');
  }
}

/** Where a baseline stands, and how messages name it. */
export interface Place {
  readonly path: string;
  readonly shown: string;
}

/** What a run looks at: only within it can an issue be missed. */
export interface Scope {
  /** Ids of the checks that ran. */
  readonly checks: readonly string[];
  /** Whether the whole project was looked at. */
  readonly whole: boolean;
}

function parseBaseline(text: string, file: string): Remembered[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  // Two branches that both list an issue list it once, however a merge joins their lines.
  const found = new Map<string, Remembered>();
  let started = false;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    if (!started) {
      started = true;
      readLine(line, file, index + 1, headSchema, 'head');
      continue;
    }
    const one = readLine(line, file, index + 1, rememberedSchema);
    const key = `${one.file}\n${one.fingerprint}`;
    const before = found.get(key);
    if (before === undefined || (before.count ?? 1) < (one.count ?? 1)) found.set(key, one);
  }
  return [...found.values()];
}

function readLine<T>(row: string, file: string, line: number, schema: z.ZodType<T>, context?: string): T {
  let json: unknown;
  try {
    json = JSON.parse(row);
  } catch (error) {
    const column = 1 + Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? 0);
    throw new DiptychError('invalid-baseline', { context: context ?? 'json' }, { file, line, column });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = String(issue?.code === 'unrecognized_keys' ? issue.keys[0] : (issue?.path[0] ?? '/'));
  const column = 1 + Math.max(0, row.indexOf(JSON.stringify(name)));
  throw new DiptychError('invalid-baseline', context === undefined ? { name } : { context }, { file, line, column });
}

function tally(list: readonly Remembered[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { file, fingerprint, count = 1 } of list) {
    const key = `${file}\n${fingerprint}`;
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return counts;
}

/** How many more of each the first has than the second. */
function surplus(counts: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): number {
  return [...counts].reduce((sum, [key, count]) => sum + Math.max(0, count - (others.get(key) ?? 0)), 0);
}
