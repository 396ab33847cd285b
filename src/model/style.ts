import { z } from 'zod';

/** How readers are addressed. Korean: 합쇼체, 해요체, 해라체; English: level of formality. */
export const registers = ['formal', 'polite', 'plain'] as const;
export type Register = (typeof registers)[number];

/** Where sentences stand that may have a style of their own. */
export const stylePlaces = ['body', 'headings', 'captions', 'quotes'] as const;
export type StylePlace = (typeof stylePlaces)[number];

const placeRegister = z.enum([...registers, 'any']);

/** `plain`, which is that of running text, or a style for each place. */
export const registerSchema = z
  .union([
    z.enum(registers),
    z.strictObject({
      body: placeRegister.optional().describe('Running text: paragraphs, lists, footnotes, answers.'),
      headings: placeRegister.optional().describe('Titles and headings that are sentences.'),
      captions: placeRegister.optional().describe('Captions and alternative texts.'),
      quotes: placeRegister.optional().describe('What somebody says, between quotation marks.'),
    }),
  ])
  .describe('How readers are addressed: formal (합쇼체), polite (해요체), plain (해라체); any is not looked at.');

export const figureStyleSchema = z
  .strictObject({
    currency: z
      .enum(['word', 'symbol'])
      .optional()
      .describe('250억 달러 or $250억; 25 billion dollars or $25 billion.'),
    magnitude: z.enum(['scaled', 'short', 'digits']).optional().describe('$25 billion, $25B or $25,000,000,000.'),
    percent: z.enum(['sign', 'word']).optional().describe('30% or 30퍼센트; 30% or 30 percent.'),
    counterSpace: z.boolean().optional().describe('A space between a figure and its counter: 3 개 or 3개.'),
    unitSpace: z.boolean().optional().describe('A space between a figure and its unit: 5 km or 5km.'),
    unit: z
      .enum(['symbol', 'word'])
      .optional()
      .describe('5kg or 5킬로그램; 5 kg or 5 kilograms. Cells keep symbols. Absent: as the source writes it.'),
    opening: z
      .enum(['words', 'digits'])
      .optional()
      .describe('A sentence that begins with a figure: Forty percent of …, or 40% of ….'),
    range: z.string().min(1).max(3).optional().describe('Between the ends of a range: ~ or -.'),
    month: z.enum(['full', 'short']).optional().describe('January 5, 2026 or Jan. 5, 2026.'),
  })
  .describe('How figures are written in one language.');

/** Marks of a language that leave a choice. */
const markSchema = z
  .strictObject({
    quotes: z.enum(['curly', 'straight']).optional().describe('“ ” and ‘ ’, or " and \'.'),
    ellipsis: z.enum(['…', '...']).optional().describe('One character, or three full stops.'),
    dash: z
      .enum(['—', ' — ', '–', ' – ', '―', ' ― '])
      .optional()
      .describe('Between parts of a sentence: an em dash, an en dash or a bar, with spaces or without.'),
  })
  .describe('Marks that leave a choice.');

/**
 * The house style of one language (`locales/<locale>/style.yaml`): rendering writes by it, checks read by it, and engines
 * are told it. What is absent is left to the language, and no check asks for it.
 */
export const styleSchema = z
  .strictObject({
    figures: figureStyleSchema.prefault({}),
    register: registerSchema.optional(),
    punctuation: markSchema.prefault({}),
    instructions: z
      .array(z.string().trim().min(1).max(500))
      .max(20)
      .default([])
      .describe('What engines are told beside, a sentence each, in English.'),
  })
  .describe('The house style of one language.');

/** How sentences end, by place. */
export type Registers = Readonly<Partial<Record<StylePlace, Register | 'any'>>>;

/** A house style with its short forms written out. */
export interface Style extends Omit<z.output<typeof styleSchema>, 'register'> {
  readonly register: Registers;
}

/** A language without a style of its own: nothing is asked for. */
export const noStyle: Style = { figures: {}, register: {}, punctuation: {}, instructions: [] };

/** `plain` as the style of running text; an object as it is. */
export function registersOf(written: z.output<typeof registerSchema> | undefined): Registers {
  if (written === undefined) return {};
  if (typeof written === 'string') return { body: written };
  const named = stylePlaces.flatMap((place) => (written[place] === undefined ? [] : [[place, written[place]]]));
  return Object.fromEntries(named) as Registers;
}
