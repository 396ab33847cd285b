/** Names of powers of ten that a number is cut at, largest first (万進法). */
export const myriads: readonly (readonly [power: number, name: string])[] = [
  [16, '京'],
  [12, '兆'],
  [8, '億'],
  [4, '万'],
];

/** Currencies by ISO 4217 code: name, and sign where a style asks for one. */
export const currencies: ReadonlyMap<string, readonly [name: string, sign: string]> = new Map([
  ['JPY', ['円', '¥']],
  ['USD', ['ドル', '$']],
  ['EUR', ['ユーロ', '€']],
  ['KRW', ['ウォン', '₩']],
  ['CNY', ['元', 'CN¥']],
  ['GBP', ['ポンド', '£']],
  ['HKD', ['香港ドル', 'HK$']],
  ['TWD', ['台湾ドル', 'NT$']],
  ['SGD', ['シンガポールドル', 'S$']],
  ['AUD', ['豪ドル', 'A$']],
  ['CAD', ['カナダドル', 'C$']],
  ['NZD', ['ニュージーランドドル', 'NZ$']],
  ['CHF', ['スイスフラン', 'CHF']],
  ['INR', ['ルピー', '₹']],
  ['RUB', ['ルーブル', '₽']],
  ['THB', ['バーツ', '฿']],
  ['BRL', ['レアル', 'R$']],
  ['MXN', ['ペソ', 'MX$']],
  ['TRY', ['リラ', '₺']],
  ['cent', ['セント', '']],
  ['penny', ['ペンス', '']],
]);

/** Other names of currencies. */
export const moreCurrencies: ReadonlyMap<string, string> = new Map([
  ['米ドル', 'USD'],
  ['日本円', 'JPY'],
  ['人民元', 'CNY'],
  ['オーストラリアドル', 'AUD'],
  ['英ポンド', 'GBP'],
]);

/** Units that Japanese writes in words even where a symbol exists, by CLDR identifier. */
export const unitWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mile: 'マイル',
    foot: 'フィート',
    inch: 'インチ',
    yard: 'ヤード',
    tonne: 'トン',
    pound: 'ポンド',
    ounce: 'オンス',
    gallon: 'ガロン',
    barrel: 'バレル',
    acre: 'エーカー',
    hectare: 'ヘクタール',
    liter: 'リットル',
    calorie: 'カロリー',
    pixel: '画素',
    horsepower: '馬力',
    carat: 'カラット',
    bit: 'ビット',
    byte: 'バイト',
    celsius: '度',
    'year-person': '歳',
  }),
);

/** What else units are called. */
export const moreUnits: ReadonlyMap<string, string> = new Map(
  Object.entries({
    キロメートル: 'kilometer',
    キロ: 'kilometer',
    メートル: 'meter',
    センチメートル: 'centimeter',
    センチ: 'centimeter',
    ミリメートル: 'millimeter',
    ミリ: 'millimeter',
    ナノメートル: 'nanometer',
    キログラム: 'kilogram',
    グラム: 'gram',
    ミリグラム: 'milligram',
    平方メートル: 'square-meter',
    平方キロメートル: 'square-kilometer',
    立方メートル: 'cubic-meter',
    ワット: 'watt',
    キロワット: 'kilowatt',
    メガワット: 'megawatt',
    ギガワット: 'gigawatt',
    キロワット時: 'kilowatt-hour',
    ボルト: 'volt',
    ヘルツ: 'hertz',
    メガバイト: 'megabyte',
    ギガバイト: 'gigabyte',
    テラバイト: 'terabyte',
    才: 'year-person',
  }),
);

/** Durations by CLDR identifier, said so that none is a date: 5日 is the fifth, 5日間 are five days. */
export const durations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    second: '秒',
    minute: '分',
    hour: '時間',
    day: '日間',
    week: '週間',
    month: 'カ月',
    year: '年間',
    night: '泊',
  }),
);

/** What else durations are called. */
export const moreDurations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    分間: 'minute',
    秒間: 'second',
    か月: 'month',
    ヶ月: 'month',
    ヵ月: 'month',
    箇月: 'month',
    カ月間: 'month',
    か月間: 'month',
    ヶ月間: 'month',
    週: 'week',
  }),
);

/** Counters (助数詞) by class. */
export const counters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    item: '個',
    person: '人',
    animal: '頭',
    machine: '台',
    vehicle: '台',
    building: '棟',
    company: '社',
    book: '冊',
    copy: '部',
    sheet: '枚',
    bottle: '瓶',
    cup: '杯',
    time: '回',
    case: '件',
    kind: '種類',
    place: 'カ所',
    floor: '階',
    country: 'カ国',
    household: '世帯',
    serving: '人前',
    step: '段階',
    round: 'ラウンド',
    letter: '通',
    ship: '隻',
    tree: '本の木',
    share: '株',
    goal: 'ゴール',
    vote: '票',
    bed: '床',
    pair: '組',
    generation: '世代',
    page: 'ページ',
  }),
);

/** What else is counted with. Long things (本) are of no class. */
export const moreCounters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    つ: 'item',
    本: 'item',
    名: 'person',
    匹: 'animal',
    羽: 'animal',
    か所: 'place',
    ヶ所: 'place',
    箇所: 'place',
    か国: 'country',
    ヶ国: 'country',
    度目: 'time',
    カ国語: 'item',
  }),
);

/** Where a bound is written around a figure. */
export const hedges = {
  about: ['約', ''],
  over: ['', '超'],
  under: ['', '未満'],
  'at-least': ['', '以上'],
  'at-most': ['', '以下'],
} as const;

/** The plainest hedges around a figure, as a cell or a label has them. */
export const plainHedges = {
  before: /(?:[~〜～≈<>≥≤]|約|およそ|ほぼ|最大|最低|少なくとも)$/,
  after: /^(?:\+|以上|以下|超|未満|前後|程度|弱|強)/,
} as const;

/** Hedges by what they say of the figure behind or before them. */
export const hedgesBefore: readonly (readonly [string, 'about' | 'at-most' | 'at-least'])[] = [
  ['約', 'about'],
  ['およそ', 'about'],
  ['ほぼ', 'about'],
  ['最大', 'at-most'],
  ['最低', 'at-least'],
  ['少なくとも', 'at-least'],
];
export const hedgesAfter: readonly (readonly [string, 'about' | 'over' | 'under' | 'at-most' | 'at-least'])[] = [
  ['以上', 'at-least'],
  ['以下', 'at-most'],
  ['以内', 'at-most'],
  ['未満', 'under'],
  ['超', 'over'],
  ['余り', 'over'],
  ['前後', 'about'],
  ['程度', 'about'],
  ['ほど', 'about'],
];

/** Monday to Sunday. */
export const weekdays = '月火水木金土日';
