import { unitsOf } from '../../und/code-units.js';
import { type Words, wordsOf } from './text.js';

/** What a counter or unit noun says of the number before it; all fields are there, so that all counters have one shape. */
export interface Counter {
  readonly kind:
    | 'number'
    | 'measure'
    | 'money'
    | 'duration'
    | 'percent'
    | 'percentage-point'
    | 'multiplier'
    | 'ordinal';
  readonly unit: string | undefined;
  /** What the number is multiplied by. */
  readonly factor: string | undefined;
  /** Whether Sino-Korean numerals in Hangul may stand before it (삼 년), native ones (세 명), or both. */
  readonly takes: 'sino' | 'native' | 'both';
}

/** A counter; those made from symbols take Sino-Korean numerals only. */
export function counterOf(
  kind: Counter['kind'],
  unit: string | undefined,
  takes: Counter['takes'] = 'sino',
  factor?: string,
): Counter {
  return { kind, takes, unit, factor };
}

const table: [string, Counter][] = [];
function add(
  takes: Counter['takes'],
  kind: Counter['kind'],
  unit: string | undefined,
  words: string,
  factor?: string,
): void {
  for (const word of words.split(' ')) table.push([word.replaceAll('_', ' '), counterOf(kind, unit, takes, factor)]);
}

add('sino', 'percent', undefined, '% ％ ﹪ 퍼센트 퍼센티지 프로');
add('sino', 'percentage-point', undefined, '%포인트 %_포인트 %p %P %pt ％포인트 ％p 퍼센트포인트 퍼센트_포인트');
add('sino', 'percentage-point', undefined, 'bp bps 베이시스포인트 베이시스_포인트', '0.01');
add('both', 'multiplier', undefined, '배 갑절 곱절 배수');
add('sino', 'multiplier', undefined, 'x × 배속');

// Money, by ISO 4217.
add('sino', 'money', 'KRW', '원 원화');
add('sino', 'money', 'USD', '달러 불 미국_달러 미국달러 미_달러 미달러 미화 US달러');
add('sino', 'money', 'cent', '센트');
add('sino', 'money', 'USD', '미국_센트 미국센트', '0.01');
add('sino', 'money', 'EUR', '유로센트 유로_센트', '0.01');
add('sino', 'money', 'EUR', '유로 유로화');
add('sino', 'money', 'JPY', '엔 엔화');
add('sino', 'money', 'CNY', '위안 위안화');
add('sino', 'money', 'GBP', '파운드 영국_파운드');
add('sino', 'money', 'penny', '펜스 페니');
add('sino', 'money', 'kopek', '코페이카');
add('sino', 'money', 'satoshi', '사토시');
add('sino', 'money', 'HKD', '홍콩달러 홍콩_달러');
add('sino', 'money', 'CAD', '캐나다달러 캐나다_달러');
add('sino', 'money', 'AUD', '호주달러 호주_달러');
add('sino', 'money', 'SGD', '싱가포르달러 싱가포르_달러');
add('sino', 'money', 'TWD', '대만달러 대만_달러 타이완_달러');
add('sino', 'money', 'NZD', '뉴질랜드달러 뉴질랜드_달러');
add('sino', 'money', 'CHF', '스위스프랑 스위스_프랑 프랑');
add('sino', 'money', 'INR', '루피');
add('sino', 'money', 'RUB', '루블');
add('sino', 'money', 'THB', '밧 바트');
add('sino', 'money', 'IDR', '루피아');
add('sino', 'money', 'MYR', '링깃');
add('sino', 'money', 'TRY', '리라');
add('sino', 'money', 'BRL', '헤알');
add('sino', 'money', 'MXN', '페소');
add('sino', 'money', 'SAR', '리얄');
add('sino', 'money', 'AED', '디르함');
add('sino', 'money', 'ZAR', '랜드');
add('sino', 'money', 'SEK', '스웨덴_크로나 크로나');
add('sino', 'money', 'NOK', '크로네');
add('sino', 'money', 'PLN', '즈워티');
add('sino', 'money', 'UAH', '흐리브냐');
add('sino', 'money', 'VND', '동');
add('sino', 'money', 'LAK', '킵 낍');
add('sino', 'money', 'GEL', '라리');
add('sino', 'money', 'KZT', '텡게');
add('sino', 'money', 'MNT', '투그릭');
add('sino', 'money', 'KHR', '리엘');
add('sino', 'money', 'MMK', '짯');
add('sino', 'money', 'NPR', '네팔루피 네팔_루피');
add('sino', 'money', 'PKR', '파키스탄루피 파키스탄_루피');
add('sino', 'money', 'BDT', '타카');
add('sino', 'money', 'HUF', '포린트');
add('sino', 'money', 'CZK', '코루나');
add('sino', 'money', 'DKK', '덴마크_크로네');
add('sino', 'money', 'ILS', '셰켈 세켈');
add('sino', 'money', 'EGP', '이집트파운드 이집트_파운드');
add('sino', 'money', 'NGN', '나이라');
add('sino', 'money', 'KWD', '쿠웨이트디나르 쿠웨이트_디나르 디나르');
add('sino', 'money', 'PHP', '필리핀페소 필리핀_페소');
add('sino', 'money', 'XBT', '비트코인 BTC');

// Measures, by CLDR unit identifiers.
add('sino', 'measure', 'kilometer', '킬로미터 킬로메터 ㎞');
add('sino', 'measure', 'meter', '미터 메터');
add('sino', 'measure', 'centimeter', '센티미터 센티 센치');
add('sino', 'measure', 'millimeter', '밀리미터 미리미터');
add('sino', 'measure', 'micrometer', '마이크로미터');
add('sino', 'measure', 'nanometer', '나노미터 나노');
add('sino', 'measure', 'mile', '마일');
add('sino', 'measure', 'light-year', '광년');
add('sino', 'measure', 'foot', '피트');
add('sino', 'measure', 'inch', '인치');
add('sino', 'measure', 'yard', '야드');
add('sino', 'measure', 'kilogram', '킬로그램 킬로 킬로그람');
add('sino', 'measure', 'gram', '그램 그람');
add('sino', 'measure', 'milligram', '밀리그램 미리그램');
add('sino', 'measure', 'tonne', '톤 미터톤 미터_톤 메트릭톤 메트릭_톤');
add('sino', 'measure', 'ounce', '온스');
add('sino', 'measure', 'liter', '리터');
add('sino', 'measure', 'hectoliter', '헥토리터');
add('sino', 'measure', 'centiliter', '센티리터');
add('sino', 'measure', 'deciliter', '데시리터');
add('sino', 'measure', 'kiloliter', '킬로리터');
add('sino', 'measure', 'milliliter', '밀리리터 미리리터');
add('sino', 'measure', 'gallon', '갤런 갤론');
add('sino', 'measure', 'barrel', '배럴');
add('sino', 'measure', 'square-meter', '제곱미터 평방미터 제곱_미터 평방_미터');
add('sino', 'measure', 'square-kilometer', '제곱킬로미터 평방킬로미터 제곱_킬로미터');
add('sino', 'measure', 'square-centimeter', '제곱센티미터');
add('sino', 'measure', 'square-foot', '제곱피트 평방피트');
add('sino', 'measure', 'cubic-foot', '세제곱피트 입방피트 세제곱_피트 입방_피트');
add('sino', 'measure', 'cubic-centimeter', '세제곱센티미터 입방센티미터');
add('sino', 'measure', 'cubic-meter', '세제곱미터 입방미터 세제곱_미터');
add('sino', 'measure', 'hectare', '헥타르 ㏊');
add('sino', 'measure', 'acre', '에이커');
add('sino', 'measure', 'pyeong', '평');
add('sino', 'measure', 'watt', '와트');
add('sino', 'measure', 'kilowatt', '킬로와트');
add('sino', 'measure', 'megawatt', '메가와트');
add('sino', 'measure', 'gigawatt', '기가와트');
add('sino', 'measure', 'terawatt', '테라와트');
add('sino', 'measure', 'kilowatt-hour', '킬로와트시');
add('sino', 'measure', 'megawatt-hour', '메가와트시');
add('sino', 'measure', 'gigawatt-hour', '기가와트시');
add('sino', 'measure', 'terawatt-hour', '테라와트시');
add('sino', 'measure', 'volt', '볼트');
add('sino', 'measure', 'ampere', '암페어');
add('sino', 'measure', 'hertz', '헤르츠');
add('sino', 'measure', 'megahertz', '메가헤르츠');
add('sino', 'measure', 'gigahertz', '기가헤르츠');
add('sino', 'measure', 'decibel', '데시벨');
add('sino', 'measure', 'calorie', '칼로리');
add('sino', 'measure', 'kilocalorie', '킬로칼로리');
add('sino', 'measure', 'bit', '비트');
add('sino', 'measure', 'byte', '바이트');
add('sino', 'measure', 'kilobyte', '킬로바이트');
add('sino', 'measure', 'megabyte', '메가바이트');
add('sino', 'measure', 'gigabyte', '기가바이트');
add('sino', 'measure', 'terabyte', '테라바이트');
add('sino', 'measure', 'petabyte', '페타바이트');
add('sino', 'measure', 'pixel', '픽셀 화소');
add('sino', 'measure', 'megapixel', '메가픽셀');
add('sino', 'measure', 'knot', '노트');
add('sino', 'measure', 'carat', '캐럿');
add('sino', 'measure', 'horsepower', '마력');
add('sino', 'measure', 'hectopascal', '헥토파스칼');
add('sino', 'measure', 'celsius', '℃ °C');
add('sino', 'measure', 'fahrenheit', '℉ °F');
add('sino', 'measure', 'degree', '도 ° 도씨');
add('both', 'measure', 'year-person', '세 살');

// Time that lasts.
add('both', 'duration', 'year', '년간 년_동안 년 해 년여');
add('both', 'duration', 'month', '개월 개월간 달 달간');
add('both', 'duration', 'week', '주간 주일 주 주일간');
add('sino', 'duration', 'day', '일간 일_동안 일');
add('both', 'duration', 'hour', '시간');
add('both', 'duration', 'minute', '분간 분_동안 분');
add('sino', 'duration', 'second', '초간 초');
add('sino', 'duration', 'millisecond', '밀리초');
add('sino', 'duration', 'microsecond', '마이크로초');
add('sino', 'duration', 'nanosecond', '나노초');
add('both', 'duration', 'night', '박 밤');
add('both', 'duration', 'century', '세기');

// Counters (classes of model/quantity.ts).
add('both', 'number', 'item', '개 가지 여개 점');
add('both', 'number', 'item', '다스', '12');
add('both', 'number', 'person', '명 사람');
add('sino', 'number', 'person', '인 명분');
add('both', 'number', 'animal', '마리');
add('both', 'number', 'machine', '대 기');
add('both', 'number', 'building', '채 동');
add('both', 'number', 'company', '개사 개_사 곳_업체');
add('both', 'number', 'book', '권');
add('both', 'number', 'copy', '부');
add('both', 'number', 'sheet', '장');
add('both', 'number', 'bottle', '병');
add('both', 'number', 'cup', '잔 컵');
add('both', 'number', 'time', '번 차례 회 회째 바퀴');
add('both', 'number', 'case', '건');
add('both', 'number', 'kind', '종 종류 가지');
add('both', 'number', 'place', '곳 군데 개소');
add('sino', 'number', 'floor', '층');
add('sino', 'number', 'country', '개국 개_국');
add('both', 'number', 'household', '가구');
add('both', 'number', 'generation', '세대');
add('sino', 'number', 'building', '주택');
add('both', 'number', 'serving', '인분');
add('both', 'number', 'step', '걸음 단계');
add('sino', 'number', 'round', '라운드');
add('both', 'number', 'letter', '통');
add('both', 'number', 'ship', '척');
add('both', 'number', 'tree', '그루');
add('sino', 'number', 'share', '주');
add('both', 'number', 'goal', '골');
add('sino', 'number', 'vote', '표');
add('sino', 'number', 'bed', '병상');
add('both', 'number', 'pair', '쌍 켤레');
add('sino', 'number', 'page', '쪽 페이지 면');
add(
  'both',
  'number',
  'item',
  '문장 단어 팀 줄 편 방 그릇 송이 조각 자루 벌 묶음 상자 봉지 판 토막 모 알 뿌리 포기 석 글자 경기 세트 매',
);

// Places in an order.
add('both', 'ordinal', undefined, '번째 번_째 째');
add('sino', 'ordinal', undefined, '위 등 등급 호 급 차 차전 절 항 막 악장 학년 교시');
add('sino', 'number', 'item', '절기');

/** Every counter; of a word that is listed twice the first holds. */
export const counters: Words<Counter> = wordsOf(table);

/**
 * What may follow a counter of one syllable: first syllables of particles, of endings of 이다 and of suffixes (간, 째, 씩, 당,
 * 여, 가량, 정도 …). Any other syllable makes it part of a word: 200m를 석권, 세 시기, 네 대륙.
 */
export const followers = unitsOf(
  '이가은는을를의에로으와과도만나부까보처라며고씩당간째쯤경여남짜말들뿐밖마조중다인임였했하되될된할한내안전후뒤앞대급형치분상하미초넘약쯤정가께서든지야요란랑커군네사어치기입습겠받더못꼴',
);
