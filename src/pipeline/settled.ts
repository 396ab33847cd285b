import { hash } from 'node:crypto';
import type { Engine } from '../engines/engine.js';
import type { Answer } from './question.js';

/** What became of a unit: who answered it, where memory holds the answer by now; else the answer itself. */
export type Past = Engine | 'memory' | Answer;

/**
 * What a run has asked for, so that nothing is asked twice. A run may ask for any number of units: of each that memory
 * holds, a hash and who answered is kept (about 100 bytes), neither its text nor its translation.
 */
export interface Settled {
  get(key: string): Past | undefined;
  /** The first word on a unit counts, unless it was that there is nothing left to spend. Returns whether it is the first. */
  put(key: string, answer: Answer): boolean;
}

/** Nothing is settled yet. */
export function createSettled(): Settled {
  const past = new Map<string, Past>();
  return {
    get: (key) => past.get(nameOf(key)),
    put(key, answer) {
      const name = nameOf(key);
      const before = past.get(name);
      if (before === undefined || isUnpaid(before)) past.set(name, pastOf(answer));
      return before === undefined;
    },
  };
}

/** Whether an article had no budget for it: another may have. */
export function isUnpaid(past: Past): boolean {
  return typeof past === 'object' && 'ok' in past && !past.ok && past.spent === true;
}

function pastOf(answer: Answer): Past {
  if (!answer.ok) return answer;
  if ('entry' in answer) return 'memory';
  return answer.engine.keep ? answer.engine : answer;
}

/** 96 bits; a string of twelve characters is no view into a longer one. */
function nameOf(key: string): string {
  return hash('sha256', key, 'binary').slice(0, 12);
}
