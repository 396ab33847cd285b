export { createPostgresChanges } from './changes.js';
export { createPostgresKeyring } from './keys.js';
export { createPostgresSignals } from './signals.js';
