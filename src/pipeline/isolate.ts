/**
 * The items that make `sound` false, found by halving: a few offenders among n items cost a few × log n trials, where
 * trying each alone costs n. Items that offend only together are all named.
 */
export function isolate<T>(items: readonly T[], sound: (items: readonly T[]) => boolean): T[] {
  if (items.length === 0 || sound(items)) return [];
  if (items.length === 1) return [...items];
  const middle = items.length >> 1;
  const left = isolate(items.slice(0, middle), sound);
  const right = isolate(items.slice(middle), sound);
  return left.length + right.length > 0 ? [...left, ...right] : [...items];
}
