import type { Element, Root as Html, RootContent } from 'hast';
import type { Root as Markdown } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { type Options as RemarkRehypeOptions } from 'remark-rehype';
import { unified } from 'unified';
import { asksForChart } from '../checks/drawing/asked.js';
import { bodyTree } from '../markdown/body.js';
import type { Article } from '../model/article.js';
import type { Drawings } from './charts/collect.js';

type RootContentOfMarkdown = Markdown['children'][number];
type Handlers = NonNullable<RemarkRehypeOptions['handlers']>;

/** What HTML needs to know beside the article. */
export interface HtmlOptions {
  /** Address of an image or file that stands relative to the article; `undefined`: there is none. */
  readonly resolve: (url: string) => string | undefined;
  /** What is drawn where the body asks for charts, in order; where absent they stay text. */
  readonly drawings?: Drawings;
  /** Heading of the footnotes and label of the links back, in the reader's language. */
  readonly footnotes: { readonly title: string; readonly back: string };
}

/**
 * GitHub's list of what HTML may hold, with figures and their captions. Styles, scripts, forms, frames and every `on…`
 * attribute are not on it; addresses are http, https, mailto or relative.
 */
const schema: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), 'figure', 'figcaption', 'caption', 'mark', 'abbr', 'u', 'small'],
  attributes: {
    ...defaultSchema.attributes,
    abbr: ['title'],
    td: [...(defaultSchema.attributes?.['td'] ?? []), 'colSpan', 'rowSpan', 'align'],
    th: [...(defaultSchema.attributes?.['th'] ?? []), 'colSpan', 'rowSpan', 'align', 'scope'],
  },
  protocols: { ...defaultSchema.protocols, src: ['http', 'https'], href: ['http', 'https', 'mailto'] },
};

/** Site-generator markup means nothing outside its generator. */
const handlers = { opaque: () => undefined, opaqueLine: () => undefined } as Handlers;

const idPrefix = 'user-content-';

/** The body of an article as HTML that is safe to put into a page, whatever its author or an engine wrote. */
export function articleHtml(article: Pick<Article, 'file' | 'text' | 'frontmatter'>, options: HtmlOptions): string {
  const tree = withDrawings(bodyTree(article), options.drawings ?? []);
  const printer = unified()
    .use(remarkRehype, {
      allowDangerousHtml: true,
      // The sanitiser prefixes ids; links to them follow below.
      clobberPrefix: '',
      footnoteLabel: options.footnotes.title,
      footnoteBackLabel: options.footnotes.back,
      handlers,
    })
    .use(hasHtml(tree) ? [rehypeRaw] : [])
    .use(rehypeSanitize, schema)
    .use(() => (html: Html) => finish(html, article, options))
    .use(rehypeStringify);
  return printer.stringify(printer.runSync(tree) as Html).trim();
}

/** Stands for a drawing from the sanitizer's passing it to the finished page. No such host exists (RFC 2606). */
const drawn = 'https://chart.invalid/';

/** Charts that were drawn in place of their text, or before the table that asks for one. */
function withDrawings(tree: Markdown, drawings: Drawings): Markdown {
  let at = 0;
  const children = tree.children.map((node): RootContentOfMarkdown => {
    const asks =
      node.type === 'code'
        ? asksForChart({ language: node.lang ?? null })
        : node.type === 'html' && asksForChart({ html: node.value });
    if (!asks) return node;
    const index = at++;
    const drawing = drawings[index];
    if (drawing === undefined) return node;
    const image = { type: 'image' as const, url: `${drawn}${index}`, alt: drawing.alt };
    return { type: 'paragraph', data: { hName: 'figure' }, children: [image] };
  });
  return { ...tree, children };
}

/** A picture within an image element can run nothing and load nothing, whatever is in it. */
function drawnAt(address: string | undefined, drawings: Drawings): string | undefined {
  if (address?.startsWith(drawn) !== true) return undefined;
  const drawing = drawings[Number(address.slice(drawn.length))];
  return drawing === undefined ? undefined : `data:image/svg+xml;base64,${Buffer.from(drawing.svg).toString('base64')}`;
}

/** Reading a page's worth of HTML anew is only needed where the author wrote some. */
function hasHtml(tree: Markdown): boolean {
  const look = (node: { readonly type: string; readonly children?: readonly never[] }): boolean =>
    node.type === 'html' || (node.children ?? []).some(look);
  return look(tree as never);
}

function finish(html: Html, article: Pick<Article, 'frontmatter'>, options: HtmlOptions): void {
  const { drawings = [] } = options;
  dropTitle(html, article.frontmatter['title']);
  visit(html.children, (element) => finishElement(element, options, drawings));
  wrapTables(html);
}

/** A page shows the title itself: a first heading that repeats it goes. */
function dropTitle(html: Html, title: unknown): void {
  const at = html.children.findIndex(({ type }) => type === 'element');
  const first = html.children[at];
  if (first?.type !== 'element' || first.tagName !== 'h1' || typeof title !== 'string') return;
  if (textOf(first).trim() === title.trim()) html.children.splice(at, 1);
}

function finishElement(element: Element, { resolve }: HtmlOptions, drawings: Drawings): void {
  const { properties } = element;
  if (element.tagName === 'a' && typeof properties['href'] === 'string') {
    const { href } = properties as { href: string };
    if (href.startsWith('#')) properties['href'] = `#${idPrefix}${href.slice(1)}`;
    else if (/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(href)) properties['rel'] = ['nofollow', 'noopener', 'noreferrer'];
  }
  if (element.tagName === 'img') {
    const address = typeof properties['src'] === 'string' ? properties['src'] : undefined;
    const source = drawnAt(address, drawings) ?? (address === undefined ? undefined : resolve(address));
    if (source === undefined) delete properties['src'];
    else properties['src'] = source;
    properties['loading'] = 'lazy';
  }
}

/** On a narrow screen a table scrolls in its own box, not the page. */
function wrapTables(html: Html): void {
  html.children = html.children.map((node) =>
    node.type === 'element' && node.tagName === 'table'
      ? { type: 'element', tagName: 'div', properties: { className: ['table'], tabIndex: 0 }, children: [node] }
      : node,
  );
}

function visit(nodes: readonly RootContent[], see: (element: Element) => void): void {
  const open = [...nodes];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type !== 'element') continue;
    see(node);
    open.push(...node.children);
  }
}

function textOf(node: RootContent | Element): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
