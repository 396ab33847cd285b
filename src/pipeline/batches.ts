import { estimateTokens } from '../engines/tokens.js';
import type { GlossedUnit, Unit } from '../model/article.js';

/** How much one request holds at most: units, and tokens of source text. */
export interface BatchLimits {
  readonly batchUnits: number;
  readonly batchTokens: number;
}

interface Holder {
  readonly unit: GlossedUnit;
}

/** Fields that lists and headers show: they are asked for before any of the body. */
const headFields: ReadonlySet<string> = new Set(['title', 'summary', 'description']);

/** Whether a unit is a title or summary of its article's frontmatter. */
export function isHead({ kind, path }: Unit): boolean {
  return kind === 'title' || (path !== undefined && headFields.has(path));
}

/** The order of work: title and summary, then all else as it is read. */
export function inOrder<T extends Holder>(questions: readonly T[]): T[] {
  return [...questions.filter(({ unit }) => isHead(unit)), ...questions.filter(({ unit }) => !isHead(unit))];
}

/**
 * Questions cut into requests within the limits. A section travels whole where it fits: a request that is half full ends
 * before a heading whose section would be cut.
 */
export function batches<T extends Holder>(questions: readonly T[], limits: BatchLimits): T[][] {
  const out: T[][] = [];
  let size = 0;
  for (const section of sections(questions)) {
    const lengths = section.map(({ unit }) => estimateTokens(unit.text));
    const whole = lengths.reduce((sum, length) => sum + length, 0);
    const last = out.at(-1);
    const fits = (count: number, tokens: number) => count <= limits.batchUnits && tokens <= limits.batchTokens;
    const half = last !== undefined && !fits(2 * last.length, 2 * size);
    if (half && !fits(last.length + section.length, size + whole) && fits(section.length, whole)) {
      out.push([]);
      size = 0;
    }
    section.forEach((question, index) => {
      const length = lengths[index]!;
      const current = out.at(-1);
      if (current === undefined || (current.length > 0 && !fits(current.length + 1, size + length))) {
        out.push([question]);
        size = length;
      } else {
        current.push(question);
        size += length;
      }
    });
  }
  return out;
}

/** Runs of questions that begin with a heading. */
function sections<T extends Holder>(questions: readonly T[]): T[][] {
  const out: T[][] = [];
  for (const question of questions) {
    const current = out.at(-1);
    if (current === undefined || question.unit.kind === 'heading') out.push([question]);
    else current.push(question);
  }
  return out;
}
