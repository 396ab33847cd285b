import type { Concept, Designation } from '../../model/concept.js';
import { type Exported, Tally } from './exchange.js';
import { ownNote, partsOfSpeech, statuses, termTypes } from './tbx-categories.js';

/**
 * A termbase as TBX version 3 (ISO 30042:2019), dialect TBX-Basic, style DCT. What TBX-Basic has no category for (case,
 * reading, first mention, topics, what is forbidden or never translated) travels in a note of our own, so that reading the file
 * back gives the same termbase.
 */
export function writeTbx(concepts: readonly Concept[]): Exported {
  const tally = new Tally();
  const written = (text: string) =>
    text
      .replace(unwritable, () => {
        tally.add('character');
        return '\uFFFD';
      })
      .replace(/[&<>\r]/g, (char) => escapes[char]!);
  const element = (name: string, content: string | undefined) =>
    content === undefined ? [] : [`<${name}>${written(content)}</${name}>`];
  const own = (extras: object) =>
    Object.keys(extras).length === 0 ? [] : element('note', ownNote + JSON.stringify(extras));
  const term = (one: Designation, example: string | undefined) => [
    '<termSec>',
    ...indent([
      ...element('term', one.term),
      ...element('min:partOfSpeech', one.partOfSpeech && partsOfSpeech[one.partOfSpeech]),
      ...element('min:administrativeStatus', statuses[one.status]),
      ...element('basic:termType', one.type && termTypes[one.type]),
      ...element('basic:context', example),
      ...element('note', one.note),
      ...own(extrasOf(one)),
    ]),
    '</termSec>',
  ];
  const entry = (concept: Concept) => [
    // An XML id begins with no digit.
    `<conceptEntry id="${/^\d/.test(concept.id) ? '_' : ''}${concept.id}">`,
    ...indent([
      ...element('min:subjectField', concept.domain),
      ...element('basic:definition', concept.definition),
      ...element('basic:source', concept.source),
      ...element('note', concept.note),
      ...own(conceptExtras(concept)),
      ...Object.entries(concept.designations).flatMap(([locale, list], section) => [
        `<langSec xml:lang="${locale}">`,
        ...indent(list.flatMap((one, i) => term(one, section + i === 0 ? concept.example : undefined))),
        '</langSec>',
      ]),
    ]),
    '</conceptEntry>',
  ];
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">`,
    '  <tbxHeader>',
    '    <fileDesc><sourceDesc><p>Exported by Diptych.</p></sourceDesc></fileDesc>',
    '  </tbxHeader>',
    '  <text>',
    '    <body>',
    ...indent(indent(indent(concepts.flatMap(entry)))),
    '    </body>',
    '  </text>',
    '</tbx>',
    '',
  ];
  return { text: lines.join('\n'), dropped: tally.counts };
}

/** What of a concept TBX-Basic has no category for: its subject field names one domain, and hides no term. */
function conceptExtras({ doNotTranslate, topics }: Concept): object {
  return {
    ...(doNotTranslate === undefined ? {} : { doNotTranslate }),
    ...(topics === undefined ? {} : { topics }),
  };
}

/** What of a designation TBX-Basic has no category for. */
function extrasOf({ status, case: letters, reading, firstMention, topics }: Designation): object {
  return {
    ...(status === 'forbidden' ? { status } : {}),
    ...(letters === undefined ? {} : { case: letters }),
    ...(reading === undefined ? {} : { reading }),
    ...(firstMention === undefined ? {} : { firstMention }),
    ...(topics === undefined ? {} : { topics }),
  };
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** What XML 1.0 cannot hold, not even as a reference: control characters, lone surrogates, non-characters. */
const unwritable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
