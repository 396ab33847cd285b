import type { Locale } from '../model/locale.js';
import type { Register, Style, StylePlace } from '../model/style.js';

/** What an engine is told of how readers are addressed, in English, as its instructions are. Endings are those of the NIKL's speech levels. */
const addressed: Readonly<Record<Locale, Readonly<Record<Register, string>>>> = {
  ko: {
    formal: 'end in the formal polite style (합쇼체: -습니다, -십시오)',
    polite: 'end in the informal polite style (해요체: -아요/-어요)',
    plain: 'end in the plain written style of newspapers (해라체: -다)',
  },
  en: {
    formal: 'follow the news style of the AP Stylebook, without contractions',
    polite: 'are friendly and speak to the reader as "you"',
    plain: 'are plain and direct; instructions use the imperative',
  },
};

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
  const sentences = addressed[locale.split('-')[0] ?? locale];
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
