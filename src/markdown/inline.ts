import type { Draft, Node } from './draft.js';
import { decodeEntities } from './entities.js';
import { bareAddressLength, labelEnd, titleSpan } from './links.js';
import {
  type Attribute,
  attribute,
  shortcodeParameters,
  type Tag,
  tagAt,
  translatable,
  withoutValues,
} from './tags.js';

/** Where a node starts in the source. */
export const startOf = (draft: Draft, node: Node): number => draft.scope.base + (node.position?.start.offset ?? 0);
/** Where a node ends in the source. */
export const endOf = (draft: Draft, node: Node): number => draft.scope.base + (node.position?.end.offset ?? 0);

/** Source bytes on one line: a code's bytes must not carry the `> ` of a quote or the indent of a list. */
export function unwrapped(raw: string): string {
  return /[\r\n]/.test(raw) ? raw.replace(/[ \t]*(?:\r\n?|\n)[ \t>]*/g, ' ') : raw;
}

const sourceOf = (draft: Draft, start: number, end: number): string => unwrapped(draft.scope.source.slice(start, end));

type Reader = (draft: Draft, node: Node) => void;

/** Markdown's paired codes: their content is whatever stands between their first and last child. */
function paired(type: string): Reader {
  return (draft, node) => {
    const children = node.children ?? [];
    const first = children[0];
    const last = children.at(-1);
    const start = startOf(draft, node);
    const end = endOf(draft, node);
    if (first === undefined || last === undefined) {
      draft.placeholder(type, sourceOf(draft, start, end), '');
      return;
    }
    const open = sourceOf(draft, start, startOf(draft, first));
    const close = sourceOf(draft, endOf(draft, last), end);
    draft.pair(type, open, close, undefined, () => readInline(draft, children));
  };
}

function atom(type: string): Reader {
  return (draft, node) => {
    const raw = sourceOf(draft, startOf(draft, node), endOf(draft, node));
    draft.placeholder(type, raw, (node.value ?? raw).replace(/\r\n?|\n/g, ' '));
  };
}

const readers: Readonly<Record<string, Reader>> = {
  text: readText,
  emphasis: paired('emphasis'),
  strong: paired('strong'),
  delete: paired('delete'),
  inlineCode: atom('code'),
  inlineMath: atom('math'),
  footnoteReference: (draft, node) =>
    draft.placeholder('footnote', sourceOf(draft, startOf(draft, node), endOf(draft, node)), node.label ?? ''),
  break: (draft, node) => {
    const backslash = draft.scope.source.charAt(startOf(draft, node)) === '\\';
    draft.placeholder('break', backslash ? '\\\n' : '  \n', '');
  },
  link: readLink,
  linkReference: readLink,
  image: readImage,
  imageReference: readImage,
  html: readTag,
  opaque: readOpaque,
};

/** Appends the content of phrasing nodes to a draft. */
export function readInline(draft: Draft, nodes: readonly Node[]): void {
  const partner = matchTags(draft, nodes);
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    const close = partner.get(i);
    if (close === undefined) (readers[node.type] ?? atom('html'))(draft, node);
    else {
      readElement(draft, node, nodes.slice(i + 1, close), nodes[close]!);
      i = close;
    }
  }
}

const mail = /[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/g;

/** Text; an e-mail address in it is a link, as GFM says, unless the source escapes it. */
function readText(draft: Draft, node: Node): void {
  const text = node.value ?? '';
  if (!text.includes('@')) {
    draft.append(text);
    return;
  }
  const raw = draft.scope.source.slice(startOf(draft, node), endOf(draft, node));
  let at = 0;
  for (const match of text.matchAll(mail)) {
    if (!raw.includes(match[0])) continue;
    draft.append(text.slice(at, match.index));
    const start = startOf(draft, node) + raw.indexOf(match[0]);
    reference(draft, 'link', `mailto:${match[0]}`, '', null, start, start + match[0].length);
    draft.placeholder('link', match[0], `mailto:${match[0]}`);
    at = match.index + match[0].length;
  }
  draft.append(text.slice(at));
}

function reference(
  draft: Draft,
  kind: 'link' | 'image',
  url: string,
  text: string,
  title: string | null | undefined,
  start: number,
  end: number,
): void {
  draft.references.push({ kind, url, text, ...(title == null ? {} : { title }), start, end });
}

/** The destination of a reference; where nothing defines its label, the label. */
function destination(draft: Draft, node: Node): string {
  if (node.url !== undefined) return node.url;
  return draft.scope.definitions.get(node.identifier ?? '') ?? node.label ?? '';
}

function readLink(draft: Draft, node: Node): void {
  const { source } = draft.scope;
  const start = startOf(draft, node);
  const end = endOf(draft, node);
  const children = node.children ?? [];
  const url = destination(draft, node);
  if (source.charAt(start) !== '[') {
    readAddress(draft, node, url);
    return;
  }
  const first = children[0];
  const last = children.at(-1);
  const contentStart = first === undefined ? start + 1 : startOf(draft, first);
  const contentEnd = last === undefined ? start + 1 : endOf(draft, last);
  const textStart = draft.text.length;
  const id = draft.nextId;
  const at = draft.references.length;
  // A shortcut `[Docs]` names its definition by its text: written in full, the text can change.
  const short = node.type === 'linkReference' && node.referenceType !== 'full';
  const close = short ? `][${sourceOf(draft, contentStart, contentEnd)}]` : sourceOf(draft, contentEnd, end);
  draft.pair('link', '[', close, url, () => readInline(draft, children));
  const found = { kind: 'link' as const, url, text: draft.text.slice(textStart), start, end };
  draft.references.splice(at, 0, node.title == null ? found : { ...found, title: node.title });
  if (node.title != null && node.title !== '') titleFlow(draft, id, node.title, contentEnd, end, contentEnd);
}

/** `<https://…>` and bare addresses: shown as they are, never translated. */
function readAddress(draft: Draft, node: Node, url: string): void {
  const { source } = draft.scope;
  const start = startOf(draft, node);
  const end = endOf(draft, node);
  const raw = source.slice(start, end);
  const length = raw.startsWith('<') ? raw.length : bareAddressLength(raw);
  const value = url.slice(0, url.length - (raw.length - length));
  reference(draft, 'link', value, '', null, start, start + length);
  draft.placeholder('link', raw.slice(0, length), value);
  draft.append(raw.slice(length));
}

/** `bytes` is where the code's bytes start that hold the title. */
function titleFlow(draft: Draft, code: number, title: string, contentEnd: number, end: number, bytes: number): void {
  const { source } = draft.scope;
  // `](` stands between the content and the destination; a link's own `)` ends it.
  const span = source.startsWith('](', contentEnd) ? titleSpan(source, contentEnd + 2, end - 1) : undefined;
  if (span === undefined) return;
  draft.subFlows.push({
    code,
    kind: 'link-title',
    text: title.replace(/[ \t\r\n]+/g, ' ').trim(),
    start: span.start,
    end: span.end,
    syntax: `title:${span.quote}`,
    offset: sourceOf(draft, bytes, span.start).length,
  });
}

function readImage(draft: Draft, node: Node): void {
  const { source } = draft.scope;
  const start = startOf(draft, node);
  const end = endOf(draft, node);
  const id = draft.nextId;
  const url = destination(draft, node);
  const alt = (node.alt ?? '').replace(/[ \t\r\n]+/g, ' ').trim();
  reference(draft, 'image', url, alt, node.title, start, end);
  draft.placeholder('image', sourceOf(draft, start, end), url);
  const close = labelEnd(source, start + 2, end);
  if (close < 0) return;
  if (alt !== '') {
    // `![alt][]` names its definition by its alt text; the unit then takes in the rest and writes it in full.
    const label =
      node.type === 'imageReference' && node.referenceType !== 'full' ? source.slice(start + 2, close) : undefined;
    draft.subFlows.push({
      code: id,
      kind: 'image-alt',
      text: alt,
      start: start + 2,
      end: label === undefined ? close : end,
      syntax: label === undefined ? 'alt' : `alt:${label}`,
      offset: 2,
    });
  }
  if (node.title != null && node.title !== '') titleFlow(draft, id, node.title, close, end, start);
}

function tagOf(draft: Draft, node: Node): Tag | undefined {
  if (node.type !== 'html' && node.type !== 'opaque') return undefined;
  const start = startOf(draft, node);
  return draft.scope.source.charAt(start) === '<' ? tagAt(draft.scope.source, start, endOf(draft, node)) : undefined;
}

/** How far up an unclosed tag is looked for: `<a><a><a>…` stays linear. */
const openTags = 32;

/** Index of the closing tag for each opening one among siblings. */
function matchTags(draft: Draft, nodes: readonly Node[]): ReadonlyMap<number, number> {
  const partner = new Map<number, number>();
  const open: { readonly name: string; readonly index: number }[] = [];
  nodes.forEach((node, index) => {
    const tag = tagOf(draft, node);
    if (tag === undefined || tag.empty) return;
    if (!tag.closing) {
      open.push({ name: tag.name, index });
      return;
    }
    for (let i = open.length - 1; i >= Math.max(0, open.length - openTags); i--) {
      if (open[i]!.name !== tag.name) continue;
      partner.set(open[i]!.index, index);
      open.length = i;
      return;
    }
  });
  return partner;
}

/** HTML elements that say what a Markdown mark says: the same code, however it is written. */
export const equivalents: Readonly<Record<string, string>> = {
  strong: 'strong',
  b: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  del: 'delete',
  s: 'delete',
  strike: 'delete',
  a: 'link',
};

/** Elements whose content is no prose. */
export const verbatimElements = new Set(['code', 'script', 'style', 'svg', 'math', 'pre', 'textarea', 'template']);

function readElement(draft: Draft, open: Node, content: readonly Node[], close: Node): void {
  const { source } = draft.scope;
  const tag = tagOf(draft, open)!;
  const start = tag.start;
  const end = endOf(draft, close);
  const name = tag.name.toLowerCase();
  if (verbatimElements.has(name)) {
    const raw = sourceOf(draft, start, end);
    draft.placeholder(
      name === 'code' ? 'code' : 'html',
      raw,
      decodeEntities(sourceOf(draft, tag.end, startOf(draft, close))),
    );
    return;
  }
  if (name === 'a' && content.length === 0) {
    draft.placeholder(
      'anchor',
      sourceOf(draft, start, end),
      attribute(source, tag, 'id') ?? attribute(source, tag, 'name') ?? '',
    );
    return;
  }
  const values = translatable(source, tag);
  const href = name === 'a' ? attribute(source, tag, 'href') : undefined;
  const value = href ?? (equivalents[name] === undefined ? withoutValues(source, start, tag.end, values) : undefined);
  const id = draft.nextId;
  const textStart = draft.text.length;
  const at = draft.references.length;
  const type = name === 'a' && href === undefined ? 'html' : (equivalents[name] ?? 'html');
  draft.pair(type, sourceOf(draft, start, tag.end), sourceOf(draft, startOf(draft, close), end), value, () =>
    readInline(draft, content),
  );
  if (href !== undefined) {
    draft.references.splice(at, 0, {
      kind: 'link',
      url: decodeEntities(href),
      text: draft.text.slice(textStart),
      start,
      end,
    });
  }
  attributeFlows(draft, id, tag, values, unwrapped);
}

/** A tag without a partner, a comment, a declaration. */
function readTag(draft: Draft, node: Node): void {
  const { source } = draft.scope;
  const tag = tagOf(draft, node);
  const start = startOf(draft, node);
  const end = endOf(draft, node);
  const raw = sourceOf(draft, start, end);
  if (tag === undefined) {
    draft.placeholder('comment', raw, raw);
    return;
  }
  const values = translatable(source, tag);
  const id = draft.nextId;
  if (tag.name.toLowerCase() === 'img') {
    const url = decodeEntities(attribute(source, tag, 'src') ?? '');
    reference(
      draft,
      'image',
      url,
      decodeEntities(attribute(source, tag, 'alt') ?? ''),
      attribute(source, tag, 'title'),
      start,
      end,
    );
    draft.placeholder('image', raw, url);
  } else
    draft.placeholder(
      tag.name.toLowerCase() === 'br' ? 'break' : 'html',
      raw,
      withoutValues(source, start, end, values),
    );
  attributeFlows(draft, id, tag, values, unwrapped);
}

function readOpaque(draft: Draft, node: Node): void {
  const { source } = draft.scope;
  const start = startOf(draft, node);
  const end = endOf(draft, node);
  if (source.charAt(start) === '<') {
    readTag(draft, node);
    return;
  }
  const shortcode = source.startsWith('{{', start) || source.startsWith('{%', start);
  const values = shortcode ? shortcodeParameters(source, start, end) : [];
  const id = draft.nextId;
  const raw = sourceOf(draft, start, end);
  const comment = /^\{\s*\/\*/.test(raw) || raw.startsWith('{{/*') || raw.startsWith('{{</*');
  draft.placeholder(
    comment ? 'comment' : shortcode ? 'shortcode' : 'expression',
    raw,
    withoutValues(source, start, end, values),
  );
  for (const value of values) {
    const text = source.slice(value.start, value.end).replace(/\\(["\\|])/g, '$1');
    draft.subFlows.push({
      code: id,
      kind: 'html-attribute',
      text,
      start: value.start,
      end: value.end,
      syntax: 'parameter',
      offset: sourceOf(draft, start, value.start).length,
    });
  }
}

/** Sub-flows for the attributes of a tag; `flat` is how its bytes are put on one line. */
export function attributeFlows(
  draft: Draft,
  code: number,
  tag: Tag,
  values: readonly Attribute[],
  flat: (raw: string) => string,
): void {
  const { source } = draft.scope;
  for (const value of values) {
    draft.subFlows.push({
      code,
      // An `<img>`'s `alt` is what Markdown's alt text is.
      kind: value.name.toLowerCase() === 'alt' && tag.name.toLowerCase() === 'img' ? 'image-alt' : 'html-attribute',
      text: decodeEntities(source.slice(value.start, value.end))
        .replace(/[ \t\r\n]+/g, ' ')
        .trim(),
      start: value.start,
      end: value.end,
      syntax: `attribute:${value.quote}`,
      offset: flat(source.slice(tag.start, value.start)).length,
    });
  }
}
