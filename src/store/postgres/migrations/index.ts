import type { Migration } from 'kysely';
import { store } from './0001-store.js';
import { jobs } from './0002-jobs.js';
import { webhooks } from './0003-webhooks.js';
import { history } from './0004-history.js';

/** All steps from an empty database to the present tables, in order; a step that was released is never changed. */
export function migrations(schema: string): Readonly<Record<string, Migration>> {
  return {
    '0001-store': store(schema),
    '0002-jobs': jobs(schema),
    '0003-webhooks': webhooks(schema),
    '0004-history': history(schema),
  };
}
