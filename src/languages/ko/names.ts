import type { Name, Names } from '../pack.js';

/** Family names with the spellings that people use and the official ones (국어의 로마자 표기법), commonest first. */
const families: Readonly<Record<string, readonly string[]>> = {
  김: ['kim', 'gim'],
  이: ['lee', 'yi', 'rhee', 'ri', 'i'],
  박: ['park', 'pak', 'bak'],
  최: ['choi', 'choe', 'choy'],
  정: ['jung', 'jeong', 'chung', 'cheong'],
  강: ['kang', 'gang'],
  조: ['cho', 'jo', 'joh'],
  윤: ['yoon', 'yun'],
  장: ['jang', 'chang'],
  임: ['lim', 'im', 'rim'],
  한: ['han', 'hahn'],
  오: ['oh', 'o'],
  서: ['seo', 'suh', 'so'],
  신: ['shin', 'sin'],
  권: ['kwon', 'gwon'],
  황: ['hwang'],
  안: ['ahn', 'an'],
  송: ['song'],
  전: ['jeon', 'chun', 'jun'],
  홍: ['hong'],
  유: ['yoo', 'yu', 'ryu', 'you'],
  고: ['ko', 'koh', 'go'],
  문: ['moon', 'mun'],
  양: ['yang'],
  손: ['son', 'sohn'],
  배: ['bae', 'pae'],
  백: ['baek', 'paik', 'baik'],
  허: ['heo', 'hur', 'huh'],
  남: ['nam'],
  심: ['shim', 'sim'],
  노: ['roh', 'noh', 'no'],
  하: ['ha'],
  곽: ['kwak', 'gwak'],
  성: ['sung', 'seong'],
  차: ['cha'],
  주: ['joo', 'ju', 'chu'],
  우: ['woo', 'wu', 'u'],
  구: ['koo', 'gu', 'ku'],
  민: ['min'],
  류: ['ryu', 'yoo'],
  나: ['na', 'ra'],
  진: ['jin', 'chin'],
  엄: ['eom', 'um'],
  원: ['won'],
  천: ['cheon', 'chun'],
  방: ['bang'],
  공: ['kong', 'gong'],
  현: ['hyun', 'hyeon'],
};

/** What stands behind a person's name. A party, a faculty or a verb is none: 민주당 대표, 정치학 교수, 우승할 선수. */
const office =
  '(?:전 |현 |신임 )?(?:대통령|총리|국무총리|부총리|장관|차관|의원|대표|회장|부회장|사장|부사장|이사장|이사|감독|선수|교수|박사|기자|씨|전무|상무|원장|총재|지사|시장|군수|구청장|후보|위원장|의장|대변인|검사|판사|변호사|작가|배우|가수|연구원|팀장|본부장|실장|국장|센터장|최고경영자)';
const person = new RegExp(
  `(?<![가-힣])([${Object.keys(families).join('')}])([가-힣](?![당학할한될된은는을를의과와에로도])[가-힣])(?= ${office}(?![가-힣]{4}))`,
  'gu',
);
/** Names that Korean keeps in Latin letters, with a capital and small letters: Rubin, TensorRT. */
const latin = /(?<![A-Za-z\d._/-])[A-Z][A-Za-z]*[a-z][A-Za-z]*(?![A-Za-z\d_/-]|\.[A-Za-z])/g;

/** Names in Korean: people with their office, and words in Latin letters. */
export const names: Names = {
  find(text) {
    const found: Name[] = [];
    for (const { 0: written, index, 1: family } of text.matchAll(person)) {
      found.push({
        text: written,
        start: index,
        end: index + written.length,
        parts: families[family!]!,
        whole: true,
      });
    }
    for (const { 0: written, index } of text.matchAll(latin)) {
      if (written.length > 3)
        found.push({ text: written, start: index, end: index + written.length, parts: [written] });
    }
    return found.sort((a, b) => a.start - b.start);
  },
};
