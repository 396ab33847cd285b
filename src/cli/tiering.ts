import { setFlagsFromString } from 'node:v8';

/** Bytes of bytecode that a function runs before V8 optimises it; Node 20 has 132 KB, `node --v8-options` tells. */
const budget = 4 * 132 * 1024;

/**
 * Has V8 optimise functions later. A run reads figures, Markdown and answers with a thousand functions for some seconds, or
 * waits for engines; at V8's own budget a third of its processor time goes into optimising functions that then run for
 * less than that took. A V8 that does not know the flag passes over it.
 */
export function optimizeLate(): void {
  setFlagsFromString(`--interrupt-budget=${budget}`);
}
