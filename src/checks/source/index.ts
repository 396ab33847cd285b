import { agreement } from './agreement.js';
import { captions } from './captions.js';
import type { SourceCheck } from './check.js';
import { chronology } from './chronology.js';
import { conversions } from './conversions.js';
import { counts } from './counts.js';
import { cutOff } from './cut-off.js';
import { drawing } from './drawing.js';
import { gaps } from './gaps.js';
import { growth } from './growth.js';
import { otherLanguage } from './other-language.js';
import { shares } from './shares.js';
import { sums } from './sums.js';
import { title } from './title.js';

/** The checks of a source alone. A new one is a file, a line here, its messages, its fixtures and its pages. */
export const sourceChecks: readonly SourceCheck[] = [
  agreement,
  captions,
  chronology,
  conversions,
  counts,
  cutOff,
  drawing,
  gaps,
  growth,
  otherLanguage,
  shares,
  sums,
  title,
];
