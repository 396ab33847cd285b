import { characterReference } from './entities.js';

/**
 * Where text is written. `cell` escapes pipes, `line` (an ATX heading, a directive's title) cannot hold a line end,
 * `label` is alt text.
 */
export type TextPlace = 'paragraph' | 'line' | 'cell' | 'label';

/** How much is escaped: each strength is tried when the one before does not read back as it was meant. */
export const strengths = ['least', 'brackets', 'punctuation', 'references'] as const;
export type Strength = (typeof strengths)[number];

interface Rule {
  /** What Markdown would read as markup. `g` and sticky-free, so that each is one pass. */
  readonly pattern: RegExp;
  readonly replacement: string;
}

/** What opens markup anywhere in a line. The comment is the input that breaks without the rule. */
const inlineRules: readonly Rule[] = [
  { pattern: /\\(?=[!-/:-@[-`{-~]|$)/g, replacement: '\\\\' }, // C:\*
  { pattern: /`/g, replacement: '\\`' }, // `code`
  { pattern: /^\*|(?<!\s)\*|\*(?!\s)/g, replacement: '\\*' }, // *emphasis*, but 3 * 4 stays
  { pattern: /(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, replacement: '\\_' }, // _emphasis_, but snake_case stays
  { pattern: /<(?=[A-Za-z/!?])/g, replacement: '\\<' }, // <script>
  { pattern: /&(?=#?[A-Za-z0-9]{1,32};)/g, replacement: '\\&' }, // &amp;
  { pattern: /~(?=~)|(?<=~)~/g, replacement: '\\~' }, // ~~struck~~, but 12~18 stays
  { pattern: /\$(?=\$)|(?<=\$)\$/g, replacement: '\\$' }, // $$x$$, but $25 stays
  { pattern: /\{(?=[{%#:.])/g, replacement: '\\{' }, // {{< note >}}, # Title {#anchor}
  { pattern: /!(?=\[)/g, replacement: '\\!' }, // ![alt](src)
  { pattern: /(?<=https?):(?=\/\/)/gi, replacement: '\\:' }, // https://example.com as text
  { pattern: /(?<=www)\./gi, replacement: '\\.' }, // www.example.com
  { pattern: /(?<=[\w.+-])@(?=[\w-])/g, replacement: '\\@' }, // a@example.com
  { pattern: /\[(?=!|\[|[ xX]\]|_?toc|\^)/gi, replacement: '\\[' }, // [!NOTE], [ ] task, [TOC], [^1]
];

/** What opens a block where a line starts. */
const lineStartRules: readonly Rule[] = [
  { pattern: /^(?=[#>|]|\+(?:\s|\+|$)|-(?:\s|-|$)|:{2,}|={1,}\s*$|~{3})/, replacement: '\\' }, // # heading, > quote, - item, + item, --- rule; +15.2pp stays
  { pattern: /^(?=-(?:[ \t]*-){2,}[ \t]*$)/, replacement: '\\' }, // - - -
  { pattern: /^(\d{1,9})(?=[.)](?:\s|$))/, replacement: '$1\\' }, // 2026. 4. 1.
  { pattern: /^\[(?=[^\]]*\]:)/, replacement: '\\[' }, // [label]: destination
];

const punctuation = /[!-/:-@[-`{-~]/g;

/** Escapes text for `place`, so that Markdown reads it as text. `lineStart`: nothing stands before it on its line. */
export function escapeText(
  text: string,
  place: TextPlace,
  strength: Strength,
  lineStart: boolean,
  mdx: boolean,
): string {
  if (strength === 'references') {
    const guarded = text.replace(/[!-/:-@[-`{-~]/g, characterReference);
    // `http`, `www` and list numbers need no punctuation to be read as markup.
    return guarded.replace(/^(\d)|(?<![A-Za-z])(h)(?=ttps?\b)|(?<![A-Za-z])(w)(?=ww\b)/gi, characterReference);
  }
  let out: string;
  if (strength === 'punctuation') out = text.replace(punctuation, '\\$&');
  else {
    out = text;
    for (const { pattern, replacement } of inlineRules) out = out.replace(pattern, replacement);
    if (strength === 'brackets' || place === 'label') out = out.replace(/(?<!\\)[[\]]/g, '\\$&');
    if (mdx) out = out.replace(/(?<!\\)[{}]/g, '\\$&').replace(/(?<!\\)</g, '\\<');
    if (place === 'cell') out = out.replace(/\|/g, '\\|');
    if (place === 'line') out = out.replace(/(^|\s)(#+)$/, '$1\\$2');
  }
  if (!lineStart) return out;
  if (mdx && /^(?:import|export)\s/.test(out)) return characterReference(out.charAt(0)) + out.slice(1);
  for (const { pattern, replacement } of lineStartRules) out = out.replace(pattern, replacement);
  return out;
}

/** Text for HTML: in content, or in an attribute between `quote`s. JSX reads braces too. */
export function escapeHtml(text: string, quote: string, jsx: boolean): string {
  return text.replace(/[&<>"'{}]/g, (c) => {
    if (c === '&' || c === '<' || c === '>') return c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;';
    if (c === '"' || c === "'") return c === quote ? (c === '"' ? '&quot;' : '&#39;') : c;
    return jsx && (c === '{' || c === '}') && quote === '' ? characterReference(c) : c;
  });
}
