import { type RoleName, type Roles, roleNames } from '../languages/roles.js';
import type { Quantity } from '../model/quantity.js';
import { alike } from './alike.js';
import type { Match } from './pairing.js';
import type { ReadText } from './read-text.js';
import type { Swap } from './ties.js';

/** How far from a figure the words of its role may begin. */
const reach = 30;

/** Figures that have taken each other's role: one is said to be per month that was per year, and the other the reverse. */
export function rolesCross(source: ReadText, target: ReadText, matches: readonly Match[]): Swap[] {
  const [here, there] = [source.roles, target.roles];
  if (here === undefined || there === undefined) return [];
  const told = matches
    .map((match) => ({
      match,
      here: rolesOf(match.source, source.text, here),
      there: rolesOf(match.target, target.text, there),
    }))
    .filter((one) => one.here.length + one.there.length > 0);
  const out: Swap[] = [];
  for (const [index, a] of told.entries()) {
    for (const b of told.slice(index + 1)) {
      if (!alike(a.match, b.match) || a.match.target === b.match.target) continue;
      const lost = a.here.find((name) => !b.here.includes(name) && takes(name, b, a));
      const gained = b.here.find((name) => !a.here.includes(name) && takes(name, a, b));
      if ((lost !== undefined && gained !== undefined) || impossible(a, b) || impossible(b, a))
        out.push({ a: a.match, b: b.match });
    }
  }
  return out;
}

interface Told {
  readonly match: Match;
  readonly here: readonly RoleName[];
  readonly there: readonly RoleName[];
}

const takes = (name: RoleName, one: Told, other: Told) => one.there.includes(name) && !other.there.includes(name);

/**
 * Whether one text cannot be right, though only one of the two roles is named in the other: a part that is larger than its
 * whole ("of the 300 seats, 254 …" as 254석 가운데 300석), a change that ends where it began ("0.75, up from 0.72" as 0.75에서 0.72로).
 */
function impossible(a: Told, b: Told): boolean {
  const only = (name: RoleName) => a.here.includes(name) && !b.here.includes(name) && takes(name, b, a);
  if (only('from')) return a.there.includes('to') || b.here.includes('to');
  return only('whole') || only('part');
}

function rolesOf({ start, end }: Quantity, text: string, roles: Roles): readonly RoleName[] {
  const left = text.slice(Math.max(0, start - reach), start);
  const right = text.slice(end, end + reach);
  return roleNames.filter((name) => {
    const words = roles[name];
    return words !== undefined && (words.before?.test(left) === true || words.after?.test(right) === true);
  });
}
