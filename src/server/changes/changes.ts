import { DiptychError } from '../../model/errors.js';
import type { Output } from '../../publish/outputs.js';
import type { Change, ChangeLog, NewChange, Standing } from '../../store/changes.js';
import type { Signals } from '../../store/signals.js';

/** What happened to outputs, in order. */
export interface Changes {
  /** The changes after a cursor, at most `limit`, with the cursor to ask with next. Throws `invalid-request` for a foreign cursor. */
  after(
    cursor: string | undefined,
    limit: number,
  ): Promise<{ readonly changes: readonly Change[]; readonly cursor: string }>;
  /** Takes note of what is different now. */
  update(): Promise<void>;
  /** Calls `see` whenever there is something new, whichever process has seen it. */
  watch(see: () => void): void;
  readonly log: ChangeLog;
}

/** What is out, as it can be looked at. */
export interface Outlook {
  /** All outputs, as they were a moment ago; the same list as long as nothing changes. */
  all(): Promise<readonly Output[]>;
  /** The outputs of one article as its files are now, judged anew. */
  now(slug: string): Promise<readonly Output[]>;
}

/**
 * Changes as differences: what is out now is compared with what the log says was out last. So it does not matter who
 * changed something, the server, the command line or a person with an editor of files; and after a crash the next
 * comparison finds what was not written down.
 */
export function createChanges(log: ChangeLog, outlook: Outlook, signals: Signals): Changes {
  /** Outputs that did not differ from what was out after the last change of that number. */
  let calm: { readonly all: readonly Output[]; readonly last: number } | undefined;

  /** What differs. Another server may have seen more than this one a moment ago: what seems to differ is looked at again. */
  const find = async (out: Standing, last: number): Promise<readonly NewChange[]> => {
    const at = new Date().toISOString();
    const all = await outlook.all();
    // Nearly always nothing has changed, and twenty thousand outputs need not be compared to find that.
    if (calm?.all === all && calm.last === last) return [];
    const seeming = differences(out, all, at);
    if (seeming.length === 0) calm = { all, last };
    if (seeming.length === 0 || out.size === 0) return seeming;
    const slugs = new Set(seeming.map(({ slug }) => slug));
    const now = await Promise.all([...slugs].map((slug) => outlook.now(slug)));
    const before = new Map([...out].filter(([, { slug }]) => slugs.has(slug)));
    return differences(before, now.flat(), at);
  };

  let turn: Promise<unknown> = Promise.resolve();
  const update = () => {
    const step = async () => {
      if ((await log.append(find)).length > 0) signals.tell('change', '');
    };
    const next = turn.then(step, step);
    turn = next.catch(() => {});
    return next;
  };

  return {
    log,
    update,
    watch: (see) => void signals.listen('change', see),
    async after(cursor, limit) {
      await update();
      const from = cursor === undefined ? 0 : await position(cursor, log);
      const changes = await log.after(from, limit);
      return { changes, cursor: `${await log.epoch()}-${from + changes.length}` };
    },
  };
}

function differences(out: Standing, outputs: readonly Output[], at: string): NewChange[] {
  const now = new Map(outputs.map((output) => [`${output.locale}/${output.slug}`, output]));
  const found: NewChange[] = [];
  for (const [key, { slug, locale, original, revision }] of now) {
    const before = out.get(key);
    if (before?.revision === revision) continue;
    found.push({ at, type: before === undefined ? 'published' : 'updated', slug, locale, original, revision });
  }
  for (const [key, { slug, locale, original, revision }] of out) {
    if (!now.has(key)) found.push({ at, type: 'withdrawn', slug, locale, original, revision });
  }
  return found;
}

async function position(cursor: string, log: ChangeLog): Promise<number> {
  const [, named, number] = /^([0-9a-f]{12})-(\d{1,12})$/.exec(cursor) ?? [];
  if (named !== (await log.epoch()) || Number(number) > (await log.length())) {
    throw new DiptychError('invalid-request', { context: 'cursor', reason: 'cursor' });
  }
  return Number(number);
}
