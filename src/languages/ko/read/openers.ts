import { unitsOf } from '../../und/code-units.js';
import { digitOf } from '../../und/digits.js';
import { counters } from './counters.js';
import { isHangul, isLatin } from './text.js';

/** What a character may begin, as bits: nine syllables of ten begin nothing, and no rule is tried on them. */
export const begins = {
  time: 1,
  half: 2,
  name: 4,
  days: 8,
  figure: 16,
  month: 32,
  digit: 64,
  latin: 128,
  sign: 256,
} as const;

/** What may stand second: inside a numeral, first in a counter, or a particle that a numeral takes. */
const second = { numeral: 1, counter: 2, particle: 4, day: 8, hour: 16 } as const;

/** By UTF-16 unit, since a look-up in an array is all that most characters of a text cost. */
const openers = new Uint16Array(0x10000);
const seconds = new Uint8Array(0x10000);

function mark(table: Uint8Array | Uint16Array, bits: number, syllables: Iterable<string>): void {
  for (const syllable of syllables) table[syllable.charCodeAt(0)]! |= bits;
}

for (let code = 0; code < 0x10000; code++) {
  if (digitOf(code) >= 0) openers[code] = begins.digit;
  else if (isLatin(code)) openers[code] = begins.latin;
}
mark(openers, begins.sign, "-.−－△▲▽▼+$＄€£￡¥￥₩￦₹'’‘");
mark(openers, begins.time, '오새아저낮점밤심정자');
mark(openers, begins.half, '상하전후');
mark(
  openers,
  begins.name,
  '레아갤윈안버파자노그표장절부별도사보예포코유나니닛이테모타클티섹챕페시에채게터루국고지팰제라젬누천기세우스엑',
);
mark(openers, begins.days, '하이사나닷엿여아열보');
mark(openers, begins.month, '일이삼사오유칠팔구시십천');
// Numerals; 제 and 첫 of ordinals, 절반 and 반, 마이너스, 영하 and 음수.
mark(
  openers,
  begins.figure,
  '영공일이삼사오육륙칠팔구십백천만수몇한하두둘세셋석서네넷넉너다여아열스쉰마예흔대엳제첫절반음',
);

mark(
  seconds,
  second.numeral,
  '영공일이삼사오육륙칠팔구십백천만억조경해하나한두둘세셋석서네넷넉너다섯여덟아홉열스물무른마흔쉰예순든엳닐곱댓덧고점쩜분째등번어수',
);
mark(
  seconds,
  second.counter,
  [...counters.keys()].map((unit) => String.fromCharCode(unit)),
);
mark(seconds, second.particle, '은는이가과와도');
mark(seconds, second.day, '루틀흘레새드흐름');
mark(seconds, second.hour, '전후벽침녁심야오정');

/** What a character may begin. */
export function opens(code: number): number {
  return openers[code]!;
}

/** Syllables after which anything may stand: 첫 경기, 절반, 반의, 둘이서. */
const free = unitsOf('첫절반둘셋넷');

/** Whether the second character lets the first begin a numeral: 이십, 세 명, 두 노드; never 이라, 사람, 만들. */
export function mayCount(text: string, at: number): boolean {
  if (free.has(text.charCodeAt(at))) return true;
  const code = text.charCodeAt(at + 1);
  if (isHangul(code)) {
    const bits = seconds[code]!;
    return (bits & (second.numeral | second.counter)) !== 0 || ((bits & second.particle) !== 0 && text[at] !== '이');
  }
  // 두 노드, 다섯 나라: a native numeral may stand before any noun.
  if (code !== 0x20 || text[at] === '두' || text[at] === '세') return true;
  const next = text.charCodeAt(at + 2);
  return !isHangul(next) || (seconds[next]! & (second.numeral | second.counter)) !== 0;
}

/** Whether the second syllable lets the first begin days counted natively: 하루, 이틀. */
export function mayBeDays(text: string, at: number): boolean {
  return (seconds[text.charCodeAt(at + 1)]! & second.day) !== 0;
}

/** Whether the second syllable lets the first begin a time of day: 오전, 새벽, 정오; 낮 and 밤 stand alone. */
export function mayBeTime(text: string, at: number): boolean {
  return (seconds[text.charCodeAt(at + 1)]! & second.hour) !== 0 || text[at] === '낮' || text[at] === '밤';
}

/** Whether a month in words may begin: 칠월, 십이월, 이천이십육년. */
export function mayBeMonth(text: string, at: number): boolean {
  return text[at + 1] === '월' || text[at + 2] === '월' || text[at + 1] === '천' || text[at + 1] === '구';
}
