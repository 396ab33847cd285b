import { describe, expect, it } from 'vitest';
import { createPostgresTasks } from '../../src/queue/postgres.js';
import type { TaskQueue } from '../../src/queue/tasks.js';
import { freshSchema, usePostgres } from '../postgres/use.js';
import { queueContract } from './contract.js';

const postgres = await usePostgres();

type Named = { name: string };

async function made() {
  const database = postgres.database();
  const queues: TaskQueue<Named>[] = [];
  const schema = `${freshSchema()}_q`;
  return {
    connect() {
      const queue = createPostgresTasks<Named>({
        connectionString: postgres.real.url,
        schema,
        queue: 'articles',
        persistence: { attempts: 3, pause: 1, longestPause: 1 },
        steadily: (step) => database.run(step),
        log: () => {},
      });
      queues.push(queue);
      return queue;
    },
    async remove() {
      await Promise.all(queues.map((queue) => queue.stop()));
      await postgres.drop(database);
    },
  };
}

describe.skipIf(postgres.server === undefined)('pg-boss', () => {
  queueContract('PostgreSQL', made);

  it('goes on after a restart of the server, and loses no task', async () => {
    const data = await made();
    const [asking, working] = [data.connect(), data.connect()];
    const done = new Set<string>();
    await working.work({ atOnce: 2, handle: async ({ name }) => void done.add(name), dead: async () => {} });
    for (let i = 0; i < 5; i++) await asking.send(`a${i}`, { name: `a${i}` });
    await postgres.real.stop('immediate');
    const sending = Promise.all(Array.from({ length: 5 }, (_, i) => asking.send(`b${i}`, { name: `b${i}` })));
    await postgres.real.start();
    await sending;
    await expect.poll(() => done.size, { timeout: 25_000 }).toBe(10);
    await data.remove();
  }, 60_000);
});
