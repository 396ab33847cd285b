import type { FigureStyle } from '../languages/pack.js';

/** What each option may be; `undefined` is the language's default. */
const options: Readonly<{ [Option in keyof FigureStyle]-?: readonly FigureStyle[Option][] }> = {
  currency: [undefined, 'word', 'symbol'],
  magnitude: [undefined, 'scaled', 'digits', 'short'],
  percent: [undefined, 'word'],
  counterSpace: [undefined, true, false],
  unitSpace: [undefined, true, false],
  unit: [undefined, 'word'],
  // How a sentence begins is seen by its place, not tried.
  opening: [undefined],
  range: [undefined, '-', '–', '~'],
  month: [undefined, 'full', 'short'],
};

/** Every style in which a figure may be written, `own` first, then those that differ from it in one option, in two … */
export function stylesOf(own: FigureStyle): readonly FigureStyle[] {
  let styles: FigureStyle[] = [own];
  for (const [option, values] of Object.entries(options)) {
    styles = styles.flatMap((style) => [
      style,
      ...values.flatMap((value) => (value === undefined ? [] : [{ ...style, [option]: value }])),
    ]);
  }
  return styles.sort((a, b) => Object.keys(a).length - Object.keys(b).length);
}
