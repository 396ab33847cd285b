/**
 * Whether a word in Hangul may be a transliteration of a name in Latin letters: both as consonants and vowels, aligned at
 * a cost. Which letters may be which sound is data, after the 외래어 표기법 (국립국어원) and what newsrooms write beside it: r is
 * kept or not (우르줄라, 하버드), ch is ㅊ, ㅋ or ㅅ (처칠, 크리스틴, 샬럿).
 */

/** Initial consonants of Hangul syllables in Unicode's order, as classes without voice and aspiration; ㅇ is silent. */
const initials = 'k k n t t l m p p s s - c c c k t p h'.split(' ');
/** Final consonants likewise. ㅅ is written for t (재닛). */
const finals = '- k k k n n n t l l l l l l l l m p p t t g c c k t p h'.split(' ');
/** Vowels likewise: eo is ㅓ, u ㅜ, y ㅡ; a glide is lost. */
const vowels = 'a e a e o e o e o a e e o u o e i u y i i'.split(' ');

/** Letters, longest first, with the classes that they may be, and those that they are at a small cost. */
const consonants: Readonly<Record<string, readonly [sure: string, rare?: string]>> = {
  sch: ['s', 'ck'],
  tch: ['c'],
  sh: ['s', 'c'],
  ch: ['cks', 'h'],
  th: ['st', 'c'],
  ph: ['p', 'h'],
  gh: ['k', 'hp'],
  ck: ['k'],
  ts: ['cs', 't'],
  tz: ['cs', 't'],
  cz: ['c', 's'],
  sz: ['s'],
  zh: ['c', 's'],
  dg: ['c'],
  dt: ['t'],
  b: ['p'],
  c: ['ksc', 'h'],
  d: ['t', 'cl'],
  f: ['p', 'h'],
  g: ['kc', 'h'],
  h: ['h', 'k'],
  j: ['c', 'hs'],
  k: ['k'],
  l: ['l'],
  m: ['m'],
  n: ['ng', 'm'],
  p: ['p'],
  q: ['k', 'c'],
  r: ['l', 'h'],
  s: ['sc'],
  t: ['t', 'cs'],
  v: ['p', 'u'],
  w: ['u', 'op'],
  x: ['s', 'k'],
  z: ['cs', 't'],
};
/** Vowels of Hangul that a vowel letter may be. */
const sounds: Readonly<Record<string, string>> = { a: 'aeo', e: 'eioy', i: 'iao', o: 'oau', u: 'uoaiy', y: 'ia' };

/** What it costs to leave a letter out. The rest is whole sounds. */
const silent: Readonly<Record<string, number>> = { h: 0.1, w: 0.1, gh: 0.1, j: 0.5, x: 0.3 };
const wrong = 1.2;
const rarely = 0.3;
/** Of the weight of a name, how much may be amiss. */
const tolerance = 0.14;

/** A letter group of a name. */
interface Letters {
  /** Classes of Hangul that it may be, each one character. */
  readonly sure: string;
  readonly rare: string;
  readonly vowel: boolean;
  readonly omission: number;
}

/** A name as it may be transliterated. */
export interface Spelling {
  readonly letters: readonly Letters[];
  /** How much a transliteration of it says: a consonant 1, a vowel a half. */
  readonly weight: number;
}

const groups = new RegExp(
  `[aeiouy]+|${Object.keys(consonants)
    .sort((a, b) => b.length - a.length)
    .join('|')}`,
  'g',
);

/** A name in Latin letters made ready for comparing. */
export function spellingOf(name: string): Spelling {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .slice(0, 24)
    .replace(/([^aeiouy])\1/g, '$1')
    .replace(/^(?:k(?=n)|p(?=[nst])|w(?=r))/, '')
    .replace(/x/g, 'kx');
  const found = [...plain.matchAll(groups)];
  const letters = found.map(({ 0: group }, at): Letters => {
    const next = found[at + 1]?.[0];
    const vowel = /^[aeiouy]/.test(group);
    if (vowel) {
      const last = next === undefined;
      const omission = group === 'e' ? (last ? 0 : 0.1) : 0.5;
      return { sure: [...group].map((letter) => sounds[letter]).join(''), rare: '', vowel, omission };
    }
    const [sure, rare = ''] = consonants[group]!;
    // 하버드, 카, 클레어: r is silent unless a vowel is heard behind it; 링컨: so may l be.
    const open = /^[aeiouy]/.test(next ?? '') && !(next === 'e' && at + 2 === found.length);
    const nasal = group === 'g' && found[at - 1]?.[0] === 'n';
    const closed: Readonly<Record<string, number>> = { r: 0, l: 0.5 };
    const omission = nasal ? 0.1 : ((open ? undefined : closed[group]) ?? silent[group] ?? 1);
    return { sure, rare, vowel, omission };
  });
  const weight = letters.reduce(
    (sum, { vowel, omission }) => sum + (vowel ? Math.min(0.5, omission * 5) : Math.min(1, Math.max(0.3, omission))),
    0,
  );
  return { letters, weight };
}

/** A sound of a Hangul word. */
interface Sound {
  readonly class: string;
  readonly vowel: boolean;
  /** What it costs that no letter stands for it. */
  readonly addition: number;
  /** Whether a syllable ends with it. */
  readonly ends: boolean;
}

/** A Hangul word as sounds; empty behind the first sign that is no syllable. */
export function soundsOf(word: string): readonly Sound[] {
  const out: Sound[] = [];
  for (const char of word) {
    const index = char.charCodeAt(0) - 0xac00;
    if (index < 0 || index > 11171) break;
    const [initial, final] = [initials[Math.floor(index / 588)]!, finals[index % 28]!];
    const vowel = vowels[Math.floor((index % 588) / 28)]!;
    const before = out.at(-1);
    const hiatus = initial === '-' && before?.vowel === true;
    // 안나, 엘런: one n, one l.
    const doubled = before !== undefined && !before.vowel && before.class === initial && 'lnm'.includes(initial);
    if (initial !== '-' && !doubled)
      out.push({ class: initial, vowel: false, addition: initial === 'h' ? 0.4 : 1, ends: false });
    // 으 only carries a consonant; so does 이 in 시, 치, 지. A second vowel in a row is a diphthong: 메이, 라이엔.
    const carried = vowel === 'y' ? 0 : vowel === 'i' && 'sc'.includes(initial) ? 0.1 : hiatus ? 0.15 : 0.5;
    out.push({ class: vowel, vowel: true, addition: carried, ends: final === '-' });
    if (final !== '-') out.push({ class: final, vowel: false, addition: 1, ends: true });
  }
  return out;
}

/** How many syllables of a word's beginning may be a transliteration of the name, for each length that may. */
export function transliterated({ letters, weight }: Spelling, word: readonly Sound[]): readonly number[] {
  const most = weight * tolerance;
  const [first] = letters;
  const [begin] = word;
  if (first === undefined || begin === undefined) return [];
  // Most words begin otherwise: nothing is made for them.
  if (first.omission > most && begin.addition > most && difference(first, begin) > most) return [];
  let row = [0];
  for (const { addition } of word) row.push(row.at(-1)! + addition);
  for (const letter of letters) {
    const next = [row[0]! + letter.omission];
    word.forEach((sound, at) => {
      next.push(
        Math.min(row[at]! + difference(letter, sound), row[at + 1]! + letter.omission, next[at]! + sound.addition),
      );
    });
    // Whatever follows costs no less.
    if (next.every((cost) => cost > most)) return [];
    row = next;
  }
  let syllables = 0;
  return word.flatMap(({ ends }, at) => {
    if (!ends) return [];
    syllables++;
    return row[at + 1]! <= most ? [syllables] : [];
  });
}

function difference({ sure, rare, vowel }: Letters, sound: Sound): number {
  if (sure.includes(sound.class)) return 0;
  if (rare.includes(sound.class)) return rarely;
  return vowel && sound.vowel ? 0.4 : wrong;
}
