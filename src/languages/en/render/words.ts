/** Currencies as words and signs in English, by ISO 4217 code: [sign, singular, plural, full name in the plural]. */
export const currencies: ReadonlyMap<string, readonly [sign: string, one: string, many: string, full: string]> =
  new Map([
    ['USD', ['$', 'dollar', 'dollars', 'US dollars']],
    ['EUR', ['€', 'euro', 'euros', 'euros']],
    ['GBP', ['£', 'pound', 'pounds', 'British pounds']],
    ['JPY', ['¥', 'yen', 'yen', 'Japanese yen']],
    ['KRW', ['₩', 'won', 'won', 'Korean won']],
    ['CNY', ['CN¥', 'yuan', 'yuan', 'Chinese yuan']],
    ['HKD', ['HK$', 'Hong Kong dollar', 'Hong Kong dollars', 'Hong Kong dollars']],
    ['TWD', ['NT$', 'Taiwan dollar', 'Taiwan dollars', 'Taiwan dollars']],
    ['SGD', ['S$', 'Singapore dollar', 'Singapore dollars', 'Singapore dollars']],
    ['AUD', ['A$', 'Australian dollar', 'Australian dollars', 'Australian dollars']],
    ['CAD', ['C$', 'Canadian dollar', 'Canadian dollars', 'Canadian dollars']],
    ['NZD', ['NZ$', 'New Zealand dollar', 'New Zealand dollars', 'New Zealand dollars']],
    ['CHF', ['CHF ', 'Swiss franc', 'Swiss francs', 'Swiss francs']],
    ['INR', ['₹', 'rupee', 'rupees', 'Indian rupees']],
    ['RUB', ['₽', 'ruble', 'rubles', 'Russian rubles']],
    ['cent', ['¢', 'cent', 'cents', 'cents']],
    ['penny', ['p', 'penny', 'pence', 'pence']],
    ['sen', ['', 'sen', 'sen', 'sen']],
    ['kopek', ['', 'kopek', 'kopeks', 'kopeks']],
    ['paisa', ['', 'paisa', 'paise', 'paise']],
    ['satoshi', ['', 'satoshi', 'satoshis', 'satoshis']],
  ]);

/** Unit nouns that are not their CLDR identifier with an s: [singular, plural]. */
export const unitNouns: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['foot', ['foot', 'feet']],
  ['inch', ['inch', 'inches']],
  ['celsius', ['degree Celsius', 'degrees Celsius']],
  ['fahrenheit', ['degree Fahrenheit', 'degrees Fahrenheit']],
  ['hertz', ['hertz', 'hertz']],
  ['kilohertz', ['kilohertz', 'kilohertz']],
  ['megahertz', ['megahertz', 'megahertz']],
  ['gigahertz', ['gigahertz', 'gigahertz']],
  ['tonne', ['ton', 'tons']],
  ['kilowatt-hour', ['kilowatt-hour', 'kilowatt-hours']],
  ['year-person', ['year old', 'years old']],
  ['month-person', ['month old', 'months old']],
  ['week-person', ['week old', 'weeks old']],
  ['century', ['century', 'centuries']],
  ['pyeong', ['pyeong', 'pyeong']],
  ['horsepower', ['horsepower', 'horsepower']],
  ['teraflops', ['teraflops', 'teraflops']],
  ['petaflops', ['petaflops', 'petaflops']],
]);

/** What a counter class is called where a figure stands by itself. */
export const counterNouns: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['person', ['person', 'people']],
  ['country', ['country', 'countries']],
  ['company', ['company', 'companies']],
  ['vehicle', ['vehicle', 'vehicles']],
  ['building', ['building', 'buildings']],
  ['household', ['household', 'households']],
  ['book', ['book', 'books']],
  ['copy', ['copy', 'copies']],
  ['page', ['page', 'pages']],
  ['vote', ['vote', 'votes']],
  ['share', ['share', 'shares']],
  ['floor', ['floor', 'floors']],
  ['serving', ['serving', 'servings']],
  ['case', ['case', 'cases']],
  ['kind', ['kind', 'kinds']],
  ['place', ['place', 'places']],
  ['ship', ['ship', 'ships']],
  ['tree', ['tree', 'trees']],
  ['goal', ['goal', 'goals']],
  ['bed', ['bed', 'beds']],
  ['pair', ['pair', 'pairs']],
  ['time', ['time', 'times']],
  ['step', ['step', 'steps']],
  ['round', ['round', 'rounds']],
  ['bottle', ['bottle', 'bottles']],
  ['cup', ['cup', 'cups']],
  ['animal', ['animal', 'animals']],
]);

export const scaleWords: ReadonlyMap<number, readonly [word: string, letter: string]> = new Map([
  [12, ['trillion', 'T']],
  [9, ['billion', 'B']],
  [6, ['million', 'M']],
]);

export const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
/** Months beside a day, as the AP Stylebook shortens them ("months"): March to July never are. */
export const shortMonths = 'Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');
export const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/** Vague magnitudes by their power of ten. */
export const vague: ReadonlyMap<number, string> = new Map([
  [1, 'dozens'],
  [2, 'hundreds'],
  [3, 'thousands'],
  [4, 'tens of thousands'],
  [5, 'hundreds of thousands'],
  [6, 'millions'],
  [7, 'tens of millions'],
  [8, 'hundreds of millions'],
  [9, 'billions'],
  [10, 'tens of billions'],
  [11, 'hundreds of billions'],
  [12, 'trillions'],
  [13, 'tens of trillions'],
  [14, 'hundreds of trillions'],
]);

export const hedges = {
  about: 'about ',
  over: 'more than ',
  under: 'less than ',
  'at-least': 'at least ',
  'at-most': 'at most ',
} as const;

/** The same in a table cell. */
export const hedgeSigns = { about: '~', over: '>', under: '<', 'at-least': '≥', 'at-most': '≤' } as const;

/** The plainest hedges around a figure, as a cell or a label has them. */
export const plainHedges = {
  before:
    /(?:[~∼～≈]|[<>≥≤]|\b(?:about|around|roughly|approximately|approx\.|nearly|almost|over|more than|under|less than|at least|at most|up to))\s?$/i,
  after: /^(?:\+|\s(?:or|and) (?:more|less|above|below|over|under))/i,
} as const;
