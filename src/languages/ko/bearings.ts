import type { Bearings, Spans } from '../pack.js';

/** 서경 35도, 북위 약 37도; 35°W where the sign is kept. */
export const bearings: Bearings = {
  before: /(북위|남위|동경|서경)\s?(?:약\s?)?$/,
  after: /^\s?([NSEW])(?![A-Za-z])/,
  points: { n: 'N', e: 'E', s: 'S', w: 'W', 북위: 'N', 동경: 'E', 남위: 'S', 서경: 'W' },
  // 에서 holds 서, and means no west.
  any: /[동남북]|서(?=[경쪽부북남])|[NSEW](?![A-Za-z])/,
};

/** 11시부터 12시까지. Machines put spaces anywhere: 11 시부 터. */
export const spans: Spans = {
  between: /부\s?터(?=\s|$)/,
  after: /^\s?[가-힣]{0,4}까\s?지/,
  // 두 번째나 네 번째, 52% 이상에서 78%까지; never 두 번째로 많은 …, 4번째로.
  joined:
    /^.{0,8}?(?:[~∼～\-–—,·/(]|에서|부\s?터|[과와]\s|이나|나\s|또는|혹은|내지|사이|및|이고|이며|고\s|며\s|아니면|를|을)/,
};
