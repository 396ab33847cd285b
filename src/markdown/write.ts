import type { Content, InlineCode } from '../model/inline.js';
import { decodeEntities } from './entities.js';
import { escapeHtml, escapeText, type Strength, type TextPlace } from './escape.js';

/** How content is written as Markdown. */
export interface Writing {
  readonly place: TextPlace;
  readonly strength: Strength;
  /** Emphasis and code spans as HTML elements, for where Markdown's marks cannot work. */
  readonly elements: boolean;
  readonly mdx: boolean;
  /** Line end and indent (`\n> `) that continue the paragraph after a hard break. */
  readonly newline: string;
}

/** A piece of what is written: markup as it is, or text to escape. */
interface Piece {
  readonly markup: boolean;
  readonly value: string;
}

/** Walks content in order: text, codes as they open, paired codes as they close. */
function walk(
  { text, codes }: Content,
  onText: (text: string) => void,
  onOpen: (code: InlineCode) => void,
  onClose: (code: InlineCode) => void,
): void {
  let at = 0;
  const open: InlineCode[] = [];
  const upTo = (offset: number) => {
    for (let top = open.at(-1); top !== undefined && top.end <= offset; top = open.at(-1)) {
      if (top.end > at) onText(text.slice(at, top.end));
      at = Math.max(at, top.end);
      onClose(top);
      open.pop();
    }
    if (offset > at) onText(text.slice(at, offset));
    at = Math.max(at, offset);
  };
  for (const code of codes) {
    upTo(code.start);
    onOpen(code);
    if (code.kind === 'pc') open.push(code);
    else at = code.end;
  }
  upTo(text.length);
}

/** HTML for marks of Markdown: what `inline.ts` reads as the same code. */
const elements: Readonly<Record<string, string>> = { strong: 'strong', emphasis: 'em', delete: 'del' };

const isPunctuation = (c: string): boolean => /[\p{P}\p{S}]/u.test(c);
const isSpace = (c: string): boolean => c === '' || /\s/.test(c);
/** Scripts next to which remark-cjk-friendly lets marks open and close. */
const isCjk = (c: string): boolean =>
  /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF60]/u.test(c);

/**
 * Whether `**` cannot open or close here (CommonMark §6.2, as relaxed for CJK): `**데이터 시사점:**GPT` closes after
 * punctuation before a letter. Emphasis that is empty, padded, or touches other emphasis cannot either.
 */
function needsElement(code: InlineCode, { text, codes }: Content): boolean {
  const first = text.charAt(code.start);
  const last = text.charAt(code.end - 1);
  if (code.end === code.start || isSpace(first) || isSpace(last)) return true;
  const before = text.charAt(code.start - 1);
  const after = text.charAt(code.end);
  const free = (c: string) => isSpace(c) || isPunctuation(c) || isCjk(c);
  if (isPunctuation(first) && !free(before)) return true;
  if (isPunctuation(last) && !free(after)) return true;
  // `_a_b` is one word; `*a*b` is not.
  if (code.kind === 'pc' && code.open.startsWith('_') && (!isSpace(before) || !isSpace(after))) return true;
  return codes.some(
    (other) => other !== code && other.kind === 'pc' && elements[other.type] !== undefined && other.end === code.start,
  );
}

function markOf(code: InlineCode, content: Content, writing: Writing): { open: string; close: string } {
  if (code.kind === 'ph') return { open: '', close: '' };
  const element = elements[code.type];
  // An underscore opens no word inside another: the asterisk says the same.
  if (element !== undefined && !code.open.startsWith('<') && (writing.elements || needsElement(code, content))) {
    return { open: `<${element}>`, close: `</${element}>` };
  }
  return { open: code.open, close: code.close };
}

function placeholderSource(code: InlineCode, content: Content, writing: Writing): string {
  if (code.kind === 'pc') return '';
  if (code.type === 'break' && !code.raw.startsWith('<')) {
    const inside = code.start > 0 && code.end < content.text.length;
    return writing.place === 'paragraph' && inside && !writing.elements
      ? code.raw.replace('\n', writing.newline)
      : '<br>';
  }
  const touching = content.codes.some(
    (other) => other.kind === 'ph' && other.type === 'code' && other.end === code.start,
  );
  if (code.type === 'code' && code.raw.startsWith('`') && (touching || writing.elements)) {
    const value = escapeHtml(code.value ?? '', '', writing.mdx);
    return `<code>${writing.place === 'cell' ? value.replaceAll('|', '&#124;') : value}</code>`;
  }
  const bare = code.type === 'link' && !code.raw.startsWith('<');
  if (!bare || writing.mdx) return code.raw;
  // Whatever stands beside a bare address becomes part of it: `https://example.com을`.
  const before = content.text.charAt(code.start - 1);
  const after = content.text.slice(code.end, code.end + 2);
  const alone = (before === '' || /[\s(*_~]/.test(before)) && /^(?:[\s]|[.,:;!?)]*(?:\s|$)|$)/.test(after);
  if (alone && !writing.elements) return code.raw;
  const address = (code.value ?? code.raw).replace(/^mailto:/, '');
  return `<${address}>`;
}

/** Content as Markdown. */
export function writeMarkdown(content: Content, writing: Writing): string {
  const pieces: Piece[] = [];
  const marks = new Map(content.codes.map((code) => [code, markOf(code, content, writing)]));
  const markup = (value: string) => pieces.push({ markup: true, value });
  walk(
    content,
    (value) => pieces.push({ markup: false, value }),
    (code) => markup(code.kind === 'ph' ? placeholderSource(code, content, writing) : marks.get(code)!.open),
    (code) => markup(marks.get(code)!.close),
  );
  let out = '';
  for (const piece of pieces) {
    const lineStart = out === '' || out.endsWith(writing.newline);
    out += piece.markup
      ? piece.value
      : escapeText(piece.value, writing.place, writing.strength, lineStart, writing.mdx);
  }
  return out;
}

/** Content as HTML text with its tags. */
export function writeHtml(content: Content, jsx: boolean): string {
  let out = '';
  walk(
    content,
    (text) => {
      out += escapeHtml(text, '', jsx);
    },
    (code) => {
      out += code.kind === 'ph' ? code.raw.replace(/\n/g, ' ') : code.open;
    },
    (code) => {
      out += code.kind === 'pc' ? code.close : '';
    },
  );
  return out;
}

/** Whether text must be looked at at all: plain words with plain punctuation read back as they are. */
export function isPlain({ text, codes }: Content): boolean {
  return (
    codes.length === 0 &&
    /^\p{L}[\p{L}\p{M}\p{N} ,.%()'"“”‘’·…–—?]*$/u.test(text) &&
    !/www\.|^(?:import|export)\s/i.test(text) &&
    decodeEntities(text) === text
  );
}
