import type { LanguagePack } from '../pack.js';
import { words } from './matching.js';
import { read } from './read/index.js';
import { describe, render } from './render.js';
import { voice } from './voice.js';
import { plainHedges } from './words.js';

/** Japanese. Hiragana is in every sentence of it; katakana, Han and Latin are ordinary. It has no particles that agree. */
export const ja: LanguagePack = {
  locale: 'ja',
  scripts: ['Hira', 'Kana', 'Hani', 'Latn'],
  figures: { read, render, describe, hedges: plainHedges },
  words,
  absent: /^(?:n\/?a|該当(?:なし|無し)|なし|未定|非公開)$/i,
  sentences: { unfinished: /(?:[、，]|[をがはにでと])$/u, finished: /[たるいだ]$/u },
  voice,
};
