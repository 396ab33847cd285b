import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that wait for processes of their own, the longest first. */
const long = ['server/processes', 'cli/kill', 'server/browser/pages', 'publish/starlight', 'hostile', 'markdown/parse'];

/** Long files first: begun last, one of them keeps everybody waiting while the other cores have nothing to do. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((name) => moduleId.includes(`/test/${name}`) || moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? long.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // Left to itself vitest keeps a core free, which on two cores takes twice the time; many tests only wait.
    maxWorkers: Math.max(2, availableParallelism()),
    // A worker keeps the modules that it has loaded: to load them anew for each file took a third of all the time. No
    // test may therefore leave a module changed behind it.
    isolate: false,
    sequence: { sequencer: LongFirst },
    benchmark: { include: ['test/bench/**/*.bench.ts'] },
  },
});
