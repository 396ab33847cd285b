import { sql } from 'kysely';
import pg from 'pg';
import { createLocalSignals, type Signals, type Topic, topics } from '../signals.js';
import type { Database } from './database.js';

/** How long it is between two tries to hear again, in milliseconds. */
const again = 500;

/** Signals by LISTEN and NOTIFY, on a connection of their own that is made anew when it breaks. */
export function createPostgresSignals(database: Database): Signals {
  const local = createLocalSignals();
  const channel = `${database.schema}_signals`;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let wanted = false;
  let closed = false;
  let before = false;

  function hear(payload: string | undefined): void {
    const [, topic, about] = /^(\w+) ([\s\S]*)$/.exec(payload ?? '') ?? [];
    if (topics.some((one) => one === topic)) local.tell(topic as Topic, about ?? '');
  }

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ ...database.connection, keepAlive: true });
    let lost = false;
    const lose = () => {
      if (lost) return;
      lost = true;
      if (client === fresh) client = undefined;
      fresh.end().catch(() => {});
      if (closed) return;
      timer = setTimeout(() => void connect(), again);
      timer.unref();
    };
    fresh.on('error', lose);
    fresh.on('end', lose);
    fresh.on('notification', ({ payload }) => hear(payload));
    try {
      await fresh.connect();
      await fresh.query(`listen ${fresh.escapeIdentifier(channel)}`);
      if (closed) return void (await fresh.end());
      client = fresh;
      // What was told while nobody listened is not told again.
      if (before) for (const topic of topics) local.missed(topic);
      before = true;
    } catch {
      lose();
    }
  }

  return {
    tell(topic, about) {
      const told = database.run((db) => sql`select pg_notify(${channel}, ${`${topic} ${about}`})`.execute(db));
      told.catch(() => {});
    },
    listen(topic, hearer) {
      if (!wanted) {
        wanted = true;
        void connect();
      }
      return local.listen(topic, hearer);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await local.close();
      await client?.end().catch(() => {});
    },
  };
}
