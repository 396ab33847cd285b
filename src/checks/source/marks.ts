import type { SourceFinding } from './check.js';
import { type Count, told } from './counted.js';
import type { Sentence } from './document.js';

/** Numbers in brackets or circles, and the signs that Korean papers set before each item. */
const numbers = /(?:^|\s)[(（](\d{1,2})[)）]\s?|([①-⑳])/g;
const signs = /[▲△▶▷■□●○◆◇]/g;

/** Where the marks of a sentence stand, one for each thing; `undefined` where there are fewer than two. */
function marksOf(text: string): readonly number[] | undefined {
  const numbered = [...text.matchAll(numbers)];
  const values = numbered.map(({ 1: digits, 2: circle }) =>
    digits === undefined ? circle!.codePointAt(0)! - 0x245f : Number(digits),
  );
  if (values.length > 1 && values.every((value, at) => value === at + 1)) {
    return numbered.map(({ index }) => index);
  }
  const signed = [...text.matchAll(signs)];
  const one = new Set(signed.map(([sign]) => sign)).size === 1;
  return signed.length > 1 && one ? signed.map(({ index }) => index) : undefined;
}

/** How far from its marks a count may stand, in characters. */
const near = 60;

/**
 * "two goals: (1) price, (2) speed", 과제는 ▲요금 ▲송전망 등 두 가지다: the marks say themselves how many they are. The
 * count stands in the sentence, or in the one before. `undefined` without marks.
 */
export function marked(
  { text, start }: Sentence,
  counts: readonly Count[],
  earlier: () => readonly Count[],
  open: RegExp,
): SourceFinding[] | undefined {
  const places = marksOf(text);
  if (places === undefined) return undefined;
  const [first, last] = [places[0]!, places.at(-1)!];
  const at = ({ quantity }: Count) => quantity.start - start;
  const ahead = counts.filter((count) => at(count) < first);
  const behind = counts.filter((count) => at(count) > last && at(count) < last + near);
  const lead = text.slice(0, first).trim() === '' ? earlier() : ahead;
  const [count, ...others] = lead.length > 0 ? lead : behind;
  if (count === undefined || others.length > 0) return [];
  const isLead = lead.length > 0;
  if (isLead && lead === ahead && first - at(count) > near) return [];
  const stated = Number(count.quantity.value);
  // 등: more may be meant than are marked.
  const some = stated > places.length && open.test(text.slice(last));
  return some ? [] : [told(count.unit, count.quantity, places.length, 'named')];
}
