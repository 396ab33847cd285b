import { readdir } from 'node:fs/promises';
import { sep } from 'node:path';
import { canonicalLocale } from '../model/locale.js';
import type { LanguagePair } from '../model/memory.js';
import { insideProject } from './paths.js';
import type { Contents } from './store.js';

/** What the file store holds, by the names of its files. */
export async function listContents(root: string): Promise<Contents> {
  const memories = [...(await names(root, 'locales/memory')), ...(await names(root, '.diptych/journal'))];
  const pairs = new Map(
    memories.flatMap((name) => pairOf(name).map((pair) => [`${pair.from} ${pair.to}`, pair] as const)),
  );
  const deliveries = (await names(root, 'locales/deliveries')).flatMap((name) => {
    const [to, ...rest] = name.split('/');
    const slug = /^(.+)\.json$/.exec(rest.join('/'))?.[1];
    return to === undefined || slug === undefined ? [] : [{ slug, to }];
  });
  return { pairs: [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair), deliveries };
}

/** `en-ko.jsonl`, `zh-Hant-ko.jsonl`: cut where both halves are language tags as they are written. */
function pairOf(name: string): LanguagePair[] {
  const parts = name.replace(/\.jsonl$/, '').split('-');
  return parts.slice(1).flatMap((_, at) => {
    const [from, to] = [parts.slice(0, at + 1).join('-'), parts.slice(at + 1).join('-')];
    return canonicalLocale(from) === from && canonicalLocale(to) === to ? [{ from, to }] : [];
  });
}

/** The files below a folder, sorted, slashes forward. */
async function names(root: string, folder: string): Promise<readonly string[]> {
  const path = await insideProject(root, folder);
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) =>
      `${entry.parentPath}${sep}${entry.name}`
        .slice(path.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
}
