import picocolors from 'picocolors';
import { languagePack } from '../../languages/index.js';
import type { Messages } from '../../messages/index.js';
import type { Point } from '../../model/article.js';
import type { PlacedLine } from '../../pipeline/ledger.js';
import { type Figure, type LedgerMark, ledgerMarks } from '../../quantities/ledger.js';
import { type Column, formatTable } from '../table.js';
import { clip } from '../width.js';

/** A figure of one text with its place. */
export interface LedgerEntry {
  readonly figure: Figure;
  readonly place: Point;
}

/** How wide a text and a meaning may be in terminal columns before they are cut. */
const widest = { text: 32, meaning: 44 };

const left = (title: string): Column => ({ title, align: 'left' });

/** The figures of one text as a ledger: place, text, meaning in words, kind; then how many there are. */
export function ledgerReport(entries: readonly LedgerEntry[], messages: Messages): string {
  const say = (key: string) => messages.text(`cli.quantities.${key}`);
  const columns = [...['place', 'text', 'meaning', 'kind'].map((key) => left(say(`column.${key}`)))];
  const rows = entries.map(({ figure, place }) => [
    shown(place),
    written(figure),
    meaning(figure, messages),
    say(`kind.${'kind' in figure ? figure.kind : 'name'}`),
  ]);
  const sum = messages.text('cli.quantities.count', { count: entries.length });
  return rows.length === 0 ? `${sum}\n` : `${formatTable(columns, rows)}\n\n${sum}\n`;
}

const signs: Readonly<Record<LedgerMark, string>> = {
  same: '=',
  form: '≈',
  different: '≠',
  swapped: '⇄',
  missing: '−',
  extra: '+',
  free: '·',
};

/** The figures of a source and its translation side by side, each line marked; then what the marks mean and how many there are. */
export function pairedReport(lines: readonly PlacedLine[], messages: Messages, color: boolean): string {
  const say = (key: string, values: object = {}) => messages.text(`cli.quantities.${key}`, { ...values });
  const place = say('column.place');
  const titles = ['', place, say('column.source'), say('column.meaning'), place, say('column.target')];
  const columns = [...titles, say('column.meaning')].map(left);
  const rows = lines.map(({ mark, source, target, sourcePlace, targetPlace }) => {
    const [a, b] = [source, target].map((one) => (one === null ? '' : meaning(one, messages)));
    return [
      signs[mark],
      sourcePlace === null ? '' : shown(sourcePlace),
      source === null ? '' : written(source),
      a ?? '',
      targetPlace === null ? '' : shown(targetPlace),
      target === null ? '' : written(target),
      // Said once where both sides say the same.
      a === b ? '' : (b ?? ''),
    ];
  });
  const counts = ledgerMarks
    .map((mark) => ({ mark, count: lines.filter((line) => line.mark === mark).length }))
    .filter(({ count }) => count > 0);
  const legend = counts.map(({ mark, count }) => `  ${signs[mark]} ${say(`mark.${mark}`, { count })}`);
  if (rows.length === 0) return `${say('count', { count: 0 })}\n`;
  const table = formatTable(columns, rows).split('\n');
  const painted = table.map((row, index) => paint(row, lines[index - 1]?.mark, picocolors.createColors(color)));
  return `${[...painted, '', ...legend].join('\n')}\n`;
}

function paint(row: string, mark: LedgerMark | undefined, colors: ReturnType<typeof picocolors.createColors>): string {
  if (mark === undefined) return colors.bold(row);
  if (mark === 'different' || mark === 'swapped' || mark === 'missing') return colors.red(row);
  if (mark === 'extra') return colors.yellow(row);
  return mark === 'free' ? colors.dim(row) : row;
}

const shown = ({ line, column }: Point) => `${line}:${column}`;

/** Control characters would repaint the reader's terminal. */
const written = ({ text }: Figure) => clip(text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' '), widest.text);

/** What a figure says, in the language of the interface. A name says itself. */
function meaning(figure: Figure, messages: Messages): string {
  if (!('kind' in figure)) return '';
  return clip(languagePack(messages.locale).figures.describe(figure), widest.meaning);
}
