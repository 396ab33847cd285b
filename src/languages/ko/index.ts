import type { LanguagePack } from '../pack.js';
import { disagreements } from './agreement.js';
import { bearings, spans } from './bearings.js';
import { cues } from './cues.js';
import { settle } from './double-forms.js';
import { labels } from './labels.js';
import { names } from './names.js';
import { particles } from './particles.js';
import { polarities } from './polarity.js';
import { read } from './read/index.js';
import { describe, render } from './render/index.js';
import { plainHedges } from './render/words.js';
import { roles } from './roles.js';
import { sentences } from './sentences.js';
import { terms } from './terms.js';
import { voice } from './voice.js';
import { weekdays } from './weekdays.js';
import { words } from './words.js';
import { zones } from './zones.js';

/** Korean. Latin is ordinary in it (names, units); Han is not, beyond a gloss in brackets. */
export const ko: LanguagePack = {
  locale: 'ko',
  scripts: ['Hang', 'Latn'],
  figures: {
    read,
    render,
    describe,
    hedges: plainHedges,
    degrees: { usual: 'celsius', named: /섭씨|화씨|[°º˚\d]\s?[CF]|[℃℉]/ },
    zones,
    bearings,
    spans,
    roles,
  },
  words,
  absent: /^(?:n\/?a|해당 ?(?:사항 ?)?없음|없음|미정|미공개|미상|비공개)$/i,
  particles: { ...particles, disagreements, settle },
  terms,
  sentences,
  names,
  weekdays,
  cues,
  labels,
  polarities,
  voice,
};
