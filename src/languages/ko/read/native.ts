import { unitsOf } from '../../und/code-units.js';
import { type Numeral, numeralOf } from './numeral.js';
import { nativeAbout, nativeModifiers, nativeNouns, nativeRanges, nativeTens, twentyModifier } from './numerals.js';
import { longest } from './text.js';

const unitsApart = /^ (?:한|두|세|네|하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉)/;

/** First syllables of all native numerals: most places begin none, and no table is searched there. */
const firsts = unitsOf(
  [nativeRanges, nativeAbout, nativeTens, nativeModifiers, nativeNouns]
    .flatMap((table) => [...table.values()].flat())
    .map(([word]) => word)
    .concat(twentyModifier),
);

/** A native numeral that begins at `at`: 세, 열두, 스물여덟, 서른 아홉, and the two neighbours of 서너. */
export function native(text: string, at: number): Numeral | undefined {
  if (!firsts.has(text.charCodeAt(at))) return undefined;
  const range = longest(text, at, nativeRanges);
  if (range !== undefined) {
    const [[low, high], end] = range;
    const numeral = numeralOf(String(low), end, 'native', 0, true);
    numeral.upper = String(high);
    return numeral;
  }
  const some = longest(text, at, nativeAbout);
  if (some !== undefined) {
    const numeral = numeralOf(String(some[0]), some[1], 'native', 0, true);
    numeral.about = true;
    return numeral;
  }
  if (text.startsWith(twentyModifier, at)) return numeralOf('20', at + 2, 'native', 0, true);
  const ten = longest(text, at, nativeTens);
  // 서른 아홉: tens and units apart.
  const apart = ten !== undefined && ten[0] > 10 && unitsApart.test(text.slice(ten[1], ten[1] + 3));
  const start = ten === undefined ? at : ten[1] + (apart ? 1 : 0);
  const unit = longest(text, start, nativeModifiers);
  const noun = longest(text, start, nativeNouns);
  const tens = ten === undefined ? 0 : ten[0];
  if (unit === undefined && noun === undefined) {
    // 열 명, 서른 살; 열 alone is heat.
    return ten === undefined ? undefined : numeralOf(String(tens), start, 'native', 0, true);
  }
  if (noun !== undefined && (unit === undefined || noun[1] >= unit[1])) {
    const both = unit !== undefined && noun[1] === unit[1];
    return numeralOf(String(tens + noun[0]), noun[1], 'native', 0, both);
  }
  const [value, end] = unit!;
  const numeral = numeralOf(String(tens + value), end, 'native', 0, true);
  numeral.weak = ten === undefined && end - at === 1;
  return numeral;
}
