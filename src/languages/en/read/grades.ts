import { type Token, tokenAt } from './tokens.js';

/** Nouns that come in 4K, 8K and 24K: pictures and gold. */
const graded: ReadonlySet<string> = new Set(
  `video videos tv tvs television televisions resolution display displays uhd monitor monitors screen screens hdr content streaming
  footage camera cameras projector panel panels oled blu-ray gaming broadcast gold necklace ring`.split(/\s+/),
);

/** Whether the K at token `at`, right after a number, says how fine a picture or how pure gold is. */
export function isGrade(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:[24568]|1[02468]|2[24])$/.test(tokenAt(tokens, at - 1).text)) return false;
  const tied = tokenAt(tokens, at + 1).text === '-' && tokenAt(tokens, at + 1).glued ? 1 : 0;
  return [1, 2].some((ahead) => graded.has(tokenAt(tokens, at + tied + ahead).lower));
}
