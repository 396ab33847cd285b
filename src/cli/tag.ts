import { DiptychError } from '../model/errors.js';
import { canonicalLocale, type Locale } from '../model/locale.js';

/** A language tag that an option was given, in its canonical form. Throws `unknown-locale`. */
export function localeTag(value: string | undefined): Locale | undefined {
  if (value === undefined) return undefined;
  const canonical = canonicalLocale(value);
  if (canonical === undefined) throw new DiptychError('unknown-locale', { context: 'tag', locale: value });
  return canonical;
}
