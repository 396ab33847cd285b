import { createLocalTasks } from '../../src/queue/local-tasks.js';
import { queueContract } from './contract.js';

queueContract('one process', async () => {
  const queue = createLocalTasks<{ name: string }>({ attempts: 3, pause: 0.05, longestPause: 0.05 });
  return { connect: () => queue, remove: () => queue.stop() };
});
