import { unitsOf } from '../../und/code-units.js';
import { digitOf } from '../../und/digits.js';
import { durationSymbols, unitSymbols } from '../../und/units.js';
import type { Found } from './amount.js';
import { type Counter, counterOf, counters, followers } from './counters.js';
import { isCounterWithEnding } from './homographs.js';
import { centsAfter, currencyAfter } from './money.js';
import type { Numeral } from './numeral.js';
import { goesOn, isHangul, isLatin, longest, skipSpace, type Words, wordsOf } from './text.js';

/** The counter after a number, directly or after one space, as its script allows. */
export function counterAt(text: string, numeral: Numeral, money: boolean): Found | undefined {
  const next = skipSpace(text, numeral.end);
  const found = counterFrom(text, next, numeral);
  if (money && found?.counter.kind !== 'money') return undefined;
  if (found !== undefined) return found;
  if (numeral.script !== 'digits') return undefined;
  return symbolAt(text, numeral.end) ?? (next > numeral.end ? symbolAt(text, next) : undefined);
}

export function counterFrom(text: string, at: number, numeral: Numeral): Found | undefined {
  const list = counters.get(text.charCodeAt(at));
  if (list === undefined) return undefined;
  for (const [word, counter] of list) {
    if (!goesOn(text, at, word)) continue;
    const end = at + word.length;
    if (numeral.script === 'native' && counter.takes === 'sino') continue;
    if (
      numeral.script === 'native' &&
      numeral.weak &&
      rare.has(text.charCodeAt(numeral.end - 1)) &&
      !/^[달장잔섬자돈말]/.test(word)
    )
      continue;
    if (numeral.script === 'sino' && numeral.weak && !weakTakes(text, at, word, numeral)) continue;
    if (
      numeral.script === 'sino' &&
      counter.kind !== 'money' &&
      counter.kind !== 'ordinal' &&
      numeral.value.length === 13 &&
      /[구사공이일오]조$/.test(text.slice(Math.max(0, numeral.end - 2), numeral.end))
    )
      continue;
    // 천사표, 백일장: words that a numeral begins by chance.
    if (numeral.script === 'sino' && at === numeral.end && chance.has(numeral.value) && !/^[원년명개]/.test(word))
      continue;
    if (!counterEnds(text, at, end, word, numeral)) continue;
    if (at === numeral.end && numeral.script === 'native' && nativeWords.test(text.slice(at - 1, at + 2))) continue;
    return { counter, end };
  }
  return undefined;
}

/** 석 달, 넉 장: forms that only a few counters take; elsewhere they begin words (석권). */
const rare = unitsOf('석서넉너');
/** Counters of one syllable before which a single Sino-Korean digit is a number: 삼 년, 오분. */
const plainCounters: ReadonlySet<string> = new Set(['년', '월', '분', '초', '층', '원', '위', '등', '인', '년간']);

/** Values of 천사, 만사, 백일, 천일, 백이, 백구, 백사. */
const chance: ReadonlySet<string> = new Set(['1004', '10004', '101', '1001', '102', '109', '104']);

/** What follows minutes, days and years that were counted. */
const lasting = /^(?:간|\s?(?:동안|만에|째|뒤|후|전|거리|이내|안에|내내|연속|정도|이상|이하|남짓))/;

/** Words apart by spaces, to find one that stands at a place. */
function wordList(words: string): Words<true> {
  return wordsOf(words.split(/\s+/).map((word) => [word, true] as const));
}

/** Words that begin with a unit and a counter: 백인, 만일, 만주, 십대, 천주교. */
const unitWords =
  /^(?:천만에|백년대계|만년필|만화|백방|백인(?!분)|만일|만주|만기|만점|만개|만대|만회|만석|만물|만세|천주|천장|천분|천대|백분|백조|백제|백기|백일(?:장|해|몽)|십대|십장|십분(?:\s?(?:활용|이해|발휘)))/;

/** Words that begin with a native numeral and a counter, written as one: 세대, 세부, 열대, 두통. */
const nativeWords =
  /^(?:세대|세부|세기|세분|세통|세단|세주|세모|세트|세종|열대|열기|열도|열병|열분|열통|열장|열편|열권|열점|열원|열매|네모|네통|두부|두통|두기|두동|두목|두번째는?\s?한|한편|한층|한국|한동|한대|한기|한도|한때|한쪽|한숨|한밤|한인|한해|한시름|한동안)/;

/** Whether a numeral of one syllable counts before `word`: 이 배 (this ship), 일부, 공장, 이점 do not. */
function weakTakes(text: string, at: number, word: string, { end, value }: Numeral): boolean {
  const spaced = at > end;
  const syllable = text[end - 1] ?? '';
  if (/[십백천만]/.test(syllable)) return !unitWords.test(text.slice(end - 1, end + 3));
  if (
    spaced &&
    (syllable === '이' ||
      syllable === '일' ||
      syllable === '사' ||
      syllable === '오' ||
      syllable === '공' ||
      syllable === '영') &&
    word.length === 1 &&
    !(syllable === '일' && word === '년')
  )
    // 오 분 거리, 사 년 동안; "이 분" is this person.
    return /[오사일]/.test(syllable) && /[분년초]/.test(word) && lasting.test(text.slice(at + 1, at + 4));
  // 이불 is a blanket, but 이불 이십 센트 money.
  if (word === '불') return centsAfter(text, at + 1, 'USD') !== undefined;
  // 이유로 is "for the reason".
  if (word.length > 1) return syllable !== '이' ? value !== '0' : !spaced && word !== '유로';
  return (
    plainCounters.has(word) &&
    (/[삼육칠팔]/.test(syllable) ||
      (syllable === '오' && /[년분초층]/.test(word)) ||
      (syllable === '일' && word === '년') ||
      (syllable === '사' && /[년층]/.test(word)))
  );
}

/** Words that begin with a counter's syllables: 대통령, 분야, 주민, 원칙, 시장, 회사, 장관, 인구. */
const otherWords = wordList(
  `대통령 대군 대표 대학 대기업 대회 대비 대부분 대형 대륙 대선 대중 대상 분야 분석 분기 분류 분의
  분위기 분포 주민 주요 주식 주장 주택 주가지수 주가총액 주도 주인 원칙 원인 원자 원래 장관 장기 장소
  장비 회사 회원 회의 회장 회담 인구 인간 인터 인공 인상 인도 개발 개인 개선 개방 개념 개별 개혁
  명령 명확 번호 번역 위해 위한 위기 위험 위원 위치 점수 점차 점유 점검 종합 종목 종료 조건 조사
  건강 건설 건물 권리 권한 부분 부문 부담 부터 부족 부동산 통해 통화 통신 통합 표준 표시 표현 호텔
  급증 급락 급등 도시 도로 도입 도움 도쿄 초기 초과 초반 초등 차이 차량 차례로 차지 차세대 차선 차원
  차로 차종 차장 차관 차단 차별 차트 차일 채권 채용 기업 기간 기술 기준 기자 기록 기존 기반 기관
  곳곳 달성 달리 달러 방법 방식 방안 판매 판결 판단 알고 석유 동안 동일 동시 동남 동아 동부 편집
  경기도 줄어 줄이 줄인 줄였 골프 골고루 잔액 등장 등록 등급 살인 살아 살펴 세계 세금 세대교체 시간대
  해외 해당 해야 해서 해도 평균 평가 평화 박물 박사 밤새 매출 매년 매우 매달 인하 분량 병원 병력
  벌어 벌금 모든 모두 모바일 단어장 배경 배출 배터리 배당 배달 배송 배우 배포 배치 센트럴 불구 불법
  프로그램 프로젝트 프로토 프로세스 프로필 프로덕션 미디어 일부 일반 일본 일정 나노초 엔진 엔비디아
  엔지니어 엔드 유로파 파운드리 노트북 도메인 비트코인은 원유 원격 원하 원점 주년 인분석 미국 미터기
  주자`,
);

/** Words of their own after a number and a space: 2010 대서양 허리케인, 2024 서울 시장; 2대만 and 5회전 count where they are glued. */
const apartWords = wordList(
  `대서 대만 대한 대구 대전 대규 대책 대응 대출 대금 대사 대법 대변 대신 대화 대체 대폭 대기 대담 대결 대안 대회 대입 대졸
  명예 명단 명목 인종 인사 인수 인증 인기 인텔 인력 인용 인근 인류 위성 위반 위협 위원 점령 점심 점포 종교 종사 건축 건국
  권고 권역 부산 부상 부총 부사 부채 부활 부품 통상 통제 통과 통행 표본 표적 도심 도전 도달 도서 도착 도널 초대 초고 초미 초청
  차기 차남 채널 채택 채소 기후 기금 기소 기온 기부 기아 기타 기본 기념 방송 방문 방지 방위 방한 방역 판사 판정 면적 면세 면허
  편의 편성 골드 골목 주말 주력 주한 주변 주최 주행 주거 주연 주재 주중 주한 분양 분담 분쟁 분당 원전 원료 원안 원내 원인
  회복 회계 회견 회동 회전 회기 동계 동메 동반 동북 동맹 동해 동원 동포 동영 동결 동료 호주 호황 호수 호남 호출 급여 급식
  세수 세관 세종 세력 세션 세월 해군 해양 해킹 해법 해제 해결 해상 박람 매장 매물 매각 매수 매입 매체 일자 일대 일상 일행 일정
  장면 장편 장학 장애 팀장 조선 조정 조합`,
);

function counterEnds(text: string, at: number, end: number, word: string, numeral: Numeral): boolean {
  const code = text.charCodeAt(end);
  if (isLatin(code) && /[A-Za-z]$/.test(word)) return false;
  if (word === 'x' && (digitOf(code) >= 0 || /^\s?\d/.test(text.slice(end, end + 2)))) return false;
  const hangul = isHangul(word.charCodeAt(word.length - 1));
  if (!hangul) return true;
  if (isHangul(code)) {
    if (
      numeral.script === 'digits' &&
      word.length === 1 &&
      at > numeral.end &&
      longest(text, at, apartWords) !== undefined &&
      !isCounterWithEnding(text, numeral, at, end, end + 1)
    )
      return false;
    const other = longest(text, at, otherWords);
    if (other !== undefined && other[1] > end) return isCounterWithEnding(text, numeral, at, end, other[1]);
    // 오프로드
    if (numeral.weak && numeral.script === 'sino' && !followers.has(code)) return false;
    // A syllable after a space, or after a weak numeral, needs a particle after it.
    if (word.length === 1 && !followers.has(code) && longest(text, at, knownTails) === undefined) return false;
  }
  // 세 대 vs 세대; "한 시" inside 적절한 시기 is kept out by the left boundary.
  return true;
}

/** Counters glued to a longer noun: 3개월, 5년간 are longer counters; 3년차, 2인승, 4기통, 5도어, 1번지. */
const knownTails = wordList(
  `년차 년생 년물 년치 인승 인용 인조 개입 명이 일자 일차 일치 층짜 살배 회전 회차 대째 개년 주년
  주차 달치 원짜 원권 원어치 억원 종세트 석짜 평대 평형 도어 년형 시즌 석이 팀이 명꼴 개꼴 위권 분위
  분짜 분할 배속 배율 건당 건꼴`,
);

/** Symbols of units as counters. After a number "in" is a word, and K scales it. */
const symbols: Words<Counter> = wordsOf(
  [
    ...[...unitSymbols].map(([symbol, unit]) => [symbol, counterOf('measure', unit)] as const),
    ...[...durationSymbols].map(([symbol, unit]) => [symbol, counterOf('duration', unit)] as const),
  ].filter(([symbol]) => symbol !== 'in' && symbol !== 'K'),
);

const isAsciiLetter = (code: number) => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** A unit's symbol: km, MW, GB/s, ℃. Case matters; a letter must not follow. */
function symbolAt(text: string, at: number): Found | undefined {
  const first = text.charCodeAt(at);
  if (isHangul(first) || !(first > 0x20)) return undefined;
  const money = currencyAfter(text, at);
  if (money !== undefined) return { counter: counterOf('money', money.unit), end: money.end };
  const list = symbols.get(first);
  if (list === undefined) return undefined;
  for (const [word, counter] of list) {
    if (!goesOn(text, at, word)) continue;
    const end = at + word.length;
    const after = text.charCodeAt(end);
    if (isAsciiLetter(word.charCodeAt(word.length - 1)) && (isLatin(after) || digitOf(after) >= 0)) continue;
    if (
      word.length === 1 &&
      isAsciiLetter(first) &&
      /^\s?[A-Za-z]/.test(text.slice(end, end + 2)) &&
      !/^[mgWVL]$/.test(word)
    )
      continue;
    return { counter, end };
  }
  // 1.8T, 300B, 10K, 5M without a currency scale their number in technical text.
  return undefined;
}
