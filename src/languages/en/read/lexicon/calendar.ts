export const months: ReadonlyMap<string, number> = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, index): [string, number][] => [
      [name, index + 1],
      [name.slice(0, 3), index + 1],
      [`${name}'s`, index + 1],
      [`${name}’s`, index + 1],
    ])
    .concat([
      ['sept', 9],
      ['june', 6],
      ['july', 7],
    ]),
);

/** Months that are other words too: they need a day or a year beside them. */
export const ambiguousMonths: ReadonlySet<string> = new Set([
  'may',
  'march',
  'mar',
  'august',
  'jan',
  'jun',
  'dec',
  'sep',
  'oct',
  'nov',
  'apr',
  'feb',
  'jul',
  'aug',
  'sept',
]);

export const weekdays: ReadonlyMap<string, number> = new Map(
  'monday tuesday wednesday thursday friday saturday sunday'
    .split(' ')
    .flatMap((name, index): [string, number][] => [
      [name, index + 1],
      [name.slice(0, 3), index + 1],
    ])
    .concat([
      ['tues', 2],
      ['thur', 4],
      ['thurs', 4],
    ]),
);
