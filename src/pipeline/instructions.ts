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

/** The house style of a language as an engine is told it; `undefined` leaves the engine its own. */
export function styleInstructions(locale: Locale, { register, punctuation, instructions }: Style): string | undefined {
  const sentences = languagePack(locale).voice?.registers;
  const told = Object.entries(register).flatMap(([place, style]) =>
    sentences === undefined || style === 'any' ? [] : [`${places[place as StylePlace]} ${sentences[style]}.`],
  );
  if (told.length > 0 && register.quotes === undefined) told.push('Quotations keep their own style.');
  const { quotes, ellipsis } = punctuation;
  if (quotes !== undefined) told.push(marks.quotes[quotes]);
  if (ellipsis !== undefined) told.push(marks.ellipsis[ellipsis]);
  told.push(...instructions);
  return told.length === 0 ? undefined : told.join(' ');
}
