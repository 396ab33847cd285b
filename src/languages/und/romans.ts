/** Roman numerals from I to XX and their values: monarchs, wars and parts of a series rarely go beyond. */
export const romans: ReadonlyMap<string, string> = new Map(
  'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'
    .split(' ')
    .map((numeral, index): [string, string] => [numeral, String(index + 1)]),
);
