import { z } from 'zod';

/**
 * A BCP 47 language tag in canonical form, such as `en`, `ko`, `zh-Hant`.
 * The grammar is RFC 5646 §2.1, as `Intl.getCanonicalLocales` implements it (ECMA-402 §6.2.1).
 */
export type Locale = string;

/** The canonical form of a BCP 47 tag, or `undefined` when the text is not one (`EN_us`, `한국어`). */
export function canonicalLocale(tag: string): Locale | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** Accepts a BCP 47 tag and returns its canonical form. */
export const localeSchema = z.string().transform((tag, context) => {
  const canonical = canonicalLocale(tag);
  if (canonical === undefined) {
    context.addIssue({ code: 'custom', message: `"${tag}" is not a BCP 47 language tag (such as "en" or "ko")` });
    return z.NEVER;
  }
  return canonical;
});
