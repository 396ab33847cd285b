import { setMaxListeners } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LanguagePair, MemoryEntry } from '../../src/model/memory.js';
import type { Asked, Store } from '../../src/store/store.js';
import { answer, anyEntry, delivered, sorted } from './entries.js';

/** Data that a test has for itself, and the ways to it. */
export interface StoreUnderTest {
  /** The project's folder. */
  readonly root: string;
  /** A store on the data, with nothing in its own memory: as the next process finds it. */
  connect(): Store;
  remove(): Promise<void>;
}

const there: LanguagePair = { from: 'en', to: 'ko' };
const back: LanguagePair = { from: 'ko', to: 'en' };

/** What every store does. `make` gives each test data of its own. */
export function storeContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`the store on ${name}`, () => {
    let data: StoreUnderTest;
    beforeEach(async () => {
      data = await make();
    });
    afterEach(() => data.remove());

    /** Runs a step between open and close, as a command does. */
    async function session<T>(step: (store: Store) => Promise<T>): Promise<T> {
      const store = data.connect();
      await store.open();
      try {
        return await step(store);
      } finally {
        await store.close();
      }
    }
    const remembered = (pair = there) => data.connect().memory(pair);

    it('is empty at first, and can be read without being opened', async () => {
      expect(await remembered()).toEqual([]);
      expect(await data.connect().delivery('a', 'ko')).toBeUndefined();
    });

    it('opens and closes without anything to do, twice', async () => {
      const store = data.connect();
      for (let i = 0; i < 2; i++) {
        await store.open();
        await store.close();
      }
      expect(await remembered()).toEqual([]);
    });

    it('gives every entry back as it was, whatever its text', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyEntry, { maxLength: 12 }), async (entries) => {
          const own = await make();
          try {
            const store = own.connect();
            await store.open();
            const model = new Map<string, MemoryEntry>();
            const ranks = { human: 2, imported: 1, engine: 0 };
            for (const entry of entries) {
              await store.remember(there, entry);
              const key = JSON.stringify([entry.source, entry.kind]);
              const present = model.get(key);
              if (present === undefined || ranks[entry.origin] >= ranks[present.origin]) model.set(key, entry);
            }
            const now = await store.memory(there);
            await store.close();
            expect(sorted(now)).toEqual(sorted([...model.values()]));
            expect(sorted(await own.connect().memory(there))).toEqual(sorted([...model.values()]));
          } finally {
            await own.remove();
          }
        }),
        { numRuns: 25 },
      );
    });

    it('keeps one entry for each source and kind: the later one', async () => {
      await session(async (store) => {
        await store.remember(there, answer('Sales', { target: '판매' }));
        await store.remember(there, answer('Sales', { target: '매출' }));
        await store.remember(there, answer('Sales', { target: '매출 현황', kind: 'heading' }));
      });
      expect((await remembered()).map(({ target }) => target).sort()).toEqual(['매출', '매출 현황']);
    });

    it('never lets an engine replace what a person wrote, nor an import', async () => {
      await session(async (store) => {
        await store.remember(there, answer('A', { origin: 'human', target: '사람' }));
        await store.remember(there, answer('A', { origin: 'imported', target: '가져옴' }));
        await store.remember(there, answer('A', { target: '기계' }));
        await store.remember(there, answer('B', { target: '기계' }));
        await store.remember(there, answer('B', { origin: 'imported', target: '가져옴' }));
        await store.remember(there, answer('C', { origin: 'human', target: '먼저' }));
        await store.remember(there, answer('C', { origin: 'human', target: '나중' }));
      });
      const targets = Object.fromEntries((await remembered()).map(({ source, target }) => [source, target]));
      expect(targets).toEqual({ A: '사람', B: '가져옴', C: '나중' });
    });

    it('holds the rank when both come at once', async () => {
      await session((store) =>
        Promise.all([
          store.remember(there, answer('A', { origin: 'human', target: '사람' })),
          store.remember(there, answer('A', { target: '기계' })),
        ]),
      );
      expect((await remembered()).map(({ target }) => target)).toEqual(['사람']);
    });

    it('lists human entries first, then imported ones, then those of engines', async () => {
      await session(async (store) => {
        await store.remember(there, answer('A'));
        await store.remember(there, answer('B', { origin: 'imported' }));
        await store.remember(there, answer('C', { origin: 'human' }));
        await store.remember(there, answer('D'));
      });
      expect((await remembered()).map(({ origin }) => origin)).toEqual(['human', 'imported', 'engine', 'engine']);
    });

    it('keeps the directions apart', async () => {
      await session(async (store) => {
        await store.remember(there, answer('Hello'));
        await store.remember(back, answer('안녕'));
      });
      expect((await remembered()).map(({ source }) => source)).toEqual(['Hello']);
      expect((await remembered(back)).map(({ source }) => source)).toEqual(['안녕']);
    });

    it('takes hundreds of entries at once', async () => {
      const entries = Array.from({ length: 300 }, (_, i) => answer(`Sentence ${i}.`));
      await session((store) => Promise.all(entries.map((entry) => store.remember(there, entry))));
      expect(sorted(await remembered())).toEqual(sorted(entries));
    });

    it('has in memory what it has acknowledged, before it is closed', async () => {
      await session(async (store) => {
        await store.remember(there, answer('A'));
        expect((await store.memory(there)).map(({ source }) => source)).toEqual(['A']);
      });
    });

    it('delivers a file and its record, byte for byte', async () => {
      const text = '\ufeff---\r\ntitle: "가"\r\n---\r\n\r\n본문 — “25%”\n\n';
      const delivery = delivered('a', {
        waivers: [{ issue: 'f'.repeat(16), reason: '그대로', by: 'kim', at: '2026-01-02T03:04:05Z' }],
      });
      await session((store) => store.deliver(delivery, 'content/ko/a.md', text));
      expect(readFileSync(join(data.root, 'content/ko/a.md'), 'utf8')).toBe(text);
      expect(await data.connect().delivery('a', 'ko')).toEqual(delivery);
      expect(await data.connect().delivery('a', 'ja')).toBeUndefined();
    });

    it('keeps records of nested slugs and of slugs that look like paths of another apart', async () => {
      const slugs = ['news/a', 'news-a', 'news', '뉴스/가'];
      await session(async (store) => {
        for (const slug of slugs) await store.deliver(delivered(slug), `content/ko/${slug}.md`, `${slug}\n`);
      });
      for (const slug of slugs) expect((await data.connect().delivery(slug, 'ko'))?.slug).toBe(slug);
    });

    it('replaces a delivery, and leaves the file alone when only the record is new', async () => {
      const path = join(data.root, 'content/ko/a.md');
      await session(async (store) => {
        await store.deliver(delivered('a'), 'content/ko/a.md', '하나\n');
        await store.deliver(delivered('a', { revision: '1'.repeat(64) }), 'content/ko/a.md', '둘\n');
      });
      expect(readFileSync(path, 'utf8')).toBe('둘\n');
      const before = statSync(path, { bigint: true });
      const next = delivered('a', { revision: '2'.repeat(64) });
      await session((store) => store.deliver(next, 'content/ko/a.md', '둘\n'));
      const after = statSync(path, { bigint: true });
      expect([after.mtimeNs, after.ino]).toEqual([before.mtimeNs, before.ino]);
      expect(await data.connect().delivery('a', 'ko')).toEqual(next);
    });

    it.each(['../out.md', '/tmp/diptych-out.md', 'content/ko/../../../out.md', 'content/a\0.md', 'link/out.md'])(
      'writes nothing outside the project: %j',
      async (file) => {
        const outside = join(data.root, '..', 'out.md');
        symlinkSync('..', join(data.root, 'link'));
        await session(async (store) => {
          await expect(store.deliver(delivered('a'), file, 'x')).rejects.toMatchObject({ code: 'outside-project' });
        });
        expect(existsSync(outside)).toBe(false);
        expect(await data.connect().delivery('a', 'ko')).toBeUndefined();
      },
    );

    it('codes what the file system refuses, and records no delivery that was not written', async () => {
      mkdirSync(join(data.root, 'content'), { recursive: true });
      writeFileSync(join(data.root, 'content/ko'), 'a file where a folder should be');
      await session(async (store) => {
        await expect(store.deliver(delivered('a'), 'content/ko/a.md', 'x')).rejects.toMatchObject({
          code: 'store-failed',
          exitCode: 3,
        });
      });
      expect(await data.connect().delivery('a', 'ko')).toBeUndefined();
    });

    it('keeps a record without a file', async () => {
      const delivery = delivered('a');
      await session((store) => store.record(delivery));
      expect(await data.connect().delivery('a', 'ko')).toEqual(delivery);
      expect(existsSync(join(data.root, 'content/ko/a.md'))).toBe(false);
      await data.connect().bring('a', 'ko');
      expect(existsSync(join(data.root, 'content/ko/a.md'))).toBe(false);
    });

    it('names what it holds', async () => {
      expect(await data.connect().contents()).toEqual({ pairs: [], deliveries: [] });
      const script: LanguagePair = { from: 'zh-Hant', to: 'ko-KR' };
      await session(async (store) => {
        for (const pair of [there, back, script]) await store.remember(pair, answer('A'));
        await store.deliver(delivered('news/a'), 'content/ko/news/a.md', 'x\n');
        await store.record(delivered('b', { to: 'ja' }));
      });
      expect(await data.connect().contents()).toEqual({
        pairs: [there, back, script],
        deliveries: [
          { slug: 'b', to: 'ja' },
          { slug: 'news/a', to: 'ko' },
        ],
      });
    });

    const running = new AbortController().signal;
    setMaxListeners(0, running);
    const any = () => true;

    it('gives a unit to one claimant at a time, and then tells the other its answer', async () => {
      await session(async (store) => {
        const unit = { source: 'A', kind: 'paragraph' } as const;
        const first = await store.claim(there, [unit, { source: 'B', kind: 'paragraph' }], any, running);
        expect(first.held).toHaveLength(2);
        expect(first.answered).toEqual([]);
        const order: string[] = [];
        const second = store.claim(there, [unit], any, running).then((claim) => {
          order.push('second');
          return claim;
        });
        await new Promise((resolve) => setTimeout(resolve, 60));
        order.push('answer');
        await store.remember(there, answer('A', { kind: 'paragraph' }));
        await first.release();
        const { held, answered, release } = await second;
        expect(order).toEqual(['answer', 'second']);
        expect(answered).toEqual([answer('A', { kind: 'paragraph' })]);
        // Held only by whoever came after the release; told either way.
        expect(held.length).toBeLessThanOrEqual(1);
        await release();
      });
    });

    it('gives what is free at once, and never holds it while it waits for the rest', async () => {
      await session(async (store) => {
        const [a, b, c] = ['A', 'B', 'C'].map((source) => ({ source, kind: 'paragraph' }) as const) as [
          Asked,
          Asked,
          Asked,
        ];
        const left = await store.claim(there, [a, b], any, running);
        const right = await store.claim(there, [b, c], any, running);
        expect(right.held).toEqual([c]);
        await left.release();
        await right.release();
        const again = await store.claim(there, [c, b, a], any, running);
        expect([...again.held].sort((x, y) => (x.source < y.source ? -1 : 1))).toEqual([a, b, c]);
        await again.release();
      });
    });

    it('waits for a unit whose entry is no answer, and no longer than the signal says', async () => {
      await session(async (store) => {
        const unit = { source: 'A', kind: 'paragraph' } as const;
        await store.remember(there, answer('A', { kind: 'paragraph', fingerprint: 'old' }));
        const first = await store.claim(there, [unit], () => false, running);
        expect([first.held, first.answered]).toEqual([[unit], []]);
        const stop = new AbortController();
        const second = store.claim(there, [unit], () => false, stop.signal);
        setTimeout(() => stop.abort(), 50);
        await expect(second).rejects.toMatchObject({ code: 'aborted' });
        await first.release();
        const third = await store.claim(there, [unit], () => false, running);
        expect(third.held).toEqual([unit]);
        await third.release();
      });
    });

    it('keeps directions and kinds apart in claims', async () => {
      await session(async (store) => {
        const claims = await Promise.all([
          store.claim(there, [{ source: 'A', kind: 'paragraph' }], any, running),
          store.claim(back, [{ source: 'A', kind: 'paragraph' }], any, running),
          store.claim(there, [{ source: 'A', kind: 'heading' }], any, running),
        ]);
        expect(claims.map(({ held }) => held.length)).toEqual([1, 1, 1]);
        for (const { release } of claims) await release();
      });
    });

    it('lets hundreds claim the same units in any order, and each unit is asked for once', async () => {
      const units = Array.from({ length: 12 }, (_, i) => ({ source: `Unit ${i}.`, kind: 'paragraph' }) as const);
      const asked: string[] = [];
      await session(async (store) => {
        await Promise.all(
          Array.from({ length: 40 }, async (_, turn) => {
            let open = [...units.slice(turn % 12), ...units.slice(0, turn % 12)].slice(0, 7);
            while (open.length > 0) {
              const { held, answered, release } = await store.claim(there, open, any, running);
              const known = new Set(answered.map(({ source }) => source));
              for (const { source } of held) {
                if (known.has(source)) continue;
                asked.push(source);
                await store.remember(there, answer(source, { kind: 'paragraph' }));
                known.add(source);
              }
              await release();
              open = open.filter(({ source }) => !known.has(source));
            }
          }),
        );
      });
      expect([...asked].sort()).toEqual(units.map(({ source }) => source).sort());
    });

    it('runs steps of one translation one after the other, whatever becomes of them', async () => {
      await session(async (store) => {
        let inside = 0;
        const steps = Array.from({ length: 12 }, (_, i) =>
          store.alone('a', 'ko', async () => {
            expect(++inside).toBe(1);
            await new Promise((resolve) => setTimeout(resolve, 3));
            inside--;
            if (i % 3 === 0) throw new Error('fell over');
            return i;
          }),
        );
        const results = await Promise.allSettled(steps);
        expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(8);
        let other = false;
        await store.alone('a', 'ko', () =>
          store.alone('b', 'ko', async () => {
            other = true;
          }),
        );
        expect(other).toBe(true);
      });
    });

    it('says so when the project is gone', async () => {
      const store = data.connect();
      await store.open();
      await store.close();
      rmSync(data.root, { recursive: true });
      await expect(store.deliver(delivered('a'), 'content/ko/a.md', 'x')).rejects.toMatchObject({
        code: 'store-failed',
      });
      mkdirSync(data.root);
    });
  });
}
