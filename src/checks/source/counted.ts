import type { Unit } from '../../model/article.js';
import type { Certainty } from '../../model/issue.js';
import type { Quantity } from '../../model/quantity.js';
import type { SourceFinding } from './check.js';
import type { Mention, Sentence, SourceDocument } from './document.js';
import { about } from './findings.js';

/** Longer lists are data, not what a sentence counts. */
export const most = 20;

/** A heading or item that is numbered itself: "4단계: …" is the fourth. */
export const numbered =
  /^(?:\d{1,2}[.)]\s|#\d{1,2}\b|(?:step|reason|lesson|tip|rule)\s+\d{1,2}\b|\d{1,2}(?:단계|번째)|(?:첫|둘|셋|넷|다섯|여섯)째)/i;

/** A figure that counts things. */
export type Count = Pick<Mention, 'quantity' | 'unit'>;

/** "세 가지 예측", "three reasons": the one figure of a text that counts something which can be listed. */
export function countIn(mentions: readonly Mention[], document: SourceDocument): Quantity | undefined {
  const found = mentions.filter((mention) => isCount(mention, document.cues.counted));
  return found.length === 1 ? found[0]!.quantity : undefined;
}

/** The figures of a sentence that count any noun, in order, with those numerals that the reader takes for other words. */
export function countsIn({ unit, start, text, mentions }: Sentence, { cues }: SourceDocument): readonly Count[] {
  const counts: Count[] = mentions.filter((mention) => isCount(mention, cues.several));
  if (cues.numerals === undefined) return counts;
  const { pattern, values } = cues.numerals;
  for (const { index, 0: word } of text.matchAll(pattern)) {
    const [from, to] = [start + index, start + index + word.length];
    if (mentions.some(({ quantity }) => quantity.start < to && quantity.end > from)) continue;
    const quantity: Quantity = {
      kind: 'number',
      value: values[word]!,
      hardness: 'soft',
      text: word,
      start: from,
      end: to,
    };
    counts.push({ unit, quantity });
  }
  return counts.sort((a, b) => a.quantity.start - b.quantity.start);
}

function isCount({ quantity, unit }: Mention, noun: RegExp): boolean {
  const { kind, value = '', text, end, approximate } = quantity;
  if (kind !== 'number' || approximate !== undefined || !/^\d{1,2}$/.test(value)) return false;
  if (Number(value) < 2 || Number(value) > most) return false;
  // "a couple of" counts nothing.
  if (text.split(' ').length > 2) return false;
  // A counter belongs to the figure: 세 가지 예측 is tested as "가지 예측", "three reasons" as " reasons".
  const counter = /^(?:[\d.,]+|\S+\s+)(\S+)$/.exec(text)?.[1] ?? '';
  return noun.test(counter + unit.text.slice(end, end + 60));
}

/** "Layer 7 technologies", "Version 3 supports", "power-of-two": the figure belongs to the word before it; "4단계" is the fourth. */
export function isNamed({ quantity, unit }: Count, { cues }: SourceDocument): boolean {
  if (quantity.start === 0 && numbered.test(unit.text)) return true;
  const before = unit.text.slice(Math.max(0, quantity.start - 40), quantity.start);
  const name = /(?:^|[^\p{L}])(\p{Lu}[\p{L}\p{N}]*)\s$/u.exec(before)?.[1];
  return (
    before.endsWith('-') ||
    (/^\d/.test(quantity.text) && name !== undefined && !cues.function.includes(name.toLowerCase()))
  );
}

/** "two of the three bidders", 세 곳 중 두 곳: what is named are some of them. */
export function isPart({ quantity, unit }: Count, { cues }: SourceDocument): boolean {
  const before = unit.text.slice(Math.max(0, quantity.start - 40), quantity.start);
  const after = unit.text.slice(quantity.end, quantity.end + 40);
  return cues.among.before?.test(before) === true || cues.among.after?.test(after) === true;
}

/** Message keys by what is counted: where it holds, and where it does not. */
const keys = {
  list: ['list-holds', 'list'],
  table: ['table-holds', 'table'],
  sections: ['sections-holds', 'sections'],
  named: ['named-holds', 'named'],
} as const;

/** What is to be said of a count and the number of things found. */
export function told(
  unit: Unit,
  count: Quantity,
  found: number,
  what: keyof typeof keys,
  certainty?: Certainty,
): SourceFinding {
  const [holds, differs] = keys[what];
  const values = { count: count.text, found };
  if (Number(count.value) === found) return about(unit, count, { key: holds, severity: 'neutral', values });
  const finding = about(unit, count, { key: differs, severity: 'minor', values });
  return certainty === undefined ? finding : { ...finding, certainty };
}
