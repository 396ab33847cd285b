import { expect, test } from 'vitest';
import { en } from '../../../src/languages/en/index.js';
import { ko } from '../../../src/languages/ko/index.js';

test.each([
  ['+15.2%p', '+15.2pp'],
  ['-2.1%p', '-2.1pp'],
  ['15.2%p', '15.2pp'],
])('a cell keeps its plus beside the minuses of its column: %s', (text, written) => {
  const [quantity] = ko.figures.read(text).quantities;
  expect(en.figures.render(quantity!, { place: 'cell' })).toBe(written);
  expect(en.figures.read(written).quantities).toHaveLength(1);
});
