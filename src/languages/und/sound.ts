import { remembering } from '../remember.js';

/**
 * Consonants of the Latin alphabet in the classes that survive a transliteration: 커널 and "kernel" are both `knl`, 포드 and
 * "Ford" `pt`. Voice is lost (b, p, f, v), so are aspirates and semivowels, r and l are one (국립국어원, 외래어 표기법).
 */
const latinClasses: Readonly<Record<string, string>> = {
  ...{ b: 'p', p: 'p', f: 'p', v: 'p', k: 'k', q: 'k', g: 'k', c: 'k', d: 't', t: 't', m: 'm', n: 'n', l: 'l', r: 'l' },
  ...{ s: 's', z: 's', j: 's', x: 'ks' },
};

/** Initial consonants of Hangul syllables in their order in Unicode, in the same classes; ㅇ and ㅎ are silent. */
const initials = ['k', 'k', 'n', 't', 't', 'l', 'm', 'p', 'p', 's', 's', '', 's', 's', 's', 'k', 't', 'p', ''];

/** Final consonants by their index in Unicode. */
const finals: readonly string[] = ' k k ks n ns n t l lk lm lp ls lt lp l m p ps s s n s s k t p '
  .split(' ')
  .slice(0, 28);

const single = (sound: string) => sound.replace(/(.)\1+/g, '$1');

/** The consonants of a word in Latin letters, as a transliteration into Hangul keeps them. */
export const latinSound: (word: string) => string = remembering(soundOf, 20, 2000);

function soundOf(word: string): string {
  const plain = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
    .replace(/gh(?=t|$)|(?<=^)[kp](?=n|s)|w|h(?=[^aeiouy]|$)/g, (found) => (found === 'h' ? 'h' : ''))
    .replace(/c(?=[eiyh])|sh|tion/g, (found) => (found === 'tion' ? 'sn' : 's'))
    .replace(/ph/g, 'f')
    .replace(/ng(?=$|[^aeiouy])/g, 'n')
    // r is silent in front of a consonant and at the end: 하버드, 카.
    .replace(/(?<=[aeiouy])r(?![aeiouy])/g, '');
  return single([...plain].map((letter) => latinClasses[letter] ?? '').join(''));
}

/** The consonants of each beginning of a Hangul word, of two syllables or more: a particle may follow the name. */
export function hangulSounds(word: string): readonly string[] {
  const out: string[] = [];
  let sound = '';
  let count = 0;
  for (const char of word) {
    const index = char.charCodeAt(0) - 0xac00;
    if (index < 0 || index > 11171) break;
    sound += `${initials[Math.floor(index / 588)] ?? ''}${finals[index % 28] ?? ''}`;
    if (++count >= 2) out.push(single(sound));
  }
  return out;
}
