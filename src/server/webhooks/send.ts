import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Webhook } from 'standardwebhooks';
import type { Hook } from '../../store/webhooks.js';
import { assertPublicHost, publicLookup } from './reach.js';

/** One thing that is told. `id` is the same however often it is told, so that the receiver can pass over what it knows. */
export interface Message {
  readonly id: string;
  readonly body: string;
}

/** How one try ended. */
export type Attempt =
  | { readonly ok: true; readonly status: number }
  | {
      readonly ok: false;
      readonly status?: number;
      readonly reason: string;
      /** Milliseconds that the receiver asked to be left alone (Retry-After). */
      readonly wait?: number;
      /** It will never be taken: 410 Gone. */
      readonly gone?: true;
    };

/** How long one try may take, in milliseconds, and how much of the answer is read, in bytes. */
const patience = 15_000;
const readable = 64 * 1024;

/**
 * Tells a message once, signed as Standard Webhooks 1.0 say. A redirect is not followed: it is an answer that is no
 * success. Never throws.
 */
export function send({ url, secret, private: own }: Hook, { id, body }: Message, now: Date): Promise<Attempt> {
  const target = new URL(url);
  return new Promise<Attempt>((resolve) => {
    const failed = (reason: string) => resolve({ ok: false, reason });
    try {
      if (!own) assertPublicHost(target.hostname);
    } catch {
      return failed('not a public address');
    }
    const call = (target.protocol === 'https:' ? requestHttps : requestHttp)(
      target,
      {
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(patience),
        ...(own ? {} : { lookup: publicLookup }),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Diptych',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
          'webhook-signature': new Webhook(secret).sign(id, now, body),
        },
      },
      (answer) => {
        const status = answer.statusCode ?? 0;
        let read = 0;
        answer.on('data', (chunk: Buffer) => {
          read += chunk.length;
          if (read > readable) answer.destroy();
        });
        answer.on('error', () => {});
        answer.on('close', () => {
          if (status >= 200 && status < 300) return resolve({ ok: true, status });
          const wait = retryAfter(answer.headers['retry-after'], now);
          resolve({
            ok: false,
            status,
            reason: `HTTP ${status}`,
            ...(wait === undefined ? {} : { wait }),
            ...(status === 410 ? { gone: true } : {}),
          });
        });
      },
    );
    call.on('error', (error: NodeJS.ErrnoException) =>
      failed(error.name === 'TimeoutError' ? 'timed out' : (error.code ?? error.message)),
    );
    call.end(body);
  });
}

/** The longest that a receiver may ask to be left alone, in milliseconds. */
const longestWait = 24 * 3600_000;

/** Retry-After in milliseconds: seconds or a date (RFC 9110 §10.2.3). */
function retryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  const wait = /^\d{1,9}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), longestWait);
}
