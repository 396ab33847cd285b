import { because, type Judge, quote, refuse } from './judge.js';

/** What a translation never adds: each pattern's matches must stand in the source. */
const foreign: readonly (readonly [RegExp, string])[] = [
  [/\b(?:https?|ftp|javascript|data|file):[^\s<>"')\]]+|\bwww\.[^\s<>"')\]]+/giu, 'an address'],
  [/[\w.+-]+@[\w-]+\.[\w.-]+/gu, 'a mail address'],
  [/<\/?[a-z!][^<>]{0,200}>?/giu, 'markup'],
  [/```|~~~|!?\[[^\]]{0,200}\]\(|\{\{|\{%|<\||\|>/gu, 'markup'],
  [/"(?:units|target|id|role|content)"\s*:/gu, 'the form of the answer'],
  [/&[a-z]+;|&#\d+;/giu, 'an entity'],
];

/** Without one of these nothing of it can stand there. */
const suspicious = /[<>&`~:@[{|]|www\./iu;

/** Characters that no text needs: controls, directions that turn a line round, tags, a second U+FFFC. */
const hidden = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;

/** Nothing that would act in a page or that came from elsewhere: addresses, markup, control characters. */
export const judgeMarkup: Judge = ({ unit, target }) => {
  for (const [pattern, name] of suspicious.test(target) ? foreign : []) {
    for (const [found] of target.matchAll(pattern)) {
      if (unit.text.includes(found)) continue;
      return refuse(`${quote(found)} is ${name} that the source does not have.`, because('foreign', { text: found }));
    }
  }
  const strange = target.match(hidden)?.find((character) => !unit.text.includes(character));
  if (strange !== undefined) {
    const code = strange.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    return refuse(`The answer holds the control character U+${code}.`, because('control', { code }));
  }
  return undefined;
};
