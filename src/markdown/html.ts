import type { BlockKind, UnitKind } from '../model/article.js';
import { Draft, type Scope } from './draft.js';
import { decodeEntities } from './entities.js';
import { attributeFlows, equivalents, verbatimElements } from './inline.js';
import { phrasingElements } from './segments.js';
import { attribute, type Tag, tagAt, translatable, withoutValues } from './tags.js';

/** What reading HTML finds, in document order. */
export interface HtmlSink {
  /** A run of text with the inline markup in it; `kind` by the element that holds it. */
  text(kind: UnitKind, draft: Draft, start: number, end: number): void;
  /** Markup without text of its own: images, links and attributes in it still count. */
  markup(draft: Draft): void;
  open(kind: BlockKind, tag: Tag): void;
  close(kind: BlockKind, end: number): void;
}

type Token =
  | { readonly type: 'text'; readonly start: number; readonly end: number }
  | { readonly type: 'tag'; readonly tag: Tag }
  | { readonly type: 'verbatim'; readonly tag: Tag; readonly contentEnd: number; readonly end: number };

const rawText = new Set(['script', 'style', 'textarea', 'template', 'svg', 'math', 'pre', 'iframe', 'object']);

/** Blocks that a table is read by, and headings: what their tags open and close. */
const blockTags: Readonly<Record<string, BlockKind>> = {
  table: 'table',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
};

const unitKinds: Readonly<Record<string, UnitKind>> = { figcaption: 'caption', caption: 'caption' };

/** Reads the HTML (or JSX) between two offsets of the source. Never throws: what is no tag is text. */
export function readHtml(scope: Scope, start: number, end: number, sink: HtmlSink): void {
  const { source } = scope;
  let run: Token[] = [];
  let kind: UnitKind = 'html-text';
  const flush = () => {
    if (run.length > 0) emit(scope, run, kind, sink);
    run = [];
  };
  // Elements that nothing closes from here on: looked for once each, not at every opening tag.
  const unclosed = new Set<string>();
  let at = start;
  let textStart = start;
  const text = (until: number) => {
    if (until > textStart) run.push({ type: 'text', start: textStart, end: until });
  };
  while (at < end) {
    const open = source.indexOf('<', at);
    if (open < 0 || open >= end) break;
    const skipped = declarationEnd(source, open, end);
    if (skipped > 0) {
      text(open);
      flush();
      textStart = at = skipped;
      continue;
    }
    const tag = tagAt(source, open, end);
    if (tag === undefined) {
      at = open + 1;
      continue;
    }
    text(open);
    textStart = at = tag.end;
    const name = tag.name.toLowerCase();
    if (!tag.closing && !tag.empty && (rawText.has(name) || verbatimElements.has(name))) {
      const closing = unclosed.has(name) ? undefined : closingTag(source, tag.end, end, name);
      if (closing === undefined) unclosed.add(name);
      else {
        textStart = at = closing.end;
        if (rawText.has(name)) flush();
        else run.push({ type: 'verbatim', tag, contentEnd: closing.start, end: closing.end });
        continue;
      }
    }
    if (phrasingElements.has(tag.name)) {
      run.push({ type: 'tag', tag });
      continue;
    }
    flush();
    kind = tag.closing ? 'html-text' : (unitKinds[name] ?? 'html-text');
    const block = blockTags[name];
    if (block !== undefined && tag.closing) sink.close(block, tag.end);
    if (block !== undefined && !tag.closing) sink.open(block, tag);
    if (!tag.closing) {
      const draft = new Draft(scope);
      attributeFlows(draft, 0, tag, translatable(source, tag), oneLine);
      if (draft.subFlows.length > 0) sink.markup(draft);
    }
    if (name === 'tr' || name === 'td' || name === 'th') tableTag(sink, name, tag);
  }
  text(end);
  flush();
}

/** Table rows and cells are no blocks of their own; a sink that reads tables has handlers for them. */
function tableTag(sink: HtmlSink & Partial<TableSink>, name: 'tr' | 'td' | 'th', tag: Tag): void {
  if (name === 'tr') sink.row?.(tag);
  else sink.cell?.(tag);
}
export interface TableSink {
  row(tag: Tag): void;
  cell(tag: Tag): void;
}

/** The end of a comment, declaration, instruction or CDATA section at `at`; 0 where none starts. */
function declarationEnd(source: string, at: number, limit: number): number {
  const [close] = source.startsWith('<!--', at)
    ? ['-->']
    : source.startsWith('<![CDATA[', at)
      ? [']]>']
      : source.startsWith('<?', at)
        ? ['?>']
        : /^<![A-Za-z]/.test(source.slice(at, at + 3))
          ? ['>']
          : [];
  if (close === undefined) return 0;
  const end = source.indexOf(close, at + 2);
  return end < 0 || end >= limit ? limit : end + close.length;
}

function closingTag(
  source: string,
  at: number,
  limit: number,
  name: string,
): { readonly start: number; readonly end: number } | undefined {
  const match = new RegExp(`</${name}\\s*>`, 'i').exec(source.slice(at, limit));
  if (match === null) return undefined;
  return { start: at + match.index, end: at + match.index + match[0].length };
}

/** One run: text and inline tags between two block tags. */
function emit(scope: Scope, tokens: readonly Token[], kind: UnitKind, sink: HtmlSink): void {
  const draft = new Draft(scope);
  const trimmed = trimTokens(scope, tokens);
  if (trimmed.length === 0) return;
  readTokens(draft, trimmed, 0, trimmed.length, partners(trimmed));
  draft.trim();
  if (/[^\s\uFFFC]/.test(draft.text) || draft.codes.some((code) => code.type === 'code')) {
    const start = tokenStart(trimmed[0]!);
    sink.text(kind, draft, start, tokenEnd(trimmed.at(-1)!));
  } else sink.markup(draft);
}

const tokenStart = (token: Token): number => (token.type === 'text' ? token.start : token.tag.start);
const tokenEnd = (token: Token): number => (token.type === 'tag' ? token.tag.end : token.end);

/** Tokens without the white space around them; it belongs to the skeleton. */
function trimTokens({ source }: Scope, tokens: readonly Token[]): readonly Token[] {
  const out = [...tokens];
  for (let first = out[0]; first?.type === 'text'; first = out[0]) {
    const text = source.slice(first.start, first.end);
    const indent = text.length - text.replace(/^[\s>]+/, '').length;
    if (indent < text.length) {
      out[0] = { ...first, start: first.start + indent };
      break;
    }
    out.shift();
  }
  for (let last = out.at(-1); last?.type === 'text'; last = out.at(-1)) {
    const length = source.slice(last.start, last.end).trimEnd().length;
    if (length > 0) {
      out[out.length - 1] = { ...last, end: last.start + length };
      break;
    }
    out.pop();
  }
  return out;
}

function partners(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const partner = new Map<number, number>();
  const open: { name: string; index: number }[] = [];
  tokens.forEach((token, index) => {
    if (token.type !== 'tag' || token.tag.empty) return;
    if (!token.tag.closing) {
      open.push({ name: token.tag.name, index });
      return;
    }
    const top = open.findLastIndex((o) => o.name === token.tag.name);
    if (top < 0) return;
    partner.set(open[top]!.index, index);
    open.length = top;
  });
  return partner;
}

const oneLine = (text: string): string => text.replace(/[ \t\r\n\f]+/g, ' ');

function readTokens(
  draft: Draft,
  tokens: readonly Token[],
  from: number,
  to: number,
  partner: ReadonlyMap<number, number>,
): void {
  const { source } = draft.scope;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.type === 'text') {
      const text = oneLine(decodeEntities(oneLine(source.slice(token.start, token.end))));
      markdownReferences(draft, token.start, token.end);
      // HTML shows one space where two tags have one each: `a <b> c</b>`.
      draft.text += draft.text.endsWith(' ') ? text.trimStart() : text;
      continue;
    }
    if (token.type === 'verbatim') {
      const content = oneLine(source.slice(token.tag.end, token.contentEnd));
      draft.placeholder(
        'code',
        oneLine(source.slice(token.tag.start, token.end)),
        decodeEntities(content.replace(/<[^<>]*>/g, '')),
      );
      continue;
    }
    const { tag } = token;
    const close = partner.get(i);
    const name = tag.name.toLowerCase();
    const values = translatable(source, tag);
    const raw = oneLine(source.slice(tag.start, tag.end));
    const id = draft.nextId;
    if (close !== undefined) {
      const closing = tokens[close]!;
      const href = name === 'a' ? attribute(source, tag, 'href') : undefined;
      const type = name === 'a' && href === undefined ? 'html' : (equivalents[name] ?? 'html');
      const value =
        href ?? (equivalents[name] === undefined ? withoutValues(source, tag.start, tag.end, values) : undefined);
      const textStart = draft.text.length;
      const at = draft.references.length;
      draft.pair(type, raw, oneLine(source.slice(tokenStart(closing), tokenEnd(closing))), value, () =>
        readTokens(draft, tokens, i + 1, close, partner),
      );
      if (href !== undefined) {
        draft.references.splice(at, 0, {
          kind: 'link',
          url: decodeEntities(href),
          text: draft.text.slice(textStart).trim(),
          start: tag.start,
          end: tokenEnd(closing),
        });
      }
      i = close;
    } else if (name === 'img') {
      const url = decodeEntities(attribute(source, tag, 'src') ?? '');
      const alt = decodeEntities(attribute(source, tag, 'alt') ?? '');
      draft.references.push({ kind: 'image', url, text: alt, start: tag.start, end: tag.end });
      draft.placeholder('image', raw, url);
    } else draft.placeholder(name === 'br' ? 'break' : 'html', raw, withoutValues(source, tag.start, tag.end, values));
    attributeFlows(draft, id, tag, values, oneLine);
  }
}

/** Markdown links and images in the text of an HTML block: CommonMark leaves them as text, kramdown and others do not. */
const markdownReference = /(!?)\[([^[\]]{0,999})\]\(\s*<?([^\s()<>]{1,2000})>?(?:\s+"[^"]{0,999}")?\s*\)/g;

/** Notes the references that a text shows to a site generator; the text itself stays as it is. */
function markdownReferences(draft: Draft, start: number, end: number): void {
  const text = draft.scope.source.slice(start, end);
  if (!text.includes('](')) return;
  for (const { 0: whole, 1: mark, 2: label = '', 3: url = '', index } of text.matchAll(markdownReference)) {
    const kind = mark === '!' ? 'image' : 'link';
    draft.references.push({ kind, url, text: label, start: start + index, end: start + index + whole.length });
  }
}
