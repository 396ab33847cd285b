/**
 * Markup that belongs to a site generator rather than to Markdown: Hugo and Liquid tags (`{{< note >}}`, `{% raw %}`),
 * template and MDX expressions, JSX tags with `{…}` attributes. It is never parsed further and never translated; the
 * scanners here only find where it ends. They read one character at a time, as micromark's tokenizers do.
 */
export type OpaqueType = 'shortcode' | 'expression' | 'html';

/** What a scanner says of one more character. */
export type Verdict = 'more' | 'end' | 'fail';

export interface OpaqueScanner {
  readonly type: OpaqueType;
  feed(character: string): Verdict;
}

/** Longest piece that is looked at: an unclosed `{` must not make every later `{` read to the end of the text. */
const longest = 8192;

/** `{{ … }}` and `{% … %}`. A second opening before the end means that the first was no tag: no quadratic re-reading. */
function templateTag(close: '}' | '%'): OpaqueScanner {
  let size = 0;
  let last = '';
  const opening = close === '}' ? '{{' : '{%';
  return {
    type: 'shortcode',
    feed(character) {
      const pair = last + character;
      last = pair === opening ? '' : character;
      if (pair === opening || ++size > longest) return 'fail';
      return pair === `${close}}` ? 'end' : 'more';
    },
  };
}

/** Depth of braces that an expression may have; deeper ones are text. */
const deepest = 8;

/** A JSX tag or an MDX expression: braces nest, quotes hide them, and a tag ends at `>` outside of both. */
function braced(type: 'html' | 'expression'): OpaqueScanner {
  let depth = type === 'html' ? 0 : 1;
  let size = 0;
  let quote = '';
  let last = '';
  let braces = false;
  return {
    type,
    feed(character) {
      const previous = last;
      last = character;
      if (++size > longest) return 'fail';
      if (quote !== '') {
        if (character === quote && previous !== '\\') quote = '';
        return 'more';
      }
      if (depth > 0) {
        if (character === '"' || character === '`' || (character === "'" && !/\w/.test(previous))) quote = character;
        else if (character === '{' && ++depth > deepest) return 'fail';
        else if (character === '}' && --depth === 0 && type === 'expression') return 'end';
        return 'more';
      }
      if (size === 1) return /[A-Za-z]/.test(character) ? 'more' : 'fail';
      if (character === '{') {
        depth = 1;
        braces = true;
      } else if ((character === '"' || character === "'") && previous === '=') quote = character;
      else if (character === '>') return braces ? 'end' : 'fail';
      else if (character === '<') return 'fail';
      return 'more';
    },
  };
}

/**
 * A scanner for what follows `first` (and `second`, which it must be fed too), or `undefined` where these open nothing.
 * Plain HTML tags are left to CommonMark: only a tag with a braced attribute is opaque.
 */
export function opaqueScanner(first: string, second: string, mdx: boolean): OpaqueScanner | undefined {
  if (first === '<') return braced('html');
  if (first !== '{') return undefined;
  if (second === '{') return templateTag('}');
  if (second === '%') return templateTag('%');
  return mdx ? braced('expression') : undefined;
}

/** Where the opaque piece that starts at `at` ends, or -1. */
export function opaqueEnd(text: string, at: number, mdx: boolean): number {
  const scanner = opaqueScanner(text.charAt(at), text.charAt(at + 1), mdx);
  if (scanner === undefined) return -1;
  const skipped = text.charAt(at) === '{' && scanner.type === 'shortcode' ? 2 : 1;
  for (let i = at + skipped; i < text.length; i++) {
    const verdict = scanner.feed(text.charAt(i));
    if (verdict === 'end') return i + 1;
    if (verdict === 'fail') return -1;
  }
  return -1;
}

/** A component tag on its own: `<Tabs groupId="os">`, `</Fragment>`, `<Icon name="x" />`; quotes and braces closed. */
const componentTag = /^<\/?[A-Z][\w.:-]*(?:\s+[\w.:@-]+(?:=(?:"[^"<]*"|'[^'<]*'|[^\s"'=<>`{}]+))?)*\s*\/?>/;

/** `:::note`, `::: tip Title`, `:::note[Title]{.big}`, `:::` and the leaf `::chart{src=…}`. */
export const directiveLine =
  /^(:{2,})[ \t]*([A-Za-z][\w-]*)?(?:\[([^\]]*)\])?[ \t]*(\{[^{}]*\})?(?:[ \t]+([^\s{][^\r\n]*?))?[ \t]*$/;

/** Whether a line, without its indent, is nothing but a directive's fence or site-generator markup. */
export function isOpaqueLine(line: string, mdx: boolean): boolean {
  if (line.startsWith(':')) {
    const match = directiveLine.exec(line);
    // `::text` in prose is no directive: a leaf has a name directly after its colons, and nothing loose behind it.
    if (match === null) return false;
    return match[1]!.length > 2 || (match[2] !== undefined && line.charAt(2) !== ' ' && match[5] === undefined);
  }
  if (line.length > longest) return false;
  let at = 0;
  while (at < line.length) {
    const rest = line.charAt(at);
    if (rest === ' ' || rest === '\t') {
      at++;
      continue;
    }
    let end = opaqueEnd(line, at, mdx);
    if (end < 0 && rest === '<') end = at + (componentTag.exec(line.slice(at))?.[0].length ?? -at - 1);
    if (end < 0) return false;
    at = end;
  }
  return line.trim() !== '';
}
