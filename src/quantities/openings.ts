import type { LanguagePack } from '../languages/pack.js';
import type { Quantity } from '../model/quantity.js';
import { same } from './same.js';
import { beginsSentence, sentencesOf } from './sentences.js';

/** A sentence that begins with digits. */
export interface Opening {
  readonly kind: Quantity['kind'];
  readonly start: number;
  readonly end: number;
  /** The figure in words; absent where the sentence has to be written otherwise. */
  readonly text?: string;
}

/** Fewer words are a label, not a sentence. */
const fewest = 4;

/**
 * The sentences of a text that begin with digits, in a language whose sentences do not (AP Stylebook, "numerals"). Years
 * may begin one. The figure in words is only given where it reads back as the same value. `whole`: text without a full
 * stop is a sentence too.
 */
export function openings(text: string, { figures }: LanguagePack, whole: boolean): readonly Opening[] {
  if (figures.opening === undefined || !/\d/.test(text)) return [];
  const { quantities } = figures.read(text);
  return sentencesOf(text).flatMap((sentence) => {
    const said = text.slice(sentence.start, sentence.end).trimEnd();
    if (!whole && !/[.!?]["'”’)\]]*$/.test(said)) return [];
    if ((said.match(/\p{L}{2,}/gu) ?? []).length < fewest) return [];
    const start = sentence.start + /^[\s"'“‘([]*/.exec(text.slice(sentence.start, sentence.end))![0].length;
    const quantity = quantities.find((one) => one.start === start);
    if (quantity === undefined || !/^[\p{Sc}\d]/u.test(quantity.text) || isYear(quantity)) return [];
    if (!beginsSentence(text, start)) return [];
    const words = figures.opening?.(quantity);
    const { end } = quantity;
    const changed = words === undefined ? undefined : text.slice(0, start) + words + text.slice(end);
    const back = changed === undefined ? undefined : readAt(changed, start, figures.read);
    const sound = back !== undefined && same(quantity, back) !== undefined;
    return [{ kind: quantity.kind, start, end, ...(sound && words !== undefined ? { text: words } : {}) }];
  });
}

function isYear({ kind, value }: Quantity): boolean {
  return kind === 'date' && (value === undefined || /^\d{4}s?$|X/.test(value));
}

/** How much of the text behind a figure is read again. */
const around = 80;

function readAt(text: string, at: number, read: LanguagePack['figures']['read']): Quantity | undefined {
  const begin = Math.max(0, at - around);
  return read(text.slice(begin, at + around)).quantities.find(({ start }) => begin + start === at);
}
