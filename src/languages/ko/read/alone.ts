import { unitsOf } from '../../und/code-units.js';
import type { Amount } from './amount.js';
import type { Numeral } from './numeral.js';
import { isHangul, longest, wordsOf } from './text.js';

/** Numerals of two syllables that are other words as well: 천사 is an angel, 이천 a city. */
const homonyms: ReadonlySet<string> = new Set(
  '천사 만사 백사 백이 백일 천일 만일 백구 천이 만이 천구 사천 이천 구천 백오 이백 천오 만오 육천 칠천 만구 백육 백칠 만칠'.split(
    ' ',
  ),
);

/** Words of numbers: what stands beside them is one. */
const numberTalk = /숫자|자연수|정수|홀수|짝수|분수|배수|약수|소수(?=이|입|다|야|라|점|로)|번호|정답|답[은이]/;

/** What a native numeral by itself takes: 둘이, 하나의, 셋으로; 하나은행 is a bank. */
const nativeParticle =
  /^(?:[이가은는을를의에로와과도만씩뿐중인](?![가-힣])|이[서다라며고었나지든]|입니|였|인[데지가]|으로|로[서써는도부]|에[서게는도]|까지|부터|만[이은을으큼]|씩|뿐|보다|처럼|마다|밖에)/;

/** What begins right after a numeral: particles, and endings of 이다. */
const tails = wordsOf(
  '이 가 은 는 을 를 의 에 로 와 과 도 만 으로 보다 부터 까지 여 씩 뿐 중 입니 였 예요 인데 일까 인가'
    .split(' ')
    .map((word) => [word, true] as const),
);

/** The native numerals that stand before nouns, by their length. */
const determiners = [new Set(['두', '세']), new Set(['다섯', '여섯', '일곱', '여덟', '아홉'])] as const;

/** 두 노드, 세 조직: a native numeral before a noun that is its own counter. 네 is "your", and 한 "about" or "some". */
function determines(text: string, { script, end }: Numeral, at: number): boolean {
  if (script !== 'native' || text[end] !== ' ') return false;
  if (!determiners[end - at - 1]?.has(text.slice(at, end))) return false;
  return (
    /^ [가-힣A-Za-z]{2}/.test(text.slice(end, end + 3)) &&
    !/^ (?:부담|혜택|감면|회피|수입이|들)/.test(text.slice(end, end + 5))
  );
}

/** Whether a numeral in Hangul without a counter is a number: 삼천오백, 셋; never 이, 만, 열. */
export function allowedAlone(text: string, { numeral, at, negative }: Amount): boolean {
  const { end, script } = numeral;
  if (numeral.vague !== undefined || numeral.fraction !== undefined) return true;
  if (isWhole(text, at, end)) return true;
  if ((text[end] === '이' || text[end] === '라') && mentioned.test(text.slice(end, end + 10))) return false;
  const hangul = isHangul(text.charCodeAt(end));
  const follows = !hangul || longest(text, end, tails) !== undefined;
  if (numeral.needsCounter) {
    if (determines(text, numeral, at)) return true;
    // 마이너스 일입니다; 삼은 자연수이다, but 이는 is "this".
    if (script !== 'sino' || !follows || afterVowel.has(text.charCodeAt(end)) === hasFinal(text, end)) return false;
    return negative || (text.slice(at, end) !== '이' && isCalledNumber(text, end));
  }
  if (!hangul) {
    if (script === 'native')
      return !(text.slice(at, end) === '하나' && idiom.test(text.slice(Math.max(0, at - 6), at)));
    return end - at >= 3 || (end - at === 2 && !(homonyms.has(text.slice(at, end)) && !isTalkedOf(text, at, end)));
  }
  if (script === 'native') return nativeParticle.test(text.slice(end, end + 4));
  if (text.startsWith('천만에', at) || !follows) return false;
  if (end - at >= 3) return true;
  if (end - at < 2) return false;
  if (homonyms.has(text.slice(at, end))) return isTalkedOf(text, at, end);
  return (afterVowel.has(text.charCodeAt(end)) && text[end] !== '로') !== hasFinal(text, end);
}

/** Whether nothing but spaces stands around. */
function isWhole(text: string, at: number, end: number): boolean {
  if (isHangul(text.charCodeAt(end)) || (at > 0 && isHangul(text.charCodeAt(at - 1)))) return false;
  return at === text.length - text.trimStart().length && end === text.trimEnd().length;
}

/** Particles that follow a vowel; 로 follows ㄹ too. */
const afterVowel = unitsOf('는가를와로');

/** 사흘이라는 말: the word is spoken of, nothing is counted. */
export const mentioned = /^(?:이)?라는\s(?:말|낱말|단어|표현|글자)/;

/** 만에 하나: "by any chance", where no length of time stands before 만에. */
const idiom = /(?<![년월달일주간분초날]\s?)만에\s$/;

/** Whether the syllable before `end` ends in a consonant. */
function hasFinal(text: string, end: number): boolean {
  return (text.charCodeAt(end - 1) - 0xac00) % 28 !== 0;
}

/** 삼은 자연수이다: what follows calls it a number. */
function isCalledNumber(text: string, end: number): boolean {
  return /^[은는이가과와도]\s/.test(text.slice(end, end + 2)) && numberTalk.test(text.slice(end, end + 14));
}

/** Whether numbers are spoken of right before or after, or another numeral stands beside: 이백과 이천. */
export function isTalkedOf(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at);
  const after = text.slice(end, end + 16);
  return (
    numberTalk.test(before) ||
    numberTalk.test(after) ||
    /[십백천만억](?:과|와|이나|,)\s$/.test(before) ||
    /^(?:과|와|이나|,)\s[일이삼사오육칠팔구]?[십백천만억]/.test(after)
  );
}
