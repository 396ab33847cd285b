import { createHash } from 'node:crypto';
import { type MemoryEntry, memoryEntrySchema } from '../../model/memory.js';
import { entryKey, entryLine, originRank } from '../entries.js';
import type { Tables } from './tables.js';

const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** What an entry is told apart by, as it is indexed. Lone surrogates have no UTF-8: they are escaped first. */
export function keyOf(entry: Pick<MemoryEntry, 'source' | 'kind'>): Buffer {
  return digest(JSON.stringify(entryKey(entry)));
}

/** A source by which memory finds it again: white space counts as one space. */
export function foldedOf(source: string): Buffer {
  return digest(JSON.stringify(source.replace(/\s+/g, ' ').trim()));
}

/** A source as it is searched: without inline codes, figures as one sign, nothing that PostgreSQL cannot hold. */
export function searchedOf(source: string): string {
  return source
    .replace(/<\/?(?:pc|ph)\d{1,4}\/?>/g, '')
    .replace(/[\d０-９]+(?:[.,:][\d０-９]+)*/gu, '#')
    .replace(/[\0\p{Surrogate}]/gu, '');
}

/** An entry as a row. */
export function rowOf(entry: MemoryEntry) {
  return {
    key: keyOf(entry),
    folded: foldedOf(entry.source),
    rank: originRank[entry.origin],
    entry: entryLine(entry),
    searched: searchedOf(entry.source),
  };
}

/** A row as an entry. */
export function entryOf({ entry }: Pick<Tables['memory'], 'entry'>): MemoryEntry {
  return memoryEntrySchema.parse(JSON.parse(entry));
}
