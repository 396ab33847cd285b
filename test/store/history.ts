import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { History, Version } from '../../src/store/history.js';
import type { UnderTest } from './keys.js';

export const version = (thread: string, target: string, more: Partial<Version> = {}): Version => ({
  thread,
  at: '2026-01-02T03:04:05.000Z',
  act: 'edited',
  by: 'kim',
  source: 'A <pc1>b</pc1>',
  target,
  state: 'reviewed',
  origin: { kind: 'human' },
  ...more,
});

/** What every history does. */
export function historyContract(name: string, make: () => Promise<UnderTest<History>>): void {
  describe(`the history on ${name}`, () => {
    let data: UnderTest<History>;
    beforeEach(async () => {
      data = await make();
    });
    afterEach(() => data.remove());

    it('keeps what units were, each by itself and in order, for the next process', async () => {
      const history = data.connect();
      expect(await history.of('a', 'ko')).toEqual([]);
      const made = { act: 'generated', state: 'translated', origin: { kind: 'engine', engine: 'test' } } as const;
      const { by: _, ...found } = version('p2', '“따옴표”\0 \ud800 \u2028', { act: 'found' });
      await history.append('a', 'ko', [version('p1', '하나', made), found]);
      await history.append('a', 'ko', []);
      await history.append('a', 'ko', [version('p1', '둘')]);
      await history.append('뉴스/a', 'ko', [version('p1', '다른 글')]);
      await history.append('a', 'ja', [version('p1', '別')]);
      const again = data.connect();
      expect(await again.of('a', 'ko', 'p1')).toEqual([version('p1', '하나', made), version('p1', '둘')]);
      expect(await again.of('a', 'ko')).toEqual([version('p1', '하나', made), found, version('p1', '둘')]);
      expect((await again.of('뉴스/a', 'ko')).map(({ target }) => target)).toEqual(['다른 글']);
    });

    it('takes SQL for the text that it is', async () => {
      const history = data.connect();
      const evil = "x'); drop table history; --";
      await history.append(evil, 'ko', [version(evil, evil)]);
      expect(await history.of(evil, 'ko', evil)).toEqual([version(evil, evil)]);
      expect(await history.of("' or '1'='1", 'ko', "' or '1'='1")).toEqual([]);
    });

    it('tells a version once that a delivery cut off half-way wrote down again', async () => {
      const history = data.connect();
      await history.append('a', 'ko', [version('p1', '하나'), version('p2', '하나')]);
      await history.append('a', 'ko', [version('p1', '하나', { at: '2026-01-02T03:05:00.000Z' }), version('p1', '둘')]);
      await history.append('a', 'ko', [version('p1', '하나')]);
      expect((await history.of('a', 'ko', 'p1')).map(({ target }) => target)).toEqual(['하나', '둘', '하나']);
    });
  });
}
