import { join } from 'node:path';
import { type Audit, actSchema, type NumberedAct } from './audit.js';
import { appendLines } from './durable.js';
import { coded } from './failure.js';
import { storePaths } from './paths.js';
import { readLines } from './read-lines.js';
import { createTurns } from './turns.js';

/** The audit log of a project, `.diptych/audit.jsonl`, one act a line; its owner alone can read it. */
export function createFileAudit(root: string): Audit {
  const file = join(root, storePaths.audit);
  const inTurn = createTurns();
  return {
    note: (...acts) =>
      inTurn('', () =>
        coded(file, () =>
          appendLines(
            file,
            acts.map((act) => JSON.stringify(act)),
            0o600,
          ),
        ),
      ),
    read: ({ slug, by, before = Number.POSITIVE_INFINITY, limit }) =>
      coded(file, async () => {
        const found: NumberedAct[] = [];
        const all = await readLines(file, actSchema);
        for (let at = Math.min(all.length, before - 1) - 1; at >= 0 && found.length < limit; at--) {
          const act = all[at]!;
          if (slug !== undefined && act.slug !== slug) continue;
          if (by !== undefined && act.by !== by) continue;
          found.push({ sequence: at + 1, ...act });
        }
        return found;
      }),
  };
}
