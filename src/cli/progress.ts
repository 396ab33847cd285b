import type { Io } from './io.js';
import { clip } from './width.js';

/** One line on standard error that is written over again and again; nothing at all when that is not a terminal. */
export interface Progress {
  /** `text` is asked for only where it is shown. */
  show(text: () => string): void;
  /** Takes the line away. */
  clear(): void;
}

/** How often the line changes at most, in milliseconds: a fast run would otherwise spend its time writing it. */
const interval = 80;

/** A progress line on `io.stderr`. */
export function createProgress(io: Io): Progress {
  if (io.stderr.isTTY !== true) return { show: () => {}, clear: () => {} };
  let last = Number.NEGATIVE_INFINITY;
  return {
    show(text) {
      const now = performance.now();
      if (now - last < interval) return;
      last = now;
      io.stderr.write(`\r\u001b[2K${clip(text(), (io.stderr.columns ?? 80) - 1)}`);
    },
    clear() {
      if (last > Number.NEGATIVE_INFINITY) io.stderr.write('\r\u001b[2K');
    },
  };
}
