import recognizers from '@microsoft/recognizers-text-suite';
import { bench, describe } from 'vitest';
import { quantities } from '../../src/checks/quantities.js';
import { en } from '../../src/languages/en/index.js';
import { ko } from '../../src/languages/ko/index.js';
import { noStyle } from '../../src/model/style.js';

/** News, product and documentation prose with its translation: right, wrong in a figure, and without any. */
const pairs: readonly (readonly [english: string, korean: string])[] = [
  ['Revenue rose 12% to $45 billion in the third quarter of 2027.', '2027년 3분기 매출은 12% 늘어난 450억 달러였다.'],
  ['The chip draws 1,000 watts and is about 2.3 times faster.', '이 칩은 1,000와트를 쓰며 약 2.3배 빠르다.'],
  ['She was 35 when she moved to a city of three million people.', '그는 35세 때 인구 300만 명의 도시로 이사했다.'],
  ['Nothing in this sentence can be counted, so it is passed over.', '이 문장에는 셀 것이 없으므로 그냥 지나간다.'],
  [
    'Choose a folder that you own, and wait until the window closes.',
    '본인 소유의 폴더를 고르고 창이 닫힐 때까지 기다린다.',
  ],
  ['Between 5 and 10 percent upgrade within 12-18 months.', '5~10%가 12~18개월 안에 갈아탄다.'],
  [
    'Signed on April 1, 2026, it lasts ten years and costs 3 trillion won.',
    '2026년 4월 1일 맺은 이 계약은 10년간 3조 원짜리다.',
  ],
  ['He left at 9:30 a.m. and walked half a mile.', '그는 오전 9시 30분에 나서 반 마일을 걸었다.'],
  [
    'Two of the seven boats sank in the first storm of the 1990s.',
    '1990년대 첫 폭풍으로 배 일곱 척 중 두 척이 가라앉았다.',
  ],
  ['GPT-5.5 answers 40% of the questions for $0.25 each.', 'GPT-5.5는 질문의 40%에 개당 0.25달러로 답한다.'],
  ['At least 30 people were hurt when the 120-seat ferry ran aground.', '120석 여객선이 좌초해 30명 이상이 다쳤다.'],
  [
    'The fund holds $2.5 billion, up from $1.8 billion a year ago.',
    '이 펀드의 규모는 1년 전 18억 달러에서 250억 달러로 늘었다.',
  ],
  ['The second layer keeps three copies of the table.', '세 번째 층이 표의 사본 세 개를 갖고 있다.'],
  ['Unemployment fell 0.4 percentage points to 3.1%.', '실업률은 0.4%포인트 오른 3.1%였다.'],
];

const context = { from: en, to: ko, concepts: [], style: noStyle, options: {} };

/** A word that no text before had, so that nothing read earlier can answer: "Bacado", "Bacadu" … */
function freshWord(): string {
  const letters = ['bcdfghklmnprstvz', 'aeiou'] as const;
  let rest = counter++;
  let word = '';
  for (let at = 0; at < 8; at++) {
    const set = letters[at % 2 === 0 ? 0 : 1];
    word += set[rest % set.length];
    rest = Math.floor(rest / set.length);
  }
  return `B${word}`;
}
let counter = 0;

const unitOf = (source: string, target: string) => ({
  source: { text: source, codes: [] },
  target: { text: target, codes: [] },
});
const units = pairs.map(([source, target]) => unitOf(source, target));
const bytes = pairs.reduce((sum, pair) => sum + Buffer.byteLength(pair.join('')), 0);

/** What most quality tools do: the runs of digits of both sides, as sets. */
function digitSetsDiffer(source: string, target: string): boolean {
  const digits = (text: string) => (text.match(/\d[\d.,]*/g) ?? []).map((run) => run.replace(/[.,]+$|,/g, '')).sort();
  return digits(source).join() !== digits(target).join();
}

const { Culture } = recognizers;
function recognized(text: string): number {
  return (
    recognizers.recognizeNumber(text, Culture.English).length +
    recognizers.recognizePercentage(text, Culture.English).length +
    recognizers.recognizeCurrency(text, Culture.English).length
  );
}

/** Long enough that the compiler has settled and a busy machine evens out; few runs suffice for what takes a second each. */
const settled = { time: 3000, warmupTime: 1500, warmupIterations: 20 };
const slow = { time: 3000, iterations: 3, warmupTime: 0, warmupIterations: 1 };

/** One iteration is all pairs: pairs a second are hz × the number of pairs, bytes a second hz × the bytes. */
describe(`figures of ${pairs.length} sentence pairs, ${bytes} bytes`, () => {
  bench(
    'read on both sides and compared by value, with findings and fixes; each sentence new',
    () => {
      for (const [source, target] of pairs) {
        const word = freshWord();
        quantities.unit?.(unitOf(`${word}: ${source}`, `${word}: ${target}`) as never, context);
      }
    },
    settled,
  );

  bench(
    'the same with the last 1,000 readings remembered',
    () => {
      for (const unit of units) quantities.unit?.(unit as never, context);
    },
    settled,
  );

  bench(
    'sets of digit runs',
    () => {
      for (const [source, target] of pairs) {
        const word = freshWord();
        digitSetsDiffer(`${word}: ${source}`, `${word}: ${target}`);
      }
    },
    settled,
  );

  // It has no Korean in JavaScript: numbers, percentages and currencies of the English side alone, nothing compared.
  bench(
    '@microsoft/recognizers-text-suite, English side only',
    () => {
      for (const [source] of pairs) recognized(`${freshWord()}: ${source}`);
    },
    slow,
  );
});
