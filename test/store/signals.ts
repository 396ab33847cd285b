import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Signals } from '../../src/store/signals.js';
import type { UnderTest } from './keys.js';

/** What every way of signalling does. */
export function signalsContract(name: string, make: () => Promise<UnderTest<Signals>>): void {
  describe(`the signals on ${name}`, () => {
    let data: UnderTest<Signals>;
    beforeEach(async () => {
      data = await make();
    });
    afterEach(() => data.remove());

    it('reach everybody who listens to their topic, until they stop', async () => {
      const signals = data.connect();
      const heard: string[] = [];
      const leave = signals.listen('job', (about) => heard.push(`job ${about}`));
      signals.listen('change', (about) => heard.push(`change ${about}`));
      // Listening begins in a moment.
      await expect
        .poll(() => {
          signals.tell('change', 'first');
          return heard.length;
        })
        .toBeGreaterThan(0);
      signals.tell('job', 'ko/뉴스 "1"');
      await expect.poll(() => heard).toContain('job ko/뉴스 "1"');
      signals.tell('translation', 'nobody listens');
      leave();
      signals.tell('job', 'late');
      signals.tell('change', 'last');
      await expect.poll(() => heard).toContain('change last');
      expect(heard).not.toContain('job late');
    });
  });
}
