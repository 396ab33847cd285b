/** Words of English that say figures. All keys are lower case. */

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

export const smallNumbers: ReadonlyMap<string, number> = new Map([
  ...units.map((word, value): [string, number] => [word, value]),
  ['naught', 0],
  ['nought', 0],
  ['nil', 0],
]);

export const tensNumbers: ReadonlyMap<string, number> = new Map(tens.map((word, index) => [word, 20 + 10 * index]));

/** Scale words with their power of ten. */
export const scales: ReadonlyMap<string, number> = new Map([
  ['hundred', 2],
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
  ['quadrillion', 15],
  ['lakh', 5],
  ['crore', 7],
]);

/** Letters after digits that scale them: `$250K`, `1.8T`, `$1.2bn`. Lower-case `m` and `t` are metre and tonne but after money. */
export const scaleSuffixes: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['K', 3],
  ['M', 6],
  ['mn', 6],
  ['mln', 6],
  ['mm', 6],
  ['m', 6],
  ['b', 9],
  ['B', 9],
  ['bn', 9],
  ['Bn', 9],
  ['bln', 9],
  ['T', 12],
  ['t', 12],
  ['tn', 12],
  ['trn', 12],
]);

/** Suffixes that scale without a currency before the digits. */
export const bareScaleSuffixes: ReadonlySet<string> = new Set([
  'k',
  'K',
  'M',
  'B',
  'T',
  'bn',
  'mn',
  'tn',
  'bln',
  'mln',
  'trn',
]);

export const dozens: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['score', 20],
  ['gross', 144],
]);

const ordinalUnits =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
export const ordinals: ReadonlyMap<string, number> = new Map([
  ...ordinalUnits.map((word, value): [string, number] => [word, value]),
  ...tens.map((word, index): [string, number] => [word.replace(/y$/, 'ieth'), 20 + 10 * index]),
  ['hundredth', 100],
  ['thousandth', 1000],
  ['millionth', 1_000_000],
  ['billionth', 1_000_000_000],
]);

/** Denominators that are not ordinals. */
export const fractionWords: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['quarter', 4],
  ['quarters', 4],
]);

export const months: ReadonlyMap<string, number> = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, index): [string, number][] => [
      [name, index + 1],
      [name.slice(0, 3), index + 1],
    ])
    .concat([
      ['sept', 9],
      ['june', 6],
      ['july', 7],
    ]),
);

/** Months that are other words too: they need a day or a year beside them. */
export const ambiguousMonths: ReadonlySet<string> = new Set([
  'may',
  'march',
  'mar',
  'august',
  'jan',
  'jun',
  'dec',
  'sep',
  'oct',
  'nov',
  'apr',
  'feb',
  'jul',
  'aug',
  'sept',
]);

export const weekdays: ReadonlyMap<string, number> = new Map(
  'monday tuesday wednesday thursday friday saturday sunday'
    .split(' ')
    .flatMap((name, index): [string, number][] => [
      [name, index + 1],
      [name.slice(0, 3), index + 1],
    ])
    .concat([
      ['tues', 2],
      ['thur', 4],
      ['thurs', 4],
    ]),
);

/** Currency nouns, singular and plural, with ISO 4217 code and the fraction of its main unit. */
export const currencyNouns: ReadonlyMap<string, readonly [code: string, shift: number]> = new Map(
  Object.entries({
    dollar: ['USD', 0],
    dollars: ['USD', 0],
    buck: ['USD', 0],
    bucks: ['USD', 0],
    cent: ['USD', -2],
    cents: ['USD', -2],
    euro: ['EUR', 0],
    euros: ['EUR', 0],
    pound: ['GBP', 0],
    pounds: ['GBP', 0],
    sterling: ['GBP', 0],
    pence: ['GBP', -2],
    penny: ['GBP', -2],
    yen: ['JPY', 0],
    won: ['KRW', 0],
    yuan: ['CNY', 0],
    renminbi: ['CNY', 0],
    rupee: ['INR', 0],
    rupees: ['INR', 0],
    ruble: ['RUB', 0],
    rubles: ['RUB', 0],
    rouble: ['RUB', 0],
    roubles: ['RUB', 0],
    franc: ['CHF', 0],
    francs: ['CHF', 0],
    lira: ['TRY', 0],
    liras: ['TRY', 0],
    peso: ['MXN', 0],
    pesos: ['MXN', 0],
    real: ['BRL', 0],
    reais: ['BRL', 0],
    baht: ['THB', 0],
    dong: ['VND', 0],
    rupiah: ['IDR', 0],
    ringgit: ['MYR', 0],
    krona: ['SEK', 0],
    kronor: ['SEK', 0],
    krone: ['NOK', 0],
    kroner: ['NOK', 0],
    zloty: ['PLN', 0],
    dirham: ['AED', 0],
    dirhams: ['AED', 0],
    riyal: ['SAR', 0],
    riyals: ['SAR', 0],
    shekel: ['ILS', 0],
    shekels: ['ILS', 0],
    rand: ['ZAR', 0],
    naira: ['NGN', 0],
    forint: ['HUF', 0],
    hryvnia: ['UAH', 0],
    bitcoin: ['XBT', 0],
    bitcoins: ['XBT', 0],
  } satisfies Record<string, readonly [string, number]>),
);

/** Adjectives before a currency noun: `Canadian dollars`, `Hong Kong dollars` (its first word). */
export const currencyAdjectives: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(
  Object.entries({
    us: { USD: 'USD' },
    american: { USD: 'USD' },
    canadian: { USD: 'CAD' },
    australian: { USD: 'AUD' },
    singapore: { USD: 'SGD' },
    kong: { USD: 'HKD' },
    taiwan: { USD: 'TWD' },
    zealand: { USD: 'NZD' },
    british: { GBP: 'GBP' },
    egyptian: { GBP: 'EGP' },
    korean: { KRW: 'KRW' },
    japanese: { JPY: 'JPY' },
    chinese: { CNY: 'CNY' },
    swiss: { CHF: 'CHF' },
    swedish: { SEK: 'SEK' },
    norwegian: { NOK: 'NOK' },
    danish: { NOK: 'DKK', SEK: 'DKK' },
    czech: { SEK: 'CZK', NOK: 'CZK' },
    indian: { INR: 'INR' },
    mexican: { MXN: 'MXN' },
    philippine: { MXN: 'PHP' },
    argentine: { MXN: 'ARS' },
    colombian: { MXN: 'COP' },
    chilean: { MXN: 'CLP' },
    saudi: { SAR: 'SAR' },
    brazilian: { BRL: 'BRL' },
    turkish: { TRY: 'TRY' },
    russian: { RUB: 'RUB' },
  } satisfies Record<string, Record<string, string>>),
);

/** Unit nouns with CLDR identifiers. */
export const unitNouns: ReadonlyMap<string, string> = new Map(
  Object.entries({
    kilometer: 'kilometer',
    kilometre: 'kilometer',
    kilometers: 'kilometer',
    kilometres: 'kilometer',
    meter: 'meter',
    metre: 'meter',
    meters: 'meter',
    metres: 'meter',
    centimeter: 'centimeter',
    centimetre: 'centimeter',
    centimeters: 'centimeter',
    centimetres: 'centimeter',
    millimeter: 'millimeter',
    millimetre: 'millimeter',
    millimeters: 'millimeter',
    millimetres: 'millimeter',
    nanometer: 'nanometer',
    nanometers: 'nanometer',
    nanometres: 'nanometer',
    micrometers: 'micrometer',
    microns: 'micrometer',
    mile: 'mile',
    miles: 'mile',
    foot: 'foot',
    feet: 'foot',
    inch: 'inch',
    inches: 'inch',
    yard: 'yard',
    yards: 'yard',
    acre: 'acre',
    acres: 'acre',
    hectare: 'hectare',
    hectares: 'hectare',
    kilogram: 'kilogram',
    kilograms: 'kilogram',
    kilo: 'kilogram',
    kilos: 'kilogram',
    gram: 'gram',
    grams: 'gram',
    milligram: 'milligram',
    milligrams: 'milligram',
    ton: 'tonne',
    tons: 'tonne',
    tonne: 'tonne',
    tonnes: 'tonne',
    ounce: 'ounce',
    ounces: 'ounce',
    stone: 'stone',
    liter: 'liter',
    litre: 'liter',
    liters: 'liter',
    litres: 'liter',
    milliliter: 'milliliter',
    milliliters: 'milliliter',
    millilitres: 'milliliter',
    gallon: 'gallon',
    gallons: 'gallon',
    barrel: 'barrel',
    barrels: 'barrel',
    watt: 'watt',
    watts: 'watt',
    kilowatt: 'kilowatt',
    kilowatts: 'kilowatt',
    megawatt: 'megawatt',
    megawatts: 'megawatt',
    gigawatt: 'gigawatt',
    gigawatts: 'gigawatt',
    terawatt: 'terawatt',
    terawatts: 'terawatt',
    volt: 'volt',
    volts: 'volt',
    hertz: 'hertz',
    megahertz: 'megahertz',
    gigahertz: 'gigahertz',
    decibel: 'decibel',
    decibels: 'decibel',
    calorie: 'calorie',
    calories: 'calorie',
    bit: 'bit',
    bits: 'bit',
    byte: 'byte',
    bytes: 'byte',
    kilobyte: 'kilobyte',
    kilobytes: 'kilobyte',
    megabyte: 'megabyte',
    megabytes: 'megabyte',
    gigabyte: 'gigabyte',
    gigabytes: 'gigabyte',
    terabyte: 'terabyte',
    terabytes: 'terabyte',
    petabyte: 'petabyte',
    petabytes: 'petabyte',
    degree: 'degree',
    degrees: 'degree',
    celsius: 'celsius',
    fahrenheit: 'fahrenheit',
    pixel: 'pixel',
    pixels: 'pixel',
    knot: 'knot',
    knots: 'knot',
    carat: 'carat',
    carats: 'carat',
  }),
);

export const durationNouns: ReadonlyMap<string, string> = new Map(
  'nanosecond microsecond millisecond second minute hour day week month year decade century night fortnight'
    .split(' ')
    .flatMap((name): [string, string][] => [
      [name, name],
      [name === 'century' ? 'centuries' : `${name}s`, name],
    ]),
);

/** Nouns that a counter of other languages stands for. */
export const counterNouns: ReadonlyMap<string, string> = new Map(
  Object.entries({
    people: 'person',
    person: 'person',
    persons: 'person',
    men: 'person',
    women: 'person',
    children: 'person',
    employees: 'person',
    workers: 'person',
    students: 'person',
    soldiers: 'person',
    passengers: 'person',
    residents: 'person',
    users: 'person',
    players: 'person',
    members: 'person',
    victims: 'person',
    patients: 'person',
    voters: 'person',
    officers: 'person',
    times: 'time',
    countries: 'country',
    nations: 'country',
    companies: 'company',
    cars: 'vehicle',
    vehicles: 'vehicle',
    homes: 'building',
    houses: 'building',
    buildings: 'building',
    households: 'household',
    books: 'book',
    copies: 'copy',
    pages: 'page',
    votes: 'vote',
    shares: 'share',
    floors: 'floor',
    servings: 'serving',
    cases: 'case',
    kinds: 'kind',
    types: 'kind',
    species: 'kind',
    places: 'place',
    locations: 'place',
    ships: 'ship',
    trees: 'tree',
    goals: 'goal',
    beds: 'bed',
    pairs: 'pair',
    steps: 'step',
    rounds: 'round',
    bottles: 'bottle',
    cups: 'cup',
    animals: 'animal',
    dogs: 'animal',
    cattle: 'animal',
  }),
);

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
]);

/** Vague counts with the power of ten that they are a multiple of. */
export const vagueNouns: ReadonlyMap<string, string> = new Map([
  ['dozens', '10'],
  ['scores', '10'],
  ['hundreds', '100'],
  ['thousands', '1000'],
  ['millions', '1000000'],
  ['billions', '1000000000'],
  ['trillions', '1000000000000'],
]);

/** Words before a scale word that make it vague: `several million`. */
export const vagueQuantifiers: ReadonlySet<string> = new Set(['several', 'few', 'many', 'some', 'multi']);

type Hedge = 'about' | 'over' | 'under' | 'at-least' | 'at-most';
/** One word before a figure. */
export const hedgesBefore: ReadonlyMap<string, Hedge> = new Map(
  Object.entries({
    about: 'about',
    around: 'about',
    roughly: 'about',
    approximately: 'about',
    approx: 'about',
    nearly: 'about',
    almost: 'about',
    some: 'about',
    circa: 'about',
    estimated: 'about',
    close: 'about',
    approaching: 'about',
    over: 'over',
    above: 'over',
    exceeding: 'over',
    topping: 'over',
    past: 'over',
    under: 'under',
    below: 'under',
    minimum: 'at-least',
    maximum: 'at-most',
  } satisfies Record<string, Hedge>),
);
/** Two words before a figure. */
export const hedgePairs: ReadonlyMap<string, Hedge> = new Map(
  Object.entries({
    'more than': 'over',
    'greater than': 'over',
    'higher than': 'over',
    'older than': 'over',
    'longer than': 'over',
    'larger than': 'over',
    'in excess': 'over',
    'less than': 'under',
    'fewer than': 'under',
    'lower than': 'under',
    'younger than': 'under',
    'shorter than': 'under',
    'at least': 'at-least',
    'not less': 'at-least',
    'no less': 'at-least',
    'no fewer': 'at-least',
    'at most': 'at-most',
    'up to': 'at-most',
    'as many': 'at-most',
    'as much': 'at-most',
    'no more': 'at-most',
    'close to': 'about',
  } satisfies Record<string, Hedge>),
);

/** Verbs and nouns that say which way a percentage goes. */
export const directions: ReadonlyMap<string, 'up' | 'down'> = new Map([
  ...'rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth gain gains gained up climb climbed climbs jump jumped jumps surge surged surges soared higher raised raise hike advance advanced expanded'
    .split(' ')
    .map((word): [string, 'up'] => [word, 'up']),
  ...'fall falls fell fallen falling decrease decreases decreased decreasing decline declines declined declining drop drops dropped dropping down lose lost loss losses slid slide slump slumped plunged plunge tumbled tumble cut cuts lower lowered reduced reduce reduction shrank shrink dipped dip discount'
    .split(' ')
    .map((word): [string, 'down'] => [word, 'down']),
]);
