import { absolute, add, compare, multiply, subtract } from '../../model/decimal.js';
import type { SourceFinding } from './check.js';
import { stands } from './course.js';
import { figureKey, type Mention, type Sentence, type SourceDocument } from './document.js';
import { about, said, worth } from './findings.js';
import { slackOf } from './precision.js';

/** "three regions, … of 150 MW each": 450 MW is looked for in the sentence ("in all"), then anywhere in the article. */
export function products(sentence: Sentence, { byFigure, cues, pack }: SourceDocument): SourceFinding[] {
  const out: SourceFinding[] = [];
  const wrong = new Set<Mention>();
  for (const one of sentence.mentions) {
    const { quantity } = one;
    const isAmount = quantity.kind === 'measure' || quantity.kind === 'money';
    if (!(isAmount || quantity.kind === 'number') || quantity.value === undefined) continue;
    if (!stands(cues.perOne, sentence, one)) continue;
    const same = (m: Mention) =>
      m !== one &&
      m.quantity.kind === quantity.kind &&
      m.quantity.unit === quantity.unit &&
      m.quantity.value !== undefined;
    const counts = sentence.mentions.filter(
      (m) =>
        m !== one &&
        m.quantity.kind === 'number' &&
        /^\d{1,4}$/.test(m.quantity.value ?? '') &&
        m.quantity.value !== '1' &&
        // 4 trucks each: what they add up to is no number of those who have them.
        (isAmount || !stands(cues.inAll, sentence, m)),
    );
    const inAll = sentence.mentions.filter((m) => same(m) && stands(cues.inAll, sentence, m));
    const told =
      inAll.length > 0 || quantity.kind !== 'money'
        ? inAll
        : sentence.mentions.filter((m) => same(m) && stands(cues.priced, sentence, m));
    // Counts of anything are everywhere: they are looked for only where the sentence says the sum.
    if (!isAmount && told.length === 0) continue;
    const given = (value: string) => byFigure.get(figureKey({ ...quantity, value }))?.find(same);
    const held = counts.find(({ quantity: count }) => given(multiply(count.value!, quantity.value!)) !== undefined);
    const count = held ?? counts[0];
    if (count === undefined) continue;
    const product = multiply(count.quantity.value!, quantity.value);
    const values = { count: count.quantity.value!, each: said(quantity, pack) };
    const [total] = told;
    if (held !== undefined) {
      const found = total ?? given(product)!;
      const shown = { ...values, total: found.quantity.text };
      if (total === undefined || total.quantity.value === product) {
        out.push(about(sentence.unit, quantity, { key: 'product-holds', severity: 'neutral', values: shown }));
        continue;
      }
    }
    // Each of two factors may stand behind "each": "each of the 12 sites gets 4".
    if (total === undefined || counts.length !== 1 || told.length !== 1 || wrong.has(total)) continue;
    const slack = add(
      multiply(count.quantity.value!, slackOf(quantity, quantity.value)),
      slackOf(total.quantity, total.quantity.value!),
    );
    if (compare(absolute(subtract(product, total.quantity.value!)), slack) <= 0) continue;
    // 10 teams of 144 games each play 720: a game is counted for two.
    if (!isAmount && compare(product, multiply(total.quantity.value!, '2')) === 0) continue;
    const shown = { ...values, product: worth(quantity, product, pack), total: total.quantity.text };
    wrong.add(total);
    const finding = about(sentence.unit, total.quantity, { key: 'product', severity: 'major', values: shown });
    const hedged = [one, count, total].some((m) => m.quantity.approximate !== undefined);
    // "Each of the 12 sites gets 4 trucks, 46 in total": nothing says that all are trucks.
    const unsure = hedged || told !== inAll || (!isAmount && quantity.unit === undefined);
    out.push(unsure ? { ...finding, severity: 'minor', certainty: 'likely' } : finding);
  }
  return out;
}
