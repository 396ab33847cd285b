import { mkdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DiptychError } from '../../model/errors.js';
import { sha256 } from '../../model/hash.js';
import { writeWhole } from '../../store/durable.js';
import { insideProject } from '../../store/paths.js';
import type { ManifestArticle } from '../manifest.js';
import type { ExportFile, LayoutId } from './layout.js';

/** The file that says what is out, and by which the next export knows what it wrote. */
export const manifestFile = 'diptych.manifest.json';

const recordSchema = z.object({
  version: z.literal(1),
  layout: z.string(),
  articles: z.array(z.unknown()),
  /** SHA-256 of each file that an export wrote, by its path. */
  files: z.record(z.string(), z.string()),
});

/** What writing came to. */
export interface Written {
  readonly written: readonly string[];
  readonly unchanged: number;
  /** Files of an earlier export that belong to nothing any more. */
  readonly removed: readonly string[];
  /** Such files that somebody has changed since: they stay. */
  readonly kept: readonly string[];
  /** Images that articles name and nobody has. */
  readonly missing: readonly string[];
}

/**
 * Brings a folder to what an export says: writes what differs, removes what an earlier export wrote and this one does
 * not. Other files are left alone; throws `foreign-file`, before anything is written, where one stands in the way.
 */
export async function writeExport(
  project: string,
  folder: string,
  layout: LayoutId,
  articles: readonly ManifestArticle[],
  files: readonly ExportFile[],
): Promise<Written> {
  await mkdir(folder, { recursive: true });
  const before = await readRecord(folder);
  const contents = new Map<string, Uint8Array>();
  const missing: string[] = [];
  for (const file of files) {
    const content = 'text' in file ? Buffer.from(file.text) : await readImage(project, file.copy);
    if (content === undefined) missing.push('copy' in file ? file.copy : file.path);
    else contents.set(file.path, content);
  }
  const present = new Map<string, string>();
  for (const path of new Set([...contents.keys(), ...Object.keys(before)])) {
    const bytes = await read(await insideProject(folder, path));
    if (bytes !== undefined) present.set(path, sha256(bytes));
  }
  const hashes: Record<string, string> = {};
  for (const [path, content] of contents) {
    hashes[path] = sha256(content);
    const standing = present.get(path);
    if (standing !== undefined && standing !== before[path] && standing !== hashes[path]) {
      throw new DiptychError('foreign-file', { file: path, folder }, { file: path });
    }
  }
  const written = [...contents.keys()].filter((path) => present.get(path) !== hashes[path]);
  for (const path of written) await writeWhole(join(folder, path), contents.get(path)!);
  const gone = Object.keys(before).filter((path) => !contents.has(path) && present.has(path));
  const removed = gone.filter((path) => present.get(path) === before[path]);
  for (const path of removed) await unlink(join(folder, path));
  const record = { version: 1, layout, articles, files: hashes };
  const text = `${JSON.stringify(record, null, 1)}\n`;
  const standing = await read(join(folder, manifestFile));
  if (standing?.toString() !== text) await writeWhole(join(folder, manifestFile), text);
  const kept = gone.filter((path) => present.get(path) !== before[path]);
  return { written, unchanged: contents.size - written.length, removed, kept, missing };
}

async function readRecord(folder: string): Promise<Readonly<Record<string, string>>> {
  const bytes = await read(join(folder, manifestFile));
  if (bytes === undefined) return {};
  try {
    return recordSchema.parse(JSON.parse(bytes.toString())).files;
  } catch (cause) {
    // Without knowing what it wrote, an export could remove nothing and would take all for foreign.
    throw new DiptychError('foreign-file', { file: manifestFile, folder }, { file: manifestFile }, cause);
  }
}

async function readImage(project: string, file: string): Promise<Uint8Array | undefined> {
  return read(await insideProject(project, file));
}

async function read(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw new DiptychError('store-failed', { path, reason: (error as Error).message }, { file: path }, error);
  }
}
