import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engines/index.js';
import { protect } from '../../src/engines/protect.js';
import type { EngineSettings } from '../../src/engines/settings.js';
import { verify } from '../../src/engines/verify.js';
import { languagePack } from '../../src/languages/index.js';
import { glossed } from './units.js';

const program = fileURLToPath(new URL('./program.mjs', import.meta.url));
const unit = glossed({
  source: 'The plant cost <pc1>$25 billion</pc1> to build.',
  figures: { '$25 billion': '250억 달러' },
});
const request = { from: 'en', to: 'ko', title: 'Plants', units: [protect(unit)] };

const open = (fault: string, settings: EngineSettings = {}) =>
  createEngine('command', { command: [process.execPath, program, fault], maxRetries: 0, ...settings }, process.env);

describe('command', () => {
  it('asks a program line by line, and starts it once', async () => {
    const engine = open('');
    const answers = await Promise.all([engine.translate(request), engine.translate(request)]);
    for (const { targets } of answers) {
      expect(verify(unit, targets.get('u1') ?? '', languagePack('en'), languagePack('ko'))).toMatchObject({ ok: true });
    }
  });

  it('takes its words from the environment', async () => {
    const engine = createEngine('command', {}, { ...process.env, DIPTYCH_COMMAND: `${process.execPath} ${program}` });
    expect((await engine.translate(request)).targets.size).toBe(1);
  });

  it('takes nothing from an answer of another form', async () => {
    expect([...(await open('noise').translate(request)).targets]).toEqual([]);
  });

  it.each([
    ['die', {}, 'no model file'],
    ['error', {}, 'out of memory'],
    ['mute', { timeoutSeconds: 0.5 }, 'no answer within'],
  ])('says what went wrong: %s', async (fault, settings, reason) => {
    const failed = open(fault, settings).translate(request);
    await expect(failed).rejects.toMatchObject({
      code: 'engine-failed',
      values: { reason: expect.stringContaining(reason) },
    });
  });

  it('says that the program is not there', async () => {
    const engine = createEngine('command', { command: ['no-such-program-here'], maxRetries: 0 }, process.env);
    await expect(engine.translate(request)).rejects.toMatchObject({ code: 'engine-failed' });
    await expect(engine.probe!(new AbortController().signal)).rejects.toMatchObject({ code: 'engine-failed' });
    await open('').probe!(new AbortController().signal);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const failed = open('mute').translate({ ...request, signal: stop.signal });
    setTimeout(() => stop.abort(), 20);
    await expect(failed).rejects.toMatchObject({ code: 'aborted' });
  });

  it('needs a program', () => {
    expect(() => createEngine('command', {}, {})).toThrow('DIPTYCH_COMMAND');
  });
});
