/** Regular unit nouns: the CLDR identifier is the American singular; the British spelling stands beside it. */
const regular: Readonly<Record<string, string>> = {
  kilometer: 'kilometre',
  meter: 'metre',
  decimeter: 'decimetre',
  centimeter: 'centimetre',
  millimeter: 'millimetre',
  micrometer: 'micrometre',
  nanometer: 'nanometre',
  liter: 'litre',
  hectoliter: 'hectolitre',
  centiliter: 'centilitre',
  milliliter: 'millilitre',
  kilogram: 'kilogramme',
  gram: 'gramme',
  milligram: 'milligramme',
  microgram: 'microgramme',
  mile: '',
  inch: '',
  yard: '',
  acre: '',
  hectare: '',
  tonne: '',
  ounce: '',
  gallon: '',
  barrel: '',
  pint: '',
  quart: '',
  teaspoon: '',
  tablespoon: '',
  watt: '',
  kilowatt: '',
  megawatt: '',
  gigawatt: '',
  terawatt: '',
  volt: '',
  kilovolt: '',
  ampere: '',
  decibel: '',
  calorie: '',
  kilocalorie: '',
  joule: '',
  newton: '',
  pascal: '',
  bit: '',
  kilobit: '',
  megabit: '',
  gigabit: '',
  byte: '',
  kilobyte: '',
  megabyte: '',
  gigabyte: '',
  terabyte: '',
  petabyte: '',
  exabyte: '',
  degree: '',
  pixel: '',
  megapixel: '',
  terabit: '',
  milliampere: '',
  milliwatt: '',
  megavolt: '',
  atmosphere: '',
  lux: '',
  knot: '',
  carat: '',
  kelvin: '',
  radian: '',
};

/** Names that no rule makes: irregular plurals, other names of a unit, misspellings that are common. */
const irregular: Readonly<Record<string, string>> = {
  inches: 'inch',
  foot: 'foot',
  feet: 'foot',
  kilo: 'kilogram',
  kilos: 'kilogram',
  ton: 'tonne',
  tons: 'tonne',
  micron: 'micrometer',
  microns: 'micrometer',
  stone: 'stone',
  hertz: 'hertz',
  kilohertz: 'kilohertz',
  megahertz: 'megahertz',
  gigahertz: 'gigahertz',
  teraflop: 'teraflops',
  teraflops: 'teraflops',
  petaflop: 'petaflops',
  petaflops: 'petaflops',
  exaflop: 'exaflops',
  exaflops: 'exaflops',
  karat: 'carat',
  karats: 'carat',
  deg: 'degree',
  celsius: 'celsius',
  celcius: 'celsius',
  centigrade: 'celsius',
  fahrenheit: 'fahrenheit',
  farenheit: 'fahrenheit',
  amp: 'ampere',
  amps: 'ampere',
  horsepower: 'horsepower',
  yds: 'yard',
  kms: 'kilometer',
  gal: 'gallon',
  gals: 'gallon',
  mls: 'milliliter',
  ozs: 'ounce',
  tsp: 'teaspoon',
  tbsp: 'tablespoon',
  kgs: 'kilogram',
};

/** Unit nouns, in the singular and plural and in both spellings, with CLDR identifiers. */
export const unitNouns: ReadonlyMap<string, string> = new Map([
  ...Object.entries(regular).flatMap(([unit, british]): [string, string][] => [
    [unit, unit],
    [`${unit}s`, unit],
    ...(british === ''
      ? []
      : ([
          [british, unit],
          [`${british}s`, unit],
        ] as [string, string][])),
  ]),
  ...Object.entries(irregular),
]);

/** Units of two words (or of two tied by a hyphen), by the first and the singular of the second. */
export const twoWordUnits: ReadonlyMap<string, string> = new Map([
  ['light year', 'light-year'],
  ['nautical mile', 'nautical-mile'],
  ['fluid ounce', 'fluid-ounce'],
  ['milliampere hour', 'milliampere-hour'],
]);

/** What is counted in parts of a scale: parts per million. */
export const partsPer: ReadonlyMap<string, string> = new Map([
  ['million', 'part-per-1e6'],
  ['billion', 'part-per-1e9'],
  ['trillion', 'part-per-1e12'],
]);

/** Units that "a" stands before for other reasons: a foot, a bit, a degree, a ton of work. */
export const looseUnits: ReadonlySet<string> = new Set(
  'foot yard stone degree deg bit byte ton tons tonne knot carat night celsius fahrenheit barrel pixel'.split(' '),
);

/** Units that are said together, smaller after larger, with what one is worth in the family's smallest. */
export const unitFamilies: readonly Readonly<Record<string, number>>[] = [
  { mile: 63360, yard: 36, foot: 12, inch: 1 },
  { kilometer: 1_000_000, meter: 1000, centimeter: 10, millimeter: 1 },
  { stone: 224, pound: 16, ounce: 1 },
  { tonne: 1_000_000, kilogram: 1000, gram: 1 },
  { week: 604800, day: 86400, hour: 3600, minute: 60, second: 1 },
  { year: 12, month: 1 },
];

export const durationNouns: ReadonlyMap<string, string> = new Map(
  'nanosecond microsecond millisecond second minute hour day week month year decade century night fortnight'
    .split(' ')
    .flatMap((name): [string, string][] => [
      [name, name],
      [name === 'century' ? 'centuries' : `${name}s`, name],
    ]),
);

/** Symbols that an article may stand before: "a km away". */
export const shortUnits: ReadonlySet<string> = new Set(['ml', 'cm', 'km', 'kg']);
