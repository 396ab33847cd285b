import { blocks } from './blocks.js';
import { charts } from './charts.js';
import type { Check } from './check.js';
import { codeBlocks } from './code-blocks.js';
import { consistency } from './consistency.js';
import { datesWeekday } from './dates-weekday.js';
import { entities } from './entities.js';
import { headings } from './headings.js';
import { images } from './images.js';
import { inlineCodes } from './inline-codes.js';
import { leftovers } from './leftovers.js';
import { length } from './length.js';
import { links } from './links.js';
import { mixedScript } from './mixed-script.js';
import { numbering } from './numbering.js';
import { particles } from './particles.js';
import { punctuation } from './punctuation.js';
import { quantities } from './quantities.js';
import { register } from './register.js';
import { repetition } from './repetition.js';
import { script } from './script.js';
import { sentenceStart } from './sentence-start.js';
import { spacingUnits } from './spacing-units.js';
import { tables } from './tables.js';
import { terminology } from './terminology.js';
import { truncation } from './truncation.js';
import { untranslated } from './untranslated.js';

/** Every check, in the order in which their issues are told. A new one is a file, a line here, its messages, fixtures and pages. */
export const checks: readonly Check[] = [
  tables,
  quantities,
  datesWeekday,
  headings,
  blocks,
  links,
  images,
  numbering,
  codeBlocks,
  charts,
  inlineCodes,
  terminology,
  entities,
  untranslated,
  script,
  particles,
  leftovers,
  repetition,
  length,
  truncation,
  punctuation,
  spacingUnits,
  sentenceStart,
  register,
  consistency,
  mixedScript,
];

export const checkIds: readonly string[] = checks.map((check) => check.id);
