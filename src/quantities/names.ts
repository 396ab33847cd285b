import type { NumberedName, Quantity } from '../model/quantity.js';

/** The digit runs of a name, in order: `gpt5.5` and `GPT-5.5는` share `5.5`. */
function digitsOf(key: string): string {
  return (key.match(/\d+(?:\.\d+)*/g) ?? []).join(' ');
}

function lettersOf(key: string): string {
  return key.replace(/[^a-z]/g, '');
}

export interface NamePairing {
  readonly matches: readonly (readonly [NumberedName, NumberedName])[];
  readonly source: readonly NumberedName[];
  readonly target: readonly NumberedName[];
}

/** Whether two names can be one: the same digits, and Latin letters that do not contradict (코로나19 and COVID-19 have none in common). */
function agree(a: NumberedName, b: NumberedName): boolean {
  if (a.key === b.key) return true;
  if (digitsOf(a.key) !== digitsOf(b.key)) return false;
  const [x, y] = [lettersOf(a.key), lettersOf(b.key)];
  return x === '' || y === '' || x.includes(y) || y.includes(x);
}

/** Pairs names by key, then by digits. A name said more often on one side than on the other is no difference: once is enough. */
export function pairNames(source: readonly NumberedName[], target: readonly NumberedName[]): NamePairing {
  const matches: (readonly [NumberedName, NumberedName])[] = [];
  let open = [...target];
  const left: NumberedName[] = [];
  for (const name of source) {
    const at = open.findIndex((other) => other.key === name.key);
    const near = at >= 0 ? at : open.findIndex((other) => agree(name, other));
    if (near < 0) left.push(name);
    else matches.push([name, open.splice(near, 1)[0]!]);
  }
  const missing = left.filter((name) => !matches.some(([, other]) => agree(name, other)));
  open = open.filter((name) => !matches.some(([other]) => agree(other, name)));
  return { matches, source: missing, target: open };
}

/** Whether a figure says the digits of a name: Formula 1 and F1, Level 4 and 레벨 4 read as a count. */
export function sharesDigits(name: NumberedName, quantity: Quantity): boolean {
  const digits = digitsOf(name.key);
  const values = [quantity.value, quantity.min, quantity.max, ...(quantity.terms ?? [])];
  return (
    values.includes(digits) ||
    digitsOf(quantity.text.replaceAll(',', '')) === digits ||
    values.some((value) => value !== undefined && digits.split(' ').includes(value))
  );
}
