import type { LanguagePack } from '../../languages/pack.js';
import type { Finding } from '../check.js';
import type { SourceDocument } from './document.js';

/** A check of one article alone, before it is translated (`diptych lint`). Pure, like every check. */
export interface SourceCheck {
  readonly id: string;
  readonly type: 'numbers' | 'inconsistency' | 'omission' | 'pattern-problem';
  readonly category: 'accuracy' | 'locale-conventions' | 'style';
  source(document: SourceDocument, pack: LanguagePack): readonly Finding[];
}
