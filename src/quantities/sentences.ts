/** A stretch of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A point that ends no sentence: Mr., U.S., e.g., No. 5, J. R. */
const abbreviation =
  /(?:^|[\s(])(?:[A-Za-z]|[A-Z]\.[A-Z]|Mr|Mrs|Ms|Dr|St|No|vs|Inc|Ltd|Co|Corp|Jr|Sr|Prof|Gen|Sen|Rep|Gov|e\.g|i\.e|etc|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$/;

/** What may end a sentence. */
const stop = /[.!?。]["'”’)\]]{0,2}(?=\s)|\n/g;

/** The sentences of a text, split at full stops, question and exclamation marks before a space, and at line breaks. */
export function sentencesOf(text: string): readonly Stretch[] {
  const out: Stretch[] = [];
  let start = 0;
  stop.lastIndex = 0;
  for (let match = stop.exec(text); match !== null; match = stop.exec(text)) {
    if (match[0] === '.' && abbreviation.test(text.slice(Math.max(start, match.index - 8), match.index))) continue;
    const end = match.index + match[0].length;
    if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) {
      out.push({ start, end });
      start = end;
    }
  }
  if (/[\p{L}\p{N}]/u.test(text.slice(start))) out.push({ start, end: text.length });
  return out;
}

/** The sentences of two texts in pairs where there are as many on both sides; else the whole texts as one pair. */
export function alignedSentences(source: string, target: string): readonly (readonly [Stretch, Stretch])[] {
  const [left, right] = [sentencesOf(source), sentencesOf(target)];
  if (left.length !== right.length || left.length < 2)
    return [
      [
        { start: 0, end: source.length },
        { start: 0, end: target.length },
      ],
    ];
  return left.map((one, index) => [one, right[index]!]);
}

/** Whether a sentence begins with the figure, and in words: who wrote digits there keeps digits. */
export function opensInWords(
  text: string,
  { start, text: written }: { readonly start: number; readonly text: string },
): boolean {
  return /^\p{L}/u.test(written) && beginsSentence(text, start);
}

/** Whether a sentence begins at `at`, over opening quotes and brackets. */
export function beginsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 24), at).replace(/["'“‘([]*$/, '');
  if (before.trim() === '') return at <= 24 || /\n/.test(before);
  if (/\n\s*$/.test(before)) return true;
  const end = /[.!?。]["'”’)\]]{0,2}\s+$/.exec(before);
  return end !== null && !(end[0].startsWith('.') && abbreviation.test(before.slice(0, end.index)));
}
