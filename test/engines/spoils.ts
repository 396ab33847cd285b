import { createHash } from 'node:crypto';
import type { AskedUnit } from '../cli/server.js';
import { type Fault, faithfulWithTerms, type Said } from './server.js';

type Spoil = (answer: string, unit: AskedUnit) => string | undefined;

/** What goes wrong with a unit. Each is one class of fault. */
export const spoils: Readonly<Record<string, Spoil>> = {
  swapped: (answer) => answer.replace(/<q1>(.*?)<\/q1>(.*)<q2>(.*?)<\/q2>/s, '<q1>$3</q1>$2<q2>$1</q2>'),
  rescaled: (answer) => answer.replace(/<q2>(\d+)/, '<q2>$10'),
  changed: (answer) => answer.replace(/<q2>\d+/, '<q2>777'),
  'another currency': (answer) => answer.replace('달러</q2>', '유로</q2>'),
  'another unit': (answer) => answer.replace(/%<\/q1>/, '%포인트</q1>'),
  'said twice': (answer) => `${answer} 곧 9억 원이다.`,
  'outside its tags': (answer) => answer.replace(/<q1>(.*?)<\/q1>/, '<q1></q1>$1'),
  'tag lost': (answer) => answer.replace(/<ph\d+\/>|<\/?pc\d+>/g, ''),
  'tag invented': (answer) => `${answer}<pc9>말</pc9>`,
  'figure lost': (answer) => answer.replace(/<q1>.*?<\/q1>/, ''),
  'term ignored': (answer) => answer.replaceAll('추론', '간섭'),
  'left out': () => undefined,
  echoed: (_, unit) => unit.source,
  refused: () => '죄송하지만 도와드릴 수 없습니다.',
  'cut off': (answer) => answer.slice(0, answer.length / 3),
  'a fall': (answer) => answer.replace('</q1>', '</q1> 감소'),
  'a list opened': (answer) => `\n\n- ${answer}\n- 더`,
};

/** What goes wrong with a request. A wait would only make the test slow: `Retry-After` says zero where it says anything. */
const requestFaults: readonly Fault[] = [
  { status: 500 },
  { status: 429, headers: { 'retry-after': '0' } },
  { status: 429 },
  { status: 503, headers: { 'retry-after': '0' } },
  { hangUp: true },
  { drip: 0 },
  { text: (text) => `물론입니다.\n\`\`\`json\n${text}\n\`\`\`\n더 필요하신 것이 있나요?` },
  { units: (said) => [...said, { id: 'nobody-asked', target: '엉뚱한 답이다.' }] },
  { units: (said) => said.flatMap((one): Said[] => [one, { ...one, target: '둘째 답은 듣지 않는다.' }]) },
  { units: (said) => [...said].reverse() },
];

/** From 0 up to 1, the same for the same words whatever else happens: requests may come in any order. */
function roll(...words: readonly (string | number)[]): number {
  return createHash('sha256').update(words.join('\0')).digest().readUInt32BE() / 2 ** 32;
}

/** A provider that errs in so many of all units, and in so many of all requests, by a seed. */
export function erring(seed: number, ofUnits: number, ofRequests: number) {
  const times = new Map<string, number>();
  const nth = (key: string) => {
    const count = (times.get(key) ?? 0) + 1;
    times.set(key, count);
    return count;
  };
  const names = Object.keys(spoils);
  const pick = <T>(list: readonly T[], at: number) => list[Math.floor(at * list.length)]!;
  return (_: number, units: readonly AskedUnit[]): Fault => {
    const key = units.map(({ source }) => source).join('\0');
    const count = nth(key);
    // DeepL's answers have no names: one for each text, however empty, and no order but that of the texts.
    const isNamed = units[0]?.kind !== '';
    const answer = (unit: AskedUnit) => {
      const again = nth(unit.source);
      const plain = faithfulWithTerms(unit);
      // A sentence that stops in its midst is refused as cut off.
      const right = unit.source.endsWith('.') && plain !== undefined ? `${plain} 적었다.` : plain;
      if (right === undefined || roll(seed, 'unit', unit.source, again) >= ofUnits) return right;
      const spoiled = spoils[pick(names, roll(seed, 'class', unit.source, again))]!(right, unit);
      return isNamed ? spoiled : (spoiled ?? '');
    };
    if (roll(seed, 'request', key, count) >= ofRequests) return { answer };
    const possible = isNamed ? requestFaults : requestFaults.filter((fault) => fault.units === undefined);
    return { answer, ...pick(possible, roll(seed, 'what', key, count)) };
  };
}
