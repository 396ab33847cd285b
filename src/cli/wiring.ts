import type { Connect } from '../pipeline/run.js';
import { createLocalQueue } from '../queue/local.js';
import { createFileStore } from '../store/files.js';

/** The command line's store and queue. Only here and in the server's main are the two chosen. */
export const connect: Connect = (root, concurrency) => ({
  store: createFileStore(root),
  queue: createLocalQueue(concurrency),
});
