import { absolute, add, compare, type Decimal, multiply, subtract } from '../../model/decimal.js';
import type { SourceFinding } from './check.js';
import { stands, textAfter, textBefore } from './course.js';
import type { Mention, Sentence, SourceDocument } from './document.js';
import { about, worth } from './findings.js';
import { percentOff, slackOf } from './precision.js';
import { says } from './words.js';

/** Kinds that add up. Dates, ratios and multipliers do not. */
export const summable: ReadonlySet<string> = new Set(['money', 'measure', 'number', 'percent', 'duration']);
/** A sentence with more figures of a kind than this is a list of something else. */
const most = 12;
/** Off by less than this, in percent, and within what rounding allows, it is rounding. */
const rounding = '1';
/** Where the words alone do not say that these are parts: further than this, in percent, and they are not. */
const farthest = '50';
/** The same where not even the words behind the figures are the same. */
const nearest = '10';

/** The parts of a whole within a sentence, the whole first or last, or in the sentence before ("How is it divided?"). */
export function parts(sentence: Sentence, before: Sentence | undefined, document: SourceDocument): SourceFinding[] {
  if (sentence.unit.cell !== undefined) return [];
  const out: SourceFinding[] = [];
  for (const group of groupsOf(sentence, document).values()) {
    if (group.length > most) continue;
    const asked = group.length > 1 ? wholeAsked(group, before, document) : undefined;
    if (asked !== undefined) {
      out.push(...weigh(asked, group, sentence, 'certain', document));
      continue;
    }
    if (group.length < 3) continue;
    out.push(...weighSentence(group, sentence, document));
  }
  return out;
}

function weighSentence(group: readonly Mention[], sentence: Sentence, document: SourceDocument): SourceFinding[] {
  const { cues } = document;
  const [first, ...rest] = group as [Mention, ...Mention[]];
  const last = group.at(-1)!;
  const before = group.slice(0, -1);
  // "12 planes for $1.2 billion each and 4 ships for $800 million each": prices, no parts.
  if (group.some((mention) => stands(cues.perOne, sentence, mention))) return [];
  // "parts 1, 2 and 3" is no sum.
  const small = group.every(({ quantity: q }) => q.kind === 'number' && q.value!.length < 3);
  if (!small && sumOf(rest) === first.quantity.value) return weigh(first, rest, sentence, undefined, document);
  if (!small && sumOf(before) === last.quantity.value) return weigh(last, before, sentence, undefined, document);
  if (stands(cues.inAll, sentence, last)) {
    const between = sentence.text.slice(
      before.at(-1)!.quantity.end - sentence.start,
      last.quantity.start - sentence.start,
    );
    if (between.length > 40 || /[;:]/.test(between)) return [];
    // 10명, 5명 등 모두 25명: ten more may be meant.
    return weigh(last, before, sentence, cues.open.test(between) ? 'over' : 'certain', document);
  }
  if (cues.some !== undefined && stands(cues.some, sentence, last))
    return weigh(last, before, sentence, 'over', document);
  if (stands(cues.or, sentence, last)) return weigh(last, before, sentence, 'likely', document);
  const { text, start } = sentence;
  const tail = text.slice(last.quantity.end - start);
  const lead = text.slice(first.quantity.end - start, rest[0]!.quantity.start - start);
  // "Of the 12 members, 8 voted for it and 7 are women": people are counted twice, money hardly.
  if (isOf(first, sentence, cues.of) || cues.within?.test(lead)) {
    const found = weigh(first, rest, sentence, 'over', document);
    return first.quantity.kind === 'number' ? found.map(likely) : found;
  }
  if (cues.parted?.between.test(lead) && cues.parted.after.test(tail))
    return weigh(first, rest, sentence, 'certain', document);
  if (!cues.split.test(lead)) return [];
  if (!/[:(（–—-]/.test(lead)) return weigh(first, rest, sentence, 'certain', document);
  // "$25 billion ($20 billion a year ago, $18 billion before)": brackets and colons hold parts and much else.
  return says(text.slice(first.quantity.end - start), cues.change)
    ? []
    : weigh(first, rest, sentence, 'likely', document);
}

const likely = (finding: SourceFinding): SourceFinding =>
  finding.severity === 'major' ? { ...finding, severity: 'minor', certainty: 'likely' } : finding;

/** Figures of one kind and unit, in order. Where one currency is named, large round numbers behind it are of it too. */
function groupsOf(sentence: Sentence, { cues }: SourceDocument): Map<string, Mention[]> {
  const groups = new Map<string, Mention[]>();
  const currencies = new Set(
    sentence.mentions.flatMap(({ quantity: { kind, unit } }) => (kind === 'money' ? [unit] : [])),
  );
  const [only] = currencies.size === 1 ? currencies : [];
  let isAfter = false;
  let counted = '';
  for (const mention of sentence.mentions) {
    const { kind, unit, value, hardness, text } = mention.quantity;
    isAfter ||= kind === 'money';
    if (!summable.has(kind) || value === undefined || hardness !== 'hard') continue;
    // "900 million euros is split into 400 million for schools", 예산 9000억원은 학교 4000억.
    const isMoney =
      isAfter &&
      only !== undefined &&
      kind === 'number' &&
      unit === undefined &&
      cues.scaled.text.test(text) &&
      cues.scaled.after.test(textAfter(sentence, mention));
    // "31 men, 12 women and 6 children, or 49 in all".
    const isSum = kind === 'number' && unit === undefined && counted !== '' && stands(cues.inAll, sentence, mention);
    const key = isMoney ? `money ${only}` : isSum ? counted : `${kind} ${unit ?? ''}`;
    if (kind === 'number') counted = key;
    groups.set(key, [...(groups.get(key) ?? []), mention]);
  }
  return groups;
}

/** "How is Tesla's $25 billion divided?" – "$10 billion goes to …": the whole of the parts that answer. */
function wholeAsked(group: readonly Mention[], before: Sentence | undefined, { cues }: SourceDocument) {
  if (before === undefined || !/[?？:：]\s*$/.test(before.text)) return undefined;
  const { kind, unit } = group[0]!.quantity;
  const same = before.mentions.filter(({ quantity: q }) => q.kind === kind && q.unit === unit && q.value !== undefined);
  const [whole] = same;
  if (whole === undefined || same.length > 1) return undefined;
  return says(before.text, cues.divided) ? whole : undefined;
}

/** "Of the $25 billion …", 250억 달러 가운데 …: the sentence itself says that what follows are parts. */
function isOf(whole: Mention, sentence: Sentence, of: readonly string[]): boolean {
  const before = textBefore(sentence, whole);
  const after = textAfter(sentence, whole).trimStart();
  return (
    (/^\W*(?:out\s+)?of\s+(?:[\w’'-]+\s+){0,4}$/i.test(before) && says(before, of)) ||
    of.some((cue) => /[가-힣]/.test(cue) && after.startsWith(cue))
  );
}

const sumOf = (all: readonly Mention[]): Decimal =>
  all.reduce<Decimal>((sum, { quantity }) => add(sum, quantity.value!), '0');

/** Whether figures are written with one counter or unit: 10개 and 144경기 are counts of different things. */
function alike(all: readonly Mention[]): boolean {
  const [first, ...others] = all.map(({ quantity }) => quantity.text.replace(/^[^\p{L}]*/u, ''));
  return all[0]!.quantity.kind !== 'number' || (first !== '' && others.every((other) => other === first));
}

/**
 * `over`: some parts may go unsaid, so only more than the whole is wrong. `undefined`: told only where it holds, since
 * nothing in the sentence says that these are parts.
 */
function weigh(
  whole: Mention,
  rest: readonly Mention[],
  sentence: Sentence,
  sure: 'certain' | 'likely' | 'over' | undefined,
  { pack }: SourceDocument,
): SourceFinding[] {
  const sum = sumOf(rest);
  const { quantity } = whole;
  const values = {
    parts: rest.map((part) => part.quantity.text).join(' + '),
    sum: worth(quantity, sum, pack),
    total: quantity.text,
  };
  const at = whole.sentence === rest[0]!.sentence ? quantity : undefined;
  if (compare(sum, quantity.value!) === 0)
    return [about(sentence.unit, at, { key: 'holds', severity: 'neutral', values })];
  if (sure === undefined) return [];
  // "18 are stable, 25 in beta": what is no larger than one of the parts is no whole.
  if (rest.some((part) => compare(part.quantity.value!, quantity.value!) >= 0)) return [];
  // Bare counts may be of anything: 10 teams, 144 games each, 720 games in all.
  const loose = sure === 'likely' || (quantity.kind === 'number' && sure !== 'over');
  const apart = percentOff(sum, quantity.value!);
  const same = alike([whole, ...rest]);
  if (loose && compare(apart, same ? farthest : nearest) > 0) return [];
  const off = absolute(subtract(sum, quantity.value!));
  const isOver = compare(sum, quantity.value!) > 0;
  const slack = [whole, ...rest].reduce<Decimal>(
    (all, part) => add(all, slackOf(part.quantity, part.quantity.value!)),
    '0',
  );
  if (!isOver && sure === 'over') return [];
  const hedged = [whole, ...rest].some((part) => part.quantity.approximate !== undefined);
  const key = isOver ? 'parts' : 'short';
  // $10 + $8 + $6 billion may be $25 billion if each was rounded the same way; the further off, the less likely.
  if (compare(off, slack) > 0 && sure !== 'likely' && !hedged && same)
    return [about(sentence.unit, at, { key, severity: 'major', values })];
  if (compare(off, slack) <= 0 && compare(percentOff(sum, quantity.value!), rounding) < 0) return [];
  const certainty = compare(multiply(off, '2'), slack) > 0 ? ('likely' as const) : ('possible' as const);
  return [about(sentence.unit, at, { key, severity: 'minor', certainty, values })];
}
