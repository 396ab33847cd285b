import type { Article, Reference } from '../model/article.js';
import type { Locale } from '../model/locale.js';
import { addressKey, isRelated } from './addresses.js';
import type { Check, Finding } from './check.js';
import { added, counterpartsOf, pairReferences } from './references.js';

/** The same images in the same order, a locale's own variant allowed (chart.en.svg, chart.ko.svg), with their text translated. */
export const images: Check = {
  id: 'images',
  type: 'markup',
  category: 'design-and-markup',
  article({ source, target, pairs }, { from, to }) {
    const { missing, extra, changed } = pairReferences(source, target, 'image', counterpartsOf(pairs));
    const out: Finding[] = [
      ...missing.map(
        ({ url, line }): Finding => ({ key: 'missing', type: 'omission', values: { url, line }, severity: 'major' }),
      ),
      ...changed.map(
        ([a, b]): Finding => ({
          key: 'changed',
          values: { source: a.url, target: b.url },
          severity: isRelated(a.url, b.url) ? 'minor' : 'major',
          line: b.line,
          column: b.column,
        }),
      ),
      ...extra.map(added),
    ];
    const foreign = foreignVariants(source, target, from.locale, to.locale);
    return out.length > 0 ? [...out, ...foreign] : [...order(source, target), ...emptied(source, target), ...foreign];
  },
};

const imagesOf = ({ references = [] }: Article) => references.filter(({ kind }) => kind === 'image');

/** The first image that stands where another should. */
function order(source: Article, target: Article): Finding[] {
  const [left, right] = [imagesOf(source), imagesOf(target)];
  if (left.length !== right.length) return [];
  const at = left.findIndex((image, i) => addressKey(image.url) !== addressKey(right[i]!.url));
  const [a, b] = [left[at], right[at]];
  return a === undefined || b === undefined
    ? []
    : [{ key: 'order', values: { source: a.url, target: b.url }, severity: 'major', line: b.line, column: b.column }];
}

/** An image that had a text for those who cannot see it, and has none now. */
function emptied(source: Article, target: Article): Finding[] {
  const [left, right] = [imagesOf(source), imagesOf(target)];
  return left.flatMap((image: Reference, i) => {
    const other = right[i];
    if (other === undefined || image.text.trim() === '' || other.text.trim() !== '') return [];
    return [
      {
        key: 'alt',
        type: 'omission',
        values: { url: other.url, text: image.text },
        severity: 'minor',
        line: other.line,
        column: other.column,
      } satisfies Finding,
    ];
  });
}

/** Images that the source has for its own readers (chart.en.svg), shown to readers of another language. */
function foreignVariants(source: Article, target: Article, from: Locale, to: Locale): Finding[] {
  const own = new Set(imagesOf(source).map(({ url }) => url));
  const named = new RegExp(`\\.${from}(?=\\.[a-z\\d]+(?:[?#]|$))`, 'i');
  return imagesOf(target)
    .filter(({ url }) => own.has(url) && named.test(url))
    .map(({ url, line, column }) => ({
      key: 'variant',
      type: 'untranslated',
      values: { url, variant: url.replace(named, `.${to}`) },
      severity: 'minor',
      line,
      column,
    }));
}
