import { distance } from 'fastest-levenshtein';
import type { Name } from '../languages/pack.js';
import { hangulSounds, latinSound } from '../languages/und/sound.js';
import type { Unit, UnitPair } from '../model/article.js';
import type { ArticlePair, Check, CheckContext, Finding } from './check.js';
import { matchersOf } from './matchers.js';

/** Longest text in which names are looked for, and how many of a unit are told. */
const longest = 20_000;
const most = 3;
/** Where sentences name somebody. */
const prose: ReadonlySet<Unit['kind']> = new Set([
  'paragraph',
  'list-item',
  'faq-answer',
  'footnote',
  'frontmatter',
  'line',
]);
/** A sound of fewer consonants is that of too many words. */
const shortest = 2;
/** How often an article must keep a single word before a place that lacks it is told. */
const kept = 2;

/** People, organisations and products that the source names and the translation does not: by spelling or sound. What the termbase knows is left to `terminology`. */
export const entities: Check = {
  id: 'entities',
  type: 'inconsistent-entities',
  category: 'accuracy',
  unit(pair, context) {
    const { source, target } = pair;
    if (source === null || target === null || source.text.length > longest) return [];
    const heard = hearing(target.text);
    const covered = known(source.text, context);
    const out: Finding[] = [];
    const told = new Set<string>();
    for (const name of context.from.names?.find(source.text) ?? []) {
      // One word alone may be a common noun of its language; the article says whether it is kept. Labels are set in capitals.
      const sure = name.whole === true || name.parts.length > 1;
      if (!sure || !prose.has(source.kind) || told.has(name.text) || overlaps(name, covered) || isHeard(name, heard))
        continue;
      told.add(name.text);
      out.push(lost(pair, name.text, name.start));
    }
    return out.slice(0, most);
  },
  article: (article, context) => forgotten(article, context),
};

/** Where the termbase's own terms stand: that they are missing is told by `terminology`. */
function known(text: string, context: CheckContext): readonly { readonly start: number; readonly end: number }[] {
  return context.concepts.length === 0 ? [] : matchersOf(context).source.designations(text);
}

function lost(pair: UnitPair, text: string, start: number): Finding {
  const source = { text, start, end: start + text.length };
  return { key: 'lost', values: { name: text }, severity: 'minor', pair, source };
}

/** Single words that an article keeps elsewhere and lacks here. */
function forgotten({ pairs }: ArticlePair, context: CheckContext): Finding[] {
  const uses = new Map<string, { kept: number; lost: { pair: UnitPair; name: Name }[] }>();
  for (const pair of pairs) {
    const { source, target } = pair;
    if (source === null || target === null || source.text.length > longest) continue;
    const names = (context.from.names?.find(source.text) ?? []).filter(({ parts }) => parts.length === 1);
    if (names.length === 0) continue;
    const covered = known(source.text, context);
    const heard = hearing(target.text);
    for (const name of new Map(names.map((one) => [one.text, one])).values()) {
      if (overlaps(name, covered)) continue;
      const use = uses.get(name.text) ?? { kept: 0, lost: [] };
      uses.set(name.text, use);
      if (isHeard(name, heard)) use.kept++;
      else use.lost.push({ pair, name });
    }
  }
  return [...uses.values()].flatMap((use) =>
    use.kept >= kept && use.kept >= use.lost.length * 3
      ? use.lost.map(({ pair, name }) => lost(pair, name.text, name.start))
      : [],
  );
}

function overlaps({ start, end }: Name, others: readonly { readonly start: number; readonly end: number }[]): boolean {
  return others.some((other) => other.start < end && start < other.end);
}

/** What a text says in Latin letters, and what its Hangul sounds like. */
interface Heard {
  readonly latin: string;
  readonly words: ReadonlySet<string>;
  readonly sounds: ReadonlySet<string>;
}

function hearing(text: string): Heard {
  const latin = text.slice(0, longest).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = new Set(latin.match(/[a-z]{2,}/g) ?? []);
  const hangul = text.slice(0, longest).match(/[가-힣]{2,}/g) ?? [];
  return { latin, words, sounds: new Set(hangul.flatMap((word) => [...soundsWithin(word)])) };
}

/** The sounds of a word's beginnings, and of those after a first syllable or two: 신형루빈, 미국캘리포니아. */
function soundsWithin(word: string): readonly string[] {
  return [0, 1, 2].flatMap((skip) => (word.length - skip < 2 ? [] : hangulSounds(word.slice(skip, skip + 10))));
}

/** Whether a text holds a part of a name, spelled or by its sound. A part whose sound says too little counts as held. */
function isHeard({ text, parts, whole }: Name, { latin, words, sounds }: Heard): boolean {
  return parts.some((part) => {
    const plain = part.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    // 오바마 대통령 has a Korean family name by accident.
    if (whole === true)
      return words.has(plain) || [...words].some((word) => hangulSounds(text).includes(latinSound(word)));
    if (latin.includes(plain.replace(/(?<=.{3})s$/, ''))) return true;
    const sound = /[가-힣]/.test(part) ? undefined : latinSound(part);
    if (sound === undefined)
      return hangulSounds(part).some((one) => [...words].some((word) => latinSound(word) === one));
    if (sound.length < shortest || sounds.has(sound)) return true;
    // Endings fall away, and a vowel's consonant is heard or not: Moscow, Schulman.
    return (
      sound.length > 2 &&
      [...sounds].some((one) => one.length > 1 && distance(one, sound) <= (sound.length > 4 ? 2 : 1))
    );
  });
}
