import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from './durable.js';
import { coded } from './failure.js';
import { storePaths } from './paths.js';
import { type Session, type SessionBook, sessionSchema } from './sessions.js';
import { createTurns } from './turns.js';

/** How many sessions are kept; the oldest goes first. */
const most = 1000;

/** The sessions of a project in `.diptych/sessions.json`, which its owner alone can read. One server at a time holds them. */
export function createFileSessions(root: string): SessionBook {
  const file = join(root, storePaths.sessions);
  const inTurn = createTurns();
  let loading: Promise<Map<string, Session>> | undefined;
  const loaded = () => {
    loading ??= load(file);
    return loading;
  };
  const change = (step: (sessions: Map<string, Session>) => void) =>
    inTurn('', async () => {
      const sessions = await loaded();
      step(sessions);
      while (sessions.size > most) sessions.delete(sessions.keys().next().value!);
      await coded(file, () => writeWhole(file, `${JSON.stringify([...sessions.values()])}\n`, 0o600));
    });
  return {
    put: (session, now) =>
      change((sessions) => {
        for (const { hash, until } of sessions.values()) if (until <= now) sessions.delete(hash);
        sessions.set(session.hash, session);
      }),
    get: async (hash) => (await loaded()).get(hash),
    remove: (hash) => change((sessions) => void sessions.delete(hash)),
  };
}

/** With a broken file nothing is lost but that people were signed in. */
async function load(file: string): Promise<Map<string, Session>> {
  const text = await readFile(file, 'utf8').catch(() => '[]');
  try {
    return new Map(
      z
        .array(sessionSchema)
        .parse(JSON.parse(text))
        .map((one) => [one.hash, one]),
    );
  } catch {
    return new Map();
  }
}
