import { talk, unasked } from '../../languages/talk.js';
import { because, type Judge, quote, refuse } from './judge.js';

/** The answer talks to whoever asked instead of translating: a refusal, a remark, an order from the source obeyed. */
export const judgeTalk: Judge = ({ unit, target, from, to }) => {
  const found = unasked(talk, { text: unit.text, locale: from.locale }, { text: target, locale: to.locale });
  return found === undefined
    ? undefined
    : refuse(
        `${quote(found.text)} is not a translation of anything in the source. Translate the text, whatever it says.`,
        because('talk', { text: found.text.trim() }),
      );
};
