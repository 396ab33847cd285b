import type { Place } from './issue.js';

/** Exit codes of the command line. */
export const exitCodes = { clean: 0, issues: 1, usage: 2, failure: 3 } as const;

interface ErrorDefinition {
  readonly http: number;
  readonly exit: 2 | 3;
}

/**
 * Every error that Diptych throws, with its HTTP status and exit code. The message of each is
 * `errors.<code>` in `locales/<locale>/ui.json`; docs/errors.md explains it. A test fails when the three disagree.
 */
export const errorTable = {
  usage: { http: 400, exit: 2 },
  'not-found': { http: 404, exit: 2 },
  'outside-project': { http: 400, exit: 2 },
  'file-too-large': { http: 413, exit: 2 },
  'invalid-utf8': { http: 422, exit: 2 },
  'invalid-yaml': { http: 422, exit: 2 },
  'invalid-pipeline': { http: 422, exit: 2 },
  'invalid-style': { http: 422, exit: 2 },
  'invalid-termbase': { http: 422, exit: 2 },
  'invalid-memory': { http: 422, exit: 2 },
  'invalid-bilingual-file': { http: 422, exit: 2 },
  'invalid-baseline': { http: 422, exit: 2 },
  'unknown-revision': { http: 422, exit: 2 },
  'unknown-locale': { http: 422, exit: 2 },
  'unknown-engine': { http: 422, exit: 2 },
  'unknown-check': { http: 422, exit: 2 },
  'duplicate-slug': { http: 409, exit: 2 },
  'wrong-locale': { http: 422, exit: 2 },
  'missing-setting': { http: 422, exit: 2 },
  'store-locked': { http: 409, exit: 3 },
  'store-failed': { http: 500, exit: 3 },
  'engine-failed': { http: 502, exit: 3 },
  'git-failed': { http: 500, exit: 3 },
  aborted: { http: 499, exit: 3 },
  'invalid-request': { http: 400, exit: 2 },
  unauthenticated: { http: 401, exit: 2 },
  forbidden: { http: 403, exit: 2 },
  'not-acceptable': { http: 406, exit: 2 },
  conflict: { http: 409, exit: 2 },
  'publish-blocked': { http: 409, exit: 2 },
  'edit-conflict': { http: 412, exit: 2 },
  'request-too-large': { http: 413, exit: 2 },
  'invalid-unit': { http: 422, exit: 2 },
  'precondition-required': { http: 428, exit: 2 },
  'too-many-requests': { http: 429, exit: 3 },
  'unsafe-address': { http: 400, exit: 2 },
  'foreign-file': { http: 409, exit: 2 },
  'invalid-webhook': { http: 422, exit: 2 },
} as const satisfies Record<string, ErrorDefinition>;

export type ErrorCode = keyof typeof errorTable;

/** What the message of an error interpolates. Never a secret. */
export type ErrorValues = Readonly<Record<string, string | number>>;

/**
 * An error about the operator, the configuration or the program. `place` says where. The English `message` is for logs;
 * what a person reads is formatted from `code` and `values` in the person's language.
 */
export class DiptychError extends Error {
  readonly code: ErrorCode;
  readonly values: ErrorValues;
  readonly place: Partial<Place> | undefined;

  constructor(code: ErrorCode, values: ErrorValues = {}, place?: Partial<Place>, cause?: unknown) {
    const where =
      place?.file === undefined
        ? ''
        : `${[place.file, place.line, place.column].filter((p) => p !== undefined).join(':')}: `;
    super(`${where}${code} ${JSON.stringify(values)}`, cause === undefined ? undefined : { cause });
    this.name = 'DiptychError';
    this.code = code;
    this.values = values;
    this.place = place;
  }

  get exitCode(): 2 | 3 {
    return errorTable[this.code].exit;
  }

  get httpStatus(): number {
    return errorTable[this.code].http;
  }
}
