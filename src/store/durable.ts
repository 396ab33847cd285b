import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Makes a folder's entries durable: without it a renamed file may vanish with the power. */
async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; its rename is durable by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file whole or not at all: a temporary file beside it, fsync, rename, fsync of the folder. Whoever is killed
 * on the way leaves the old file and at most a `.<name>.<random>.tmp`. `mode`: who may read it, as `open(2)` says.
 */
export async function writeWhole(path: string, content: string | Uint8Array, mode = 0o666): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  const handle = await open(temporary, 'wx', mode);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } catch (error) {
    await handle.close();
    await unlink(temporary).catch(() => {});
    throw error;
  }
  await handle.close();
  await rename(temporary, path);
  await syncFolder(folder);
}

/** Appends lines to a file, durable when `append` resolves. Lines that arrive during an fsync share the next one. */
export interface Journal {
  append(line: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a journal, making its folder. A torn last line of an earlier process is cut off from the next by a newline. */
export async function openJournal(path: string): Promise<Journal> {
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, 'a+');
  const { size } = await handle.stat();
  if (size > 0) {
    const last = Buffer.alloc(1);
    await handle.read(last, 0, 1, size - 1);
    if (last[0] !== 0x0a) await handle.appendFile('\n');
  }
  let waiting: { line: string; resolve: () => void; reject: (error: unknown) => void }[] = [];
  let flushing: Promise<void> | undefined;
  // A write that failed half-way (a full disk) leaves a torn line: what follows must not be glued to it.
  let torn = false;
  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      try {
        await handle.appendFile((torn ? '\n' : '') + group.map(({ line }) => `${line}\n`).join(''));
        torn = false;
        await handle.datasync();
        for (const { resolve } of group) resolve();
      } catch (error) {
        torn = true;
        for (const { reject } of group) reject(error);
      }
    }
    flushing = undefined;
  }
  return {
    append: (line) =>
      new Promise((resolve, reject) => {
        waiting.push({ line, resolve, reject });
        flushing ??= flush();
      }),
    async close() {
      await flushing;
      await handle.close();
    },
  };
}

/**
 * Appends lines to a file that is opened for it alone, durable when it resolves: for logs that grow now and then. A torn
 * last line of a process that was killed stays a line of its own. `mode`: who may read a new file.
 */
export async function appendLines(path: string, lines: readonly string[], mode = 0o666): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, 'a+', mode);
  try {
    const { size } = await handle.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await handle.read(last, 0, 1, size - 1);
    const torn = size > 0 && last[0] !== 0x0a;
    await handle.appendFile((torn ? '\n' : '') + lines.map((line) => `${line}\n`).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
}
