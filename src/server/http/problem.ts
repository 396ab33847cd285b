import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import type { Messages } from '../../messages/index.js';
import { messages } from '../../messages/index.js';
import { DiptychError } from '../../model/errors.js';
import type { Log } from '../observe.js';

/** An error as the API tells it: RFC 9457 problem details, with our code. */
export const problemSchema = z
  .object({
    type: z.string().describe('Always `about:blank`-like: the page of the docs that explains the code.'),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('What `docs/errors.md` lists.'),
    detail: z.string().describe('What happened and what to do, in the language of the interface.'),
  })
  .catchall(z.unknown());

const docs = 'https://github.com/diptych/diptych/blob/main/docs/errors.md';

/** More that an error tells, by its own class. */
export type Details = (error: DiptychError, say: Messages) => Readonly<Record<string, unknown>>;

/** Answers with an error. What is no error of ours is told as a failure, without its inside. */
export function problem(c: Context, thrown: unknown, details: Details, log: Log): Response {
  const error = known(thrown);
  const say: Messages = c.get('messages') ?? messages('en');
  if (error === undefined || error.httpStatus >= 500) log(thrown, c.get('request'));
  const coded = error ?? new DiptychError('store-failed', { reason: 'internal error' });
  const status = (coded.httpStatus === 499 ? 503 : coded.httpStatus) as ContentfulStatusCode;
  if (status === 401) c.header('WWW-Authenticate', 'Bearer realm="diptych"');
  if (coded.code === 'too-many-requests') c.header('Retry-After', String(coded.values['seconds']));
  const body = {
    type: `${docs}#${coded.code}`,
    title: coded.code,
    status,
    code: coded.code,
    detail: say.error(coded).replace(/ \[[a-z-]+\]$/, ''),
    ...details(coded, say),
  };
  c.header('Cache-Control', 'no-store');
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json; charset=utf-8' });
}

function known(thrown: unknown): DiptychError | undefined {
  if (thrown instanceof DiptychError) return thrown;
  if (thrown instanceof HTTPException && thrown.status < 500) {
    return new DiptychError('invalid-request', { reason: thrown.message });
  }
  return undefined;
}

/** A zod error as ours: the first thing that is wrong, with its place. */
export function invalid(error: z.core.$ZodError): DiptychError {
  const [issue] = error.issues;
  const path = issue?.path.join('.') ?? '';
  return new DiptychError('invalid-request', { reason: `${path === '' ? '' : `${path}: `}${issue?.message ?? ''}` });
}
