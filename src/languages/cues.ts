import type { Naming } from './naming.js';

/** Text around a figure: `before` ends with `$`, `after` begins with `^`; one of them is enough. */
export interface Around {
  readonly before?: RegExp;
  readonly after?: RegExp;
}

/** Texts before, between and after two figures; dates between them are blanked out. `reversed`: the end stands first. */
export interface Course {
  readonly before?: RegExp;
  readonly between: RegExp;
  readonly after?: RegExp;
  readonly reversed?: true;
}

/** How a sentence says of what its percentages are shares. */
export interface Wholes {
  /** Around a percentage that names its own whole: "45% of", 의 45%. */
  readonly of: Around;
  /** The same where the whole is one that is shared out, once; its group is the noun: "of the budget", never "of users". */
  readonly named: Around;
  /** Before the first percentage: "Of the budget, chips take", 예산은 반도체에. */
  readonly leads: RegExp;
  /** What takes a share, though a word of change is in it: "makes up". */
  readonly takes?: RegExp;
  /** Around two percentages that cannot both be had by one voter: "62% in favour and 45% against". */
  readonly opposed: readonly Course[];
  /** Around a third one of the same voters: "30% did not know", 모르겠다 30%. */
  readonly neither: Around;
  /** Around each of several percentages, and after the last: who has it, and that it is a part: 48%를 득표했다. */
  readonly taken?: Around;
  /** Headers of columns that give the largest shares only: "market share". */
  readonly leaders: RegExp;
  /** Shares of another share, or measured against something else: "of which", 그중. */
  readonly nested: RegExp;
}

/**
 * Words that say how figures hang together: what is a total, a growth rate, a share. Each entry is matched at a word's
 * beginning, so that `합계는` and `totals` are seen; case does not count.
 */
export interface Cues {
  /** A row or figure that sums up others: "Total", 합계. */
  readonly total: readonly string[];
  /** A whole that its parts follow: "of the $25 billion", 가운데. */
  readonly of: readonly string[];
  /** One figure for each of several: "150 MW each", 씩. */
  readonly each: readonly string[];
  /** A compound yearly rate in a table's header. */
  readonly compoundGrowth: readonly string[];
  /** A change between two columns in a table's header. */
  readonly growth: readonly string[];
  /** A change said in a sentence: "improvement", 향상. */
  readonly change: readonly string[];
  /** Shares of one whole in a table's header, which add up to 100. */
  readonly share: readonly string[];
  /** A yearly rate in a sentence: "a year", 연평균. */
  readonly yearly: readonly string[];
  /** What holds such a word and says another time, not a rate: "a year earlier". */
  readonly earlier?: RegExp;
  /** How a sentence gives the start and the end of a change: "from A to B", A에서 B로. */
  readonly courses: readonly Course[];
  /** What stands behind a bare number of percentage points: "4 points", 4포인트. */
  readonly points: Around;
  /** Before a range that is a start and an end: "from 300 to 450". */
  readonly courseOfRange?: RegExp;
  /** What stands around a date since which something goes on: "since 2015", 2015년부터. */
  readonly since: Around;
  /** What stands around a length of time that goes on: "for 9 years", 9년째. */
  readonly lasting: Around;
  /** What stands around a date on which something begins, and one on which it ends: "from May to March". */
  readonly span: Pick<Course, 'before' | 'between' | 'after'>;
  /**
   * What stands around the dates of one thing that begins on the first and ends on the second, beyond doubt: no other
   * subject comes between ("starts in May and finishes in March").
   */
  readonly runs: Pick<Course, 'before' | 'between' | 'after'>;
  /** What says that a date is moved: from a later one to an earlier one is no slip then. */
  readonly moved: RegExp;
  /** What stands around the count of an anniversary: "30th anniversary", 30주년. */
  readonly anniversary: Around;
  /** What stands around a year of birth. */
  readonly born: Around;
  /** What stands between a whole and the first of all its parts: "is divided into", a colon. */
  readonly split: RegExp;
  /** Between a whole and the first of some of its parts, past its noun: 16개의 전문가 중. */
  readonly within?: RegExp;
  /** The same where the word stands behind the last part: 주식 5억원, 채권 3억원으로 나뉜다. */
  readonly parted?: { readonly between: RegExp; readonly after: RegExp };
  /** A round number that leaves its currency out, since it was said: "400 million for schools", 학교 4000억. */
  readonly scaled: { readonly text: RegExp; readonly after: RegExp };
  /** A question or lead-in after which the parts of its figure come: "how is it divided", 어떻게 나뉘나. */
  readonly divided: readonly string[];
  readonly wholes: Wholes;
  /** Headers of columns whose "total" is no sum: averages, rates, prices for one. */
  readonly mean: RegExp;
  /** How one unit of a currency (ISO 4217) is named beside its rate: "to the dollar", 달러당. */
  readonly exchange: Readonly<Record<string, Around>>;
  /** What stands before and between two amounts in two currencies that are one: "is the equivalent of", 우리 돈으로. */
  readonly equals: readonly Course[];
  /** What stands before (`before` ends with `$`) or after a sum of the figures before it: "a total of", 모두. */
  readonly inAll: Around;
  /** What stands around a whole of which those before it may be only some: 서울 31명, 부산 12명 등 48명. */
  readonly some?: Around;
  /** What stands around a sum that is said as the same in other words: "or $98 million for the year", 연간 980억원. */
  readonly or: Around;
  /** What stands around the price of several things that have each their price: "for $6.5 million", 65억원에. */
  readonly priced: Around;
  /** What stands before or after an amount that each of several has: "each", 씩. */
  readonly perOne: Around;
  /** Nouns that a list is counted by: "reasons", 가지. Matched where the text after a count begins, past an adjective or two. */
  readonly counted: RegExp;
  /** What any noun that is counted looks like: a plural. Matched as `counted` is; enough where names follow at once. */
  readonly several: RegExp;
  /** What says that the list comes next, where no colon does: "as follows", 다음과 같다. */
  readonly follows: RegExp;
  /** What says anywhere in a sentence that a table or list comes next: "the table below". */
  readonly shows: RegExp;
  /** A count by which something is announced, wherever its noun is: from the beginning to it, or from it to the colon. */
  readonly leads?: Around;
  /** Around a count that is a whole of which some are meant: "two of the three", 세 곳 중. */
  readonly among: Around;
  /** What says that an enumeration is not complete: "including", 등. */
  readonly open: RegExp;
  /** Numerals before a noun that the reader takes for other words, with their values: 네 is "your" too. */
  readonly numerals?: { readonly pattern: RegExp; readonly values: Readonly<Record<string, string>> };
  /** How names stand beside their count; without it only brackets, colons and numbers in them are looked at. */
  readonly naming?: Naming;
  /** Between the last two entries of an enumeration. */
  readonly and: RegExp;
  /** Words that say a change is measured against something other than its start: "than expected", 예상보다. */
  readonly than: Around;
  /** Headers of columns that begin and end: "Start", 종료. */
  readonly begins: readonly string[];
  readonly ends: readonly string[];
  /**
   * What a paragraph hardly ends with without a stop, beside what no sentence ends with (`Sentences.unfinished`): "depends on",
   * 짓고. An author is told; a translation is not refused for it.
   */
  readonly dangling: RegExp;
  /** Words of grammar, which say nothing about what is measured. */
  readonly function: readonly string[];
}
