/** Something that happened and that others may want to look at. */
export const topics = ['job', 'cancel', 'translation', 'change'] as const;
export type Topic = (typeof topics)[number];

/**
 * Tells all processes of a project that something happened. Nothing is promised but speed: whoever needs to know for
 * certain reads. Every implementation passes `test/store/signals.ts`.
 */
export interface Signals {
  /** Tells everybody, oneself included. `about` is short: an id or a name. Never throws. */
  tell(topic: Topic, about: string): void;
  /** Calls `hear` for each signal; `undefined`: some may have been missed. Returns how to stop. */
  listen(topic: Topic, hear: (about: string | undefined) => void): () => void;
  /** Hears no more. */
  close(): Promise<void>;
}

/** Signals within one process, which `missed` can be told that they may not have heard all. */
export function createLocalSignals(): Signals & { missed(topic: Topic): void } {
  const hearers = new Map<Topic, Set<(about: string | undefined) => void>>();
  return {
    tell(topic, about) {
      for (const hear of hearers.get(topic) ?? []) hear(about);
    },
    missed(topic) {
      for (const hear of hearers.get(topic) ?? []) hear(undefined);
    },
    listen(topic, hear) {
      const all = hearers.get(topic) ?? new Set();
      hearers.set(topic, all);
      all.add(hear);
      return () => void all.delete(hear);
    },
    async close() {
      hearers.clear();
    },
  };
}
