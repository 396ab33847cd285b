import { opaqueEnd } from './opaque.js';

/** A quoted attribute value: offsets of what stands between the quotes. */
export interface Attribute {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly quote: '"' | "'" | '';
}

export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  /** `<br>`, `<img>` and all that ends in `/>`: nothing closes it. */
  readonly empty: boolean;
  readonly attributes: readonly Attribute[];
  readonly start: number;
  readonly end: number;
}

/** HTML void elements (HTML Standard §13.1.2). */
const voidElements = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

const nameStart = /[A-Za-z]/;
const nameEnd = /[\s/>{]/;
const space = /\s/;

/**
 * The tag that starts with the `<` at `at`, or `undefined` where none does. HTML and JSX alike: values may be quoted,
 * bare or braced. Reads each character once.
 */
export function tagAt(source: string, at: number, limit: number): Tag | undefined {
  let i = at + 1;
  const closing = source.charAt(i) === '/';
  if (closing) i++;
  if (!nameStart.test(source.charAt(i))) return undefined;
  const nameAt = i;
  while (i < limit && !nameEnd.test(source.charAt(i))) i++;
  const name = source.slice(nameAt, i);
  const attributes: Attribute[] = [];
  while (i < limit) {
    const c = source.charAt(i);
    if (c === '>') {
      const empty = source.charAt(i - 1) === '/' || voidElements.has(name.toLowerCase());
      return { name, closing, empty, attributes, start: at, end: i + 1 };
    }
    if (c === '<') return undefined;
    if (c === '{') {
      const end = opaqueEnd(source, i, true);
      if (end < 0 || end > limit) return undefined;
      i = end;
    } else if (space.test(c) || c === '/') i++;
    else i = readAttribute(source, i, limit, attributes);
  }
  return undefined;
}

/** Reads `name`, `name=value`, `name="value"` or `name={…}` at `at`; returns where it ends. */
function readAttribute(source: string, at: number, limit: number, attributes: Attribute[]): number {
  let i = at + 1;
  while (i < limit && !/[\s=>/<{]/.test(source.charAt(i))) i++;
  const name = source.slice(at, i);
  let value = i;
  while (value < limit && space.test(source.charAt(value))) value++;
  if (source.charAt(value) !== '=') return i;
  value++;
  while (value < limit && space.test(source.charAt(value))) value++;
  const quote = source.charAt(value);
  if (quote === '{') return value;
  if (quote === '"' || quote === "'") {
    const end = source.indexOf(quote, value + 1);
    if (end < 0 || end >= limit) return limit;
    attributes.push({ name, start: value + 1, end, quote });
    return end + 1;
  }
  let end = value;
  while (end < limit && !/[\s>]/.test(source.charAt(end))) end++;
  attributes.push({ name, start: value, end, quote: '' });
  return end;
}

/** A tag's attribute value as it is written, or `undefined`. */
export function attribute(source: string, tag: Tag, name: string): string | undefined {
  const found = tag.attributes.find((a) => a.name.toLowerCase() === name);
  return found === undefined ? undefined : source.slice(found.start, found.end);
}

/** Attributes whose value a reader sees or hears (HTML Standard, ARIA 1.2), on any element. */
const readAttributes = new Set(['alt', 'title', 'aria-label', 'placeholder']);
/** What a site generator's component shows of its string attributes. */
const componentAttributes = new Set([
  'alt',
  'title',
  'aria-label',
  'placeholder',
  'label',
  'description',
  'caption',
  'summary',
]);

/** The attributes of a tag that are translated. Unquoted values are kept: they could not hold a space. */
export function translatable(source: string, tag: Tag): readonly Attribute[] {
  const names = /^[A-Z]/.test(tag.name) ? componentAttributes : readAttributes;
  return tag.attributes.filter(
    (a) => a.quote !== '' && names.has(a.name.toLowerCase()) && source.slice(a.start, a.end).trim() !== '',
  );
}

/** Parameters that a Hugo shortcode shows: `{{< glossary_tooltip text="파드" term_id="pod" >}}`. */
const shownParameter = /\b(text|title|alt|caption|description|summary)=(["])((?:[^"\\]|\\.)*)"/g;

/** The shown parameters of the shortcode between two offsets. */
export function shortcodeParameters(source: string, start: number, end: number): readonly Attribute[] {
  const raw = source.slice(start, end);
  if (!raw.includes('="')) return [];
  return [...raw.matchAll(shownParameter)]
    .filter((match) => match[3]!.trim() !== '')
    .map((match) => {
      const from = start + match.index + match[1]!.length + 2;
      return { name: match[1]!, start: from, end: from + match[3]!.length, quote: '"' };
    });
}

/** `source` between two offsets without the values that are translated: what must be the same in every language. */
export function withoutValues(source: string, start: number, end: number, values: readonly Attribute[]): string {
  let out = '';
  let at = start;
  for (const value of values) {
    out += source.slice(at, value.start);
    at = value.end;
  }
  return (out + source.slice(at, end)).replace(/\s+/g, ' ');
}
