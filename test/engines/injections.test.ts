import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { promptOf } from '../../src/engines/prompt.js';
import { protect } from '../../src/engines/protect.js';
import { verify } from '../../src/engines/verify.js';
import { languagePack } from '../../src/languages/index.js';
import { glossed } from './units.js';

/** A text that gives orders, what an engine says that obeys them, and what one says that translates. */
interface Attack {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly source: string;
  /** The unit whose answer shows the effect, where it is another than the one that holds the order. */
  readonly neighbour?: string;
  readonly figures?: Readonly<Record<string, string>>;
  readonly obeyed: string;
  readonly translated: string;
}

const attacks: readonly Attack[] = JSON.parse(readFileSync(new URL('./injections.json', import.meta.url), 'utf8'));

const judge = ({ from, to, source, neighbour, figures }: Attack, answer: string) =>
  verify(
    glossed({ source: neighbour ?? source, from, ...(figures === undefined ? {} : { figures }) }),
    answer,
    languagePack(from),
    languagePack(to),
  );

describe('an order in a source', () => {
  it.each(attacks.map((attack) => [attack.id, attack] as const))('%s: its effect is refused', (_, attack) => {
    expect(judge(attack, attack.obeyed)).toMatchObject({ ok: false });
  });

  it.each(attacks.map((attack) => [attack.id, attack] as const))('%s: its translation is accepted', (_, attack) => {
    expect(judge(attack, attack.translated)).toMatchObject({ ok: true });
  });

  it('can not leave its place in the prompt', () => {
    for (const { source, from, to } of attacks) {
      const unit = protect(glossed({ source, from }));
      const { user } = promptOf({ from, to, title: 'T', units: [unit] });
      expect(JSON.parse(user).units).toEqual([expect.objectContaining({ source: unit.source })]);
    }
  });
});
