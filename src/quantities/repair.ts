import { replacement } from '../languages/agree.js';
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
  const fix = replacement(text, wrong, form, to);
  const corrected = text.slice(0, fix.start) + fix.text + text.slice(fix.end);
  // A form that reads well alone may be taken for part of a word here: 수조 before 로 is a tank.
  const begin = Math.max(0, wrong.start - around);
  const there = to.figures
    .read(corrected.slice(begin, wrong.start + form.length + around))
    .quantities.find(({ start, end }) => begin + start <= wrong.start && begin + end > wrong.start);
  if (there === undefined || same(right, there) === undefined) return undefined;
  // "rose 3.2%" for "fell 3.2%": the figure is right, and what is wrong stands beside it.
  return fix.text === text.slice(fix.start, fix.end) ? undefined : fix;
}

/** How much of the text around a figure is read again. */
const around = 60;

/** The style that the wrong figure was written in: who wrote "350 million won" gets no sign in its place. */
function styleOf({ kind, text }: Quantity): FigureStyle {
  return kind === 'money' ? { currency: /\p{Sc}/u.test(text) ? 'symbol' : 'word' } : {};
}
