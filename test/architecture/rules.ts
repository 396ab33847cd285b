import type { Module } from './modules.js';

const floor = ['model'];
const speech = [...floor, 'languages'];
const values = [...speech, 'quantities'];
const readers = [...values, 'markdown', 'termbase', 'memory'];
const judges = [...readers, 'checks', 'engines', 'store', 'queue'];
const work = [...judges, 'messages', 'pipeline'];

/** What each room may import, beside itself. ARCHITECTURE.md draws the same. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  languages: floor,
  quantities: speech,
  markdown: values,
  termbase: values,
  memory: values,
  checks: readers,
  engines: readers,
  store: floor,
  queue: floor,
  // A message in Korean agrees with the words put into it.
  messages: speech,
  pipeline: [...judges, 'messages'],
  publish: work,
  server: [...work, 'publish'],
  cli: [...work, 'publish', 'server'],
};

/** Packages that only certain rooms may import, so that replacing one is a change in one room. */
export const ownedPackages: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(unified|remark-.*|mdast.*|micromark.*|unist-.*)$/, ['markdown', 'publish']],
  [/^(rehype-.*|hast.*)$/, ['publish']],
  [/^vega(?:-lite)?$/, ['publish']],
  [/^(pg|kysely)$/, ['store', 'queue']],
  [/^(p-queue|pg-boss)$/, ['queue', 'engines']],
  [/^(ai|@ai-sdk\/.*|deepl-node)$/, ['engines']],
  [/^i18next$/, ['messages']],
  [/^(commander|picocolors)$/, ['cli']],
  [/^(hono|@hono\/.*)$/, ['server']],
  [/^es-hangul$/, ['languages']],
  [/^saxes$/, ['termbase']],
];

/** Modules of Node that touch the outside. A reader, a check or a plan is pure: the same input, the same answer. */
export const outside = /^node:(fs|fs\/promises|net|http|https|child_process|worker_threads|dgram|dns)$/;
export const pureRooms = ['model', 'languages', 'quantities', 'markdown', 'termbase', 'memory', 'checks'];

/** The two implementations are chosen in the two mains and nowhere else. */
export const wirings = ['src/cli/wiring.ts', 'src/server/wiring.ts'];
export const contracts = [
  'src/store/store.ts',
  'src/store/keys.ts',
  'src/store/history.ts',
  'src/store/audit.ts',
  'src/store/sessions.ts',
  'src/store/changes.ts',
  'src/store/signals.ts',
  'src/store/jobs.ts',
  'src/queue/tasks.ts',
  // Copying works on any two of them.
  'src/store/copy.ts',
  'src/store/webhooks.ts',
  'src/queue/queue.ts',
  // Durable writing and staying inside the project are no implementation of either.
  'src/store/durable.ts',
  'src/store/paths.ts',
];

/** What breaks the direction of imports, in words, one for each offence. */
export function importOffences(all: readonly Module[]): string[] {
  return all.flatMap((module) => [
    ...module.ours
      .filter((target) => {
        const room = target.split('/')[1] ?? '';
        return room !== module.room && !(mayImport[module.room] ?? []).includes(room);
      })
      .map((target) => `${module.file} imports ${target}`),
    ...module.packages
      .filter((name) => ownedPackages.some(([owned, rooms]) => owned.test(name) && !rooms.includes(module.room)))
      .map((name) => `${module.file} imports ${name}`),
  ]);
}
