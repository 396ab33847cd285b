import { escapeText } from '../../markdown/escape.js';
import type { Article, Range } from '../../model/article.js';
import type { Drawings } from '../charts/collect.js';
import type { Place } from './layout.js';

/** A drawn chart as a file beside the images of the project. */
export interface ChartFile {
  /** Path below the layout's media folder. */
  readonly path: string;
  readonly svg: string;
  readonly alt: string;
  /** Where in the article's text it is asked for. */
  readonly range: Range;
}

/** The files of an article's drawn charts, numbered by their place among those that it asks for. */
export function chartFiles({ slug, locale }: Place, drawings: Drawings): readonly ChartFile[] {
  return drawings.flatMap((drawing, index) =>
    drawing === undefined ? [] : [{ ...drawing, path: `diptych-charts/${locale}/${slug}-${index + 1}.svg` }],
  );
}

/** What takes a chart's place in the text: its picture, as a paragraph of its own. A table stays below its chart. */
export function pictureOf({ text }: Article, { range, alt }: ChartFile, address: string): string {
  const words = escapeText(alt.replace(/\s+/g, ' ').trim(), 'label', 'punctuation', false, false);
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  // A fence may stand right below a line of text, where a picture would be part of its paragraph.
  const above = /(?:^|\r\n?[ \t]*\r\n?|\n[ \t]*\n)[ \t]*$/.test(
    text.slice(Math.max(0, range.start - 200), range.start),
  );
  const below = /^[ \t]*(?:$|(?:\r\n?|\n)[ \t]*(?:$|[\r\n]))/.test(text.slice(range.end, range.end + 200));
  return `${above ? '' : end}![${words}](${encodeURI(address)})${below ? '' : end}`;
}
