import { type RoleName, type Roles, type RoleWords, roleNames } from '../languages/roles.js';
import type { Quantity } from '../model/quantity.js';
import { alike } from './alike.js';
import type { Match } from './pairing.js';
import type { ReadText } from './read-text.js';
import type { Swap } from './ties.js';
import { unionOf } from './union.js';

/** How far from a figure the words of its role may begin. */
const reach = 30;

/** Figures that have taken each other's role: one is said to be per month that was per year, and the other the reverse. */
export function rolesCross(source: ReadText, target: ReadText, matches: readonly Match[]): Swap[] {
  const [here, there] = [source.roles, target.roles];
  if (here === undefined || there === undefined) return [];
  const told = matches.map((match): Told => ({ match, here: rolesOf(match.source, source.text, here) }));
  if (told.every((one) => one.here.length === 0)) return [];
  // Few roles of the source are asked for in the translation, so that they are looked for one by one.
  const keeps = (name: RoleName, { match }: Told) => hasRole(name, match.target, target.text, there);
  const takes = (name: RoleName, one: Told, other: Told) => keeps(name, one) && !keeps(name, other);
  /**
   * Whether one text cannot be right, though only one of the two roles is named in the other: a part that is larger than its
   * whole ("of the 300 seats, 254 …" as 254석 가운데 300석), a change that ends where it began ("0.75, up from 0.72" as 0.75에서 0.72로).
   */
  const impossible = (a: Told, b: Told): boolean => {
    const only = (name: RoleName) => a.here.includes(name) && !b.here.includes(name) && takes(name, b, a);
    if (only('from')) return keeps('to', a) || b.here.includes('to');
    return only('whole') || only('part');
  };
  const out: Swap[] = [];
  for (const [index, a] of told.entries()) {
    for (const b of told.slice(index + 1)) {
      if (a.here.length + b.here.length === 0) continue;
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
}

/** All roles of a figure, in the order of their names. */
function rolesOf(figure: Quantity, text: string, roles: Roles): readonly RoleName[] {
  return stands(figure, text, anyRole(roles)) ? roleNames.filter((name) => hasRole(name, figure, text, roles)) : [];
}

function hasRole(name: RoleName, figure: Quantity, text: string, roles: Roles): boolean {
  const words = roles[name];
  return words !== undefined && stands(figure, text, words);
}

/** Whether a figure stands beside the words of a role. */
function stands({ start, end }: Quantity, text: string, { before, after }: RoleWords): boolean {
  return (
    before?.test(text.slice(Math.max(0, start - reach), start)) === true ||
    after?.test(text.slice(end, end + reach)) === true
  );
}

const unions = new WeakMap<Roles, RoleWords>();

/** The words of all roles as one: most figures have none, and one look tells. */
function anyRole(roles: Roles): RoleWords {
  let union = unions.get(roles);
  if (union === undefined) {
    const words = Object.values(roles);
    union = {
      before: unionOf(words.flatMap(({ before }) => before ?? [])),
      after: unionOf(words.flatMap(({ after }) => after ?? [])),
    };
    unions.set(roles, union);
  }
  return union;
}
