import type { Concept, Designation } from '../../model/concept.js';
import { designationStatuses, designationTypes } from '../../model/concept.js';
import { DiptychError } from '../../model/errors.js';
import { assemble, type Draft } from './assemble.js';
import { csvLine, parseCsv } from './csv.js';
import { type Exported, type Imported, Tally } from './exchange.js';

/** Columns of a concept, on its first row, and of a designation, on each: the file holds all that the termbase does. */
const conceptColumns = ['domain', 'definition', 'source', 'note', 'example'] as const;
const designationColumns = ['status', 'type', 'partOfSpeech', 'case', 'reading', 'firstMention'] as const;
const columns = [
  'concept',
  'locale',
  'term',
  ...designationColumns,
  'termTopics',
  'termNote',
  'doNotTranslate',
  'topics',
  ...conceptColumns,
];

/** A termbase as CSV, one designation a row. */
export function writeCsv(concepts: readonly Concept[]): Exported {
  const rows = concepts.flatMap((concept) =>
    Object.entries(concept.designations)
      .flatMap(([locale, list]) => list.map((one): [string, Designation] => [locale, one]))
      .map(([locale, one], index) =>
        csvLine([
          concept.id,
          locale,
          one.term,
          ...designationColumns.map((name) => one[name] ?? ''),
          joined(one.topics),
          one.note ?? '',
          ...(index > 0
            ? []
            : [
                concept.doNotTranslate?.toString() ?? '',
                joined(concept.topics),
                ...conceptColumns.map((name) => concept[name] ?? ''),
              ]),
        ]),
      ),
  );
  return { text: `${[csvLine(columns), ...rows].join('\r\n')}\r\n`, dropped: new Map() };
}

/**
 * The concepts of a CSV file whose first row names its columns; `locale` and `term` must be there. Rows of one `concept`
 * belong together; without that column each row is a concept. Columns of other names are counted as dropped. A file whose
 * columns are language tags (`en,ko`) has one concept a row. Throws `invalid-termbase`.
 */
export function readCsv(text: string, file: string): Imported {
  const [head, ...rows] = parseCsv(text, file);
  const names = (head?.cells ?? []).map((name) => name.trim());
  const at = (name: string) => names.indexOf(name);
  const tally = new Tally();
  if (at('term') < 0 || at('locale') < 0) return readWide(names, rows, file);
  for (const name of names) if (!columns.includes(name)) tally.add(name || 'column');
  const drafts: Draft[] = [];
  const byId = new Map<string, Draft>();
  for (const { cells, line } of rows) {
    const cell = (name: string) => cells[at(name)] || undefined;
    const id = cell('concept');
    let draft = id === undefined ? undefined : byId.get(id);
    if (draft === undefined) {
      draft = { id, fields: {}, designations: [] };
      drafts.push(draft);
      if (id !== undefined) byId.set(id, draft);
    }
    for (const name of conceptColumns) {
      const value = cell(name);
      if (value !== undefined) draft.fields[name] ??= value;
    }
    const never = cell('doNotTranslate');
    if (never !== undefined) draft.fields.doNotTranslate = /^(?:true|1|yes)$/i.test(never);
    const designation: Record<string, string> & { term: string } = { term: cell('term') ?? '' };
    for (const name of designationColumns) {
      const value = cell(name);
      if (value === undefined) continue;
      const allowed: readonly string[] | undefined = choices[name];
      if (allowed !== undefined && !allowed.includes(value)) {
        throw new DiptychError(
          'invalid-termbase',
          { context: 'choice', reason: value, name, choices: allowed.join(', ') },
          { file, line, column: 1 },
        );
      }
      designation[name] = value;
    }
    const note = cell('termNote');
    if (note !== undefined) designation['note'] = note;
    const [topics, termTopics] = [separate(cell('topics')), separate(cell('termTopics'))];
    if (topics !== undefined) draft.fields.topics ??= topics;
    draft.designations.push({
      locale: cell('locale') ?? '',
      designation: {
        ...(designation as { term: string }),
        ...(termTopics === undefined ? {} : { topics: termTopics }),
      },
    });
  }
  return assemble(drafts, tally);
}

/** Several topics in one cell; none holds a semicolon. */
const joined = (topics: readonly string[] | undefined): string => topics?.join('; ') ?? '';

function separate(cell: string | undefined): string[] | undefined {
  const topics = cell?.split(';').flatMap((topic) => topic.trim() || []);
  return topics === undefined || topics.length === 0 ? undefined : topics;
}

const choices: Readonly<Partial<Record<(typeof designationColumns)[number], readonly string[]>>> = {
  status: designationStatuses,
  type: designationTypes,
  partOfSpeech: ['noun', 'proper-noun', 'verb', 'adjective', 'adverb', 'other'],
  case: ['exact', 'fold'],
};

/** `en,ko` and a concept a row. */
function readWide(names: readonly string[], rows: ReturnType<typeof parseCsv>, file: string): Imported {
  const isTag = (name: string) => /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(name);
  if (names.filter(isTag).length < 2) {
    throw new DiptychError(
      'invalid-termbase',
      { context: 'columns', reason: names.join(', ') },
      { file, line: 1, column: 1 },
    );
  }
  const tally = new Tally();
  for (const name of names) if (!isTag(name)) tally.add(name || 'column');
  const drafts = rows.map(
    ({ cells }): Draft => ({
      id: undefined,
      fields: {},
      designations: names.flatMap((locale, i) =>
        isTag(locale) && cells[i]?.trim() ? [{ locale, designation: { term: cells[i]! } }] : [],
      ),
    }),
  );
  return assemble(drafts, tally);
}
