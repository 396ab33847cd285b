import type { EntryKind, Naming } from '../../languages/naming.js';

/** Names one after the other. How many they are is not always certain: "search and rescue, fire and police". */
export interface NameList {
  /** What stands between commas, or between middle dots where there are no commas; each divided by "and". */
  readonly parts: readonly (readonly string[])[];
  /** The number of names: every comma divides, and of the words for "and" the last. */
  readonly found: number;
  readonly least: number;
  readonly most: number;
  /** Whether a comma stands before the last "and", or none of the two: so "Austin, Texas, and Seoul" is written. */
  readonly spaced: boolean;
}

const filled = (part: string): boolean => part.trim() !== '';

const divided = (text: string, by: RegExp): string[] => text.split(by).filter(filled);

const comma = /[,，、]/;
const dot = /[·ㆍ]/;

/** Reads a list; `and` stands between the last two. */
export function nameList(text: string, and: RegExp): NameList {
  const commas = divided(text, comma);
  return listOf((commas.length > 1 ? commas : divided(text, dot)).map((part) => divided(part, and)));
}

function listOf(parts: readonly (readonly string[])[]): NameList {
  const last = parts.at(-1)?.length ?? 0;
  const found = Math.max(0, parts.length - 1 + last);
  // Where commas divide, a dot may join two words of one name: 서울, 연구·개발 단지.
  const most = parts.flat().reduce((sum, entry) => sum + divided(entry, dot).length, 0);
  return { parts, found, least: Math.min(parts.length, found), most, spaced: last < 2 };
}

/** Names that stand right before a count. */
interface NamesBefore extends NameList {
  /** The text that holds them. */
  readonly text: string;
  /** Whether they are only some of those that are counted: 등. */
  readonly open: boolean;
}

/** What no list goes over. */
const border = /[.:;()（）[\]–—?!“”"▲△▶▷■□●○◆◇\uFFFC]/g;

/** How far before a count its names are looked for, in characters. */
const reach = 240;

/** The names at the end of a text that a count follows; `undefined` where none are, or nobody could say how many. */
export function namesBefore(whole: string, naming: Naming, and: RegExp): NamesBefore | undefined {
  const head = whole.slice(-reach);
  const joint = naming.joint.exec(head);
  if (joint === null) return undefined;
  const from = Math.max(0, ...[...head.slice(0, joint.index).matchAll(border)].map(({ index }) => index + 1));
  const text = head.slice(from, joint.index);
  if (naming.elsewhere?.test(text)) return undefined;
  const commas = text.split(comma);
  const dotted = dot.test(commas.at(-1)!);
  const stretches = dotted ? commas.at(-1)!.split(dot) : commas;
  const parts: string[][] = [];
  for (let at = stretches.length - 1; at >= 0; at--) {
    const stretch = stretches[at]!;
    if (at === 0 && !dotted && naming.openers.test(stretch.trim())) break;
    const { names, whole: all } = namesAtEnd(divided(stretch, and), naming);
    if (names === undefined || (dotted && at > 0 && /\s/.test(stretch.trim()))) return undefined;
    if (names.length > 0) parts.unshift(names);
    if (all) continue;
    // With names at the end of a clause and more before it, nobody knows where the list begins.
    if (names.length > 0 && at > 0) return undefined;
    break;
  }
  const list = listOf(parts);
  if (list.most < 2) return undefined;
  // 유가족과 학대 피해자 8명: the words before the count are its own.
  const last = parts.at(-1)!.at(-1)!.trim();
  const isOwn = naming.isOne !== undefined && !naming.examples.test(joint[0]) && /^[^A-Z]*\s/.test(last);
  if (isOwn && naming.entry(last) !== 'name') return undefined;
  // Before dots a comma may divide too: 지난해, 한·미·일 3국.
  const most = list.most + (dotted ? commas.length - 1 : 0);
  return { ...list, most, text, open: naming.examples.test(joint[0]) };
}

/**
 * The names that a stretch between two commas ends with, and whether it is nothing else: "The tour goes through Seoul and
 * Busan" ends with two. No names at all are `[]`; a group of nobody knows how many is `undefined`.
 */
function namesAtEnd(halves: readonly string[], naming: Naming): { readonly names?: string[]; readonly whole: boolean } {
  const names: string[] = [];
  for (const half of halves.toReversed()) {
    const kind = naming.entry(half);
    if (kind === 'group') return { whole: false };
    if (isName(kind)) {
      names.unshift(half);
      continue;
    }
    const tail = half.trim().split(/\s+/).at(-1)!;
    const end = naming.entry(tail);
    if (end === 'group') return { whole: false };
    return { names: isName(end) ? [tail, ...names] : names, whole: false };
  }
  return { names, whole: names.length > 0 };
}

/** Whether it is an entry of its own. */
export const isName = (kind: EntryKind): boolean => kind === 'name' || kind === 'common';
