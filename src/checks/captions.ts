import type { Label, LabelKind, Labels } from '../languages/labels.js';
import type { Article, Unit } from '../model/article.js';

/** A numbered label that begins the text of a unit, and names it: "Figure 2: Output by year", 〈표 1〉. */
export interface Caption {
  readonly label: Label;
  readonly unit: Unit;
}

const captioned: ReadonlySet<Unit['kind']> = new Set(['paragraph', 'caption', 'html-text', 'heading', 'list-item']);
const opening = /^[\s\uFFFC[(<〈《【]*$/u;
/** "Figure 1 shows" begins a sentence. */
const closing = /^(?:\s*$|\s*[.:：|)\]>〉》】]|\s+[–—-]\s)/u;

/** The captions of an article, in order. */
export function captionsOf({ units }: Article, labels: Labels): readonly Caption[] {
  return units.flatMap((unit): Caption[] => {
    if (!captioned.has(unit.kind)) return [];
    const label = captionIn(unit.text, labels);
    return label === undefined ? [] : [{ label, unit }];
  });
}

function captionIn(text: string, labels: Labels): Label | undefined {
  // Read on past the label only as far as its end must be known.
  const beginning = text.slice(0, 80);
  const [label] = labels.read(beginning);
  if (label === undefined || !opening.test(beginning.slice(0, label.start))) return undefined;
  return closing.test(beginning.slice(label.end)) ? label : undefined;
}

/** The captions of one kind whose number is not the one that comes next: 1, 2, 4. Numbers of chapters (3.1, A2) follow no count. */
export function outOfOrder(captions: readonly Caption[], kind: LabelKind): readonly (Caption & { expected: number })[] {
  const plain = captions.filter(({ label }) => label.kind === kind);
  if (plain.some(({ label }) => !/^\d+$/.test(label.number))) return [];
  return plain.flatMap((caption, index) => {
    const before = plain[index - 1]?.label.number;
    const expected = before === undefined ? Number(caption.label.number) : Number(before) + 1;
    return Number(caption.label.number) === expected ? [] : [{ ...caption, expected }];
  });
}
