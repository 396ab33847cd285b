import type { Unit } from '../model/article.js';
import type { Content, InlineCode } from '../model/inline.js';
import { placeholder } from '../model/inline.js';

/** Characters that a unit's text cannot hold: controls, line ends (a break is a code), a placeholder without a code. */
const unwritable = /[\u0000-\u001F\u007F\uFFFC]/;

/** Syntaxes in which a run of spaces is one space: HTML, and what is read by its rules. */
const collapsing = /^(?:html|jsx|attribute|alt|title)/;

/** A target as the unit's syntax can hold it: what reads back from a merged article. */
export function writable(unit: Unit, target: Content): Content {
  if (unit.syntax.startsWith('yaml:')) return { text: target.text.trim(), codes: [] };
  const content = cleanContent(target, collapsing.test(unit.syntax));
  // A shortcode's parameter has no escape for the marks that would end the shortcode.
  return unit.syntax === 'parameter' ? { ...content, text: content.text.replace(/([{}%])(?=[{}%])/g, '$1 ') } : content;
}

/**
 * Content as it can be written: white space at its ends and around line breaks goes, line ends and tabs become spaces,
 * other controls go. Codes move with the text. What reads back from a merged article is this.
 */
function cleanContent(content: Content, collapse: boolean): Content {
  const { text, codes } = content;
  const breaks = codes.some((code) => code.type === 'break');
  if (
    !(collapse && text.includes('  ')) &&
    !breaks &&
    !unwritable.test(codes.length === 0 ? text : text.replaceAll(placeholder, '')) &&
    text === text.trim()
  ) {
    const marks = codes.filter((code) => code.kind === 'ph').length;
    if (marks === text.split(placeholder).length - 1) return content;
  }
  const own = new Map(codes.filter((code) => code.kind === 'ph').map((code) => [code.start, code]));
  const kept: boolean[] = [];
  const characters = Array.from({ length: text.length }, (_, i) => {
    const c = text.charAt(i);
    const code = own.get(i);
    const written = /[\t\r\n]/.test(c) ? ' ' : c;
    kept.push(c === placeholder ? code !== undefined : !unwritable.test(written));
    return written;
  });
  const isSpace = (i: number) => /\s/.test(characters[i] ?? '');
  const dropSpace = (from: number, step: 1 | -1) => {
    for (let i = from; i >= 0 && i < text.length && (isSpace(i) || !kept[i]); i += step) kept[i] = false;
  };
  dropSpace(0, 1);
  dropSpace(text.length - 1, -1);
  for (const [at, code] of own) {
    if (code.type !== 'break') continue;
    dropSpace(at - 1, -1);
    dropSpace(at + 1, 1);
  }
  for (let i = 0, last = ''; collapse && i < text.length; i++) {
    if (kept[i] && characters[i] === ' ' && last === ' ') kept[i] = false;
    if (kept[i]) last = characters[i]!;
  }
  const offsets: number[] = [0];
  for (let i = 0; i < text.length; i++) offsets.push(offsets[i]! + (kept[i] ? 1 : 0));
  return {
    text: characters.filter((_, i) => kept[i]).join(''),
    codes: codes.map((code): InlineCode => ({ ...code, start: offsets[code.start] ?? 0, end: offsets[code.end] ?? 0 })),
  };
}

/** Whether two contents say the same with the same codes, whatever their ids and bytes. */
export function sameContent(a: Content, b: Content): boolean {
  return (
    a.text === b.text &&
    a.codes.length === b.codes.length &&
    a.codes.every((code, i) => {
      const other = b.codes[i]!;
      return (
        code.kind === other.kind &&
        code.type === other.type &&
        code.value === other.value &&
        code.start === other.start &&
        code.end === other.end
      );
    })
  );
}
