import type { Engine, EngineUnit } from '../engines/engine.js';
import { protect } from '../engines/protect.js';
import { verify } from '../engines/verify.js';
import { languagePack } from '../languages/index.js';
import { createMemory, type Memory } from '../memory/lookup.js';
import { likeness, maskFigures } from '../memory/similarity.js';
import type { GlossedUnit } from '../model/article.js';
import { type Content, toTagged } from '../model/inline.js';
import type { LanguagePair } from '../model/memory.js';
import { patchFigures } from '../quantities/patch.js';
import { renderUnit } from '../quantities/unit.js';
import { parseTermbase } from '../termbase/load.js';
import { createMatcher } from '../termbase/match.js';
import type { Question, Verdict } from './ask.js';
import type { Leverage } from './plan.js';
import { readTermbase } from './project.js';
import type { Bench } from './run.js';
import { renderContext } from './stages/glossary.js';
import type { TargetContext } from './stages/stage.js';

/** All that one direction of translation needs, made once for a run. */
export interface Route {
  /** `en>ko`. */
  readonly key: string;
  readonly pair: LanguagePair;
  readonly engines: readonly Engine[];
  readonly context: TargetContext;
  readonly leverage: Leverage;
  protect(question: Question, feedback?: string): EngineUnit;
  verify(unit: GlossedUnit, tagged: string): Verdict;
  /** Keeps an accepted answer, durable when it resolves; the answers of an engine that is no translator are not kept. */
  remember(unit: GlossedUnit, content: Content, engine: Engine): Promise<void>;
}
