import type { Sentences } from '../pack.js';

/** A sentence is cut where an article, a preposition, a conjunction or an auxiliary stands last. */
export const sentences: Sentences = {
  unfinished:
    /(?:^|[\s“"(])(?:a|an|the|of|to|with|from|for|by|into|onto|at|and|or|but|nor|because|although|while|whereas|than|that|which|whose|who|if|when|is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might|must|should|its|their|our|his|my|your|as|such|between|among|during|per|via)$/i,
};
