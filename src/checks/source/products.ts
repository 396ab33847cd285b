import { absolute, add, compare, multiply, subtract } from '../../model/decimal.js';
import type { SourceFinding } from './check.js';
import { stands } from './course.js';
import { figureKey, type Mention, type Sentence, type SourceDocument } from './document.js';
import { about, said, worth } from './findings.js';
import { halfPlace } from './precision.js';

/** "three regions, … of 150 MW each": 450 MW is looked for in the sentence ("in all"), then anywhere in the article. */
export function products(sentence: Sentence, { byFigure, cues, pack }: SourceDocument): SourceFinding[] {
  const out: SourceFinding[] = [];
  for (const one of sentence.mentions) {
    const { quantity } = one;
    if ((quantity.kind !== 'measure' && quantity.kind !== 'money') || quantity.value === undefined) continue;
    if (!stands(cues.perOne, sentence, one)) continue;
    const same = (m: Mention) =>
      m !== one &&
      m.quantity.kind === quantity.kind &&
      m.quantity.unit === quantity.unit &&
      m.quantity.value !== undefined;
    const counts = sentence.mentions.filter(
      (m) => m.quantity.kind === 'number' && /^\d{1,4}$/.test(m.quantity.value ?? '') && m.quantity.value !== '1',
    );
    const told = sentence.mentions.filter((m) => same(m) && stands(cues.inAll, sentence, m));
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
    if (total === undefined || counts.length !== 1 || told.length !== 1) continue;
    const slack = add(
      multiply(count.quantity.value!, halfPlace(quantity, quantity.value)),
      halfPlace(total.quantity, total.quantity.value!),
    );
    if (compare(absolute(subtract(product, total.quantity.value!)), slack) <= 0) continue;
    const shown = { ...values, product: worth(quantity, product, pack), total: total.quantity.text };
    out.push(about(sentence.unit, total.quantity, { key: 'product', severity: 'major', values: shown }));
  }
  return out;
}
