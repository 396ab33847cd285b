import { DiptychError } from '../../model/errors.js';
import type { Output } from '../../publish/outputs.js';
import type { Change, ChangeLog } from './log.js';

/** What happened to outputs, in order. */
export interface Changes {
  /** The changes after a cursor, at most `limit`, with the cursor to ask with next. Throws `invalid-request` for a foreign cursor. */
  after(
    cursor: string | undefined,
    limit: number,
  ): Promise<{ readonly changes: readonly Change[]; readonly cursor: string }>;
  /** Takes note of what is different now. */
  update(): Promise<void>;
  /** Calls `see` whenever there is something new. */
  watch(see: () => void): void;
  readonly log: ChangeLog;
}

/**
 * Changes as differences: what is out now is compared with what the log says was out last. So it does not matter who
 * changed something, the server, the command line or a person with an editor of files; and after a crash the next
 * comparison finds what was not written down.
 */
export function createChanges(log: ChangeLog, outputs: () => Promise<readonly Output[]>): Changes {
  const out = new Map<string, Change>();
  for (const change of log.entries) note(out, change);
  const watchers: (() => void)[] = [];
  let turn: Promise<unknown> = Promise.resolve();

  async function compare(): Promise<void> {
    const at = new Date().toISOString();
    const now = new Map((await outputs()).map((output) => [`${output.locale}/${output.slug}`, output]));
    const found: Omit<Change, 'sequence'>[] = [];
    for (const [key, { slug, locale, original, revision }] of now) {
      const before = out.get(key);
      if (before?.revision === revision) continue;
      found.push({ at, type: before === undefined ? 'published' : 'updated', slug, locale, original, revision });
    }
    for (const [key, { slug, locale, original, revision }] of out) {
      if (!now.has(key)) found.push({ at, type: 'withdrawn', slug, locale, original, revision });
    }
    if (found.length === 0) return;
    for (const change of await log.append(found)) note(out, change);
    for (const see of watchers) see();
  }

  const update = () => {
    const next = turn.then(compare, compare);
    turn = next.catch(() => {});
    return next;
  };

  return {
    log,
    update,
    watch: (see) => void watchers.push(see),
    async after(cursor, limit) {
      await update();
      const from = cursor === undefined ? 0 : position(cursor, log);
      const changes = log.entries.slice(from, from + limit);
      return { changes, cursor: `${log.epoch}-${from + changes.length}` };
    },
  };
}

function note(out: Map<string, Change>, change: Change): void {
  const key = `${change.locale}/${change.slug}`;
  if (change.type === 'withdrawn') out.delete(key);
  else out.set(key, change);
}

function position(cursor: string, { epoch, entries }: ChangeLog): number {
  const [, named, number] = /^([0-9a-f]{12})-(\d{1,12})$/.exec(cursor) ?? [];
  if (named !== epoch || Number(number) > entries.length) {
    throw new DiptychError('invalid-request', { context: 'cursor', reason: 'cursor' });
  }
  return Number(number);
}
