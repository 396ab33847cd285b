import { DiptychError } from '../model/errors.js';

/** The states of an article in one locale. All but `missing` and `queued` stand in the translation's frontmatter. */
export const editionStates = ['missing', 'queued', 'partial', 'translated', 'reviewed', 'published', 'stale'] as const;
export type EditionState = (typeof editionStates)[number];

/** What people do with a translation, and what happens to it. */
export const editionActions = [
  'generate',
  'end',
  'edit',
  'approve',
  'reject',
  'publish',
  'withdraw',
  'source-change',
] as const;
export type EditionAction = (typeof editionActions)[number];

const standing = ['missing', 'partial', 'translated', 'reviewed', 'published', 'stale'] as const;

/**
 * Where each action may lead from each state; an action that is not named is refused there. Where an edit leads depends
 * on the units: to `translated` when it filled the last gap, to `stale` while another passage is outdated. `end` is a
 * job's end, whatever its outcome: the state is then what the file says. docs/serve.md draws this table.
 */
export const transitions: Readonly<Record<EditionState, Partial<Record<EditionAction, readonly EditionState[]>>>> = {
  missing: { generate: ['queued'], 'source-change': ['missing'] },
  queued: { generate: ['queued'], end: standing, 'source-change': ['queued'] },
  partial: {
    generate: ['queued'],
    edit: ['partial', 'translated', 'reviewed', 'stale'],
    approve: ['partial', 'reviewed', 'stale'],
    'source-change': ['stale'],
  },
  translated: {
    generate: ['queued'],
    edit: ['translated', 'reviewed'],
    approve: ['translated', 'reviewed'],
    publish: ['published'],
    'source-change': ['stale'],
  },
  reviewed: {
    generate: ['queued'],
    edit: ['reviewed'],
    approve: ['reviewed'],
    reject: ['translated'],
    publish: ['published'],
    'source-change': ['stale'],
  },
  published: {
    generate: ['queued'],
    // An edit that the gate would not let through takes the translation off the site until it is mended.
    edit: ['published', 'reviewed'],
    approve: ['published'],
    publish: ['published'],
    withdraw: ['reviewed'],
    'source-change': ['stale'],
  },
  stale: {
    generate: ['queued'],
    edit: ['stale', 'translated', 'reviewed'],
    approve: ['stale', 'reviewed'],
    'source-change': ['stale'],
  },
};

/** Whether an action may be taken in a state. */
export function allows(state: EditionState, action: EditionAction): boolean {
  return transitions[state][action] !== undefined;
}

/** Throws `conflict` when an action may not be taken in a state. */
export function assertAllowed(state: EditionState, action: EditionAction): void {
  if (!allows(state, action)) throw new DiptychError('conflict', { state });
}
