import type { Edit } from '../model/edit.js';
import type { LanguagePack } from './pack.js';

/** A stretch of a text put in another form, and the particle behind it made to agree, as one edit: 그림 3은, 그림 2는. */
export function replacement(
  text: string,
  { start, end }: Pick<Edit, 'start' | 'end'>,
  form: string,
  { particles }: LanguagePack,
): Edit {
  const mended = text.slice(0, start) + form + text.slice(end);
  const corrected = particles?.correct(mended, start + form.length) ?? mended;
  // What the particle's correction changed stands right behind the form; the rest of the text is as it was.
  const tail = text.length - end;
  let kept = 0;
  while (kept < tail && corrected[corrected.length - 1 - kept] === text[text.length - 1 - kept]) kept++;
  return { start, end: text.length - kept, text: corrected.slice(start, corrected.length - kept) };
}
