/**
 * Folds text for matching: small letters, half width, one kind of space, and a space for a hyphen ("hybrid-cloud" is
 * "hybrid cloud"). Each UTF-16 unit by itself becomes one unit: İ, whose small form takes two, stays.
 */
export function foldUnits(text: string): string {
  return text
    .replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[A-ZÀ-ÖØ-ÞĀ-ıĴ-ſΑ-Ωа-яА-ЯЁ]/g, (char) => {
      const small = char.toLowerCase();
      return small.length === 1 ? small : char;
    })
    .replace(/[\s\u2010\u2011-]/g, ' ')
    .replace(/’/g, "'");
}
