import type { Locale } from '../model/locale.js';
import type { registers } from './schema.js';

type Register = (typeof registers)[number];

/** What an engine is told of how readers are addressed, in English, as its instructions are. Endings are those of the NIKL's speech levels. */
const sentences: Readonly<Record<Locale, Readonly<Record<Register, string>>>> = {
  ko: {
    formal: 'Korean sentences end in the formal polite style (합쇼체: -습니다, -십시오); quotations keep their own.',
    polite: 'Korean sentences end in the informal polite style (해요체: -아요/-어요); quotations keep their own.',
    plain: 'Korean sentences end in the plain written style of newspapers (해라체: -다); quotations keep their own.',
  },
  en: {
    formal: 'English follows the news style of the AP Stylebook, without contractions.',
    polite: 'English is friendly and speaks to the reader as "you".',
    plain: 'English is plain and direct; instructions use the imperative.',
  },
};

/** The instruction for a language and register; `undefined` leaves the engine its own. */
export function registerInstruction(locale: Locale, register: Register | undefined): string | undefined {
  if (register === undefined) return undefined;
  return sentences[locale.split('-')[0] ?? locale]?.[register];
}
