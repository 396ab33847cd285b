import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { type CheckOptions, checkUnit } from '../../checks/run.js';
import { lineUnit, type UnitPair } from '../../model/article.js';
import { DiptychError } from '../../model/errors.js';
import type { Issue } from '../../model/issue.js';

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  source: z.string(),
  target: z.string(),
});

/** A pair of a bilingual file with the line that it stands on, from 1. */
interface BilingualLine {
  readonly pair: UnitPair;
  readonly line: number;
}

/**
 * The pairs of a `.jsonl` file: one `{"id", "source", "target"}` a line, other fields passed over, empty lines too. A line
 * without an id is known by its number. One line is held at a time: a file of millions takes no more memory than one of
 * ten. Throws `invalid-bilingual-file` with file and line.
 */
async function* readBilingual(lines: AsyncIterable<string>, file: string): AsyncGenerator<BilingualLine> {
  let line = 0;
  for await (const row of lines) {
    line++;
    if (row.trim() === '') continue;
    yield { pair: pairOf(row, file, line), line };
  }
}

/** The issues of a bilingual file, one by one, each at its line. `counted` is told of every pair. Throws as reading does. */
export async function* lineIssues(
  bytes: Readable,
  file: string,
  options: CheckOptions,
  counted: () => void,
): AsyncGenerator<Issue> {
  const lines = createInterface({ input: bytes, crlfDelay: Infinity });
  for await (const { pair, line } of readBilingual(lines, file)) {
    counted();
    for (const issue of checkUnit(pair, options, file)) yield { ...issue, line };
  }
}

function pairOf(row: string, file: string, line: number): UnitPair {
  let json: unknown;
  try {
    json = JSON.parse(row);
  } catch (error) {
    throw new DiptychError('invalid-bilingual-file', { reason: (error as Error).message }, { file, line, column: 1 });
  }
  const parsed = lineSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const reason = `${issue?.path.join('.') || 'line'}: ${issue?.message ?? ''}`;
    throw new DiptychError('invalid-bilingual-file', { reason }, { file, line, column: 1 });
  }
  const id = String(parsed.data.id ?? line);
  return { source: lineUnit(id, parsed.data.source, line), target: lineUnit(id, parsed.data.target, line) };
}
