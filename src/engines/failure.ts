import { DiptychError } from '../model/errors.js';
import type { EngineUsage } from './engine.js';

/** What may help after a failure. */
export interface Retry {
  /** Milliseconds that the provider asks to wait. */
  readonly after?: number;
  /** Whether the whole engine has to wait (a limit was reached), not this request alone. */
  readonly all: boolean;
}

/** A reason that people are told in their own language: `errors.engine-failed_<context>` of the messages. */
export interface KnownReason {
  readonly context: 'no-server' | 'no-model' | 'resting' | 'timeout' | 'broke-off' | 'unreachable';
  /** The same in English. */
  readonly text: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** `engine-failed`, with what a second try needs to know. Without `retry` no second try would help. */
export class EngineFailure extends DiptychError {
  readonly retry: Retry | undefined;
  /** What all tries together took. */
  spent?: EngineUsage;

  constructor(engine: string, reason: string | KnownReason, retry?: Retry) {
    const { text, context, values }: Partial<KnownReason> & { text: string } =
      typeof reason === 'string' ? { text: reason } : reason;
    const told = { engine, reason: text.replace(/\s+/g, ' ').slice(0, 500) };
    super('engine-failed', context === undefined ? told : { ...values, ...told, context });
    this.retry = retry;
  }
}

/** Statuses that pass: time-out, too early, too many, and servers in trouble (529 is Anthropic's "overloaded"). */
const passing: ReadonlySet<number> = new Set([408, 409, 425, 429, 500, 502, 503, 504, 529]);
/** Those among them that concern every request. */
const crowded: ReadonlySet<number> = new Set([429, 503, 529]);

/** What a server answered, as far as it tells about trying again. */
export interface HttpTrouble {
  readonly status: number;
  readonly message: string;
  header(name: string): string | null | undefined;
}

/** A failure from an HTTP answer. `secrets` are taken out of the message: servers echo keys. */
export function httpFailure(engine: string, trouble: HttpTrouble, secrets: readonly string[]): EngineFailure {
  const reason = withoutSecrets(`HTTP ${trouble.status}: ${trouble.message}`, secrets);
  // OpenAI says 429 when the account has no money left: waiting does not help.
  const broke = /insufficient_quota|exceeded your current quota/i.test(trouble.message);
  if (!passing.has(trouble.status) || broke) return new EngineFailure(engine, reason);
  const after = retryAfter(trouble);
  return new EngineFailure(engine, reason, {
    all: crowded.has(trouble.status),
    ...(after === undefined ? {} : { after }),
  });
}

/** Errors that providers name in the midst of a stream, by the status that the same error has at its beginning. */
const named: Readonly<Record<string, number>> = {
  overloaded_error: 529,
  rate_limit_error: 429,
  rate_limit_exceeded: 429,
  insufficient_quota: 429,
  authentication_error: 401,
  permission_error: 403,
  invalid_request_error: 400,
};

/** A failure that a provider tells in the midst of an answer. */
export function streamFailure(
  engine: string,
  type: string,
  message: string,
  secrets: readonly string[],
): EngineFailure {
  return httpFailure(
    engine,
    { status: named[type] ?? 500, message: `${type}: ${message}`, header: () => null },
    secrets,
  );
}

/** A failure on the way: no connection, a name that is not found, an answer that broke off. */
export function networkFailure(engine: string, error: unknown, secrets: readonly string[]): EngineFailure {
  const { message, cause } = (error ?? {}) as { message?: string; cause?: { code?: unknown; message?: unknown } };
  const code = cause?.code ?? cause?.message;
  const text = `${message ?? String(error)}${typeof code === 'string' && code !== '' ? ` (${code})` : ''}`;
  const told = withoutSecrets(text, secrets);
  const known: KnownReason = { context: 'unreachable', text: told, values: { code: String(code) } };
  return new EngineFailure(engine, unreachable.has(String(code)) ? known : told, { all: false });
}

/** What a connection that never came about is called by the system, Node's resolver and its client. */
const unreachable: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** A text in which no secret stands. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.filter((secret) => secret.length > 3).reduce((out, secret) => out.replaceAll(secret, '***'), text);
}

/** Milliseconds of `Retry-After` (RFC 9110 §10.2.3: seconds or a date), or of `retry-after-ms`. */
function retryAfter({ header }: HttpTrouble): number | undefined {
  const exact = Number(header('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(exact) && exact >= 0) return exact;
  const text = header('retry-after')?.trim();
  if (!text) return undefined;
  const wait = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
