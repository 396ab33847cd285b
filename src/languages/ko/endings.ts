import { hasBatchim } from 'es-hangul';

/** How a word's last sound ends: in a vowel, in ㄹ (which 으로 treats as a vowel), or in another consonant. */
export type Ending = 'vowel' | 'rieul' | 'consonant';

/** Digits as they are read at the end of a number: 영 일 이 삼 사 오 육 칠 팔 구. */
const digits: readonly Ending[] = [
  'consonant',
  'rieul',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'rieul',
  'rieul',
  'vowel',
];

/** Names of letters as they are read one by one: 에이 비 시 … (외래어 표기법의 로마자 이름). L, M, N, R end in a consonant. */
const letters: ReadonlyMap<string, Ending> = new Map([
  ['l', 'rieul'],
  ['m', 'consonant'],
  ['n', 'consonant'],
  ['r', 'rieul'],
]);

/** Signs that are read as words. */
const signs: ReadonlyMap<string, Ending> = new Map([
  ['%', 'vowel'], // 퍼센트
  ['％', 'vowel'],
  ['℃', 'vowel'], // 섭씨 … 도
  ['°', 'vowel'],
  ['+', 'vowel'], // 플러스
  ['$', 'vowel'],
  ['㎏', 'consonant'],
  ['㎞', 'vowel'],
]);

/** Units after digits, as they are read: 5kg (킬로그램), 3GW (기가와트), 10nm (나노미터). */
const units: ReadonlyMap<string, Ending> = new Map([
  ['kg', 'consonant'],
  ['g', 'consonant'],
  ['mg', 'consonant'],
  ['km', 'vowel'],
  ['m', 'vowel'],
  ['cm', 'vowel'],
  ['mm', 'vowel'],
  ['nm', 'vowel'],
  ['kw', 'vowel'],
  ['mw', 'vowel'],
  ['gw', 'vowel'],
  ['tw', 'vowel'],
  ['w', 'vowel'],
  ['kwh', 'vowel'],
  ['mwh', 'vowel'],
  ['gwh', 'vowel'],
  ['gb', 'vowel'],
  ['tb', 'vowel'],
  ['mb', 'vowel'],
  ['kb', 'vowel'],
  ['pb', 'vowel'],
  ['hz', 'vowel'],
  ['khz', 'vowel'],
  ['mhz', 'vowel'],
  ['ghz', 'vowel'],
  ['l', 'vowel'],
  ['ml', 'vowel'],
  ['v', 'vowel'],
  ['ha', 'vowel'],
  ['t', 'consonant'],
  ['x', 'vowel'],
  ['bp', 'vowel'],
]);

/** English words of daily use that are read as words, where spelling would mislead. All lower case. */
const words: ReadonlyMap<string, Ending> = new Map([
  ['google', 'rieul'],
  ['apple', 'rieul'],
  ['oracle', 'rieul'],
  ['single', 'rieul'],
  ['title', 'rieul'],
  ['table', 'rieul'],
  ['module', 'rieul'],
  ['file', 'rieul'],
  ['style', 'rieul'],
  ['schedule', 'rieul'],
  ['node', 'vowel'],
  ['code', 'vowel'],
  ['nvidia', 'vowel'],
  ['meta', 'vowel'],
  ['intel', 'rieul'],
  ['model', 'rieul'],
  ['kernel', 'rieul'],
  ['label', 'rieul'],
  ['url', 'rieul'],
  ['sql', 'rieul'],
  ['html', 'rieul'],
  ['xml', 'rieul'],
  ['yaml', 'rieul'],
  ['openai', 'vowel'],
  ['gemini', 'vowel'],
  ['claude', 'vowel'],
  ['token', 'consonant'],
  ['python', 'consonant'],
  ['rubin', 'consonant'],
  ['amazon', 'consonant'],
  ['json', 'consonant'],
  ['pod', 'vowel'],
  ['cloud', 'vowel'],
  ['web', 'consonant'],
  ['app', 'consonant'],
  ['chip', 'consonant'],
  ['step', 'consonant'],
  ['map', 'consonant'],
  ['group', 'consonant'],
  ['top', 'consonant'],
  ['backup', 'consonant'],
  ['setup', 'consonant'],
  ['ram', 'consonant'],
  ['rom', 'consonant'],
  ['web3', 'consonant'],
  ['github', 'vowel'],
  ['hub', 'vowel'],
  ['job', 'consonant'],
  ['blog', 'vowel'],
  ['log', 'vowel'],
  ['tag', 'vowel'],
  ['flag', 'vowel'],
  ['bug', 'vowel'],
  ['debug', 'vowel'],
  ['config', 'vowel'],
  ['catalog', 'vowel'],
  ['tesla', 'vowel'],
  ['microsoft', 'vowel'],
  ['atlas', 'vowel'],
  ['ai', 'vowel'],
  ['kubernetes', 'vowel'],
  ['docker', 'vowel'],
  ['linux', 'vowel'],
]);

/** Ends of English words as they are written in Hangul: a final l is ㄹ, m n ng are consonants, p t k after a short vowel too. */
const spellings: readonly (readonly [RegExp, Ending])[] = [
  [/(?:le|l|ll)$/, 'rieul'],
  [/(?:ng|n|m|me|ne|mn|gn)$/, 'consonant'],
  [/[aeiou](?:p|ck|k|c)$/, 'consonant'],
  [/[aeiou]t$/, 'consonant'],
];

/** A word's spoken ending where its spelling tells it; `undefined` where nobody can say (`sudo`, a code). */
export function endingOf(word: string): Ending | undefined {
  const last = word.at(-1) ?? '';
  const code = last.charCodeAt(0);
  if (code >= 0xac00 && code <= 0xd7a3)
    return hasBatchim(last) ? ((code - 0xac00) % 28 === 8 ? 'rieul' : 'consonant') : 'vowel';
  if (signs.has(last)) return signs.get(last);
  const number = /\d[\d,.]*$/.exec(word)?.[0];
  if (number !== undefined) return numberEnding(number);
  const latin = /[A-Za-z]+$/.exec(word)?.[0];
  if (latin === undefined) return undefined;
  const after = word.slice(0, -latin.length);
  if (/\d$/.test(after))
    // 5g is 그램, 5G is 지; 3t is 톤, 3T is 티.
    return (
      (latin.length === 1 && latin !== latin.toLowerCase() ? undefined : units.get(latin.toLowerCase())) ??
      (latin.length === 1 ? (letters.get(latin.toLowerCase()) ?? 'vowel') : wordEnding(latin))
    );
  return wordEnding(latin);
}

function wordEnding(latin: string): Ending | undefined {
  const lower = latin.toLowerCase();
  const known = words.get(lower);
  if (known !== undefined) return known;
  // An acronym is read letter by letter.
  if (latin === latin.toUpperCase()) return letters.get(lower.at(-1)!) ?? 'vowel';
  if (latin.length < 2) return letters.get(lower) ?? 'vowel';
  for (const [pattern, ending] of spellings) if (pattern.test(lower)) return ending;
  return /[aeiouysrdgbfvzxhjqwt]$/.test(lower) ? 'vowel' : undefined;
}

/** 30 (삼십), 100 (백), 1000 (천), 10000 (만): a number that ends in zeros is read by its unit. */
function numberEnding(number: string): Ending {
  const plain = number.replace(/[,.]$/, '');
  const last = Number(plain.at(-1));
  if (last !== 0 || plain.includes('.')) return digits[last] ?? 'vowel';
  const zeros = /0*$/.exec(plain.replaceAll(',', ''))![0].length;
  if (zeros === plain.length) return 'consonant'; // 영
  // 십, 백, 천, 만, 억 end in a consonant; 조 (10¹²) in a vowel.
  return zeros >= 12 && zeros < 16 ? 'vowel' : 'consonant';
}
