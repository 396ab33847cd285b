import { CellText } from './cell-text.js';
import {
  type Code,
  type Construct,
  type Effects,
  type Event,
  isEol,
  isSpace,
  type Point,
  type State,
  type Token,
  type TokenizeContext,
  type TreeExtension,
} from './micromark.js';

const backslash = 92;
const pipe = 124;

/** Whether markup may begin at a character of a cell that is read now. */
export type IsMarkup = (context: TokenizeContext, code: Code) => boolean;

/**
 * GFM's table: the tree is that of `micromark-extension-gfm-table`. That one writes a token for every word and then edits
 * the document's tokens into cells, which cost two thirds of the time of all other Markdown of a page with tables. This
 * one writes cells as it comes to them, and reads no text twice that holds no markup.
 */
export function tableConstruct(isMarkup: IsMarkup): Construct {
  return {
    name: 'table',
    tokenize(effects, ok, nok) {
      if (!isBelowTable(this.events)) return headTokenizer(this, effects, ok, nok, isMarkup);
      if (this.parser.lazy[this.now().line] === true) return nok;
      return rowTokenizer(this, effects, 'tableData', isMarkup, () => ok);
    },
    resolveTo: takenIntoTable,
  };
}

/** The cells that were read while the row was: for all other tokens of a table there is mdast-util-gfm-table. */
export function tableTree(): TreeExtension {
  const place = ({ line, column, offset }: Point) => ({ line, column, offset });
  return {
    exit: {
      readCell({ start, end, _nodes }) {
        const position = { start: place(start), end: place(end) };
        this.stack.at(-1)!.children.push({ type: 'tableCell', children: _nodes, position });
        return undefined;
      },
    },
  };
}

/** Whether what stands above, with no blank line between, is a table. */
function isBelowTable(events: readonly Event[]): boolean {
  let index = events.length - 1;
  while (index >= 0 && (events[index]![1].type === 'lineEnding' || events[index]![1].type === 'linePrefix')) index--;
  return events[index]?.[1].type === 'table';
}

/** A row below a table's end becomes its last. */
function takenIntoTable(events: Event[]): Event[] {
  const { type, end } = events.at(-1)![1];
  if (type === 'table') return events;
  let index = events.length - 1;
  while (events[index]![1].type !== 'table') index--;
  const [exit] = events.splice(index, 1) as [Event];
  exit[1].end = end;
  events.push(exit);
  return events;
}

/** The header row and the delimiter row below it. */
function headTokenizer(context: TokenizeContext, effects: Effects, ok: State, nok: State, isMarkup: IsMarkup): State {
  let table: Token;
  let cells = 0;
  let line = '';
  const start: State = (code) => {
    table = effects.enter('table');
    effects.enter('tableHead');
    return row(code);
  };
  const row = rowTokenizer(context, effects, 'tableHeader', isMarkup, (found) => {
    cells = found;
    return afterRow;
  });
  const afterRow: State = (code) => {
    if (code === null || cells === 0) return nok(code);
    // What stands below may be another block, where it is no delimiter row.
    context.interrupt = true;
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return delimitersStart;
  };
  const delimitersStart: State = (code) => {
    context.interrupt = false;
    if (context.parser.lazy[context.now().line] === true) return nok(code);
    effects.enter('tableDelimiterRow');
    return delimiters(code);
  };
  const delimiters: State = (code) => {
    if (code === null || isEol(code)) {
      const sides = sidesOf(line, context.parser.constructs.disable.null.includes('codeIndented'));
      if (sides?.length !== cells) return nok(code);
      effects.exit('tableDelimiterRow');
      effects.exit('tableHead');
      effects.exit('table');
      table._align = sides;
      return ok(code);
    }
    if (isSpace(code)) line += ' ';
    else if (code === pipe || code === 45 || code === 58) line += String.fromCharCode(code);
    else return nok(code);
    effects.consume(code);
    return delimiters;
  };
  return start;
}

const delimiterRow = /^ *(?:\| *)?:?-+:? *(?:\| *:?-+:? *)*(?:\| *)?$/;

/** How a delimiter row sets its columns; `undefined` for a line that is none, such as `---`. */
export function sidesOf(line: string, indented: boolean): NonNullable<Token['_align']> | undefined {
  if (!/[|:]/.test(line) || !delimiterRow.test(line) || (!indented && line.startsWith('    '))) return undefined;
  return (line.match(/:?-+:?/g) ?? []).map((mark) => {
    if (mark.startsWith(':')) return mark.endsWith(':') ? 'center' : 'left';
    return mark.endsWith(':') ? 'right' : 'none';
  });
}

/**
 * One row. A cell starts at its pipe, the first one at the row's start, and ends at the next cell's, the last at the row's
 * end. `after` is told how many there are, 0 for a row of one pipe alone, and gives the state for the line's end.
 */
function rowTokenizer(
  context: TokenizeContext,
  effects: Effects,
  type: 'tableHeader' | 'tableData',
  isMarkup: IsMarkup,
  after: (cells: number) => State,
): State {
  let cells = 0;
  /** Whether anything but the pipe before the first cell was seen. */
  let begun = false;
  let pipes = 0;
  /** Where a cell starts that is one only if anything follows. */
  let next: Point | undefined;
  /** Whether pipes or white space are being read. */
  let apart = false;
  let content: CellText;
  /** What the cell holds; `undefined` where micromark is to find out. */
  let nodes: Token['_nodes'] = [];

  const open = () => {
    cells++;
    return effects.enter(type);
  };
  const together = () => {
    if (apart) effects.exit('tableCellDivider');
    apart = false;
  };
  const close = (): Token => {
    const cell = effects.exit(type);
    if (nodes !== undefined) {
      cell.type = 'readCell';
      cell._nodes = nodes;
    }
    nodes = [];
    return cell;
  };
  const step = () => {
    if (next === undefined) return;
    together();
    close().end = next;
    open().start = next;
    next = undefined;
  };
  const start: State = (code) => {
    effects.enter('tableRow');
    open();
    return between(code);
  };
  const between: State = (code) => {
    if (code === null || isEol(code)) {
      together();
      close();
      effects.exit('tableRow');
      return after(begun || pipes > 1 ? cells : 0)(code);
    }
    if (code !== pipe && !isSpace(code)) {
      begun = true;
      step();
      together();
      content = new CellText(context, effects, isMarkup);
      return inside(code);
    }
    if (code === pipe) {
      if (begun || pipes > 0) {
        step();
        next = context.now();
      }
      pipes++;
    }
    if (!apart) effects.enter('tableCellDivider');
    apart = true;
    effects.consume(code);
    return between;
  };
  const inside: State = (code) => {
    if (code === null || isEol(code) || code === pipe) {
      nodes = content.end();
      return between(code);
    }
    content.take(code);
    return code === backslash ? escaped : inside;
  };
  const escaped: State = (code) => {
    if (code !== backslash && code !== pipe) return inside(code);
    content.take(code);
    return inside;
  };
  return start;
}
