import { z } from 'zod';

/** What sort of figure a quantity is. `date` and `time` carry EDTF and clock values, all others exact decimals. */
export const quantityKinds = [
  'number',
  'percent',
  'percentage-point',
  'money',
  'measure',
  'multiplier',
  'ordinal',
  'fraction',
  'ratio',
  'date',
  'time',
  'duration',
] as const;

export type QuantityKind = (typeof quantityKinds)[number];

/** How a text hedges a figure: about 200, over 200, under 200, at least 200, at most 200. */
export const approximations = ['about', 'over', 'under', 'at-least', 'at-most'] as const;

export type Approximation = (typeof approximations)[number];

/**
 * A typed figure read from text. The same value has the same fields whatever language it was written in, so that
 * `$45B` and `450억 달러` are equal but for `text`, `start` and `end`.
 *
 * | kind | `value` | `unit` |
 * |---|---|---|
 * | number | the number: `"1800000000000"` | counter class where the text names one, see `counterClasses` |
 * | percent, percentage-point | as written: 40% is `"40"`; a basis point is `"0.01"` of a percentage point | – |
 * | money | in the currency's main unit: `$45B` is `"45000000000"`; parts as written: 34 cents is `"34"` | ISO 4217; `cent`, `penny` and their like (`currencyParts`), which do not say whose they are |
 * | measure | in the unit as written: 5 km is `"5"` | CLDR unit identifier: `kilometer`, `celsius`, `megawatt`, `byte` |
 * | multiplier | 2.3x, 2.3배, twice, twofold: `"2.3"`, `"2"` | – |
 * | ordinal | third, 세 번째, 제2차: `"3"`, `"2"` | counter class |
 * | fraction | a third: `"1/3"` is kept in `numerator` and `denominator`; `value` is rounded to 20 digits | – |
 * | ratio | 3–1, 3 대 1: `terms` `["3","1"]`; `value` is the first term | – |
 * | date | EDTF (ISO 8601-2): `2026-04-01`, `2026-04`, `2026`, `XXXX-04-01`, `2027-Q1`, `2026-H1`, `199X`, `19XX` (century) | `fiscal` for FY2026 |
 * | time | `"21:30"`; without am or pm the hour is as written and `dayPeriod` is absent | IANA or abbreviation of a zone, if said |
 * | duration | in the unit as written: 12 months is `"12"` | CLDR: `second minute hour day week month year`, `night`; ages are `year-person` measures |
 */
export interface Quantity {
  readonly kind: QuantityKind;
  /** An exact decimal (see `Decimal`), EDTF for dates, `HH:MM[:SS]` for times. Absent for ranges and some vague figures. */
  readonly value?: string;
  /** Lower end of a range (`12–18 months`), as `value`. */
  readonly min?: string;
  /** Upper end of a range, as `value`. */
  readonly max?: string;
  readonly unit?: string;
  /** "several million", "수백만": a magnitude without a value. */
  readonly vague?: true;
  /** The power of ten that a vague figure is a multiple of: `"1000000"`. */
  readonly magnitude?: string;
  readonly approximate?: Approximation;
  /** Exact parts of a fraction. */
  readonly numerator?: string;
  readonly denominator?: string;
  /** All terms of a ratio, in order. */
  readonly terms?: readonly string[];
  /** `am`/`pm` where the text fixes half of the day. */
  readonly dayPeriod?: 'am' | 'pm';
  /** "early", "mid" or "late" in a decade, year or month ("mid-1990s", "1990년대 중반"). */
  readonly part?: 'early' | 'mid' | 'late';
  /** ISO weekday (1 = Monday … 7 = Sunday) where the text names it beside the date. */
  readonly weekday?: number;
  /** "growth of −3.2%", "△3.2%", "3.2% 감소": what the words around say of the sign. `value` keeps the written sign. */
  readonly direction?: 'up' | 'down';
  /**
   * `hard`: written with digits, or money, percent or a date: must survive translation.
   * `soft`: a word that translations rightly drop or add (one, first, half, both, once, couple; 한, 두, 첫).
   */
  readonly hardness: 'hard' | 'soft';
  /** How many digits stood after the point in the text ("8.00" → 2): precision is part of what was said. */
  readonly precision?: number;
  /** The text as written, without the hedge words around it. */
  readonly text: string;
  /** UTF-16 offset of the first character in the text that was read. */
  readonly start: number;
  /** UTF-16 offset after the last character. */
  readonly end: number;
}

/** A name that holds digits (`GPT-5.5`, `B200`, `COVID-19`, `iOS 18`, `레벨 2+`): compared as a name, never as a quantity. */
export interface NumberedName {
  /** Case-folded, width-folded, inner spaces and hyphens removed, so that `iPhone 15` equals `아이폰`-free `iPhone15`. */
  readonly key: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Everything that a reader found in a text, in order of `start`, never overlapping. */
export interface Reading {
  readonly quantities: readonly Quantity[];
  readonly names: readonly NumberedName[];
}

/**
 * What a counter counts, where a language's grammar says so (Korean 명, 개, 대 …; English has none, except the few
 * nouns that a counter translates). Neutral `item` agrees with every other class.
 */
export const counterClasses = [
  'item',
  'person',
  'animal',
  'machine',
  'vehicle',
  'building',
  'company',
  'book',
  'copy',
  'sheet',
  'bottle',
  'cup',
  'time',
  'case',
  'kind',
  'place',
  'floor',
  'country',
  'household',
  'serving',
  'step',
  'round',
  'letter',
  'ship',
  'tree',
  'share',
  'goal',
  'vote',
  'bed',
  'pair',
  'generation',
  'page',
] as const;

/** The published shape of a quantity (`diptych quantities`); readers build the same shape without validating. */
export const quantitySchema = z.object({
  kind: z.enum(quantityKinds),
  value: z.string().optional(),
  min: z.string().optional(),
  max: z.string().optional(),
  unit: z.string().optional(),
  vague: z.literal(true).optional(),
  magnitude: z.string().optional(),
  approximate: z.enum(approximations).optional(),
  numerator: z.string().optional(),
  denominator: z.string().optional(),
  terms: z.array(z.string()).optional(),
  dayPeriod: z.enum(['am', 'pm']).optional(),
  part: z.enum(['early', 'mid', 'late']).optional(),
  weekday: z.number().int().min(1).max(7).optional(),
  direction: z.enum(['up', 'down']).optional(),
  hardness: z.enum(['hard', 'soft']),
  precision: z.number().int().optional(),
  text: z.string(),
  start: z.number().int(),
  end: z.number().int(),
});
