import { z } from 'zod';
import { lineUnit, type UnitPair } from '../../model/article.js';
import { DiptychError } from '../../model/errors.js';

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  source: z.string(),
  target: z.string(),
});

/** A pair of a bilingual file with the line that it stands on, from 1. */
export interface BilingualLine {
  readonly pair: UnitPair;
  readonly line: number;
}

/**
 * The pairs of a `.jsonl` file: one `{"id", "source", "target"}` a line, other fields passed over, empty lines too. A line
 * without an id is known by its number. One line is held at a time: a file of millions takes no more memory than one of
 * ten. Throws `invalid-bilingual-file` with file and line.
 */
export async function* readBilingual(lines: AsyncIterable<string>, file: string): AsyncGenerator<BilingualLine> {
  let line = 0;
  for await (const row of lines) {
    line++;
    if (row.trim() === '') continue;
    yield { pair: pairOf(row, file, line), line };
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
