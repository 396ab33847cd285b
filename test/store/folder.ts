import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** An empty project folder, in a folder of its own: what gets out of the project lands in there. */
export function folder(): string {
  const root = join(realpathSync(mkdtempSync(join(tmpdir(), 'diptych-store-'))), 'project');
  mkdirSync(root);
  return root;
}

/** Removes it, with the folder around it. */
export function removed(root: string): void {
  rmSync(dirname(root), { recursive: true, force: true });
}
