import type { Generated } from 'kysely';

/** The tables as the newest migration leaves them. */
export interface Tables {
  readonly memory: {
    readonly from_locale: string;
    readonly to_locale: string;
    readonly key: Buffer;
    readonly folded: Buffer;
    readonly rank: number;
    readonly place: Generated<string>;
    readonly entry: string;
    readonly searched: string;
  };
  readonly deliveries: {
    readonly slug: string;
    readonly to_locale: string;
    readonly record: string;
    readonly file: string | null;
    readonly body: Buffer | null;
    readonly replaced: string | null;
    readonly at: Generated<Date>;
  };
  readonly claims: {
    readonly from_locale: string;
    readonly to_locale: string;
    readonly key: Buffer;
    readonly holder: string;
    readonly until: Date;
  };
  readonly keys: { readonly name: string; readonly key: string };
  readonly changes: { readonly sequence: string; readonly change: string };
  readonly jobs: {
    readonly id: string;
    readonly state: string;
    readonly created: Date;
    readonly finished: Date | null;
    readonly events: number;
    readonly job: string;
  };
  readonly job_events: { readonly job: string; readonly sequence: number; readonly event: string };
  readonly webhooks: { readonly name: string; readonly hook: string; readonly ledger: string };
  readonly history: {
    readonly sequence: Generated<string>;
    readonly slug: string;
    readonly to_locale: string;
    readonly thread: string;
    readonly version: string;
  };
  readonly audit: {
    readonly sequence: Generated<string>;
    readonly slug: string | null;
    readonly by: string;
    readonly act: string;
  };
  readonly sessions: { readonly hash: string; readonly name: string; readonly until: string };
  readonly names: { readonly name: string; readonly value: string };
}
