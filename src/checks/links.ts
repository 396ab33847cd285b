import { isRelated } from './addresses.js';
import type { Check, Finding } from './check.js';
import { pairReferences } from './references.js';

/** The same links to the same places. A path, a host or an anchor may be the locale's own. */
export const links: Check = {
  id: 'links',
  type: 'markup',
  category: 'design-and-markup',
  article({ source, target }) {
    const { missing, extra, changed } = pairReferences(source, target, 'link');
    return [
      ...missing.map(
        ({ url, text, line }): Finding => ({
          key: 'missing',
          type: 'omission',
          values: { url, text, line },
          severity: 'major',
        }),
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
      ...extra.map(
        ({ url, line, column }): Finding => ({
          key: 'extra',
          type: 'addition',
          values: { url },
          severity: 'minor',
          line,
          column,
        }),
      ),
    ];
  },
};
