import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Makes the links between libraries that npm cannot pack, as the package's own script does after an installation. */
export function hydrate(home: string): void {
  const list = join(home, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const path = join(home, target);
    if (existsSync(path)) continue;
    // All of them lead to a file of the same folder.
    if (dirname(source) === dirname(target)) symlinkSync(basename(source), path);
  }
}
