/** Words of English that say numbers. All keys are lower case. */

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const ordinalUnits =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** "twentyfive", "thirtyfirst": tens written together with a unit. */
function joined(words: readonly string[]): [string, number][] {
  return tens.flatMap((ten, index) =>
    words.slice(1, 10).map((word, unit): [string, number] => [ten + word, 20 + 10 * index + unit + 1]),
  );
}

/** Zero to nineteen, and tens written together with a unit. */
export const smallNumbers: ReadonlyMap<string, number> = new Map([
  ...units.map((word, value): [string, number] => [word, value]),
  ...joined(units),
  ['naught', 0],
  ['nought', 0],
  ['nil', 0],
]);

export const tensNumbers: ReadonlyMap<string, number> = new Map([
  ...tens.map((word, index): [string, number] => [word, 20 + 10 * index]),
  ['fourty', 40],
]);

/** Scale words with their power of ten; after a number the plural says the same (`three billions`). */
export const scales: ReadonlyMap<string, number> = new Map([
  ['hundred', 2],
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
  ['quadrillion', 15],
  ['lakh', 5],
  ['lac', 5],
  ['lakhs', 5],
  ['lkh', 5],
  ['lkhs', 5],
  ['crore', 7],
  ['crores', 7],
  ['krores', 7],
  ['koti', 7],
  ['cr', 7],
]);

/** Plurals of scale words. By themselves they are vague (`millions of users`). */
export const pluralScales: ReadonlyMap<string, number> = new Map([
  ['hundreds', 2],
  ['thousands', 3],
  ['millions', 6],
  ['billions', 9],
  ['trillions', 12],
]);

/** Letters after digits that scale them: `$250K`, `1.8T`, `$1.2bn`. Lower-case `m` and `t` are metre and tonne but after money. */
export const scaleSuffixes: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['K', 3],
  ['M', 6],
  ['mn', 6],
  ['mln', 6],
  ['mm', 6],
  ['MM', 6],
  ['m', 6],
  ['b', 9],
  ['B', 9],
  ['bn', 9],
  ['Bn', 9],
  ['bln', 9],
  ['G', 9],
  ['T', 12],
  ['t', 12],
  ['tn', 12],
  ['tln', 12],
  ['trn', 12],
  ['tr', 12],
]);

/** Suffixes that scale without a currency before the digits. */
export const bareScaleSuffixes: ReadonlySet<string> = new Set('k K M B T bn mn tn bln mln tln trn tr'.split(' '));

/** Suffixes that scale even apart from their digits: `10 bln`. */
export const wordScaleSuffixes: ReadonlySet<string> = new Set('bn Bn mn mln bln tn tln trn tr k M'.split(' '));

export const ordinals: ReadonlyMap<string, number> = new Map([
  ...ordinalUnits.map((word, value): [string, number] => [word, value]),
  ...joined(ordinalUnits),
  ...tens.map((word, index): [string, number] => [word.replace(/y$/, 'ieth'), 20 + 10 * index]),
  ['nineth', 9],
  ['twelveth', 12],
  ['hundredth', 100],
  ['thousandth', 1000],
  ['millionth', 1_000_000],
  ['billionth', 1_000_000_000],
  ['trillionth', 1_000_000_000_000],
]);

/** Denominators that are not ordinals. */
export const fractionWords: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['quarter', 4],
  ['quarters', 4],
]);

/** Plain multipliers, all soft: translations say them in many ways. */
export const multipliers: ReadonlyMap<string, string> = new Map([
  ['twice', '2'],
  ['double', '2'],
  ['doubled', '2'],
  ['doubles', '2'],
  ['doubling', '2'],
  ['thrice', '3'],
  ['triple', '3'],
  ['tripled', '3'],
  ['triples', '3'],
  ['tripling', '3'],
  ['quadruple', '4'],
  ['quadrupled', '4'],
  ['quadrupling', '4'],
]);

/** Words for so many together, all soft. */
export const groups: ReadonlyMap<string, string> = new Map([
  ['both', '2'],
  ['duo', '2'],
  ['trio', '3'],
  ['quartet', '4'],
  ['quintet', '5'],
]);

/** Vague counts with the power of ten that they are a multiple of. */
export const vagueNouns: ReadonlyMap<string, string> = new Map([
  ['dozens', '10'],
  ['scores', '10'],
  ['tens', '10'],
  ['hundreds', '100'],
  ['thousands', '1000'],
  ['millions', '1000000'],
  ['billions', '1000000000'],
  ['trillions', '1000000000000'],
]);

/** Words before a scale word that make it vague: `several million`. */
export const vagueQuantifiers: ReadonlySet<string> = new Set(['several', 'few', 'many', 'multi']);
