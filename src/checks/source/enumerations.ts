import type { Naming } from '../../languages/naming.js';
import type { SourceFinding } from './check.js';
import { type Count, countsIn, isNamed, isPart, told } from './counted.js';
import type { Sentence, SourceDocument } from './document.js';
import { marked } from './marks.js';
import { isName, type NameList, nameList, namesBefore } from './name-lists.js';

/**
 * A count and the names of what it counts, in one sentence: "three regions: Sydney, Melbourne and Canberra", 세
 * 곳(시드니·멜버른·캔버라), "Seoul and Busan, the two cities", 서울·부산 두 곳, "two goals: (1) price, (2) speed".
 */
export function enumerations(document: SourceDocument): SourceFinding[] {
  return document.sentences.flatMap((sentence, at) => {
    if (sentence.unit.cell !== undefined) return [];
    const counts = countsIn(sentence, document).filter(
      (count) => !isNamed(count, document) && !isPart(count, document),
    );
    const before = document.sentences[at - 1];
    const earlier = () => (before?.unit === sentence.unit ? countsIn(before, document) : []);
    const said = marked(sentence, counts, earlier, document.cues.open);
    if (said !== undefined) return said;
    return counts.flatMap((count) => enclosed(count, sentence, document) ?? named(count, sentence, document) ?? []);
  });
}

/** "three regions: Sydney, Melbourne and Canberra", 세 곳(시드니·멜버른·캔버라). */
const inMarks =
  /^[^:(（.,;–—]{0,40}(?::\s+([^.;:()（）[\]{}?!]{3,200})[.]?\s*$|[(（]([^()（）[\]{}.;:?!]{3,160})[)）])/;

/** Names in brackets or after a colon: whatever they are, they are what is counted. */
function enclosed(count: Count, { text, start }: Sentence, { cues }: SourceDocument): SourceFinding[] | undefined {
  const { unit, quantity } = count;
  const list = inMarks.exec(text.slice(quantity.end - start, quantity.end - start + 260));
  const inside = list?.[1] ?? list?.[2];
  if (inside === undefined || cues.open.test(list?.[0] ?? '') || /\d|\uFFFC/.test(inside)) return undefined;
  const names = nameList(inside, cues.and);
  if (names.parts.length < 2 || names.parts.flat().some((entry) => entry.trim().split(/\s+/).length > 6))
    return undefined;
  const stated = Number(quantity.value);
  const { found } = names;
  // "search and rescue, fire and police" are two, three or four.
  if (stated > found && stated <= names.most) return [told(unit, quantity, stated, 'named')];
  // "health, schools, research and development" are three, though four may be meant.
  return [told(unit, quantity, found, 'named', stated === names.parts.length ? 'possible' : undefined)];
}

/** Names that a sentence gives without such marks, behind the count or before it. */
function named(count: Count, sentence: Sentence, { cues }: SourceDocument): SourceFinding[] | undefined {
  const { naming } = cues;
  if (naming === undefined) return undefined;
  return behind(count, sentence, naming, cues.and) ?? before(count, sentence, naming, cues.and, cues.open);
}

/** "The four suppliers are Hanmi, Orion and Delta", 네 공급사는 한미, 오리온, 델타다. */
function behind(
  { unit, quantity }: Count,
  { text, start }: Sentence,
  naming: Naming,
  and: RegExp,
): SourceFinding[] | undefined {
  const rest = text.slice(quantity.end - start, quantity.end - start + 260);
  for (const { pattern, sure } of naming.after) {
    const { 0: all = '', 1: inside } = pattern.exec(rest) ?? [];
    if (inside === undefined || /\d|\uFFFC/.test(all)) continue;
    const names = nameList(inside, and);
    if (names.most < 2 || names.parts.flat().some((part) => !isName(naming.entry(part)))) continue;
    return judged({ unit, quantity }, names, { open: naming.examples.test(all), sure, naming });
  }
  return undefined;
}

/** "Seoul and Busan, the two cities that bid", 서울·부산 두 곳. */
function before(
  { unit, quantity }: Count,
  { text, start }: Sentence,
  naming: Naming,
  and: RegExp,
  open: RegExp,
): SourceFinding[] | undefined {
  const from = quantity.end - start;
  if (!naming.closed.test(text.slice(from, from + 120))) return undefined;
  const found = namesBefore(text.slice(0, quantity.start - start), naming, and);
  if (found === undefined) return undefined;
  const last = found.parts.at(-1)!.at(-1)!.trim();
  const isOne = naming.isOne?.(last, text.slice(quantity.start - start, from + 60)) ?? true;
  return judged({ unit, quantity }, found, {
    open: found.open || open.test(found.text) || !isOne,
    // 서울과 부산 네 곳 may be two in each.
    sure: naming.isOne === undefined,
    naming,
  });
}

/** How a list stands to its count: `open`, more may be meant than are named; `sure`, all that is counted is named. */
interface Standing {
  readonly open: boolean;
  readonly sure: boolean;
  readonly naming: Naming;
}

function judged({ unit, quantity }: Count, names: NameList, { open, sure, naming }: Standing): SourceFinding[] {
  const stated = Number(quantity.value);
  const { least, found, most } = names;
  if (stated < found) {
    // "Austin, Texas, and Seoul" are two.
    if (naming.paired && names.spaced && 2 * stated >= found) return [];
    // "Johnson & Johnson and Pfizer" are two.
    if (names.parts.at(-1)!.length > 2 && stated > names.parts.length) return [];
    return [told(unit, quantity, found, 'named', stated >= least - 1 ? 'possible' : undefined)];
  }
  if (open) return [];
  if (stated > most) return [told(unit, quantity, found, 'named', sure ? undefined : 'possible')];
  return stated === found ? [told(unit, quantity, found, 'named')] : [];
}
