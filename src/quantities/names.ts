import { hangulSounds, latinSound } from '../languages/und/sound.js';
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
  /** Names of one series with other digits: GPT-4 and GPT-5. */
  readonly changed: readonly (readonly [NumberedName, NumberedName])[];
  readonly source: readonly NumberedName[];
  readonly target: readonly NumberedName[];
}

/** Whether two names can be one: the same digits, and Latin letters that do not contradict (코로나19 and COVID-19 have none in common). */
function agree(a: NumberedName, b: NumberedName): boolean {
  if (digitsOf(a.key) !== digitsOf(b.key)) return false;
  const [x, y] = [lettersOf(a.key), lettersOf(b.key)];
  return x === '' || y === '' || x.includes(y) || y.includes(x);
}

/** Whether a name is another mention of one: float16 is none of bfloat16. */
function mentions(a: NumberedName, b: NumberedName): boolean {
  const [x, y] = [lettersOf(a.key), lettersOf(b.key)];
  return digitsOf(a.key) === digitsOf(b.key) && (x === y || x === '' || y === '');
}

/** A name with its digits left open: GPT-4 and GPT-5 are of one series. */
const series = ({ key }: NumberedName) => key.replace(/\d+(?:\.\d+)*/g, '#');

/** Channel 5 and 채널 13: one word in two scripts. */
function soundsLike(a: NumberedName, b: NumberedName): boolean {
  const [latin, hangul] = /[가-힣]/.test(a.text) ? [b, a] : [a, b];
  const sound = latinSound(latin.text);
  return sound.length >= 3 && hangulSounds(hangul.text).includes(sound);
}

/** Takes out of `open` the first name that fits each of `names`, and returns those that none fits. */
function take(
  names: readonly NumberedName[],
  open: NumberedName[],
  fits: (a: NumberedName, b: NumberedName) => boolean,
  pairs: (readonly [NumberedName, NumberedName])[],
): NumberedName[] {
  return names.filter((name) => {
    const at = open.findIndex((other) => fits(name, other));
    if (at >= 0) pairs.push([name, open.splice(at, 1)[0]!]);
    return at < 0;
  });
}

/** Pairs names of one key in their order. */
function takeEqual(
  names: readonly NumberedName[],
  others: readonly NumberedName[],
  pairs: (readonly [NumberedName, NumberedName])[],
): [NumberedName[], NumberedName[]] {
  const waiting = new Map<string, NumberedName[]>();
  for (const name of others) {
    const list = waiting.get(name.key);
    if (list === undefined) waiting.set(name.key, [name]);
    else list.push(name);
  }
  const used = new Set<NumberedName>();
  const left = names.filter((name) => {
    const other = waiting.get(name.key)?.shift();
    if (other === undefined) return true;
    pairs.push([name, other]);
    used.add(other);
    return false;
  });
  return [left, others.filter((name) => !used.has(name))];
}

/** So many names without a counterpart are looked at one against another, and no more. */
const most = 200;

/**
 * Pairs names by key, then by digits. A name said more often on one side than on the other is no difference: once is
 * enough. But where one mention is missing and a name of its series is new, that mention has been changed.
 */
export function pairNames(source: readonly NumberedName[], target: readonly NumberedName[]): NamePairing {
  if (source.length === 0 || target.length === 0) return { matches: [], changed: [], source, target };
  const matches: (readonly [NumberedName, NumberedName])[] = [];
  const changed: (readonly [NumberedName, NumberedName])[] = [];
  const [unpaired, open] = takeEqual(source, target, matches);
  let left = unpaired;
  // Names by the thousand are a list of codes: only equal ones are paired.
  if (left.length > most || open.length > most) return { matches, changed, source: left, target: open };
  left = take(left, open, agree, matches);
  const knownThere = (name: NumberedName) => matches.some(([, other]) => mentions(name, other));
  const knownHere = (name: NumberedName) => matches.some(([other]) => mentions(other, name));
  const isChange = (a: NumberedName, b: NumberedName) =>
    (series(a) === series(b) || soundsLike(a, b)) && !(knownThere(a) && knownHere(b));
  left = take(left, open, isChange, changed);
  return {
    matches,
    changed,
    source: left.filter((name) => !knownThere(name)),
    target: open.filter((name) => !knownHere(name)),
  };
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
