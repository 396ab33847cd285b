import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine, EngineRequest } from '../../src/engines/engine.js';
import { createEngine } from '../../src/engines/index.js';
import { protect } from '../../src/engines/protect.js';
import type { EngineSettings } from '../../src/engines/settings.js';
import { verify } from '../../src/engines/verify.js';
import { languagePack } from '../../src/languages/index.js';
import { DiptychError } from '../../src/model/errors.js';
import { faithful } from '../cli/server.js';
import { type Fault, type Provider, startProvider } from './server.js';
import { glossed } from './units.js';

/** What the suite needs to know of an engine that asks a server. */
export interface Rig {
  readonly id: string;
  readonly env: (port: number) => Readonly<Record<string, string>>;
  readonly settings?: (port: number) => EngineSettings;
  /** What stands in the environment and nowhere else. */
  readonly secret?: string;
  /** Whether the answer is text of a language model, which may be anything. */
  readonly model: boolean;
}

const units = [
  glossed({
    id: 'a',
    source: 'Nvidia spent <pc1>$25 billion</pc1> on new plants in Texas last year.<ph2/>',
    figures: { '$25 billion': '250억 달러' },
  }),
  glossed({
    id: 'b',
    source: 'Its data centers draw <pc1>less power</pc1> than before.',
    terms: { 'data centers': '데이터센터' },
  }),
  glossed({ id: 'c', kind: 'heading', source: 'What the plants &amp; grids need' }),
];

const request = (signal?: AbortSignal): EngineRequest => ({
  from: 'en',
  to: 'ko',
  title: 'Chips',
  summary: 'On plants.',
  units: units.map((unit) => protect(unit)),
  ...(signal === undefined ? {} : { signal }),
});

/** Ids of the units whose answers stand up to verification. */
function accepted(targets: ReadonlyMap<string, string>): string[] {
  const [from, to] = [languagePack('en'), languagePack('ko')];
  return units
    .filter(({ id }) => targets.has(id))
    .flatMap((unit) => (verify(unit, targets.get(unit.id)!, from, to).ok ? [unit.id] : []));
}

const now: Fault = { status: 429, headers: { 'retry-after': '0' } };

/** What every engine that asks a server does, whatever the server does. */
export function engineContract(rig: Rig): void {
  describe(rig.id, () => {
    let provider: Provider;
    // One for each test: engines remember how an account fared.
    beforeEach(async () => {
      provider = await startProvider();
    });
    afterEach(() => provider.close());
    const open = (settings: EngineSettings = {}): Engine =>
      createEngine(
        rig.id,
        { timeoutSeconds: 20, ...rig.settings?.(provider.port), ...settings },
        rig.env(provider.port),
      );
    const failure = async (engine: Engine, signal?: AbortSignal): Promise<DiptychError> => {
      const error = await engine.translate(request(signal)).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(DiptychError);
      return error as DiptychError;
    };

    it('names itself, with a fingerprint that follows its settings', () => {
      expect(open().name).toMatch(new RegExp(`^${rig.id}(:|$)`));
      expect(open().fingerprint).toBe(open().fingerprint);
      expect(open().keep).toBe(true);
    });

    it('translates every unit in one request', async () => {
      const { targets, usage } = await open().translate(request());
      expect(accepted(targets)).toEqual(['a', 'b', 'c']);
      expect(usage.requests).toBe(1);
      expect(provider.seen).toHaveLength(1);
    });

    it('can be asked whether it is usable', async () => {
      await open().probe!(new AbortController().signal);
      expect(provider.seen).toHaveLength(0);
    });

    it.each([
      ['too many requests', now],
      ['a broken server', { status: 500 }],
      ['an overloaded server', { status: 503, headers: { 'retry-after': '0' } }],
      ['a broken connection', { hangUp: true }],
    ] as const)('asks again after %s', async (_, fault: Fault) => {
      provider.faults = [fault];
      const { targets, usage } = await open().translate(request());
      expect(accepted(targets)).toEqual(['a', 'b', 'c']);
      expect(usage.requests).toBe(2);
    });

    it('does not wait for a slow answer for ever', async () => {
      provider.faults = [{ delay: Number.POSITIVE_INFINITY }];
      const { targets } = await open({ timeoutSeconds: 0.2 }).translate(request());
      expect(accepted(targets)).toEqual(['a', 'b', 'c']);
    });

    it('fails as a whole when the server keeps failing', async () => {
      provider.faults = [now, now, now];
      const error = await failure(open({ maxRetries: 2 }));
      expect(error.code).toBe('engine-failed');
      expect(provider.seen).toHaveLength(3);
    });

    it('does not ask again when that cannot help, and tells no secret', async () => {
      provider.faults = [{ status: 401, message: `wrong key ${rig.secret ?? ''}` }];
      const error = await failure(open());
      expect(error.code).toBe('engine-failed');
      expect(provider.seen).toHaveLength(1);
      if (rig.secret !== undefined)
        expect(JSON.stringify([error.message, error.values, error.stack])).not.toContain(rig.secret);
    });

    it('stops when it is told to', async () => {
      provider.faults = [{ delay: Number.POSITIVE_INFINITY }];
      const stop = new AbortController();
      const failed = failure(open(), stop.signal);
      setTimeout(() => stop.abort(), 50);
      expect((await failed).code).toBe('aborted');
    });

    it('lets no answer through that lost a tag, and keeps the others', async () => {
      provider.faults = [
        { answer: (unit) => (unit.source.includes('ph2') ? faithful(unit)?.replace(/<ph2\/>/, '') : faithful(unit)) },
      ];
      const { targets } = await open().translate(request());
      expect(accepted(targets)).not.toContain('a');
      expect(accepted(targets)).toContain('c');
    });

    it('lets no hostile content through', async () => {
      const attack = '<script>alert(1)</script> https://evil.example/';
      provider.faults = [{ answer: (unit) => `${faithful(unit)} ${attack}` }];
      expect(accepted((await open().translate(request())).targets)).toEqual([]);
    });

    it('answers nothing for units that are missing', async () => {
      provider.faults = [{ answer: (unit) => (unit.source.startsWith('What') ? undefined : faithful(unit)) }];
      const { targets } = await open().translate(request());
      expect(targets.has('c')).toBe(false);
    });

    if (!rig.model) return;

    it.each([
      ['prose around it', (text: string) => `Sure! Here it is:\n\`\`\`json\n${text}\n\`\`\`\nAnything else?`],
      ['a bare list', (text: string) => JSON.stringify(JSON.parse(text).units)],
    ])('reads an answer with %s', async (_, text) => {
      provider.faults = [{ text }];
      // A model that is held to a schema can not add prose.
      const { targets } = await open({ structured: false }).translate(request());
      expect(accepted(targets)).toEqual(['a', 'b', 'c']);
    });

    it('tells each unit as it comes', async () => {
      provider.faults = [{ drip: 2 }];
      const told: string[] = [];
      const { targets } = await open().translate({
        ...request(),
        onTarget: (id) => {
          if (told.length === 0) expect(provider.sending).toBe(true);
          told.push(id);
        },
      });
      expect(told).toEqual(['a', 'b', 'c']);
      expect(accepted(targets)).toEqual(['a', 'b', 'c']);
    });

    it('takes an answer whole where a server does not stream', async () => {
      const { targets } = await open({ stream: false }).translate(request());
      expect(accepted(targets)).toEqual(['a', 'b', 'c']);
      expect(JSON.parse(provider.seen[0]!.body).stream ?? false).toBe(false);
      expect(provider.seen[0]!.path).not.toContain('stream');
    });

    it.each([
      ['the connection breaks', { hangUp: '2' }, {}],
      ['time is up', { drip: 40 }, { timeoutSeconds: 1 }],
    ] as const)('keeps the units that came before %s, and asks for the rest alone', async (_, fault, settings) => {
      provider.faults = [fault];
      const told: string[] = [];
      const { targets, usage } = await open(settings).translate({ ...request(), onTarget: (id) => told.push(id) });
      expect(accepted(targets)).toEqual(['a', 'b', 'c']);
      expect(told).toEqual(['a', 'b', 'c']);
      const [first, second] = provider.seen.map((seen) => seen.units.map(({ source }) => source));
      expect(first).toHaveLength(3);
      expect(second!.length).toBeLessThan(3);
      expect(usage.requests).toBe(2);
      // What had come is paid for too, as far as can be told.
      expect(usage.outputTokens).toBeGreaterThan(40);
    });

    it('uses what a cut answer holds, and asks for the rest', async () => {
      provider.faults = [{ text: (text) => text.slice(0, text.indexOf('"3"')), finish: 'length' }];
      const { targets } = await open().translate(request());
      expect(accepted(targets)).toEqual(['a', 'b', 'c']);
      expect(provider.seen.map((seen) => seen.units.length)).toEqual([3, 1]);
    });

    it.each([
      ['of another form', () => '{"answer":42}'],
      ['that is no JSON', () => 'I cannot help with that.'],
      ['that is empty', () => ''],
      ['for units that nobody asked for', () => '{"units":[{"id":"x","target":"엉뚱한 답"}]}'],
    ])('takes nothing from an answer %s', async (_, text) => {
      provider.faults = [{ text }, { text }, { text }, { text }];
      const targets = await open()
        .translate(request())
        .then(
          (answer) => answer.targets,
          () => new Map<string, string>(),
        );
      expect([...targets]).toEqual([]);
    });
  });
}
