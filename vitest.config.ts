import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // Left to itself vitest keeps a core free, which on two cores takes twice the time; many tests only wait.
    maxWorkers: Math.max(2, availableParallelism()),
    benchmark: { include: ['test/bench/**/*.bench.ts'] },
  },
});
