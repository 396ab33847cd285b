import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { uiLocales } from '../../src/messages/index.js';
import { errorTable } from '../../src/model/errors.js';

const root = new URL('../../', import.meta.url);
const codes = Object.keys(errorTable).sort();

/** Code, HTTP status and exit code of each row of the table. */
function documented(file: string): string[] {
  const text = readFileSync(new URL(file, root), 'utf8');
  return [...text.matchAll(/^\| `([a-z0-9-]+)` \| (\d+) \| (\d) \|/gm)].map((row) => row.slice(1).join(' ')).sort();
}

describe('errors', () => {
  it.each(['docs/errors.md', 'docs/errors.ko.md'])('stand in %s as in the code', (file) => {
    const table = Object.entries(errorTable).map(([code, { http, exit }]) => `${code} ${http} ${exit}`);
    expect(documented(file)).toEqual(table.sort());
  });

  it.each(uiLocales)('have a message each in %s, and no message is left over', (locale) => {
    const ui = JSON.parse(readFileSync(new URL(`locales/${locale}/ui.json`, root), 'utf8'));
    // Messages of one error for several occasions are told apart by i18next's context: `usage_unknown-option`.
    const worded = Object.keys(ui.errors).map((key) => key.split('_')[0] ?? key);
    expect([...new Set(worded)].sort()).toEqual(codes);
  });
});
