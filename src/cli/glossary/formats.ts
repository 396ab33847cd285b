import { extname } from 'node:path';
import { Option } from 'commander';
import type { Concept } from '../../model/concept.js';
import { DiptychError } from '../../model/errors.js';
import { canonicalLocale } from '../../model/locale.js';
import type { LanguagePair } from '../../model/memory.js';
import type { Exported, Imported } from '../../termbase/exchange/exchange.js';
import type { Io } from '../io.js';

/** What the formats need to know beside the file. */
export interface FormatOptions {
  readonly format?: string;
  readonly from?: string;
  readonly to?: string;
  readonly topic?: readonly string[];
}

interface Format {
  read(text: string, file: string, pair: () => LanguagePair): Promise<Imported>;
  write(concepts: readonly Concept[], pair: () => LanguagePair, topics: readonly string[]): Promise<Exported>;
}

/** The formats of terms, each loaded only when asked for. */
const formats: Readonly<Record<string, Format>> = {
  tbx: {
    read: async (text, file) => (await import('../../termbase/exchange/tbx-read.js')).readTbx(text, file),
    write: async (concepts) => (await import('../../termbase/exchange/tbx-write.js')).writeTbx(concepts),
  },
  csv: {
    read: async (text, file) => (await import('../../termbase/exchange/concept-csv.js')).readCsv(text, file),
    write: async (concepts) => (await import('../../termbase/exchange/concept-csv.js')).writeCsv(concepts),
  },
  tsv: {
    read: async (text, file, pair) => (await import('../../termbase/exchange/deepl.js')).readDeepl(text, file, pair()),
    write: async (concepts, pair, topics) =>
      (await import('../../termbase/exchange/deepl.js')).writeDeepl(concepts, pair(), topics),
  },
};

/** `--format`, `--from` and `--to` of import and export. */
export function formatOptions(io: Io): Option[] {
  const say = (key: string) => io.messages.text(`cli.glossary.option.${key}`);
  return [
    new Option('--format <format>', say('format')).choices(Object.keys(formats)),
    new Option('--from <locale>', say('from')),
    new Option('--to <locale>', say('to')),
    new Option('--topic <name...>', say('topic')),
  ];
}

/** The format asked for, or that of the file's name. Throws `usage`. */
export function formatOf(file: string, { format }: FormatOptions): Format {
  const extension = extname(file).slice(1).toLowerCase();
  const name = format ?? (extension === 'xml' ? 'tbx' : extension);
  const found = formats[name];
  if (found === undefined) {
    throw new DiptychError('usage', {
      context: 'choice',
      given: '--format',
      second: name,
      choices: Object.keys(formats).join(', '),
    });
  }
  return found;
}

/** The direction, which a DeepL glossary does not say itself. Throws `usage`. */
export function pairOf(file: string, { from, to }: FormatOptions): () => LanguagePair {
  return () => {
    if (from === undefined || to === undefined) throw new DiptychError('usage', { context: 'languages', file });
    return { from: tag(from), to: tag(to) };
  };
}

function tag(given: string): string {
  const canonical = canonicalLocale(given);
  if (canonical === undefined) throw new DiptychError('unknown-locale', { context: 'tag', locale: given });
  return canonical;
}

/** Kinds of loss that have a word of their own; others are the file's own names. */
const worded = new Set(['character', 'concept', 'discouraged', 'language', 'preferred', 'repeated', 'term']);

/** What was dropped, a line each; empty when nothing was. */
export function droppedText(dropped: ReadonlyMap<string, number>, io: Io): string {
  return [...dropped]
    .map(([kind, count]) => {
      const key = worded.has(kind) ? kind : 'category';
      return `  ${io.messages.text(`cli.glossary.dropped.${key}`, { count, name: kind })}\n`;
    })
    .join('');
}
