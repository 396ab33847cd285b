import type { Words } from '../pack.js';
import { foldUnits } from '../und/fold.js';
import { isHangul } from './read/text.js';

/**
 * Particles and endings that may follow a noun. They stack (에서+만+은, 까지+도, 만+으로+는), up to four of them
 * (국립국어원, 표준국어대사전의 조사; 이다와 하다, 되다의 활용형 가운데 명사 뒤에 바로 붙는 것).
 */
const tails = new Set(
  `이 가 은 는 을 를 의 에 로 와 과 도 만 나 랑 야 여 아 께 뿐 들 씩 쯤 엔 란 요 간 별
  이나 이란 이라 이랑 이며 이고 이자 이든 이면 이다 이요 으로 로서 로써 에서 에선 에게 에겐 한테 까지 부터 보다 처럼
  만큼 마다 조차 마저 밖에 라는 라고 라며 라도 라면 나마 커녕 대로 같은 같이 께서 하고 지만 이냐 이니 으론 로는 로도
  으로서 으로써 로부터 에게서 이라는 이라고 이라며 이라도 이라면 이지만 이나마 이라서 라서 이기 이어서 여서 이므로 므로
  인 인지 인데 일 임 였 였다 였던 이었 이었다 이던 입니 입니다 예요 이에요 이죠 죠 인가 일까
  하는 하고 하며 하면 하여 해 한 할 함 했 했다 합니다 한다 하기 하지 해서 하도록 하려 되는 되고 된 될 됨 됐 됐다 됩니다 된다 되며 되면 돼 되어 시키는 시킨 시켜
  측 사`.split(/\s+/),
);

const longestTail = 4;

/** Whether a string is particles and endings and nothing else. */
function isTail(text: string, pieces = 4): boolean {
  if (text === '') return true;
  if (pieces === 0) return false;
  for (let length = Math.min(longestTail, text.length); length > 0; length--) {
    if (tails.has(text.slice(0, length)) && isTail(text.slice(length), pieces - 1)) return true;
  }
  return false;
}

/** A word without the particles and endings at its end; at least two syllables stay. 데이터센터에서는 → 데이터센터. */
export function splitTail(word: string): string {
  for (let stop = 2; stop < word.length; stop++) if (isTail(word.slice(stop))) return word.slice(0, stop);
  return word;
}

/** Words of Korean: a term may be followed by particles, and by a noun that makes a compound with it. */
export const words: Words = {
  fold: foldUnits,
  optionalSpace: (text, index) =>
    (text[index] === ' ' || text[index] === '\n') &&
    isHangul(text.charCodeAt(index - 1)) &&
    isHangul(text.charCodeAt(index + 1)),
  boundary(folded, start, end) {
    const before = folded.charCodeAt(start - 1);
    const first = folded.charCodeAt(start);
    // 가속기 is no 속기: a term begins its word. Latin terms may follow Hangul (신형GPU).
    if (isHangul(first) && isHangul(before)) return -1;
    if (isWordCharacter(first) && isWordCharacter(before)) return -1;
    const last = folded.charCodeAt(end - 1);
    if (isWordCharacter(last) && isWordCharacter(folded.charCodeAt(end))) return -1;
    let stop = end;
    while (isHangul(folded.charCodeAt(stop)) && stop < end + 8) stop++;
    if (isTail(folded.slice(end, stop))) return stop;
    // AI반도체: another script begins another word. 데이터센터업체: after three syllables or more a noun may follow without a
    // space; after fewer it is another word (구글링, 메타버스, 라마단).
    return !isHangul(last) || end - start >= 3 ? end : -1;
  },
};

function isWordCharacter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}
