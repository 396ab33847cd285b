import type { FigureStyle, LanguagePack } from '../languages/pack.js';
import type { Fix } from '../model/issue.js';
import type { Quantity } from '../model/quantity.js';
import { same } from './same.js';
import { opensInWords } from './sentences.js';

/**
 * The target text's figure replaced by the right one in the target's own form, with the particle after it corrected.
 * `undefined` where the form does not read back as the figure: a fix that is wrong is worse than none.
 */
export function repairFigure(
  text: string,
  wrong: Quantity,
  right: Quantity,
  from: LanguagePack,
  to: LanguagePack,
  style?: FigureStyle,
): Fix | undefined {
  const form = to.figures.render(right, {
    place: 'prose',
    begins: opensInWords(text, wrong),
    from: from.locale,
    style: { ...styleOf(wrong), ...style },
  });
  const [back, more] = to.figures.read(form).quantities;
  if (back === undefined || more !== undefined || same(right, back) === undefined) return undefined;
  const mended = text.slice(0, wrong.start) + form + text.slice(wrong.end);
  const at = wrong.start + form.length;
  const corrected = to.particles?.correct(mended, at) ?? mended;
  // A form that reads well alone may be taken for part of a word here: 수조 before 로 is a tank.
  const begin = Math.max(0, wrong.start - around);
  const there = to.figures
    .read(corrected.slice(begin, at + around))
    .quantities.find(({ start, end }) => begin + start <= wrong.start && begin + end > wrong.start);
  if (there === undefined || same(right, there) === undefined) return undefined;
  // What the particle's correction changed stands right after the figure; the rest of the text is as it was.
  const tail = text.length - wrong.end;
  let kept = 0;
  while (kept < tail && corrected[corrected.length - 1 - kept] === text[text.length - 1 - kept]) kept++;
  const end = text.length - kept;
  const fix = {
    start: wrong.start,
    end: Math.max(end, wrong.end),
    text: corrected.slice(wrong.start, corrected.length - Math.min(kept, tail)),
  };
  // "rose 3.2%" for "fell 3.2%": the figure is right, and what is wrong stands beside it.
  return fix.text === text.slice(fix.start, fix.end) ? undefined : fix;
}

/** How much of the text around a figure is read again. */
const around = 60;

/** The style that the wrong figure was written in: who wrote "350 million won" gets no sign in its place. */
function styleOf({ kind, text }: Quantity): FigureStyle {
  return kind === 'money' ? { currency: /\p{Sc}/u.test(text) ? 'symbol' : 'word' } : {};
}
