/** How many requests at once a provider seems to bear. */
export interface Width {
  readonly now: number;
  /** A request was answered. */
  passed(): void;
  /**
   * A request was refused for being one too many. `running`: how many are still on their way. `again`: another was refused
   * in the same burst.
   */
  refused(running: number, again: boolean): void;
  /** One at a time, until answers come. */
  close(): void;
}

/** With how many at once a run begins, where more are allowed. */
const first = 8;
/** What is left after a refusal. */
const cut = 0.75;
/** Where a provider refused before, one more is tried only after so many rounds. */
const wary = 20;

/**
 * Finds the provider's limit: one more with each answer until the first refusal (which doubles the width with each
 * round), a quarter less after it, then one more with each round. Where it was refused last it stays, and tries again
 * only now and then: a limit that is tested all the time costs a refused request, and a pause, each time.
 */
export function createWidth(most: number): Width {
  let width = Math.min(most, first);
  let known = Number.POSITIVE_INFINITY;
  let careful = Number.POSITIVE_INFINITY;
  let least = 1;
  let held = 0;
  const set = (next: number) => {
    width = Math.min(most, Math.max(1, next));
  };
  return {
    get now() {
      return Math.floor(width);
    },
    passed() {
      const next = width + (width < careful ? 1 : 1 / width);
      if (next < known || ++held > wary * width) {
        held = 0;
        set(next);
      }
    },
    refused(running, again) {
      if (!again) {
        known = Math.floor(width);
        least = width / 2;
        set(width * cut);
      } else if (running < width) {
        // Those that are left of a burst are about as many as the provider bears.
        set(Math.max(least, running));
      }
      careful = width;
      held = 0;
    },
    close() {
      set(1);
    },
  };
}
