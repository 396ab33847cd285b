import { readFile } from 'node:fs/promises';
import { sha256 } from '../../model/hash.js';
import { writeWhole } from '../durable.js';
import { coded } from '../failure.js';
import { insideProject } from '../paths.js';
import type { Database } from './database.js';

/**
 * Writes a delivered file into this machine's folder when it was delivered from another: where there is no file, or the
 * one that the delivery took the place of. A file that somebody has changed here stays.
 */
export async function bringDelivered(root: string, database: Database, slug: string, to: string): Promise<void> {
  const row = await database.run((db) =>
    db
      .selectFrom('deliveries')
      .select(['file', 'body', 'replaced'])
      .where('slug', '=', slug)
      .where('to_locale', '=', to)
      .executeTakeFirst(),
  );
  const { file, body, replaced } = row ?? {};
  if (!file || !body) return;
  await coded(file, async () => {
    const path = await insideProject(root, file);
    const present = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
      throw error;
    });
    if (present !== undefined && sha256(present) !== replaced) return;
    await writeWhole(path, body.toString('utf8'));
  });
}
