import { expect, test } from 'vitest';
import { ja } from '../../../src/languages/ja/index.js';
import { reads } from '../corpus.js';
import { withstands } from '../hostile.js';

const { read } = ja.figures;

reads(read, new URL('./corpus/', import.meta.url));

withstands(read, {
  floods: Object.fromEntries(
    '1 一 千 万 1〜 数 第 2026年 1, A1- 約 午後 ３ 兆億 ¥ 三千 百十 1万2千 5月 3時 1対'
      .split(' ')
      .map((part) => [part, part]),
  ),
  words:
    '$ ¥ % - 〜 、 。 , . 5 05 1990 2026 3.2 1,000 万 億 兆 千 百 十 一 二 三 年 月 日 時 分 人 円 ドル 倍 約 以上 第 度 歳 午後 半 数 GPT と は の',
  gaps: ['', '', ' '],
  sentence: '売上は2026年5月、3年ぶりに5%増えて1200万ドルになった。',
});

test('several figures of a sentence keep their order and their places', () => {
  const text = '同社は2026年4月1日、約250億ドルを投じ、3万5000人を雇うと発表した。前年比12%増だ。';
  const { quantities } = read(text);
  expect(quantities.map((one) => one.text)).toEqual(['2026年4月1日', '250億ドル', '3万5000人', '12%']);
  for (const { start, end, text: written } of quantities) expect(text.slice(start, end)).toBe(written);
});
