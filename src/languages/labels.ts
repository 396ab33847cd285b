/**
 * What a numbered label stands for. Sections and chapters are one kind: translators agree on no border between 장 and 절.
 */
export type LabelKind = 'figure' | 'table' | 'part' | 'equation';

/** A numbered label in a text: "Figure 2", 표 1, 3절. */
export interface Label {
  readonly kind: LabelKind;
  /** As written, without its word: `2`, `3.1`, `2-1`, `A1`. */
  readonly number: string;
  /** The words may mean something else too: 사진 3장 are three photographs. */
  readonly unsure?: true;
  /** Where the label stands; of a list (Figures 1 and 2) each number has its own place, the first with the word. */
  readonly start: number;
  readonly end: number;
  /** Where the number begins. */
  readonly at: number;
  readonly length: number;
}

/** Numbered labels of a language. */
export interface Labels {
  /** In order, never overlapping. Linear in the length of the text. */
  read(text: string): readonly Label[];
}

/** One way to write a label: a word before its number, or after it. Expressions are sources without groups. */
export interface LabelRule {
  readonly kind: LabelKind;
  readonly before?: string;
  readonly after?: string;
  /** What stands between the numbers of a list; absent where the word takes one number only. */
  readonly joins?: string;
  readonly unsure?: true;
}

/** A number of a label; more digits are years and amounts. */
const number = '[A-Z]?\\d{1,3}(?:[.-]\\d{1,3}){0,3}[a-z]?';

/**
 * A reader of labels by rules. `edge` is what must come right after a label's number, as a lookahead: it keeps out
 * numbers that count something (표 2개, "Table 5%").
 */
export function labelReader(rules: readonly LabelRule[], edge: string): Labels {
  const first = `\\(?(${number})\\)?${edge}`;
  const readers = rules.map((rule) => ({
    rule,
    find: new RegExp(
      rule.before === undefined ? `(?<![\\w.,-])(${number})(?:${rule.after})` : `(?:${rule.before})${first}`,
      'gu',
    ),
    next: rule.joins === undefined ? undefined : new RegExp(`(?:${rule.joins})${first}`, 'uy'),
  }));
  // One look for any of them: most texts with digits hold no label.
  const any = new RegExp(
    rules
      .map(({ before, after }) => (before === undefined ? `\\d[a-z]?(?:${after})` : `(?:${before})\\(?[A-Z]?\\d`))
      .join('|'),
    'u',
  );
  return {
    read(text) {
      if (!/\d/.test(text) || !any.test(text)) return [];
      const found = readers.flatMap(({ rule, find, next }) =>
        [...text.matchAll(find)].flatMap((match) => {
          const labels = [labelOf(rule, match, match.index)];
          if (next === undefined) return labels;
          next.lastIndex = match.index + match[0].length;
          for (let more = next.exec(text); more !== null; more = next.exec(text)) {
            labels.push(labelOf(rule, more));
          }
          return labels;
        }),
      );
      const labels: Label[] = [];
      for (const label of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
        if (label.start >= (labels.at(-1)?.end ?? 0)) labels.push(label);
      }
      return labels;
    },
  };
}

/** `start` is the number's own place where it is not the first of its list. */
function labelOf({ kind, unsure }: LabelRule, match: RegExpExecArray, start?: number): Label {
  const { 0: text, 1: number = '', index } = match;
  const at = index + text.lastIndexOf(number, text.search(/\d\D*$/u));
  const place = { start: start ?? at, end: index + text.length, at, length: number.length };
  return { kind, number, ...place, ...(unsure ? { unsure } : {}) };
}
