export { createPostgresChanges } from './changes.js';
export { createPostgresJobs } from './jobs.js';
export { createPostgresKeyring } from './keys.js';
export { createPostgresSignals } from './signals.js';
export { createPostgresWebhooks } from './webhooks.js';
