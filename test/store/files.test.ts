import { appendFileSync, chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MemoryEntry } from '../../src/model/memory.js';
import { createFileAudit } from '../../src/store/file-audit.js';
import { createFileChanges } from '../../src/store/file-changes.js';
import { createFileHistory } from '../../src/store/file-history.js';
import { createFileJobs } from '../../src/store/file-jobs.js';
import { createFileKeyring } from '../../src/store/file-keys.js';
import { createFileSessions } from '../../src/store/file-sessions.js';
import { createFileWebhooks } from '../../src/store/file-webhooks.js';
import { createFileStore } from '../../src/store/files.js';
import { createLocalSignals } from '../../src/store/signals.js';
import type { Store } from '../../src/store/store.js';
import { auditContract } from './audit.js';
import { changesContract } from './changes.js';
import { storeContract } from './contract.js';
import { answer, delivered, sorted } from './entries.js';
import { folder, removed } from './folder.js';
import { historyContract } from './history.js';
import { jobsContract } from './jobs.js';
import { keyringContract } from './keys.js';
import { sessionsContract } from './sessions.js';
import { signalsContract } from './signals.js';
import { webhooksContract } from './webhooks.js';

storeContract('files', async () => {
  const root = folder();
  return { root, connect: () => createFileStore(root), remove: async () => removed(root) };
});

const inFolder = async <T>(connect: (root: string) => T) => {
  const root = folder();
  return { connect: () => connect(root), remove: async () => removed(root) };
};
keyringContract('files', () => inFolder(createFileKeyring));
webhooksContract('files', () => inFolder(createFileWebhooks));
changesContract('files', () => inFolder(createFileChanges));
jobsContract('files', () => inFolder(createFileJobs));
historyContract('files', () => inFolder(createFileHistory));
auditContract('files', () => inFolder(createFileAudit));
sessionsContract('files', () => inFolder(createFileSessions));
const signals = createLocalSignals();
signalsContract('one process', async () => ({ connect: () => signals, remove: () => signals.close() }));

const pair = { from: 'en', to: 'ko' };
const memoryFile = 'locales/memory/en-ko.jsonl';
const journalFile = '.diptych/journal/en-ko.jsonl';

/** Runs a test in a project of its own. */
async function inProject(step: (root: string, put: (file: string, text: string | Buffer) => void) => Promise<void>) {
  const root = folder();
  const put = (file: string, text: string | Buffer) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  try {
    await step(root, put);
  } finally {
    removed(root);
  }
}

async function remember(store: Store, entries: readonly MemoryEntry[]): Promise<void> {
  await store.open();
  for (const entry of entries) await store.remember(pair, entry);
  await store.close();
}

const line = (entry: MemoryEntry) => `${JSON.stringify(entry)}\n`;

describe('memory in files', () => {
  it('is one entry a line, sorted by code unit, the fields always in one order', () =>
    inProject(async (root) => {
      const mixed = { state: 'reviewed', target: '나', source: 'b', origin: 'human', kind: 'heading' } as const;
      await remember(createFileStore(root), [answer('é'), mixed, answer('a'), answer('Z')]);
      expect(readFileSync(join(root, memoryFile), 'utf8')).toBe(
        [
          '{"source":"Z","target":"Z 번역","origin":"engine","state":"translated","engine":"test"}',
          '{"source":"a","target":"a 번역","origin":"engine","state":"translated","engine":"test"}',
          '{"source":"b","target":"나","kind":"heading","origin":"human","state":"reviewed"}',
          '{"source":"é","target":"é 번역","origin":"engine","state":"translated","engine":"test"}',
          '',
        ].join('\n'),
      );
    }));

  it('is durable in the journal first, and nowhere else after closing', () =>
    inProject(async (root) => {
      const store = createFileStore(root);
      await store.open();
      await store.remember(pair, answer('A'));
      expect(readFileSync(join(root, journalFile), 'utf8')).toContain('"source":"A"');
      await store.close();
      expect(readdirSync(join(root, '.diptych/journal'))).toEqual([]);
      expect(readdirSync(join(root, '.diptych'))).toEqual(['journal']);
      expect(readdirSync(join(root, 'locales/memory'))).toEqual(['en-ko.jsonl']);
    }));

  it('is not touched by a run that learns nothing', () =>
    inProject(async (root) => {
      await remember(createFileStore(root), [answer('A'), answer('B', { origin: 'human' })]);
      const before = statSync(join(root, memoryFile), { bigint: true });
      await remember(createFileStore(root), [answer('A'), answer('B', { target: '기계' })]);
      const after = statSync(join(root, memoryFile), { bigint: true });
      expect([after.mtimeNs, after.ino]).toEqual([before.mtimeNs, before.ino]);
    }));

  it('survives a line that was torn while it was written, wherever it was cut', () =>
    inProject(async (root, put) => {
      const torn = Buffer.from(line(answer('찢긴 줄 👩‍👧')));
      for (let cut = 1; cut < torn.length; cut += 3) {
        put(journalFile, Buffer.concat([Buffer.from(line(answer('A'))), torn.subarray(0, cut)]));
        const store = createFileStore(root);
        expect((await store.memory(pair)).map(({ source }) => source)).toContain('A');
        await remember(store, [answer('B')]);
        const sources = (await createFileStore(root).memory(pair)).map(({ source }) => source);
        expect(sources.filter((source) => source !== '찢긴 줄 👩‍👧').sort()).toEqual(['A', 'B']);
      }
    }));

  it('takes up the journal of a process that died, and then forgets the journal', () =>
    inProject(async (root, put) => {
      put(memoryFile, line(answer('A')));
      put(journalFile, line(answer('B')) + line(answer('A', { target: '새 번역' })));
      const store = createFileStore(root);
      await store.open();
      await store.memory(pair);
      await store.close();
      expect(readFileSync(join(root, memoryFile), 'utf8')).toBe(
        line(answer('A', { target: '새 번역' })) + line(answer('B')),
      );
      expect(readdirSync(join(root, '.diptych/journal'))).toEqual([]);
    }));

  it('reads the journal that another process is writing', () =>
    inProject(async (root) => {
      const writer = createFileStore(root);
      await writer.open();
      await writer.remember(pair, answer('A'));
      expect((await createFileStore(root).memory(pair)).map(({ source }) => source)).toEqual(['A']);
      await writer.close();
    }));

  it('takes what a merge left twice: a person before an engine, else the later line', () =>
    inProject(async (root, put) => {
      const human = answer('A', { origin: 'human', target: '사람' });
      put(
        memoryFile,
        [line(human), line(answer('A')), line(answer('B')), line(answer('B', { target: '뒤' }))].join(''),
      );
      expect(sorted(await createFileStore(root).memory(pair))).toEqual(sorted([human, answer('B', { target: '뒤' })]));
    }));

  it.each([
    ['a conflict that git has marked', '<<<<<<< HEAD\n', 2],
    ['a line that is no entry', '{"source":"B"}\n', 2],
    ['an unknown field', '{"source":"B","target":"나","origin":"human","state":"final","by":"kim"}\n', 2],
    ['an unknown origin', '{"source":"B","target":"나","origin":"robot","state":"final"}\n', 2],
    ['half a line', '{"source":"B","tar', 2],
  ])('is refused with file and line for %s, and left alone', (_, bad, at) =>
    inProject(async (root, put) => {
      const text = line(answer('A')) + bad;
      put(memoryFile, text);
      const store = createFileStore(root);
      const refusal = { code: 'invalid-memory', place: { file: memoryFile, line: at, column: 1 } };
      await expect(store.memory(pair)).rejects.toMatchObject(refusal);
      await store.open();
      await expect(store.remember(pair, answer('C'))).rejects.toMatchObject(refusal);
      await store.close();
      expect(readFileSync(join(root, memoryFile), 'utf8')).toBe(text);
      put(memoryFile, line(answer('A')));
      expect(await store.memory(pair)).toEqual([answer('A')]);
    }),
  );

  it('is refused when it is not UTF-8: replacement signs would be written back', () =>
    inProject(async (root, put) => {
      put(memoryFile, Buffer.concat([Buffer.from(line(answer('A'))), Buffer.from([0xb0, 0xa1, 0x0a])]));
      const refusal = { code: 'invalid-utf8', place: { file: memoryFile, line: 2 } };
      await expect(createFileStore(root).memory(pair)).rejects.toMatchObject(refusal);
    }));

  it('may begin with a byte order mark and end its lines in CR LF', () =>
    inProject(async (root, put) => {
      put(memoryFile, `\ufeff${line(answer('A')).replace('\n', '\r\n')}\r\n${line(answer('B'))}`);
      expect(await createFileStore(root).memory(pair)).toEqual([answer('A'), answer('B')]);
    }));
});

describe('records in files', () => {
  it('count as none when a merge has broken them', () =>
    inProject(async (root, put) => {
      await remember(createFileStore(root), []);
      put('locales/deliveries/ko/a.json', '<<<<<<< HEAD\n{"slug":"a"}\n');
      put('locales/deliveries/ko/b.json', JSON.stringify({ ...delivered('b'), units: 'none' }));
      expect(await createFileStore(root).delivery('a', 'ko')).toBeUndefined();
      expect(await createFileStore(root).delivery('b', 'ko')).toBeUndefined();
    }));
});

describe('what the file system refuses', () => {
  it('is coded, whichever door meets it', () =>
    inProject(async (root) => {
      mkdirSync(join(root, memoryFile), { recursive: true });
      mkdirSync(join(root, 'locales/deliveries/ko/a.json'), { recursive: true });
      writeFileSync(join(root, '.diptych'), '');
      const store = createFileStore(root);
      const failed = { code: 'store-failed', exitCode: 3 };
      await expect(store.memory(pair)).rejects.toMatchObject(failed);
      await expect(store.delivery('a', 'ko')).rejects.toMatchObject(failed);
      await expect(store.open()).rejects.toMatchObject(failed);
      await expect(store.remember(pair, answer('A'))).rejects.toMatchObject(failed);
      await expect(createFileStore(join(root, 'nowhere')).open()).rejects.toMatchObject(failed);
    }));

  it('of one language pair does not lose another, and the lock is let go', () =>
    inProject(async (root) => {
      const store = createFileStore(root);
      await store.open();
      await store.remember(pair, answer('A'));
      await store.remember({ from: 'ko', to: 'en' }, answer('가'));
      mkdirSync(join(root, 'locales/memory/ko-en.jsonl'), { recursive: true });
      await expect(store.close()).rejects.toMatchObject({ code: 'store-failed' });
      expect(readFileSync(join(root, memoryFile), 'utf8')).toBe(line(answer('A')));
      expect(readFileSync(join(root, '.diptych/journal/ko-en.jsonl'), 'utf8')).toBe(line(answer('가')));
      await store.open();
      await store.close();
    }));

  it.skipIf(process.getuid?.() === 0)('includes a folder without permission', () =>
    inProject(async (root) => {
      mkdirSync(join(root, '.diptych'), { mode: 0o500 });
      await expect(createFileStore(root).open()).rejects.toMatchObject({ code: 'store-failed' });
      chmodSync(join(root, '.diptych'), 0o700);
    }),
  );
});

describe('the lock', () => {
  const lockFile = '.diptych/lock';
  /** No process has this number: Linux allows at most 4194304. */
  const nobody = 4_194_305;

  it('names its holder', () =>
    inProject(async (root) => {
      const store = createFileStore(root);
      await store.open();
      const values = { pid: process.pid, host: hostname() };
      await expect(createFileStore(root).open()).rejects.toMatchObject({ code: 'store-locked', values, exitCode: 3 });
      await store.close();
      await createFileStore(root).open();
    }));

  it('is kept by an open that failed for another', () =>
    inProject(async (root) => {
      const store = createFileStore(root);
      await store.open();
      await expect(createFileStore(root).open()).rejects.toMatchObject({ code: 'store-locked' });
      await store.remember(pair, answer('A'));
      await expect(createFileStore(root).open()).rejects.toMatchObject({ code: 'store-locked' });
      await store.close();
    }));

  it.each([
    ['of a process that is gone', { pid: nobody, host: hostname(), since: '2026-01-01T00:00:00Z' }],
    [
      'of an earlier process with the number of one that lives',
      { pid: process.ppid, host: hostname(), since: '2026-01-01T00:00:00Z', started: '1' },
    ],
  ])('%s is broken', (_, holder) =>
    inProject(async (root, put) => {
      put(lockFile, JSON.stringify(holder));
      await remember(createFileStore(root), [answer('A')]);
      expect(readdirSync(join(root, '.diptych'))).toEqual(['journal']);
    }),
  );

  it('of a machine that lost power, empty or half-written, is broken', () =>
    inProject(async (root, put) => {
      for (const text of ['', '{"pid":', '{}']) {
        put(lockFile, text);
        await remember(createFileStore(root), [answer('A')]);
      }
    }));

  it.each([
    ['on another machine', { pid: nobody, host: `not-${hostname()}`, since: '2026-01-01T00:00:00Z' }],
    ['of a process that lives', { pid: process.ppid, host: hostname(), since: '2026-01-01T00:00:00Z' }],
  ])('%s is respected', (_, holder) =>
    inProject(async (root, put) => {
      put(lockFile, JSON.stringify(holder));
      await expect(createFileStore(root).open()).rejects.toMatchObject({ code: 'store-locked', values: holder });
      expect(readFileSync(join(root, lockFile), 'utf8')).toBe(JSON.stringify(holder));
      expect(readdirSync(join(root, '.diptych'))).toEqual(['lock']);
    }),
  );

  it('that somebody removed by hand and another took is not removed with the first', () =>
    inProject(async (root, put) => {
      const store = createFileStore(root);
      await store.open();
      const other = JSON.stringify({ pid: process.ppid, host: hostname(), since: '2026-01-01T00:00:00Z' });
      put(lockFile, other);
      await store.close();
      expect(readFileSync(join(root, lockFile), 'utf8')).toBe(other);
    }));

  it('is needed for writing memory', () =>
    inProject(async (root) => {
      await expect(createFileStore(root).remember(pair, answer('A'))).rejects.toMatchObject({ code: 'store-failed' });
    }));

  it('is not needed by appended lines that were acknowledged before', () =>
    inProject(async (root, put) => {
      put(journalFile, line(answer('A')));
      appendFileSync(join(root, journalFile), line(answer('B')));
      expect(await createFileStore(root).memory(pair)).toHaveLength(2);
    }));
});
