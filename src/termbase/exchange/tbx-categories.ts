import type { Designation } from '../../model/concept.js';

/** The data categories of TBX-Basic (ISO 30042, tbxinfo.net) as they are written, next to ours. */
export const statuses: Readonly<Record<Designation['status'], string>> = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  deprecated: 'deprecatedTerm-admn-sts',
  // TBX knows nothing stronger; the note of our own says the rest.
  forbidden: 'deprecatedTerm-admn-sts',
};

/** Statuses of all dialects as they are read. */
export const readStatuses: Readonly<Record<string, Designation['status']>> = {
  'preferredTerm-admn-sts': 'preferred',
  'admittedTerm-admn-sts': 'admitted',
  'deprecatedTerm-admn-sts': 'deprecated',
  'supersededTerm-admn-sts': 'deprecated',
  'legalTerm-admn-sts': 'preferred',
  'regulatedTerm-admn-sts': 'preferred',
  'standardizedTerm-admn-sts': 'preferred',
  preferredTerm: 'preferred',
  admittedTerm: 'admitted',
  deprecatedTerm: 'deprecated',
  supersededTerm: 'deprecated',
};

export const termTypes: Readonly<Record<NonNullable<Designation['type']>, string>> = {
  'full-form': 'fullForm',
  abbreviation: 'abbreviation',
  acronym: 'acronym',
  'short-form': 'shortForm',
  variant: 'variant',
  phrase: 'phrase',
};

export const partsOfSpeech: Readonly<Record<NonNullable<Designation['partOfSpeech']>, string>> = {
  noun: 'noun',
  'proper-noun': 'properNoun',
  verb: 'verb',
  adjective: 'adjective',
  adverb: 'adverb',
  other: 'other',
};

/** The key of a table whose value is `written`. */
export function keyOf<K extends string>(table: Readonly<Record<K, string>>, written: string): K | undefined {
  return (Object.keys(table) as K[]).find((key) => table[key] === written);
}

/** How the note begins that carries what TBX-Basic has no category for. */
export const ownNote = 'diptych: ';
