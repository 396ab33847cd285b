import { OpenAPIHono } from '@hono/zod-openapi';
import type { Env } from '../env.js';
import { invalid, problemSchema } from '../http/problem.js';

/** A router whose requests are validated: what does not fit is `invalid-request`. */
export function router(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw invalid(result.error);
    },
  });
}

/** The media type of an answer's schema. */
export function json<T>(schema: T, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** The answers of a route whose text is no JSON of ours: the text, a 304, and what it may refuse with. */
export function text(type: string, description: string, ...refusals: readonly number[]) {
  return {
    200: { description, content: { [type]: { schema: { type: 'string' as const } } } },
    304: { description: 'As it was.' },
    ...problems(...refusals),
  };
}

/** Problems that a route answers with, by status; whoever may be refused for want of a key may ask too often. */
export function problems(...statuses: readonly number[]) {
  return Object.fromEntries(
    [...statuses, ...(statuses.includes(401) ? [429] : [])].map((status) => [
      status,
      { description: meaning[status] ?? '', content: { 'application/problem+json': { schema: problemSchema } } },
    ]),
  );
}

const meaning: Readonly<Record<number, string>> = {
  400: 'The request is not valid.',
  401: 'A key is needed.',
  403: 'The key does not cover this.',
  404: 'There is no such thing.',
  406: 'Not to be had in this media type.',
  409: 'Not possible in the present state.',
  412: 'Somebody else was faster; both texts are in the answer.',
  413: 'Too large.',
  422: 'Understood, and wrong.',
  428: 'If-Match is missing.',
  429: 'Too many requests in this minute; `Retry-After` says when the next is answered.',
};
