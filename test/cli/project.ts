import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A project in a temporary folder. */
export interface TestProject {
  readonly root: string;
  put(file: string, content: string | Uint8Array): void;
  read(file: string): string;
  /** Every file below `content/` and `locales/` with its time of change, to see what a run touched. */
  times(): Readonly<Record<string, number>>;
  files(folder: string): string[];
  drop(file: string): void;
  remove(): void;
}

/** Makes a project of the files given; `content/` is always there. */
export function project(files: Readonly<Record<string, string | Uint8Array>> = {}): TestProject {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'diptych-cli-')));
  const listed = (folder: string): string[] => {
    try {
      return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
        .sort();
    } catch {
      return [];
    }
  };
  const made: TestProject = {
    root,
    put(file, content) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), content);
    },
    read: (file) => readFileSync(join(root, file), 'utf8'),
    times: () =>
      Object.fromEntries([...listed('content'), ...listed('locales')].map((f) => [f, statSync(join(root, f)).mtimeMs])),
    files: listed,
    drop: (file) => rmSync(join(root, file)),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  mkdirSync(join(root, 'content'));
  for (const [file, content] of Object.entries(files)) made.put(file, content);
  return made;
}
