import { describe, expect, it } from 'vitest';
import { messages } from '../../src/messages/index.js';
import { outcomeOf } from '../../src/server/pages/outcome.js';
import type { JobRecord } from '../../src/store/jobs.js';

const job = (change: Partial<JobRecord>): JobRecord => ({
  id: 'j',
  slug: 'harbor',
  from: 'en',
  to: 'ko',
  created: '2026-04-01T00:00:00Z',
  by: 'kim',
  state: 'done',
  done: 0,
  total: 0,
  units: 0,
  requests: 1,
  errors: [],
  ...change,
});
const report = (left: number) => ({ outcome: 'written', state: 'partial', counts: {}, issues: 0, failing: 0, left });
const usage = (requests: number) => ({ requests, inputTokens: 0, outputTokens: 0 });
const failed = [{ code: 'engine-failed', values: { engine: 'openai', reason: 'no answer' } }] as const;

describe('what the last job left to do', () => {
  it.each([
    ['nothing, where it left nothing', job({ report: report(0), usage: usage(3) }), undefined],
    ['nothing, where a person cancelled it', job({ state: 'cancelled' }), undefined],
    [
      'an engine that failed',
      job({ report: report(21), errors: failed, usage: usage(8) }),
      /^지난 생성에서 대목 21개가 .*openai 엔진.*no answer/,
    ],
    [
      'answers that were refused',
      job({ report: report(2), usage: usage(8) }),
      /^지난 생성에서 대목 2개가 .*검사에서 걸렸습니다/,
    ],
    ['no engine at all', job({ report: report(2), usage: usage(0) }), /맡길 엔진이 없습니다/],
    ['a job that failed', job({ state: 'failed', errors: failed }), /^생성하지 못했습니다: openai 엔진/],
  ])('tells of %s', (_, record, told) => {
    const said = outcomeOf(record, messages('ko'));
    if (told === undefined) expect(said).toBeUndefined();
    else expect(said).toMatch(told);
  });

  it('counts in English', () => {
    expect(outcomeOf(job({ report: report(1), usage: usage(1) }), messages('en'))).toContain('left 1 passage in');
  });
});
