export { createPostgresAudit } from './audit.js';
export { createPostgresChanges } from './changes.js';
export { createPostgresHistory } from './history.js';
export { createPostgresJobs } from './jobs.js';
export { createPostgresKeyring } from './keys.js';
export { createPostgresSessions } from './sessions.js';
export { createPostgresSignals } from './signals.js';
export { createPostgresWebhooks } from './webhooks.js';
