// Compiles src to dist, module by module, and joins what the command line runs in dist/bin: one file for what all commands
// share and one for each part that only some load. Opening a thousand small modules takes longer than the work of most
// commands. `node build.mjs <folder>` builds there instead. The new folder replaces the old one only when it is whole, so
// that a failed build leaves the last good one, and a file that was deleted in src cannot be run from dist.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('.', import.meta.url));
const dist = resolve(process.argv[2] ?? join(root, 'dist'));
const fresh = `${dist}.new-${process.pid}`;
const old = `${dist}.old-${process.pid}`;

/** These look for parts of their own by path when they run, and only servers and charts load them. */
const separate = /^(?:kysely|pg|pg-boss|pino|prom-client|vega|vega-lite)(?:\/|$)/;

/** Compiles every module. What is wrong is said by the compiler. */
function compile() {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json'), '--outDir', fresh], {
    stdio: 'inherit',
  });
}

/** Joins the modules behind the command line. Returns the files that went in. */
async function bundle() {
  const modules = await rolldown({
    // Names in the output are told from there: built twice, the files are the same.
    cwd: fresh,
    input: { diptych: './cli/main.js' },
    platform: 'node',
    external: separate,
    // As Node resolves it: a bundler's own conditions take the development build of the parser, at half its speed.
    // The packages of this folder serve a build elsewhere too.
    resolve: { conditionNames: ['node', 'import', 'default'], modules: ['node_modules', join(root, 'node_modules')] },
  });
  const { output } = await modules.write({ dir: join(fresh, 'bin'), entryFileNames: '[name].js' });
  chmodSync(join(fresh, 'bin/diptych.js'), 0o755);
  return output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
}

/** The licences of the packages that went in, which ask to be kept with every copy. */
function licences(files) {
  const folders = new Set(files.flatMap((file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  writeFileSync(join(fresh, 'bin/LICENSES.txt'), texts.join(`\n${'─'.repeat(80)}\n\n`));
}

try {
  compile();
  licences(await bundle());
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(fresh, dist);
} catch (error) {
  if (error.status === undefined) throw error;
  process.exitCode = 1; // the compiler has said what is wrong
} finally {
  rmSync(fresh, { recursive: true, force: true });
  rmSync(old, { recursive: true, force: true });
}
