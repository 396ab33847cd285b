import { z } from 'zod';
import type { Engine, EngineRequest } from './engine.js';
import { createProgram } from './program.js';
import { fingerprintOf } from './prompt.js';
import { readAnswer } from './reply.js';
import { accountOf, type EngineSettings, type Environment, readSettings, requireVariables } from './settings.js';

const settingsSchema = z.strictObject({
  /** The program and its arguments; no shell reads them. */
  command: z.tuple([z.string().min(1)], z.string()).optional(),
  /** Named in memory beside each answer. Another version makes earlier answers fuzzy matches. */
  version: z.string().max(100).default('1'),
  register: z.string().optional(),
});

/**
 * Any program that speaks JSON lines. One line in is one request, `{"request":1,"from":"en","to":"ko","title":"…",
 * "units":[{"id":"…","kind":"paragraph","source":"… <q1>$25 billion</q1> …","figures":{"q1":"250억 달러"},"terms":{…}}]}`;
 * one line out is its answer, `{"request":1,"units":[{"id":"…","target":"…"}]}` or `{"request":1,"error":"…"}`, in any
 * order. The program is started with the first request, serves all, and sees the end of its input when the work is done.
 * From the environment: `DIPTYCH_COMMAND`, words separated by spaces.
 */
export function createCommandEngine(settings: EngineSettings, env: Environment): Engine {
  const options = readSettings('command', settingsSchema, settings);
  const words = options.command ?? env['DIPTYCH_COMMAND']?.split(/\s+/).filter((word) => word !== '') ?? [];
  requireVariables('command', [words.length === 0 ? 'DIPTYCH_COMMAND' : undefined]);
  const program = createProgram('command', words, env);
  return {
    id: 'command',
    name: `command:${words[0]!.split(/[\\/]/).at(-1)}`,
    fingerprint: fingerprintOf('command-1', ...words, options.version, options.register ?? ''),
    keep: true,
    account: accountOf(words.join('\0'), undefined),
    probe: () => program.probe(),
    async translate(request) {
      const line = await program.ask(bodyOf(request, options.register), request.signal);
      const wanted = new Set(request.units.map(({ id }) => id));
      const targets = new Map([...readAnswer(line)].filter(([id]) => wanted.has(id)));
      return { targets, usage: { inputTokens: 0, outputTokens: 0, requests: 1 } };
    },
  };
}

function bodyOf({ from, to, title, summary, units }: EngineRequest, register: string | undefined): object {
  return {
    from,
    to,
    title,
    ...(summary === undefined ? {} : { summary }),
    ...(register === undefined ? {} : { register }),
    units: units.map(({ id, kind, source, quantities, terms, was, fuzzy, neighbours, feedback }) => ({
      id,
      kind,
      source,
      figures: Object.fromEntries(quantities.map(({ required }, index) => [`q${index + 1}`, required])),
      terms: Object.fromEntries(terms.map((term) => [term.source, term.required])),
      ...(was === undefined ? {} : { was }),
      ...(fuzzy === undefined ? {} : { near: fuzzy.map((entry) => ({ source: entry.source, target: entry.target })) }),
      ...neighbours,
      ...(feedback === undefined ? {} : { feedback }),
    })),
  };
}
