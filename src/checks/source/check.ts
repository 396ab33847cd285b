import type { Certainty } from '../../model/issue.js';
import type { Finding } from '../check.js';
import type { SourceDocument } from './document.js';
import type { SourceCheckId } from './ids.js';

/**
 * What a source check says of one finding. `neutral`: examined, and it holds. Only what is certain is `major`; where
 * `certainty` is absent a minor finding is likely.
 */
export interface SourceFinding extends Finding {
  readonly certainty?: Certainty;
}

/** A check of one article alone, before it is translated (`diptych lint`). Pure, like every check. */
export interface SourceCheck {
  readonly id: SourceCheckId;
  readonly type: 'numbers' | 'inconsistency' | 'omission' | 'untranslated' | 'pattern-problem';
  readonly category: 'accuracy' | 'locale-conventions' | 'style';
  source(document: SourceDocument): readonly SourceFinding[];
}
