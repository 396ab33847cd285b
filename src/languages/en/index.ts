import type { LanguagePack } from '../pack.js';
import { bearings, spans } from './bearings.js';
import { cues } from './cues.js';
import { labels } from './labels.js';
import { names } from './names.js';
import { polarities } from './polarity.js';
import { read } from './read/index.js';
import { describe, opening, render } from './render/index.js';
import { plainHedges } from './render/words.js';
import { roles } from './roles.js';
import { sentences } from './sentences.js';
import { terms } from './terms.js';
import { voice } from './voice.js';
import { weekdays } from './weekdays.js';
import { words } from './words.js';
import { zones } from './zones.js';

/** English. */
export const en: LanguagePack = {
  locale: 'en',
  scripts: ['Latn'],
  figures: {
    read,
    render,
    describe,
    opening,
    hedges: plainHedges,
    degrees: { usual: 'fahrenheit', named: /celsius|centigrade|fahrenheit|[°º˚\d]\s?[CF]\b|[℃℉]/i },
    zones,
    bearings,
    spans,
    roles,
    points: /^(?: |-)(?:full )?points?\b|^ (?:of )?a point\b/i,
  },
  words,
  absent: /^(?:n\/?a|not (?:applicable|available|disclosed)|none|tbd|tba|unknown)$/i,
  terms,
  sentences,
  names,
  weekdays,
  cues,
  labels,
  polarities,
  voice,
};
