import type { Weekdays } from '../pack.js';

const names = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const numbers: ReadonlyMap<string, number> = new Map(names.map((name, index) => [name.slice(0, 3), index + 1]));

/** The full names; the short ones (Sun, Sat, Mon) in front of a date, since they are words and names too. */
const mention =
  /\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?=s?\b)|\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|rs|r)?\.?(?=,? (?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\d{1,2}\b))/g;

/** Days that are names of something else: Black Friday, the Sunday Times. */
const other =
  /(?:Black|Good|Bloody|Cyber|Palm|Easter|Ash|Fat|Shrove|Giving|Super|Ruby) $|^s?,? (?:Times|Telegraph|Mirror|Mail|Express|Herald|Post|Night|Morning America)\b/;

/** Days of the week in English. */
export const weekdays: Weekdays = {
  names,
  read: (text) =>
    [...text.matchAll(mention)].flatMap(({ 0: written, index }) => {
      const end = index + written.length;
      if (other.test(text.slice(Math.max(0, index - 12), index)) || other.test(text.slice(end, end + 24))) return [];
      return [{ day: numbers.get(written.slice(0, 3))!, start: index, end }];
    }),
};
