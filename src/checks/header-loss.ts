import type { UnitPair } from '../model/article.js';
import { headerUnit, isBare, readUnderHeader } from '../quantities/header-units.js';
import { type CellTable, columnLabel } from './cells.js';
import type { ArticlePair, CheckContext, Finding } from './check.js';

/** A unit that stands outside brackets: the last words of a header, what follows a colon ("단위: 억 달러"). */
const lastWords = /(?:^|[\s,:：(（])((?:\S+\s+){0,2}\S+?)[)）\]]?\s*$/u;

/** Columns whose header says the unit of its bare cells in the source ("Value ($B)" over 45), and says none in the translation. */
export function lostHeaderUnits(
  target: CellTable,
  pairs: readonly UnitPair[],
  article: ArticlePair,
  context: CheckContext,
): Finding[] {
  const columns = new Map<number, UnitPair[]>();
  for (const pair of pairs) {
    if (pair.headers === undefined || !isLost(pair, context)) continue;
    const { column } = pair.target!.cell!;
    columns.set(column, [...(columns.get(column) ?? []), pair]);
  }
  if (columns.size === 0) return [];
  const above = lineAbove(target, article);
  return [...columns].flatMap(([column, lost]): Finding[] => {
    const header = pairs.find(({ target: unit }) => unit?.cell?.row === 0 && unit.cell.column === column);
    const [{ headers }] = lost as [UnitPair];
    const figure = lost[0]!.target!.text;
    if (header === undefined || says(figure, headers!.target, context) || says(figure, above, context)) return [];
    const values = {
      table: target.number,
      column: columnLabel(target, column),
      source: headerUnit(headers!.source) ?? '',
    };
    return [{ key: 'header-unit-lost', type: 'omission', severity: 'major', values, pair: header }];
  });
}

function isLost({ source, target, headers }: UnitPair, { from }: CheckContext): boolean {
  if (source === null || target?.cell === undefined || headers === undefined || !isBare(target.text)) return false;
  return headerUnit(headers.target) === undefined && readUnderHeader(source.text, headers.source, from) !== undefined;
}

/** Whether a text ends with a unit that the figure could have, without the brackets of a header. */
function says(figure: string, text: string, { to }: CheckContext): boolean {
  const words = lastWords.exec(text.trim())?.[1]?.split(/\s+/) ?? [];
  return words.some((_, at) => readUnderHeader(figure, `(${words.slice(at).join(' ')})`, to) !== undefined);
}

/** The last words above a table: newspapers write its unit there, 단위: 억 원. */
function lineAbove({ line }: CellTable, { target }: ArticlePair): string {
  const lines = target.text.split(/\r\n?|\n/, line - 1);
  return lines.findLast((text) => text.trim() !== '') ?? '';
}
