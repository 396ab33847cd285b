import { bench, describe } from 'vitest';
import { read } from '../../src/languages/en/read/index.js';

/** News, product and documentation prose with the figures that such text has, and sentences without any. */
const sentences = [
  'Revenue rose 12% to $45 billion in the third quarter of 2027, the company said on Monday.',
  'The B200 draws 1,000 watts and is about 2.3 times faster than last year’s chip.',
  'She was 35 when the family moved to Busan, a city of more than three million people.',
  'Nothing in this sentence can be counted, and the reader should pass over it quickly.',
  'Run the installer, choose a folder that you own, and wait until the window closes by itself.',
  'Between 5 and 10 percent of users upgrade within 12-18 months of the first release.',
  'The agreement, signed on April 1, 2026, lasts ten years and costs 3 trillion won.',
  'He left at 9:30 a.m. and walked half a mile before anyone noticed that the gate was open.',
];

describe('reading English figures', () => {
  bench(`${sentences.length} sentences`, () => {
    for (const sentence of sentences) read(sentence);
  });
});
