import type { Concept } from '../model/concept.js';
import { designationsIn } from '../termbase/match.js';
import type { Check, CheckContext, Finding } from './check.js';

/** How the target's designations are read, by their term. Made once for a termbase and language. */
const cache = new WeakMap<readonly Concept[], Map<string, ReadonlyMap<string, string>>>();

function readingsOf({ concepts, to }: CheckContext): ReadonlyMap<string, string> {
  const known = cache.get(concepts) ?? new Map<string, ReadonlyMap<string, string>>();
  cache.set(concepts, known);
  const made =
    known.get(to.locale) ??
    new Map(
      concepts.flatMap((concept) =>
        designationsIn(concept, to.locale).flatMap(({ term, reading }): [string, string][] => {
          // A term in the language's own letters is read as it is written; what its letters leave open needs a reading.
          if (reading !== undefined) return [[term, reading]];
          return /^\p{Script=Hangul}+$/u.test(term) ? [[term, term]] : [];
        }),
      ),
    );
  known.set(to.locale, made);
  return made;
}

/** Particles that do not agree with the word before them: 엔비디아은, 30%을, LLM는. */
export const particles: Check = {
  id: 'particles',
  type: 'grammar',
  category: 'linguistic-conventions',
  unit({ source, target }, context) {
    const find = context.to.particles?.disagreements;
    if (find === undefined || target === null) return [];
    const readings = readingsOf(context);
    return find(target.text, (word) => readings.get(word)).map(
      ({ start, end, text, right, word }): Finding => ({
        key: 'disagrees',
        values: { word, particle: text, right },
        severity: 'minor',
        pair: { source, target },
        target: { text, start, end },
        fix: { start, end, text: right },
      }),
    );
  },
};
