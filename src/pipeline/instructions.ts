import { languagePack } from '../languages/index.js';
import type { Locale } from '../model/locale.js';
import type { Style, StylePlace } from '../model/style.js';

const places: Readonly<Record<StylePlace, string>> = {
  body: 'Sentences of running text',
  headings: 'Headings that are sentences',
  captions: 'Captions',
  quotes: 'Sentences that somebody is quoted with',
};

const marks = {
  quotes: {
    curly: 'Quotation marks are curly: “ ” and ‘ ’.',
    straight: 'Quotation marks are straight: " and \'.',
  },
  ellipsis: { '…': 'An ellipsis is the one character ….', '...': 'An ellipsis is three full stops.' },
} as const;

/** What a figure's style says to who writes the sentence around it; the figures themselves are given ready-made. */
const written = {
  unit: {
    symbol: 'Units of measure are symbols in running text too: 5 kg, no kilograms.',
    word: 'Units of measure are words in running text, not symbols.',
  },
  opening: {
    words: 'No sentence begins with digits: put another word first.',
    digits: 'A sentence may begin with digits.',
  },
} as const;

/** A dash as an engine is told it. */
function dashed(dash: string): string {
  return `A dash is ${dash.trim()}, ${dash === dash.trim() ? 'without spaces' : 'with a space on either side'}.`;
}

/** The house style of a language as an engine is told it; `undefined` leaves the engine its own. */
export function styleInstructions(
  locale: Locale,
  { register, punctuation, figures, instructions }: Style,
): string | undefined {
  const sentences = languagePack(locale).voice?.registers;
  const told = Object.entries(register).flatMap(([place, style]) =>
    sentences === undefined || style === 'any' ? [] : [`${places[place as StylePlace]} ${sentences[style]}.`],
  );
  if (told.length > 0 && register.quotes === undefined) told.push('Quotations keep their own style.');
  const { quotes, ellipsis, dash } = punctuation;
  if (quotes !== undefined) told.push(marks.quotes[quotes]);
  if (ellipsis !== undefined) told.push(marks.ellipsis[ellipsis]);
  if (dash !== undefined) told.push(dashed(dash));
  const { unit, opening } = figures;
  if (unit !== undefined) told.push(written.unit[unit]);
  if (opening !== undefined) told.push(written.opening[opening]);
  told.push(...instructions);
  return told.length === 0 ? undefined : told.join(' ');
}
