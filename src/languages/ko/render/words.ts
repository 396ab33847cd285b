/** Currencies in Korean by ISO 4217 code: name, and sign where the pipeline asks for one. */
export const currencies: ReadonlyMap<string, readonly [name: string, sign: string]> = new Map([
  ['USD', ['달러', '$']],
  ['KRW', ['원', '₩']],
  ['EUR', ['유로', '€']],
  ['JPY', ['엔', '¥']],
  ['CNY', ['위안', 'CN¥']],
  ['GBP', ['파운드', '£']],
  ['HKD', ['홍콩달러', 'HK$']],
  ['TWD', ['대만달러', 'NT$']],
  ['SGD', ['싱가포르달러', 'S$']],
  ['AUD', ['호주달러', 'A$']],
  ['CAD', ['캐나다달러', 'C$']],
  ['NZD', ['뉴질랜드달러', 'NZ$']],
  ['CHF', ['스위스프랑', 'CHF']],
  ['INR', ['루피', '₹']],
  ['RUB', ['루블', '₽']],
  ['THB', ['밧', '฿']],
  ['BRL', ['헤알', 'R$']],
  ['MXN', ['페소', 'MX$']],
  ['TRY', ['리라', '₺']],
  ['SAR', ['리얄', 'SAR']],
  ['AED', ['디르함', 'AED']],
  ['XBT', ['비트코인', '₿']],
  ['cent', ['센트', '']],
  ['penny', ['펜스', '']],
  ['sen', ['센', '']],
  ['kopek', ['코페이카', '']],
  ['paisa', ['파이사', '']],
  ['satoshi', ['사토시', '']],
]);

/** Units by CLDR identifier (국립국어원 외래어 표기). */
export const units: ReadonlyMap<string, string> = new Map(
  Object.entries({
    kilometer: '킬로미터',
    meter: '미터',
    centimeter: '센티미터',
    millimeter: '밀리미터',
    micrometer: '마이크로미터',
    nanometer: '나노미터',
    mile: '마일',
    'light-year': '광년',
    foot: '피트',
    inch: '인치',
    yard: '야드',
    kilogram: '킬로그램',
    gram: '그램',
    milligram: '밀리그램',
    tonne: '톤',
    pound: '파운드',
    ounce: '온스',
    liter: '리터',
    milliliter: '밀리리터',
    gallon: '갤런',
    barrel: '배럴',
    'square-meter': '제곱미터',
    'square-kilometer': '제곱킬로미터',
    'square-foot': '제곱피트',
    'cubic-meter': '세제곱미터',
    hectare: '헥타르',
    acre: '에이커',
    pyeong: '평',
    watt: '와트',
    kilowatt: '킬로와트',
    megawatt: '메가와트',
    gigawatt: '기가와트',
    terawatt: '테라와트',
    'kilowatt-hour': '킬로와트시',
    'megawatt-hour': '메가와트시',
    'gigawatt-hour': '기가와트시',
    'terawatt-hour': '테라와트시',
    volt: '볼트',
    ampere: '암페어',
    hertz: '헤르츠',
    megahertz: '메가헤르츠',
    gigahertz: '기가헤르츠',
    decibel: '데시벨',
    calorie: '칼로리',
    kilocalorie: '킬로칼로리',
    bit: '비트',
    byte: '바이트',
    kilobyte: '킬로바이트',
    megabyte: '메가바이트',
    gigabyte: '기가바이트',
    terabyte: '테라바이트',
    petabyte: '페타바이트',
    pixel: '픽셀',
    knot: '노트',
    carat: '캐럿',
    horsepower: '마력',
    degree: '도',
    'year-person': '세',
  }),
);

/** Durations by CLDR identifier. */
export const durations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    nanosecond: '나노초',
    microsecond: '마이크로초',
    millisecond: '밀리초',
    second: '초',
    minute: '분',
    hour: '시간',
    day: '일',
    week: '주',
    month: '개월',
    year: '년',
    night: '박',
  }),
);

/** Counters by class. */
export const counters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    item: '개',
    person: '명',
    animal: '마리',
    machine: '대',
    vehicle: '대',
    building: '채',
    company: '개사',
    book: '권',
    copy: '부',
    sheet: '장',
    bottle: '병',
    cup: '잔',
    time: '회',
    case: '건',
    kind: '종',
    place: '곳',
    floor: '층',
    country: '개국',
    household: '가구',
    serving: '인분',
    step: '단계',
    round: '라운드',
    letter: '통',
    ship: '척',
    tree: '그루',
    share: '주',
    generation: '세대',
    goal: '골',
    vote: '표',
    bed: '병상',
    pair: '쌍',
    page: '쪽',
  }),
);

export const weekdays = '월화수목금토일';

/** Units of ten thousand, largest first: power of ten and name. */
export const myriads: readonly (readonly [number, string])[] = [
  [20, '해'],
  [16, '경'],
  [12, '조'],
  [8, '억'],
  [4, '만'],
];

/** 수십, 수백, 수천: what follows 수 by its power of ten below 만. */
export const vagueDigits = ['', '십', '백', '천'];

/** What stands before and after a hedged figure. */
export const hedges = {
  about: ['약 ', ''],
  over: ['', ' 초과'],
  under: ['', ' 미만'],
  'at-least': ['', ' 이상'],
  'at-most': ['', ' 이하'],
} as const;

/** The plainest hedges around a figure, as a cell or a label has them. */
export const plainHedges = {
  before: /(?:[~∼～≈<>≥≤]|(?:^|\s)(?:약|대략|최소|최대))\s?$/,
  after: /^(?:\+|\s?(?:이상|이하|초과|미만|가량|정도|안팎|내외|남짓))/,
} as const;
