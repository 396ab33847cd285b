import type { Roles } from '../roles.js';

const hedged = '(?:(?:약|최소|최대|무려|평균|모두|총|전체) ?)*';
const before = (words: string): RegExp => new RegExp(`(?:^|[^가-힣])(?:${words}) ?${hedged}$`);
const topic = '(?:은|는|이|가|도|액은|액이|량은|량이)?';

/** Korean. */
export const roles: Roles = {
  from: { after: /^ ?(?:이상|가량|정도)?에서(?:는)? / },
  to: { after: /^ ?(?:이상|이하|미만|가량|정도|안팎)?(?:으로|로|까지)(?:[ ,.]|$)/ },
  whole: { after: /^(?:의)? ?(?:[가-힣]{1,6} )?(?:중|가운데)(?:에서|에)? / },
  part: {
    // 관중 and 대중 are people, not the whole of them.
    before: /(?<![가-힣])(?:중|가운데)(?:에서|에)? (?:[가-힣]{1,6} )?(?:약 ?|최소 ?|무려 ?)?$/,
    after: /^(?:을|를) 포함(?:해|한|하)/,
  },
  hourly: { before: before('시간당|한 시간에|1시간에') },
  daily: { before: before('하루|하루에|하루 평균|일평균|매일') },
  weekly: { before: before('주|주당|매주|일주일에') },
  monthly: { before: before('월|월평균|매달|매월|한 달에') },
  yearly: { before: before('연|연간|연평균|매년|한 해') },
  'last year': { before: before(`(?:지난해|작년)(?:에는|에|은|는)?(?: [가-힣]{1,6})?`) },
  'this year': { before: before(`올해(?:는|에는|엔)?(?: [가-힣]{1,6})?`) },
  'next year': { before: before(`내년(?:은|에는|에|엔)?(?: [가-힣]{1,6})?`) },
  killed: { after: /^ ?(?:이상|여명)?(?:이|가|은|도)? ?(?:숨|사망|목숨)/, before: before(`사망자(?:는|가|도)?`) },
  injured: { after: /^ ?(?:이상|여명)?(?:이|가|은|도)? ?(?:다[쳤치]|부상)/, before: before(`부상자(?:는|가|도)?`) },
  men: { before: before(`남성|남자|남성의|남자의`), after: /^(?:의)? (?:남성|남자)/ },
  women: { before: before(`여성|여자|여성의|여자의`), after: /^(?:의)? (?:여성|여자)/ },
  sales: { before: before(`매출${topic}`) },
  profit: {
    before: before(`(?:영업이익|순이익|당기순이익|이익|흑자)${topic}`),
    after: /^의? ?(?:순이익|영업이익|흑자)/,
  },
  loss: { before: before(`(?:손실|순손실|영업손실|적자)${topic}`), after: /^의? ?(?:순손실|영업손실|손실|적자)/ },
  exports: { before: before(`수출${topic}`) },
  imports: { before: before(`수입${topic}`) },
  height: { before: before(`(?:높이|키|해발)${topic}`) },
  length: { before: before(`길이${topic}`) },
  width: { before: before(`(?:너비|폭|지름)${topic}`) },
  depth: { before: before(`(?:깊이|수심)${topic}`) },
  weight: { before: before(`(?:무게|몸무게|중량)${topic}`) },
  high: { before: before(`최고(?: ?기온)?${topic}`) },
  low: { before: before(`최저(?: ?기온)?${topic}`) },
  'per dollar': { before: before('달러당|달러 대비') },
  'per euro': { before: before('유로당|유로 대비') },
  cities: { after: /^(?:의)? 도시/, before: before('도시') },
  shows: { after: /^(?:의)? (?:공연|콘서트)/, before: before('공연|콘서트') },
  for: { before: before('찬성') },
  against: { before: before('반대') },
};
