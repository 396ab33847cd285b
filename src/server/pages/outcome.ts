import type { Messages } from '../../messages/index.js';
import { DiptychError } from '../../model/errors.js';
import type { JobRecord } from '../../store/jobs.js';

/**
 * What a job that is over left to do, and why, to whoever may start the next one; `undefined` where it left nothing. An
 * engine that failed says how; where none was asked, none is set up; else every answer was refused.
 */
export function outcomeOf(job: JobRecord, say: Messages): string | undefined {
  const t = (key: string, values = {}) => say.text(`page.article.${key}`, values);
  const [first] = job.errors;
  const reason =
    first === undefined
      ? undefined
      : say.error(new DiptychError(first.code, first.values, first.file === undefined ? {} : { file: first.file }));
  if (job.state === 'failed') return t('failed', { reason: reason ?? '' }).trim();
  const left = job.report?.left ?? 0;
  if (job.state !== 'done' || left === 0) return undefined;
  const asked = (job.usage?.requests ?? 0) > 0;
  return `${t('left', { count: left })} ${reason ?? t(asked ? 'left-refused' : 'left-unasked')}`;
}
