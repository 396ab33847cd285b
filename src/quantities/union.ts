/** One expression for many; without regard to case where any of them has none, so that it finds what they find and more. */
export function unionOf(patterns: readonly RegExp[]): RegExp {
  const flags = patterns.some(({ ignoreCase }) => ignoreCase) ? 'i' : '';
  return new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'), flags);
}
