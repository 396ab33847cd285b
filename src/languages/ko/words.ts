import type { Words } from '../pack.js';
import { isHangul } from './read/text.js';

/**
 * Particles and endings that may follow a term, longest first in each row: 엔비디아가, 엔비디아에서는, 엔비디아였다, 엔비디아의
 * (국립국어원, 표준국어대사전의 조사와 어미).
 */
const tails = new Set(
  `이 가 은 는 을 를 의 에 로 와 과 도 만 나 랑 야 여 아 께 뿐 들 씩 쯤 이나 이란 이라 이라도 이라는 이라고 이며 이고 이자 이든 이었 이었다 이다 입니 입니다 인 인지 였 였다
  으로 으로는 으로도 으로의 으로서 으로써 로는 로도 로의 로서 로써 로부터 으로부터 에는 에도 에만 에서 에서는 에서도 에서의 에서만 에게 에게는 에게도 에게서 에선 에겐 에의 엔 한테
  와는 와도 와의 과는 과도 과의 까지 까지는 까지도 부터 부터는 보다 보다는 보다도 처럼 처럼은 만큼 만큼은 마다 조차 마저 밖에 라는 라고 라며 라도 라면 란 나마 이나마 커녕 대로 같은 같이
  들이 들은 들을 들의 들에 들에게 들과 들도 들로 하고 이면 면 이지만 지만 였던 이던 뿐만 뿐이 만이 만을 만의 만으로 도록 측 측은 측이 사 사가 사는 사의 사에 요 이요 예요 이에요`.split(
    /\s+/,
  ),
);

/** Words of Korean: a term may be followed by particles, and by a noun that makes a compound with it. */
export const words: Words = {
  fold: (text) => text.toLowerCase().replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)),
  boundary(folded, start, end) {
    const before = folded.charCodeAt(start - 1);
    const first = folded.charCodeAt(start);
    // 가속기 is no 속기: a term begins its word. Latin terms may follow Hangul (신형GPU).
    if (isHangul(first) && isHangul(before)) return -1;
    if (isWordCharacter(first) && isWordCharacter(before)) return -1;
    let stop = end;
    if (isWordCharacter(folded.charCodeAt(end - 1)) && isWordCharacter(folded.charCodeAt(end))) return -1;
    while (isHangul(folded.charCodeAt(stop)) && stop < end + 6) stop++;
    const tail = folded.slice(end, stop);
    if (tail === '' || tails.has(tail)) return stop;
    for (let length = Math.min(5, tail.length); length > 0; length--)
      if (tails.has(tail.slice(0, length)) && length >= 2) return end + length;
    // 데이터센터업체: after a term of three syllables or more another noun may follow without a space.
    return end - start >= 3 ? end : -1;
  },
};

function isWordCharacter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}
