import type { TermCandidates, TermWord } from '../pack.js';
import { splitTail } from './words.js';

/** Words that break a term: pronouns, adverbs, dependent nouns and connectives that no particle gives away. */
const breaking = new Set(
  `그 이 저 그것 이것 저것 그런 이런 저런 그리고 그러나 하지만 또 또한 또는 및 즉 매우 아주 더 덜 가장 모두 다 각 각각 여러 모든 어떤
  것 수 때 등 중 곳 데 바 줄 뿐 만큼 때문 경우 정도 이상 이하 약 전 후 뒤 앞 안 밖 위 아래 사이 가운데 동안 이후 이전 현재 지금 올해
  지난해 내년 이미 아직 다시 함께 매우 새 첫 한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 있다 없다 한다 된다 했다 됐다 이다 아니다 대한
  위한 따른 통한 관한 의한`.split(/\s+/),
);

/** Endings of verbs and adjectives: a word that ends so is no noun. */
const verbal =
  /(?:다|는|은|을|ㄴ|며|면|고|지|게|어|아|여|서|니|던|듯|도록|려|러|자|까|네|요|죠|음|기|한|된|할|될|인|일|던가)$/;

/** Korean. Words lose their particles; one that still looks like a verb breaks the term, and so does a word with a particle, after itself. */
export const terms: TermCandidates = {
  mixes: true,
  candidates(text) {
    const runs: TermWord[][] = [];
    let run: TermWord[] = [];
    let stop = 0;
    const end = () => {
      if (run.length > 0) runs.push(run);
      run = [];
    };
    for (const { 0: written, index } of text.matchAll(/[가-힣A-Za-z][가-힣A-Za-z\d]*(?:[-.·][가-힣A-Za-z\d]+)*/g)) {
      if (text.slice(stop, index) !== ' ') end();
      stop = index + written.length;
      const noun = splitTail(written);
      const latin = /[A-Za-z]/.test(noun);
      const bare = noun === written;
      if (noun.length < 2 || breaking.has(noun) || breaking.has(written) || (bare && !latin && verbal.test(noun))) {
        end();
        continue;
      }
      // Long words of Hangul are mostly names from abroad: 마이크로소프트, 트랜스포머.
      run.push({ text: noun, name: latin || noun.length >= 5 });
      if (!bare) end();
    }
    end();
    return runs;
  },
};
