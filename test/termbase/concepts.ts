import type { Concept, Designation } from '../../src/model/concept.js';

/** A concept of terms by language, the first preferred and the others admitted. */
export function concept(
  id: string,
  terms: Readonly<Record<string, readonly string[]>>,
  rest: Partial<Designation> = {},
): Concept {
  const designations = Object.entries(terms).map(([locale, list]) => [
    locale,
    list.map((term, i): Designation => ({ term, status: i === 0 ? 'preferred' : 'admitted', ...rest })),
  ]);
  return { id, designations: Object.fromEntries(designations) };
}

const heads = ['solar', 'thermal', 'optical', 'digital', 'marine', 'carbon', 'neural', 'lunar', 'rapid', 'quiet'];
const syllables = [...'가나다라마바사아자차'];

/** As many concepts, all different, in English and Korean. */
export function many(count: number): Concept[] {
  return Array.from({ length: count }, (_, i) => {
    const digits = [...String(i).padStart(4, '0')].map(Number);
    const letters = digits.map((digit) => 'bcdfghklmn'[digit]).join('a');
    return concept(`c${i}`, {
      en: [`${heads[i % 10]} ${letters}`],
      ko: [`${digits.map((digit) => syllables[digit]).join('')}기`],
    });
  });
}
