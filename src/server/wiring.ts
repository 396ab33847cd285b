import type { Services } from '../pipeline/request.js';
import { createLocalQueue } from '../queue/local.js';
import type { Queue } from '../queue/queue.js';
import { createFileStore } from '../store/files.js';
import { leased } from './lease.js';

/** What a server's work stands on. */
export interface ServerServices extends Services {
  /** Whole articles wait here; `queue` holds what they ask engines, and would wait for itself if it held both. */
  readonly articles: Queue;
}

/** How many articles are worked on at once. Most of their time they wait for engines. */
const articlesAtOnce = 4;

/** The server's store and queues. Only here and in the command line's wiring are they chosen. */
export function connectServer(root: string, concurrency: number): ServerServices {
  return {
    store: leased(createFileStore(root)),
    queue: createLocalQueue(concurrency),
    articles: createLocalQueue(articlesAtOnce),
  };
}
