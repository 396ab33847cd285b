import type { Unit } from '../../model/article.js';
import type { Quantity } from '../../model/quantity.js';
import type { SourceCheck, SourceFinding } from './check.js';
import type { Mention, Sentence, SourceDocument } from './document.js';
import { about } from './findings.js';

/** Longer lists are data, not what a sentence counts. */
const most = 20;

/** A count of what comes next, "three reasons:", and how many there are. */
export const counts: SourceCheck = {
  id: 'counts',
  type: 'inconsistency',
  category: 'accuracy',
  source: (document) => [
    ...listed(document),
    ...sections(document),
    ...document.sentences.flatMap((sentence) => enumerated(sentence, document)),
  ],
};

/** "세 가지 예측", "three reasons": the one figure of a text that counts something which can be listed. */
function countIn(mentions: readonly Mention[], document: SourceDocument): Quantity | undefined {
  const found = mentions.filter((mention) => isCount(mention, document.cues.counted));
  return found.length === 1 ? found[0]!.quantity : undefined;
}

function isCount({ quantity, unit }: Mention, noun: RegExp): boolean {
  const { kind, value = '', text, end, approximate } = quantity;
  if (kind !== 'number' || approximate !== undefined || !/^\d{1,2}$/.test(value)) return false;
  if (Number(value) < 2 || Number(value) > most) return false;
  // "a couple of" counts nothing.
  if (text.split(' ').length > 2) return false;
  // A counter belongs to the figure: 세 가지 예측 is tested as "가지 예측", "three reasons" as " reasons".
  const counter = /^(?:[\d.,]+|\S+\s+)(\S+)$/.exec(text)?.[1] ?? '';
  return noun.test(counter + unit.text.slice(end, end + 60));
}

/** "Layer 7 technologies", "Version 3 supports", "power-of-two": the figure belongs to the word before it. */
function isNamed({ quantity, unit }: Mention, { cues }: SourceDocument): boolean {
  const before = unit.text.slice(Math.max(0, quantity.start - 40), quantity.start);
  const name = /(?:^|[^\p{L}])(\p{Lu}[\p{L}\p{N}]*)\s$/u.exec(before)?.[1];
  return (
    before.endsWith('-') ||
    (/^\d/.test(quantity.text) && name !== undefined && !cues.function.includes(name.toLowerCase()))
  );
}

/** A list right after the sentence, or under the heading, that counts its items. */
function listed(document: SourceDocument): SourceFinding[] {
  const last = lastLists(document);
  return document.lists.flatMap(({ block, lead, items }) => {
    if (lead === undefined || items.length < 2 || items.length > most || !last.has(block)) return [];
    const sentence = document.byBlock.get(lead.block!)?.findLast(({ unit }) => unit === lead);
    if (sentence === undefined) return [];
    const end = sentence.text.slice(-120);
    // "4단계: …" is the fourth.
    const announces =
      lead.kind === 'heading' ? !numbered.test(lead.text) : /[:：]\s*$/.test(end) || document.cues.follows.test(end);
    const count = announces ? countIn(sentence.mentions, document) : undefined;
    return count === undefined ? [] : [told(lead, count, items.length, 'list')];
  });
}

/** The last list of each stretch between two headings: one that code or a picture cuts in two is counted wrong. */
function lastLists({ article: { blocks }, lists }: SourceDocument): ReadonlySet<number> {
  const sections = new Map<number, number>();
  const last = new Map<string, number>();
  const known = new Set(lists.map(({ block }) => block));
  blocks.forEach(({ kind, parent = -1 }, at) => {
    if (kind === 'heading') sections.set(parent, at);
    if (known.has(at)) last.set(`${parent} ${sections.get(parent) ?? -1}`, at);
  });
  return new Set(last.values());
}

const numbered =
  /^(?:\d{1,2}[.)]\s|#\d{1,2}\b|(?:step|reason|lesson|tip|rule)\s+\d{1,2}\b|\d{1,2}(?:단계|번째)|(?:첫|둘|셋|넷|다섯|여섯)째)/i;

/** "Five lessons" as a title or heading, and the numbered headings under it. */
function sections(document: SourceDocument): SourceFinding[] {
  const { blocks, units } = document.article;
  const headings = units.filter(({ kind, block }) => kind === 'heading' && block !== undefined);
  const levelOf = ({ block }: Unit) => (block === undefined ? 0 : (blocks[block]?.level ?? 0));
  return document.sentences.flatMap(({ unit, mentions }) => {
    if (unit.kind !== 'title' && unit.kind !== 'heading') return [];
    const count = countIn(mentions, document);
    if (count === undefined) return [];
    const at = headings.indexOf(unit);
    const under: Unit[] = [];
    for (let i = at + 1; i < headings.length && levelOf(headings[i]!) > levelOf(unit); i++) under.push(headings[i]!);
    const top = under.reduce((least, heading) => Math.min(least, levelOf(heading)), Infinity);
    const found = under.filter((heading) => levelOf(heading) === top && numbered.test(heading.text)).length;
    return found >= 2 ? [told(unit, count, found, 'sections')] : [];
  });
}

/** "three regions: Sydney, Melbourne and Canberra", 세 곳(시드니·멜버른·캔버라). */
function enumerated(sentence: Sentence, document: SourceDocument): SourceFinding[] {
  const { unit, text, start, mentions } = sentence;
  if (unit.cell !== undefined) return [];
  return mentions.flatMap((mention) => {
    if (!isCount(mention, document.cues.several) || isNamed(mention, document)) return [];
    const after = text.slice(mention.quantity.end - start, mention.quantity.end - start + 260);
    const list =
      /^[^:(（.,;–—]{0,40}(?::\s+([^.;:()（）[\]{}?!]{3,200})[.]?\s*$|[(（]([^()（）[\]{}.;:?!]{3,160})[)）])/.exec(
        after,
      );
    const inside = list?.[1] ?? list?.[2];
    if (inside === undefined || document.cues.open.test(list?.[0] ?? '') || /\d|\uFFFC/.test(inside)) return [];
    const commas = inside.split(/[,，、·]/).filter((part) => part.trim() !== '');
    const entries = commas.flatMap((part) => part.split(document.cues.and)).filter((part) => part.trim() !== '');
    if (commas.length < 2 || entries.some((entry) => entry.trim().split(/\s+/).length > 6)) return [];
    const stated = Number(mention.quantity.value);
    const final = commas
      .at(-1)!
      .split(document.cues.and)
      .filter((part) => part.trim() !== '').length;
    const found = commas.length - 1 + final;
    // "search and rescue, fire and police" are two, three or four.
    if (stated > found && stated <= entries.length) return [told(unit, mention.quantity, stated, 'named')];
    // "health, schools, research and development" are three, though four may be meant.
    const finding = told(unit, mention.quantity, found, 'named');
    return [found !== stated && stated === commas.length ? { ...finding, certainty: 'possible' as const } : finding];
  });
}

/** Message keys by what is counted: where it holds, and where it does not. */
const keys = {
  list: ['list-holds', 'list'],
  sections: ['sections-holds', 'sections'],
  named: ['named-holds', 'named'],
} as const;

function told(unit: Unit, count: Quantity, found: number, what: keyof typeof keys): SourceFinding {
  const [holds, differs] = keys[what];
  const values = { count: count.text, found };
  return Number(count.value) === found
    ? about(unit, count, { key: holds, severity: 'neutral', values })
    : about(unit, count, { key: differs, severity: 'minor', values });
}
