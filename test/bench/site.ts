import { createHash } from 'node:crypto';
import type { TestProject } from '../cli/project.js';

const cities = ['Seoul', 'Busan', 'Daegu', 'Incheon', 'Gwangju', 'Daejeon', 'Ulsan'];
const inKorean = ['서울', '부산', '대구', '인천', '광주', '대전', '울산'];
const topics = ['Energy', 'Transport', 'Money', 'Health', 'Housing'];
const topicsInKorean = ['에너지', '교통', '금융', '보건', '주택'];

/** One paragraph in both languages, with figures that say the same. */
function paragraph(n: number, at: number): readonly [string, string] {
  const [lines, billions, year, share] = [12 + ((n + at) % 80), 2 + ((n + at) % 70), 2027 + (at % 9), 3 + (at % 90)];
  return [
    `The operator will spend $${billions} billion on ${lines} lines by ${year}, which is ${share}% more than planned.`,
    `운영사는 ${year}년까지 ${lines}개 선로에 ${billions * 10}억 달러를 쓰며, 이는 계획보다 ${share}% 많다.`,
  ];
}

/** An article and its published translation, of so many paragraphs. */
function pairOf(n: number, paragraphs: number): readonly [string, string] {
  const [city, topic] = [n % cities.length, n % topics.length];
  const date = `20${20 + (n % 7)}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
  const body = Array.from({ length: paragraphs }, (_, at) => paragraph(n, at));
  const head = (title: string, summary: string, name: string) =>
    `title: ${title}\nsummary: ${summary}\ndate: ${date}\ntopic:\n  name: ${name}\n`;
  const english = `---\n${head(`Line ${n} in ${cities[city]}`, `How line ${n} in ${cities[city]} came to be.`, topics[topic]!)}---\n\n# Line ${n} in ${cities[city]}\n\n${body.map(([en]) => en).join('\n\n')}\n`;
  const revision = createHash('sha256').update(english).digest('hex');
  const managed = `locale: ko\ntranslationOf: en/line-${n}\nsourceRevision: ${revision}\nstate: published\n`;
  const korean = `---\n${head(`${inKorean[city]} ${n}호선`, `${inKorean[city]} ${n}호선이 생기기까지.`, topicsInKorean[topic]!)}${managed}---\n\n# ${inKorean[city]} ${n}호선\n\n${body.map(([, ko]) => ko).join('\n\n')}\n`;
  return [english, korean];
}

/** Fills a project with so many articles in two languages, all published, and one, `line-0`, that is about 20 KB as JSON. */
export function fillSite(place: TestProject, articles: number): void {
  for (let n = 0; n < articles; n++) {
    const [english, korean] = pairOf(n, n === 0 ? 105 : 3);
    place.put(`content/en/line-${n}.md`, english);
    place.put(`content/ko/line-${n}.md`, korean);
  }
  place.put('pipelines/news.yaml', 'name: news\nsources: [{locale: en, to: [ko]}]\nengines: [memory]\n');
}
