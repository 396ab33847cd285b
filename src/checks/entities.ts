import type { LanguagePack, Name } from '../languages/pack.js';
import { type Spelling, soundsOf, spellingOf, transliterated } from '../languages/und/transliteration.js';
import type { Unit, UnitPair } from '../model/article.js';
import type { ArticlePair, Check, CheckContext, Finding } from './check.js';
import { matchersOf } from './matchers.js';

/** Longest text in which names are looked for, how many of its names, and how many of a unit are told: each is compared with each word. */
const longest = 8_000;
const crowd = 60;
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
/** A spelling of less weight is that of too many words. */
const shortest = 2;
/** One of so much is that of few. */
const telling = 3;
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
    // Labels are set in capitals.
    if (!prose.has(source.kind)) return [];
    // One word alone may be a common noun of its language; the article says whether it is kept.
    const names = (context.from.names?.find(source.text) ?? [])
      .slice(0, crowd)
      .filter(({ whole, parts }) => whole === true || parts.length > 1);
    if (names.length === 0) return [];
    const heard = hearing(target.text, context.to);
    const covered = known(source.text, context);
    const out: Finding[] = [];
    const told = new Set<string>();
    for (const name of names) {
      if (out.length === most) break;
      if (told.has(name.text) || overlaps(name, covered) || isHeard(name, heard)) continue;
      told.add(name.text);
      out.push(lost(pair, name.text, name.start));
    }
    return out;
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
    const found = context.from.names?.find(source.text) ?? [];
    const names = found.filter(({ parts }) => parts.length === 1).slice(0, crowd);
    if (names.length === 0) continue;
    const covered = known(source.text, context);
    const heard = hearing(target.text, context.to);
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

/** What a text says in Latin letters, and its words in Hangul. */
interface Heard {
  readonly latin: string;
  readonly words: ReadonlySet<string>;
  readonly hangul: readonly HangulWord[];
  readonly folded: string;
  readonly pack: LanguagePack;
}

interface HangulWord {
  readonly start: number;
  readonly sounds: ReturnType<typeof soundsOf>;
}

/** Longest Hangul word, in syllables, that is compared with a name: behind a name follow particles and at most a noun. */
const syllables = 12;

function hearing(text: string, pack: LanguagePack): Heard {
  const plain = text.slice(0, longest);
  const latin = plain.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const hangul = [...plain.matchAll(/[가-힣]+/g)].map(
    ({ 0: word, index }): HangulWord => ({ start: index, sounds: soundsOf(word.slice(0, syllables)) }),
  );
  return { latin, words: new Set(latin.match(/[a-z]{2,}/g) ?? []), hangul, folded: pack.words.fold(plain), pack };
}

/** Whether a text holds a part of a name, spelled or by its sound. A name whose sound says too little counts as held. */
function isHeard({ text, parts, whole }: Name, heard: Heard): boolean {
  const { latin, words } = heard;
  const plain = parts.map((part) => part.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
  // 오바마 대통령 has a Korean family name by accident.
  if (whole === true) {
    const sounds = soundsOf(text);
    return (
      plain.some((part) => words.has(part)) ||
      [...words].some((word) => transliterated(spellingOf(word), sounds).length > 0)
    );
  }
  if (plain.some((part) => latin.includes(part.replace(/(?<=.{3})s$/, '')))) return true;
  // 로이즈, 로이드: a name that ends in s may lose it.
  const spellings = parts
    .flatMap((part) => part.split(/[-‐‑'’]/))
    .flatMap((part) => (/[a-z]{3}s$/.test(part) ? [part, part.slice(0, -1)] : [part]))
    .map(spellingOf);
  const best = Math.max(...spellings.map(({ weight }) => weight));
  if (best < shortest) return true;
  // Two words may be written as one: Hong Kong is 홍콩. Where a part says enough, a short one (Ann, Lee) proves nothing.
  return [...spellings, spellingOf(parts.join(''))].some(
    (spelling) => spelling.weight >= Math.min(best, telling) && isSounded(spelling, heard),
  );
}

/** Whether a word begins with a name and then has particles at most. */
function isSounded(spelling: Spelling, { hangul, folded, pack }: Heard): boolean {
  return hangul.some(({ start, sounds }) =>
    transliterated(spelling, sounds).some((length) => pack.words.boundary(folded, start, start + length) >= 0),
  );
}
