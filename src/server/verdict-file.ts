import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Verdicts of earlier processes: judging ten thousand translations takes minutes, reading what was found takes none. */
export interface VerdictFile {
  /** What an earlier process found; `undefined` where none did, or by other rules. */
  find(key: string): Promise<boolean | undefined>;
  /** Writes down what was found, in a while. Losing it costs looking again. */
  keep(key: string, passes: boolean): void;
  /** Writes down what waits. */
  flush(): Promise<void>;
}

/** How long verdicts wait for others to be written down with, in milliseconds. */
const together = 500;

/** Verdicts in `.diptych/cache/verdicts`, good as long as the rules that they were made by are the same. */
export function openVerdictFile(root: string, version: string): VerdictFile {
  const file = join(root, '.diptych', 'cache', 'verdicts');
  let waiting = '';
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<unknown> = Promise.resolve();
  const loading = (async () => {
    const rules = await rulesOf(root, version);
    const [head, ...lines] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
    if (head === rules) return new Map(lines.flatMap(readLine));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${rules}\n`);
    return new Map<string, boolean>();
  })();
  // A folder that cannot be written to is told by whoever must write to it.
  const known = loading.catch(() => new Map<string, boolean>());
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(async () => {
      const lines = waiting;
      waiting = '';
      await known;
      if (lines !== '') await appendFile(file, lines).catch(() => {});
    });
    return writing.then(() => {});
  };
  return {
    find: async (key) => (await known).get(nameOf(key)),
    keep(key, passes) {
      waiting += `${nameOf(key)} ${passes ? 1 : 0}\n`;
      timer ??= setTimeout(() => void flush(), together).unref();
    },
    flush,
  };
}

const nameOf = (key: string): string => createHash('sha256').update(key).digest('base64url');

/** A torn line of a process that was killed is no verdict. */
function readLine(line: string): [string, boolean][] {
  const [, name, passes] = /^([\w-]{43}) ([01])$/.exec(line) ?? [];
  return name === undefined ? [] : [[name, passes === '1']];
}

/** What verdicts depend on beside the texts: this program, the pipelines, the termbase and the house styles. */
async function rulesOf(root: string, version: string): Promise<string> {
  const sum = createHash('sha256').update(`${version} ${statSync(fileURLToPath(import.meta.url)).mtimeMs}`);
  for (const folder of ['pipelines', 'locales']) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
    const names = entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
      .map((entry) => join(entry.parentPath, entry.name));
    for (const name of names.sort()) sum.update(name).update(await readFile(name));
  }
  return sum.digest('base64url');
}
