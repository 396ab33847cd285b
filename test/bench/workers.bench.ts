import { bench, describe } from 'vitest';
import { useBuilt } from '../cli/built.js';
import { usePostgres } from '../postgres/use.js';
import { withstand } from '../server/withstand.js';

const postgres = await usePostgres();
const built = useBuilt();

// Three workers, one killed every 5 s for a minute, PostgreSQL restarted twice. It throws when anything is lost or paid twice.
describe('a minute of kills', () => {
  bench(
    'on PostgreSQL',
    // Said to be asynchronous: it would be run once more to find out.
    async () => {
      await withstand(built, postgres.real, { articles: 60, kills: 12, every: 5000, restarts: 2, patience: 300 });
    },
    { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0, throws: true },
  );
});
