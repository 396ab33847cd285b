// Compiles src to dist. The new folder replaces the old one only when it is whole, so that a failed build leaves the
// last good one, and a file that was deleted in src cannot be run from dist.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const dist = join(root, 'dist');
const fresh = join(root, `dist.new-${process.pid}`);
const old = join(root, `dist.old-${process.pid}`);
try {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json'), '--outDir', fresh],
    { stdio: 'inherit' },
  );
  // What runs in the browser is served as it stands.
  cpSync(join(root, 'src/editor'), join(fresh, 'editor'), { recursive: true });
  chmodSync(join(fresh, 'cli/main.js'), 0o755);
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
} catch (error) {
  if (error.status === undefined) throw error;
  process.exitCode = 1; // the compiler has said what is wrong
} finally {
  rmSync(fresh, { recursive: true, force: true });
  rmSync(old, { recursive: true, force: true });
}
