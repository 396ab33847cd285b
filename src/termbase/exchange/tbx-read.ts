import { SaxesParser } from 'saxes';
import { z } from 'zod';
import { conceptSchema, designationSchema } from '../../model/concept.js';
import { DiptychError } from '../../model/errors.js';
import { assemble, type Draft } from './assemble.js';
import { type Imported, Tally } from './exchange.js';
import { keyOf, ownNote, partsOfSpeech, readStatuses, termTypes } from './tbx-categories.js';

/** Elements of the structure: version 2 names left, version 3 right of each pair. */
const entries = new Set(['termEntry', 'conceptEntry']);
const sections = new Set(['langSet', 'langSec']);
const terms = new Set(['tig', 'ntig', 'termSec']);
/** Elements that say their category in `type` (style DCA); in style DCT the element's own name is the category. */
const typed = new Set(['descrip', 'termNote', 'admin', 'xref', 'ref', 'transac', 'transacNote', 'termCompList']);
/** Elements that hold others and say nothing themselves. */
const groups = new Set(['descripGrp', 'termGrp', 'adminGrp', 'termNoteGrp', 'transacGrp']);

/** Deeper than any dialect nests. */
const deepest = 64;

const extrasSchema = conceptSchema.pick({ doNotTranslate: true, topics: true });
/** Not `pick`ed with its status, whose default would overwrite what the file says. */
const designationExtras = designationSchema
  .pick({ case: true, reading: true, firstMention: true, topics: true })
  .extend({ status: z.literal('forbidden').optional() });

/**
 * The concepts of a TBX file: version 3 (`tbx`, styles DCT and DCA) and version 2 (`martif`: TBX-Basic, TBX-Min's kin).
 * No entity but XML's own five is expanded and nothing is fetched; a file that declares entities is refused. Throws
 * `invalid-termbase` with file, line and column. Data categories that have no place here are counted by name.
 */
export function readTbx(xml: string, file: string): Imported {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const tally = new Tally();
  const drafts: Draft[] = [];
  const open: { name: string; category: string; text: string }[] = [];
  let draft: Draft | undefined;
  let locale: string | undefined;
  let term: Draft['designations'][number]['designation'] | undefined;
  const fail = (values: { context?: string; reason: string }) => {
    throw new DiptychError('invalid-termbase', values, { file, line: parser.line, column: parser.column + 1 });
  };
  parser.on('error', (error) => fail({ reason: error.message.replace(/^\d+:\d+: /, '') }));
  parser.on('doctype', (doctype) => {
    if (/\[|<!/.test(doctype)) fail({ context: 'entities', reason: 'DOCTYPE' });
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    const local = name.slice(name.indexOf(':') + 1);
    if (open.length === 0 && local !== 'tbx' && local !== 'martif') fail({ context: 'no-tbx', reason: name });
    if (open.length >= deepest) fail({ context: 'deep', reason: name });
    if (entries.has(local)) draft = { id: attributes['id'] as string | undefined, fields: {}, designations: [] };
    else if (sections.has(local)) locale = String(attributes['xml:lang'] ?? attributes['lang'] ?? '');
    else if (terms.has(local)) term = { term: '' };
    const category = typed.has(local) ? String(attributes['type'] ?? local) : local;
    open.push({ name: local, category, text: '' });
    // `xref` may be empty and still say something that is lost.
    if (isSelfClosing && draft !== undefined && typed.has(local)) tally.add(category);
  });
  const text = (chunk: string) => {
    const top = open.at(-1);
    if (top !== undefined && draft !== undefined) top.text += chunk;
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    const { name, category, text: content } = open.pop()!;
    if (entries.has(name)) {
      if (draft !== undefined) drafts.push(draft);
      draft = undefined;
    } else if (sections.has(name)) locale = undefined;
    else if (terms.has(name)) {
      if (draft !== undefined && term !== undefined)
        draft.designations.push({ locale: locale ?? '', designation: term });
      term = undefined;
    } else if (draft !== undefined && !groups.has(name)) {
      const parent = open.at(-1);
      // Markup within a term or a note (`hi`, `foreign`) is plain text to us.
      if (parent !== undefined && ['hi', 'foreign', 'sc', 'ec', 'ph'].includes(name)) parent.text += content;
      else if (content.trim() !== '') take(draft, term, category, content, tally);
    }
  });
  parser.write(xml).close();
  return assemble(drafts, tally);
}

/** Puts one data category where it belongs. */
function take(
  { fields }: Draft,
  term: Draft['designations'][number]['designation'] | undefined,
  category: string,
  content: string,
  tally: Tally,
): void {
  const value = content.trim();
  // Line breaks around a text are the file's layout, not the author's.
  const said = /^\s*\n|\n\s*$/.test(content) ? value : content;
  const keep = (name: 'domain' | 'definition' | 'source' | 'example') => {
    if (fields[name] === undefined) fields[name] = said;
    else tally.add(category);
  };
  switch (category) {
    case 'term':
      if (term !== undefined) term.term = value;
      return;
    case 'note':
      if (!takeOwn(fields, term, content)) {
        const holder = term ?? fields;
        holder.note = holder.note === undefined ? said : `${holder.note}\n${said}`;
      }
      return;
    case 'subjectField':
      keep('domain');
      return;
    case 'definition':
      keep('definition');
      return;
    case 'source':
      if (term === undefined) keep('source');
      else tally.add(category);
      return;
    case 'context':
    case 'sampleSentence':
      keep('example');
      return;
    case 'administrativeStatus':
    case 'normativeAuthorization': {
      const status = readStatuses[value];
      if (term === undefined || status === undefined) tally.add(category);
      // Our own note may have said more already.
      else if (term.status !== 'forbidden') term.status = status;
      return;
    }
    case 'termType': {
      const type = keyOf(termTypes, value);
      if (term === undefined || type === undefined) tally.add(category);
      else term.type = type;
      return;
    }
    case 'partOfSpeech': {
      const part = keyOf(partsOfSpeech, value);
      if (term === undefined || part === undefined) tally.add(category);
      else term.partOfSpeech = part;
      return;
    }
    default:
      tally.add(category);
  }
}

/** What a note of our own says; `false` when it is somebody's note. */
function takeOwn(
  fields: Draft['fields'],
  term: Draft['designations'][number]['designation'] | undefined,
  note: string,
): boolean {
  if (!note.startsWith(ownNote)) return false;
  let json: unknown;
  try {
    json = JSON.parse(note.slice(ownNote.length));
  } catch {
    return false;
  }
  const parsed = term === undefined ? extrasSchema.safeParse(json) : designationExtras.safeParse(json);
  if (!parsed.success) return false;
  Object.assign(term ?? fields, parsed.data);
  return true;
}
