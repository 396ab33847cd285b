import { setTimeout as pause } from 'node:timers/promises';

/** What PostgreSQL (SQLSTATE) and the network say when it is not there just now, or two transactions met. */
const passing = /^(?:08\w{3}|57P0[123]|53300|40001|40P01|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;

/** What `pg` says without a code. */
const broken = /Connection terminated|connection timeout|timeout exceeded when trying to connect|not queryable/i;

/** Whether trying again may help: the server is being restarted, the connection was cut. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  // Of several addresses of one name (`localhost`) each may refuse.
  if (error instanceof AggregateError && error.errors.some(isPassing)) return true;
  return (typeof code === 'string' && passing.test(code)) || broken.test(error.message);
}

/** How long a server that was there may be away, in milliseconds: a restart takes seconds. */
const patience = 60_000;

/**
 * Runs a step again while PostgreSQL is away; the step must bear being run twice. One that never answered is not waited
 * for: its address is wrong.
 */
export async function steadily<T>(step: () => Promise<T>, wasThere: () => boolean): Promise<T> {
  const until = performance.now() + patience;
  for (let wait = 50; ; wait = Math.min(2 * wait, 1000)) {
    try {
      return await step();
    } catch (error) {
      if (!wasThere() || !isPassing(error) || performance.now() > until) throw error;
      await pause(wait);
    }
  }
}
