import type { Store } from '../store/store.js';

/**
 * A store that several tasks of one process hold at once: opened for the first, closed after the last. Between tasks
 * nobody holds it, so that the command line can work on the same project.
 */
export function leased(store: Store): Store {
  let holders = 0;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (step: () => Promise<void>): Promise<void> => {
    const next = turn.then(step, step);
    turn = next.catch(() => {});
    return next;
  };
  return {
    ...store,
    open: () =>
      inTurn(async () => {
        if (holders === 0) await store.open();
        holders++;
      }),
    close: () =>
      inTurn(async () => {
        if (holders === 0) return;
        holders--;
        if (holders === 0) await store.close();
      }),
  };
}
