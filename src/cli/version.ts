import { readFileSync } from 'node:fs';

/** The version of the installed package. */
export function version(): string {
  return packageJson().version;
}

/** The versions of Node.js that the installed package runs on, such as `>=20.19`. */
export function neededNode(): string {
  return packageJson().engines.node;
}

/** Two levels above both `src/cli` and `dist/cli`. */
function packageJson(): { readonly version: string; readonly engines: { readonly node: string } } {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
}
