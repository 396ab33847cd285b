import type { Zones } from '../pack.js';

/** What Korean newsrooms call the zones of a clock, by the code that an English text writes. */
const names: readonly (readonly [code: string, name: string, codes: string])[] = [
  ['ET', '미 동부시간', 'ET EST EDT'],
  ['CT', '미 중부시간', 'CT CST CDT'],
  ['MT', '미 산악시간', 'MT MST MDT'],
  ['PT', '미 태평양시간', 'PT PST PDT'],
  ['GMT', '그리니치 표준시', 'GMT'],
  ['BST', '영국 서머타임', 'BST'],
  ['CET', '중부유럽시간', 'CET CEST'],
  ['KST', '한국시간', 'KST'],
  ['JST', '일본시간', 'JST'],
];

const byCode = new Map(names.flatMap(([, name, codes]) => codes.split(' ').map((code) => [code, name] as const)));
const byName = new Map(names.map(([code, name]) => [name, code] as const));

/** A zone behind a time: (미 동부시간), (UTC). */
export const zoneName = (code: string): string => byCode.get(code) ?? code;

const behind = new RegExp(
  `^ ?\\((${[...byName.keys(), 'UTC', 'IST', 'AEST', 'AEDT', 'HKT', 'SGT', ...byCode.keys()].join('|')})\\)`,
);

/** The zone in brackets right behind a time, and where it ends. */
export function zoneAfter(text: string, at: number): { unit: string; end: number } | undefined {
  const match = behind.exec(text.slice(at, at + 14));
  return match?.[1] === undefined ? undefined : { unit: byName.get(match[1]) ?? match[1], end: at + match[0].length };
}

const code = '(?<![A-Za-z])(?:UTC|GMT|[ECMP][SD]?T|BST|CES?T|KST|JST|IST|AE[SD]T|HKT|SGT)(?![A-Za-z])';
const place = '동부|서부|중부|태평양|산악|그리니치|세계|한국|일본|중국|미국|영국|런던|뉴욕|서울|베이징|모스크바';

/** 동부 표준시, 그리니치 표준시, 영국 서머타임, 한국 시각, UTC; 현지시간 keeps that there is one. */
export const zones: Zones = {
  named: new RegExp(`${code}|(?:${place})\\s?(?:표준시|표준\\s?시간|협정시|시간|시각|서머\\s?타임)`),
  any: new RegExp(`${code}|표준시|표준\\s?시간|세계시|서머\\s?타임|(?:현지|${place})\\s?(?:시간|시각)`),
};
