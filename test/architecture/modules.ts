import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** A source file and what it imports, types included: a type is a dependency too. */
export interface Module {
  /** Relative to the repository, slashes forward: `src/checks/run.ts`. */
  readonly file: string;
  readonly room: string;
  readonly text: string;
  /** Files of ours, as `file`. */
  readonly ours: readonly string[];
  /** Package names and `node:` modules. */
  readonly packages: readonly string[];
}

const imported = /(?:^|[\s;}])(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;

/** What a file imports, statically, dynamically or by re-export. */
export function parseImports(file: string, text: string): Pick<Module, 'ours' | 'packages'> {
  const ours: string[] = [];
  const packages: string[] = [];
  // Comments may show an import as an example.
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  for (const match of code.matchAll(imported)) {
    const name = match[1] ?? match[2]!;
    if (name.startsWith('.')) ours.push(posix.join(posix.dirname(file), name).replace(/\.js$/, '.ts'));
    else if (name.startsWith('node:')) packages.push(name);
    else packages.push(name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
  }
  return { ours, packages };
}

/** `src/checks/run.ts` stands in the room `checks`. */
export function roomOf(file: string): string {
  return file.split('/')[1] ?? '';
}

/** Every TypeScript file below `folder`, sorted. */
export function modules(folder = 'src'): Module[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return { file, room: roomOf(file), text, ...parseImports(file, text) };
    });
}

/** A ring of imports, as the files on it, or nothing. */
export function findCycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (file: string): readonly string[] | undefined => {
    const at = way.indexOf(file);
    if (at >= 0) return [...way.slice(at), file];
    if (done.has(file)) return undefined;
    way.push(file);
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next);
      if (cycle !== undefined) return cycle;
    }
    way.pop();
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
