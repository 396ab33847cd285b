import type { Change, ChangeLog } from '../../store/changes.js';
import type { Hook, Ledger, Owed, Webhooks } from '../../store/webhooks.js';
import { type Attempt, type Message, send } from './send.js';

/** Waits before the second, third … try, in milliseconds; after the last the message is dead. As Standard Webhooks advise. */
const retryDelays: readonly number[] = [
  5_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000, 50_400_000, 72_000_000, 86_400_000,
];

/** How many messages a process tells one webhook at once, and how many of the told are remembered. */
const atOnce = 4;
const remembered = 50;

/** How long whoever tells a message has for it, in milliseconds: after that, it was killed, and another tells it. */
const lease = 60_000;

/** How often it is looked for changes that nobody told of, such as files that the command line has written; milliseconds. */
const lookEvery = 15_000;

/** At most so many changes are taken over at once. */
const page = 1000;

/** What a courier works with. */
export interface CourierSetting {
  readonly webhooks: Webhooks;
  readonly log: ChangeLog;
  /** Takes note of what is different now. */
  readonly update: () => Promise<void>;
  /** What a webhook is told of a change. */
  readonly describe: (change: Change) => unknown;
  readonly fail: (error: unknown) => void;
  readonly delays?: readonly number[];
}

/** Tells webhooks what is published: each change at least once, with the same id however often. */
export interface Courier {
  /** There may be something to tell. */
  wake(): void;
  /** Tells a webhook again: what is dead, or everything from a change on. Returns how many will be told. */
  replay(name: string, from?: number): Promise<number>;
  /** Starts nothing new and resolves when nothing is under way. */
  stop(): Promise<void>;
}

/** A courier, at work until it is stopped. Any number of processes may have one. */
export function createCourier(setting: CourierSetting): Courier {
  const { webhooks, log, update, describe, fail, delays = retryDelays } = setting;
  const running = new Map<Promise<void>, string>();
  let looking: Promise<void> | undefined;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  /** Notes what is new for each webhook, and starts what is due. */
  async function look(): Promise<void> {
    const epoch = await log.epoch();
    const length = await log.length();
    let soonest = Date.now() + lookEvery;
    for (const hook of await webhooks.all()) {
      const busy = [...running.values()].filter((name) => name === hook.name).length;
      let taken: readonly Owed[] = [];
      await webhooks.change(hook.name, (before) => {
        const ledger = owing(before, epoch, length);
        const now = Date.now();
        taken = ledger.owed.filter(({ due }) => Date.parse(due) <= now).slice(0, Math.max(0, atOnce - busy));
        for (const { due } of ledger.owed) if (Date.parse(due) > now) soonest = Math.min(soonest, Date.parse(due));
        // Written down before it is told: whoever is killed in between has it told again, and not never.
        if (taken.length === 0) return ledger === before ? undefined : ledger;
        const until = new Date(now + lease).toISOString();
        return { ...ledger, owed: ledger.owed.map((one) => (taken.includes(one) ? { ...one, due: until } : one)) };
      });
      for (const owed of taken) start(hook, owed);
    }
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => update().then(wake, fail), Math.max(0, soonest - Date.now()));
    timer.unref();
  }

  function start(hook: Hook, owed: Owed): void {
    const work: Promise<void> = tell(hook, owed)
      .then((attempt) => webhooks.change(hook.name, (ledger) => settled(ledger, owed, attempt, delays)))
      .catch(fail)
      .finally(() => {
        running.delete(work);
        wake();
      });
    running.set(work, hook.name);
  }

  async function tell(hook: Hook, { sequence }: Owed): Promise<Attempt> {
    const [change] = await log.after(sequence - 1, 1);
    if (change === undefined) return { ok: false, reason: 'unknown change', gone: true };
    const data = { type: `article.${change.type}`, timestamp: change.at, data: describe(change) };
    const message: Message = { id: `msg_${await log.epoch()}_${sequence}`, body: JSON.stringify(data) };
    return send(hook, message, new Date());
  }

  const wake = () => {
    if (stopped) return;
    if (looking !== undefined) {
      again = true;
      return;
    }
    looking = look()
      .catch(fail)
      .finally(() => {
        looking = undefined;
        if (!again) return;
        again = false;
        wake();
      });
  };
  wake();

  return {
    wake,
    async replay(name, from) {
      const wanted = from === undefined ? undefined : (await log.after(from - 1, 100_000)).map((one) => one.sequence);
      let count = 0;
      await webhooks.change(name, (ledger) => {
        const known = wanted?.filter((sequence) => sequence < ledger.log.next);
        const all = new Set(known ?? ledger.dead.map(({ sequence }) => sequence));
        count = all.size;
        const due = new Date(0).toISOString();
        const owed = [
          ...ledger.owed.filter(({ sequence }) => !all.has(sequence)),
          ...[...all].map((sequence) => ({ sequence, attempts: 0, due })),
        ];
        return { ...ledger, owed: inOrder(owed), dead: ledger.dead.filter(({ sequence }) => !all.has(sequence)) };
      });
      wake();
      return count;
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
      await Promise.allSettled([...running.keys()]);
    },
  };
}

/** A ledger with what the log holds beyond it. */
function owing(ledger: Ledger, epoch: string, length: number): Ledger {
  // Numbers of another log (a project that was set up anew) mean other changes.
  const same = ledger.log.epoch === epoch;
  const start = same ? ledger.log.next : 1;
  const end = Math.min(length, start + page - 1);
  if (same && start > end) return ledger;
  const due = new Date(0).toISOString();
  const fresh = Array.from({ length: Math.max(0, end - start + 1) }, (_, at) => ({
    sequence: start + at,
    attempts: 0,
    due,
  }));
  const before = same ? ledger : { ...ledger, owed: [], dead: [] };
  return { ...before, log: { epoch, next: Math.max(start, end + 1) }, owed: [...before.owed, ...fresh] };
}

/** A ledger after a try. */
function settled(
  ledger: Ledger,
  { sequence, attempts: before }: Owed,
  attempt: Attempt,
  delays: readonly number[],
): Ledger {
  const attempts = before + 1;
  const owed = ledger.owed.filter((one) => one.sequence !== sequence);
  if (attempt.ok) {
    const told = [...ledger.told, { sequence, at: new Date().toISOString(), attempts }].slice(-remembered);
    return { ...ledger, owed, told };
  }
  const delay = attempt.gone ? undefined : delays[before];
  const { reason } = attempt;
  if (delay === undefined) {
    const dead = ledger.dead.filter((one) => one.sequence !== sequence);
    return { ...ledger, owed, dead: [...dead, { sequence, attempts, reason, due: new Date().toISOString() }] };
  }
  // A tenth more or less, so that what failed together is not tried together.
  const wait = Math.max(attempt.wait ?? 0, delay * (0.9 + Math.random() * 0.2));
  const due = new Date(Date.now() + wait).toISOString();
  return { ...ledger, owed: inOrder([...owed, { sequence, attempts, reason, due }]) };
}

function inOrder(owed: readonly Owed[]): readonly Owed[] {
  return [...owed].sort((a, b) => a.sequence - b.sequence);
}
