import type { Cues } from '../cues.js';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Korean. An entry begins a word; particles and endings may follow it. */
export const cues: Cues = {
  total: ['합계', '총계', '총액', '총', '계', '소계', '전체', '모두', '합쳐', '합산', '도합'],
  of: ['가운데', '중'],
  each: ['씩', '각각', '각'],
  compoundGrowth: ['연평균 성장률', '연평균 증가율', '연평균성장률', '연평균 복합', '연평균', 'cagr'],
  growth: ['증감률', '증가율', '성장률', '증감', '전년 대비', '전년대비', '변화율', '상승률'],
  change: words('개선 향상 증가 상승 성장 늘 높아 뛰 올라 올랐 감소 하락 줄 낮아 떨어'),
  share: ['비중', '점유율', '구성비', '구성 비율'],
  contrast: words('에서 당초 기존 종전 이전 애초 원래 대신 대비 보다 반면'),
  function: words(
    `그 이 저 것 수 등 및 또 또는 그리고 그러나 하지만 있다 없다 한다 했다 된다 됐다 이다 대한 위한 통해 따라 때문 정도 가장 더 매우 모든
    각 약 총 전 후 뒤 앞 중 내 외 간 안 밖 위 아래 한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 첫 둘 셋 넷`,
  ),
};
