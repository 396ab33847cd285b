import type { Locale } from '../model/locale.js';
import type { Quantity, Reading } from '../model/quantity.js';
import type { Register } from '../model/style.js';
import type { Cues } from './cues.js';
import type { Labels } from './labels.js';
import type { Polarities } from './polarity.js';
import type { Roles } from './roles.js';

/** How figures are written. Every field has a default in the language pack; the pipeline file may override it. */
export interface FigureStyle {
  /** `word`: 250억 달러, 25 billion dollars; `symbol`: $250억 → `$25 billion`. */
  readonly currency?: 'word' | 'symbol';
  /** `scaled`: 250억, 25 billion; `short`: $25B; `digits`: 25,000,000,000. */
  readonly magnitude?: 'scaled' | 'short' | 'digits';
  readonly percent?: 'sign' | 'word';
  /** Between a figure and its counter or unit: 3 개 or 3개, 5 km or 5km. */
  readonly counterSpace?: boolean;
  readonly unitSpace?: boolean;
  /** `symbol`: 5kg; `word`: 5킬로그램, in running text; absent: as the source writes it. */
  readonly unit?: 'symbol' | 'word';
  /** `words`: no sentence begins with digits (Forty percent of …). Languages that begin sentences so have no use for it. */
  readonly opening?: 'words' | 'digits';
  /** `~` or `-` between the ends of a range. */
  readonly range?: string;
  /** `short`: Jan. 5, 2026, the month shortened beside a day; `full`: January 5, 2026. Languages that number months have no use for it. */
  readonly month?: 'full' | 'short';
}

/** Where a rendered quantity will stand. A table cell takes the short form, a sentence the full one. */
export interface RenderContext {
  readonly place: 'prose' | 'cell' | 'heading';
  readonly style?: FigureStyle;
  /** The locale that the quantity was read from, so that a form both languages share (`$8.00`, `92.1`) is kept as written. */
  readonly from?: Locale;
  /** Whether a sentence begins with it: English then has words, and a capital. */
  readonly begins?: boolean;
  /** Whether the bound is written too (about, 약, 이상); by default the sentence around says it. */
  readonly hedged?: boolean;
}

/** Reads and writes quantities in one language. */
/** How temperatures are written. */
export interface Degrees {
  /** The scale of the language's readers, where a text names none (CLDR `unitPreferenceData`, temperature). */
  readonly usual: 'celsius' | 'fahrenheit';
  /** What names a scale, in the figure or right before it. */
  readonly named: RegExp;
}

/** Words that say in which zone a clock is read. */
export interface Zones {
  /** A zone that a reader elsewhere needs: ET, 동부 표준시. */
  readonly named: RegExp;
  /** Those, and all that says that a zone is meant: "local time". */
  readonly any: RegExp;
}

/** Points of the compass. */
export type Point = 'N' | 'E' | 'S' | 'W';

/** How degrees of latitude and longitude say which way they are counted: 35°W, 서경 35도. */
export interface Bearings {
  /** What names the point right before the degrees (ends with `$`) and right behind them (begins with `^`), as group 1. */
  readonly before?: RegExp;
  readonly after: RegExp;
  /** The point that each of those words, in lower case, means. */
  readonly points: Readonly<Record<string, Point>>;
  /** Whatever else may name a point near the degrees: 서쪽, "western". */
  readonly any: RegExp;
}

/** How a range is written whose ends are two figures: 11시부터 12시까지. */
export interface Spans {
  /** What stands between the two ends. */
  readonly between: RegExp;
  /** What stands behind the second end (begins with `^`). */
  readonly after: RegExp;
  /** What stands right behind the first end, with its particles, of whatever is a range or a choice (begins with `^`). */
  readonly joined?: RegExp;
}

export interface Figures {
  /**
   * All quantities and numbered names in `text`, in order, never overlapping. Pure, and linear in the length of the
   * text whatever the text: it meets hostile input.
   */
  read(text: string): Reading;
  /** The quantity in this language's own form. Reading the result gives an equal quantity. */
  render(quantity: Quantity, context: RenderContext): string;
  /** What the quantity says, in full and in plain words, for a message to a person: "25 billion US dollars". */
  describe(quantity: Quantity): string;
  /** A figure as a sentence begins with it, in words; `undefined` where only another sentence would help. Absent where digits may begin one. */
  opening?(quantity: Quantity): string | undefined;
  readonly degrees?: Degrees;
  /** Words that name a clock's zone. */
  readonly zones?: Zones;
  readonly bearings?: Bearings;
  readonly spans?: Spans;
  /** What follows a bare figure that may be one of percentage points (begins with `^`): "59%, up 2 points". */
  readonly points?: RegExp;
  /** Words beside a figure that say what it is to its sentence. */
  readonly roles?: Roles;
  /** The plainest hedges right before (`before` ends with `$`) and after (`after` begins with `^`) a figure, with their spaces. */
  readonly hedges?: { readonly before: RegExp; readonly after: RegExp };
}

/** How words of a language are matched: what may be attached to a term, and what makes it part of another word. */
export interface Words {
  /** Folds text for matching (case, width, hyphens and kinds of space): each UTF-16 unit by itself to one unit, so that offsets stay true. */
  fold(text: string): string;
  /** Whether the space at `index` may be there or not within a term: 데이터 센터 and 데이터센터. Absent where spaces always count. */
  optionalSpace?(text: string, index: number): boolean;
  /**
   * Whether a term found at [start, end) of the folded text stands there as a word. Returns the end of the whole
   * word form (with an English plural, a Korean particle), or −1 when the term is only part of a longer word.
   */
  boundary(folded: string, start: number, end: number): number;
}

/** A particle that does not agree with the word before it. */
export interface Disagreement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly right: string;
  /** The word that it follows. */
  readonly word: string;
}

/** Particles that agree with the sound before them. Only Korean has them so far. */
export interface Particles {
  /**
   * `text` with the particle that begins at `at` made to agree with what stands before it (looking through closing
   * brackets, quotes and `placeholder`s with a known reading). Unchanged when no agreeing particle begins there.
   * `reading` says how the word before is read where spelling does not tell.
   */
  correct(text: string, at: number, reading?: string): string;
  /**
   * Particles that certainly do not agree, in order; whatever is in doubt is left out. `reading` says how a word is read
   * where the termbase knows (and that it is a noun).
   */
  disagreements?(text: string, reading: (word: string) => string | undefined): readonly Disagreement[];
  /** A message with its double forms (이(가), (으)로) settled for the words that were put in. */
  settle?(text: string): string;
}

/** A word that may be part of a term. */
export interface TermWord {
  /** Without plural, particle or ending. */
  readonly text: string;
  /** Whether it stands like a name (capitals within a sentence, an acronym, letters with digits). */
  readonly name: boolean;
}

/** Finds what may be terms, for suggestions to a person. */
export interface TermCandidates {
  /** Runs of words between which nothing stands but a space: no function word, no figure, no punctuation. */
  candidates(text: string): readonly (readonly TermWord[])[];
  /** Whether names and common words make one term (AI 인프라). */
  readonly mixes: boolean;
}

/** A sentence whose register its end tells. */
export interface SentenceStyle {
  readonly start: number;
  readonly end: number;
  readonly style: Register;
}

/** How sentences end. */
export interface Sentences {
  /** Text that stops in the middle of a sentence (matched against its last 40 characters, without closing marks). */
  readonly unfinished: RegExp;
  /** Text whose sentence is complete though no full stop stands behind it. */
  readonly finished?: RegExp;
  /** The register of each sentence that has one, in order; quotations are passed over. Absent where endings tell nothing. */
  styles?(text: string): readonly SentenceStyle[];
  /** The same of the sentences that stand between quotation marks. */
  quoted?(text: string): readonly SentenceStyle[];
}

/** The name of a person, an organisation or a product, as a translation keeps it. */
export interface Name {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Words by any of which the name is known again, spelled or by their sound: family name or given name. */
  readonly parts: readonly string[];
  /** The parts are words as the other language writes them, and are found as whole words only. */
  readonly whole?: true;
}

/** Names in running text, without those that are translated (White House). */
export interface Names {
  /** In order, never overlapping. Linear in the length of the text. */
  find(text: string): readonly Name[];
}

/** A day of the week that a text names: 1 is Monday, 7 Sunday (ISO 8601). */
export interface WeekdayMention {
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

/** Days of the week as words. */
export interface Weekdays {
  /** The names from Monday on, as a mention writes them. */
  readonly names: readonly string[];
  /** The mentions of a text in order. */
  read(text: string): readonly WeekdayMention[];
}

/** How a writer of the language is told to write, in English, as an engine's instructions are. */
export interface Voice {
  /** A whole sentence: how the news is written, where nothing else is asked for. */
  readonly news: string;
  /** What follows "Sentences of running text …". */
  readonly registers: Readonly<Record<Register, string>>;
}

/** All that knows a language. `und` has the defaults; a pack states its differences. */
export interface LanguagePack {
  readonly locale: Locale;
  /** ISO 15924 codes of the scripts that ordinary text is written in; the first is the main one. */
  readonly scripts: readonly string[];
  readonly figures: Figures;
  readonly words: Words;
  readonly particles?: Particles;
  readonly terms?: TermCandidates;
  readonly sentences?: Sentences;
  readonly names?: Names;
  readonly weekdays?: Weekdays;
  /** How it is written; without it an engine is told no more than the language's name. */
  readonly voice?: Voice;
  /** Words that say how figures hang together; without them a source in the language cannot be linted. */
  readonly cues?: Cues;
  /** Numbered labels (Figure 2, 표 1); without them references to figures and tables are not compared. */
  readonly labels?: Labels;
  /** What the cell of a table says that has no value, beside dashes: N/A, 해당 없음. Matches the whole text. */
  readonly absent?: RegExp;
  /** Words of opposite direction; without them only the figures' own signs and bounds are compared. */
  readonly polarities?: Polarities;
}
