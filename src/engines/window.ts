/** Counts what was taken in the last minute. */
export interface Window {
  /** Milliseconds until `amount` more fits; 0 when it does. More than the limit fits only into an empty minute. */
  wait(now: number, amount: number): number;
  /** Counts `amount`; the returned function corrects it once the true amount is known. */
  take(now: number, amount: number): (actual: number) => void;
}

const minute = 60_000;

/** At most `limit` in any minute, wherever the provider's own minute begins. */
export function createWindow(limit: number): Window {
  let log: { readonly at: number; amount: number }[] = [];
  let sum = 0;
  const drop = (now: number) => {
    let gone = 0;
    while (gone < log.length && log[gone]!.at <= now - minute) sum -= log[gone++]!.amount;
    if (gone > 0) log = log.slice(gone);
  };
  return {
    wait(now, amount) {
      if (limit === Number.POSITIVE_INFINITY) return 0;
      drop(now);
      if (log.length === 0 || sum + amount <= limit) return 0;
      let left = sum;
      for (const entry of log) {
        left -= entry.amount;
        if (left + amount <= limit || left <= 0) return entry.at + minute - now;
      }
      return 0;
    },
    take(now, amount) {
      if (limit === Number.POSITIVE_INFINITY) return () => {};
      const entry = { at: now, amount };
      log.push(entry);
      sum += amount;
      return (actual) => {
        if (!log.includes(entry)) return;
        sum += actual - entry.amount;
        entry.amount = actual;
      };
    },
  };
}
