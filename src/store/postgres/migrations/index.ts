import type { Migration } from 'kysely';
import { store } from './0001-store.js';

/** All steps from an empty database to the present tables, in order; a step that was released is never changed. */
export function migrations(schema: string): Readonly<Record<string, Migration>> {
  return {
    '0001-store': store(schema),
  };
}
