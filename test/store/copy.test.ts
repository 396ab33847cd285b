import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyHoldings, type Holdings } from '../../src/store/copy.js';
import { createFileAudit } from '../../src/store/file-audit.js';
import { createFileChanges } from '../../src/store/file-changes.js';
import { createFileHistory } from '../../src/store/file-history.js';
import { createFileJobs } from '../../src/store/file-jobs.js';
import { createFileKeyring } from '../../src/store/file-keys.js';
import { createFileWebhooks } from '../../src/store/file-webhooks.js';
import { createFileStore } from '../../src/store/files.js';
import {
  createPostgresAudit,
  createPostgresChanges,
  createPostgresHistory,
  createPostgresJobs,
  createPostgresKeyring,
  createPostgresWebhooks,
} from '../../src/store/postgres/index.js';
import { createPostgresStore } from '../../src/store/postgres.js';
import { usePostgres } from '../postgres/use.js';
import { act } from './audit.js';
import { answer, delivered } from './entries.js';
import { folder, removed } from './folder.js';
import { version } from './history.js';

const postgres = await usePostgres();

const onFiles = (root: string): Holdings => ({
  store: createFileStore(root),
  keys: createFileKeyring(root),
  changes: createFileChanges(root),
  jobs: createFileJobs(root),
  webhooks: createFileWebhooks(root),
  history: createFileHistory(root),
  audit: createFileAudit(root),
});

const pairs = [
  { from: 'en', to: 'ko' },
  { from: 'ko', to: 'en' },
  { from: 'zh-Hant', to: 'ko' },
];

/** All that a project keeps, by file: below `locales/` byte by byte, else what each line or file says. */
function filesOf(root: string): Record<string, unknown> {
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((name) => /^(?:locales|\.diptych|content)\//.test(name) && !name.startsWith('.diptych/journal/'));
  return Object.fromEntries(
    names.sort().map((name) => {
      const text = readFileSync(join(root, name), 'utf8');
      if (!name.startsWith('.diptych/')) return [name, text];
      const parts = name.endsWith('.jsonl') ? text.split('\n').filter(Boolean) : [text];
      return [name, parts.map((part) => JSON.parse(part))];
    }),
  );
}

/** Fills a project with what is hard to keep. */
async function fill({ store, keys, changes, jobs, webhooks, audit }: Holdings): Promise<void> {
  await store.open();
  for (const pair of pairs) {
    for (let i = 0; i < 150; i++) await store.remember(pair, answer(`Sentence ${i} — “25%” \0 \ud800 가`));
    await store.remember(pair, answer('A', { origin: 'human', kind: 'heading', note: 'by hand', state: 'reviewed' }));
  }
  const waivers = [{ issue: 'f'.repeat(16), reason: '그대로', by: 'kim', at: '2026-01-02T03:04:05Z' }];
  await store.deliver(delivered('news/가', { waivers }), 'content/ko/news/가.md', '본문\r\n', [
    version('1', '하나', { act: 'generated' }),
    version('1', '둘'),
  ]);
  await audit.note(act('edit', { unit: '1' }), act('publish'));
  await store.deliver(delivered('b'), 'content/ko/b.md', '다른 글\n');
  await store.close();
  const key = { hash: 'a'.repeat(64), scopes: ['read'] } as const;
  await keys.put({ ...key, name: 'z', created: '2026-01-01T00:00:00Z', scopes: ['edit', 'publish'] });
  await keys.put({ ...key, name: 'a', created: '2026-01-02T00:00:00Z', scopes: ['admin'] });
  const change = { at: '2026-01-02T03:04:05Z', type: 'published', original: false, revision: 'b'.repeat(64) } as const;
  await changes.append(async () => [
    { ...change, slug: 'b', locale: 'ko' },
    { ...change, slug: 'news/가', locale: 'ko' },
  ]);
  await changes.append(async () => [{ ...change, type: 'withdrawn', slug: 'b', locale: 'ko' }]);
  const job = { from: 'en', to: 'ko', by: 'kim', state: 'queued', done: 0, total: 0, units: 0, requests: 1 } as const;
  const id = '6f1f3c1e-0f4e-4d56-9b3e-1a2b3c4d5e6f';
  await jobs.enter({ ...job, id, slug: 'c', created: '2026-01-02T03:04:05.000Z', errors: [] });
  const hook = {
    name: 'site',
    url: 'https://example.com/',
    secret: 'whsec_AAAA',
    private: false,
    created: '2026-01-02',
  };
  const owed = [{ sequence: 2, attempts: 1, due: '2026-01-02T03:04:05.000Z', reason: 'HTTP 503' }];
  await webhooks.add(hook, { log: { epoch: await changes.epoch(), next: 3 }, owed, dead: [], told: [] });
}

describe('copying between files and PostgreSQL', () => {
  it('there and back loses nothing, and leaves what git sees the same to the byte', async () => {
    const [here, back] = [folder(), folder()];
    const database = postgres.database();
    const onPostgres = (root: string): Holdings => ({
      store: createPostgresStore(root, database),
      keys: createPostgresKeyring(database),
      changes: createPostgresChanges(database),
      jobs: createPostgresJobs(database),
      webhooks: createPostgresWebhooks(database),
      history: createPostgresHistory(database),
      audit: createPostgresAudit(database),
    });
    try {
      await fill(onFiles(here));
      const before = filesOf(here);
      expect(Object.keys(before)).toContain('locales/memory/zh-Hant-ko.jsonl');
      const copied = await copyHoldings(onFiles(here), onPostgres(here));
      expect(copied).toEqual({
        entries: 453,
        deliveries: 2,
        keys: 2,
        changes: 3,
        jobs: 1,
        webhooks: 1,
        versions: 2,
        acts: 2,
      });
      expect(await copyHoldings(onPostgres(back), onFiles(back))).toEqual(copied);
      // The articles are the repository's: git brings them.
      const articles = Object.fromEntries(Object.entries(before).filter(([name]) => name.startsWith('content/')));
      expect({ ...articles, ...filesOf(back) }).toEqual(before);
      // Again, both ways: nothing is there twice.
      await copyHoldings(onFiles(here), onPostgres(here));
      await copyHoldings(onPostgres(here), onFiles(here));
      expect(filesOf(here)).toEqual(before);
    } finally {
      await postgres.drop(database);
      removed(here);
      removed(back);
    }
  });

  it('never lets an engine’s text replace a person’s, and refuses a log of its own', async () => {
    const [one, other] = [folder(), folder()];
    const [a, b] = [onFiles(one), onFiles(other)];
    for (const [{ store }, entry] of [
      [a, answer('A')],
      [b, answer('A', { origin: 'human', target: '사람' })],
    ] as const) {
      await store.open();
      await store.remember(pairs[0]!, entry);
      await store.close();
    }
    await copyHoldings(a, b);
    expect((await createFileStore(other).memory(pairs[0]!)).map(({ target }) => target)).toEqual(['사람']);
    const change = { at: 'x', type: 'published', slug: 's', locale: 'ko', original: true, revision: 'r' } as const;
    await a.changes.append(async () => [change]);
    await b.changes.append(async () => [change]);
    await expect(copyHoldings(a, b)).rejects.toMatchObject({ code: 'conflict' });
    await a.store.open();
    await expect(copyHoldings(onFiles(one), b)).rejects.toMatchObject({ code: 'store-locked' });
    await a.store.close();
    removed(one);
    removed(other);
  });

  it('takes over a broken record as none', async () => {
    const [one, other] = [folder(), folder()];
    const file = join(one, 'locales/deliveries/ko/a.json');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '<<<<<<< HEAD');
    expect(await copyHoldings(onFiles(one), onFiles(other))).toMatchObject({ deliveries: 1, entries: 0 });
    expect(await createFileStore(other).delivery('a', 'ko')).toBeUndefined();
    removed(one);
    removed(other);
  });
});
