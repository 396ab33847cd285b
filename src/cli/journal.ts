import { pino } from 'pino';
import { withoutSecrets } from '../engines/failure.js';
import { DiptychError } from '../model/errors.js';
import type { JobEnd, Log, Observe, RequestEvent } from '../server/observe.js';
import type { Io } from './io.js';
import { type LogLevel, logLevels } from './log-level.js';
import { oneLine } from './one-line.js';

/** Where a server or worker writes down what it does. */
interface Journal {
  readonly log: Log;
  readonly observe: Observe;
}

/** What a process's keeper asks every few seconds: told at `debug` alone. */
const probes = new Set(['/healthz', '/readyz', '/metrics']);

/** How much of a path is written down; a longer one is nobody's address. */
const longestPath = 500;

/**
 * A journal on `io.stderr`: for programs one line of JSON for each event, for a terminal short lines. Without `level`,
 * programs are told everything from `info` on, and a person of failures.
 */
export function createJournal(io: Io, level: LogLevel = io.stderr.isTTY === true ? 'warn' : 'info'): Journal {
  const { write, request: writeRequest } = io.stderr.isTTY === true ? plainWriter(io, level) : jsonWriter(io, level);
  const hide = secretsOf(io.env);
  return {
    log: (error, request) => {
      const known = error instanceof DiptychError ? { code: error.code } : {};
      const clean = (text: string) => oneLine(withoutKeys(withoutSecrets(text, hide)));
      const told = { event: 'failure', request, ...known, error: clean(logged(error)) };
      write('error', told, clean(error instanceof DiptychError ? io.messages.error(error) : logged(error)));
    },
    observe: (event) => (event.type === 'request' ? writeRequest(event) : writeJob(write, event)),
  };
}

/** Writes an event: its fields for programs, its text for people. */
type Write = (level: Exclude<LogLevel, 'silent'>, fields: Readonly<Record<string, unknown>>, text: string) => void;

/** How events are written. */
interface Writer {
  readonly write: Write;
  readonly request: (event: RequestEvent) => void;
}

function jsonWriter(io: Io, level: LogLevel): Writer {
  const stream = together(io.stderr);
  const logger = pino(
    {
      level,
      base: null,
      timestamp: isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );
  let last = '';
  let address = '';
  return {
    write(at, fields) {
      logger[at](fields);
      if (at === 'error') stream.flush();
    },
    // One line for each request, of fields that are always the same: put together by hand it takes a fifth of the time.
    request({ id, method, path, status, milliseconds, who }) {
      const at = levelOf(path);
      if (!logger.isLevelEnabled(at)) return;
      if (path !== last) [last, address] = [path, JSON.stringify(shortOf(path))];
      const by = who === undefined ? '' : `,"who":${JSON.stringify(who)}`;
      stream.write(
        `{"level":"${at}"${isoTime()},"event":"request","request":"${id}","method":"${method}","path":${address},"status":${status},"ms":${milliseconds}${by}}\n`,
      );
    },
  };
}

let second = 0;
let written = '';

/** The time as a field of a line. Formatting a date costs more than all the rest of a line: it is done once a second. */
function isoTime(): string {
  const now = Date.now();
  const fresh = Math.floor(now / 1000);
  if (fresh !== second) {
    second = fresh;
    written = new Date(1000 * fresh).toISOString().slice(0, -4);
  }
  return `,"time":"${written}${String(now % 1000).padStart(3, '0')}Z"`;
}

/** From how many lines in a tenth of a second on lines wait for others, for how long, in milliseconds, and how many characters wait. */
const many = 100;
const patience = 10;
const mostTogether = 64 * 1024;

/**
 * Lines of one turn of the event loop are written together, and while there are many those of a hundredth of a second:
 * each write of its own is a system call, which costs more than an answer.
 */
function together(stream: Io['stderr']): { write(line: string): void; flush(): void } {
  let lines = '';
  let window = 0;
  let [before, now] = [0, 0];
  const flush = () => {
    if (lines === '') return;
    const text = lines;
    lines = '';
    stream.write(text);
  };
  return {
    flush,
    write(line) {
      const tenth = Math.floor(Date.now() / 100);
      if (tenth !== window) [before, now, window] = [tenth === window + 1 ? now : 0, 0, tenth];
      now++;
      if (lines === '') {
        if (Math.max(before, now) < many) setImmediate(flush);
        else setTimeout(flush, patience);
      }
      lines += line;
      if (lines.length > mostTogether) flush();
    },
  };
}

function plainWriter(io: Io, level: LogLevel): Writer {
  const least = logLevels.indexOf(level);
  const write: Write = (at, _, text) => void (logLevels.indexOf(at) <= least && io.stderr.write(`${text}\n`));
  return {
    write,
    request: ({ method, path, status, milliseconds }) =>
      write(levelOf(path), {}, `${method} ${shortOf(path)} ${status} ${milliseconds} ms`),
  };
}

const levelOf = (path: string) => (probes.has(path) ? 'debug' : 'info');

const shortOf = (path: string) => oneLine(path.slice(0, longestPath));

function writeJob(write: Write, { job, slug, locale, state, outcome, errors, milliseconds }: JobEnd): void {
  const article = oneLine(slug);
  const fields = { event: 'job', job, article, locale, state, outcome, errors, ms: milliseconds };
  const text = [article, `→ ${locale}:`, state, outcome, ...errors].filter((word) => word !== undefined).join(' ');
  write(state === 'failed' ? 'warn' : 'info', fields, text);
}

/** An error of ours says what it is; of any other it must be found out where it came from. */
function logged(error: unknown): string {
  if (error instanceof DiptychError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What the environment holds that nobody may read in a log: keys of engines, the database's password. */
function secretsOf(env: Io['env']): readonly string[] {
  return Object.entries(env).flatMap(([name, value]) =>
    value !== undefined && /KEY|SECRET|TOKEN|PASSWORD|^DATABASE_URL$/i.test(name) ? [value, passwordOf(value)] : [],
  );
}

/** The password of an address; empty where there is none. */
function passwordOf(value: string): string {
  return URL.canParse(value) ? new URL(value).password : '';
}

/** Our own keys and secrets of webhooks, and whatever an address gives away before its `@`. */
function withoutKeys(text: string): string {
  return text
    .replace(/\b(?:dip|whsec)_[\w+/=-]{16,}/g, '***')
    .replace(/\bBearer\s+[\w.~+/=-]+/gi, 'Bearer ***')
    .replace(/(:\/\/[^\s:/@]{0,100}):[^\s/@]{1,200}@/g, '$1:***@');
}
