import type { LabelRule } from '../labels.js';

const one = '[ \\u00a0]?';
/** Only a plural takes more than one number: "in Figure 1, 2 people". */
const joins = ',? (?:and|or|to|through|&) |, |[ ]?[–~-][ ]?';

/** Labels in Latin letters, which translations into other scripts may keep: "Table 1", "Figs. 2–3". */
export const latinLabels: readonly LabelRule[] = [
  { kind: 'figure', before: `(?<![\\w-])(?:Figures|Figs\\.?)${one}`, joins },
  { kind: 'figure', before: `(?<![\\w-])(?:Figure|FIGURE|Fig\\.|FIG\\.)${one}` },
  { kind: 'figure', before: '(?<![\\w-])fig(?:ure|\\.)? ', unsure: true },
  { kind: 'table', before: `(?<![\\w-])Tables${one}`, joins },
  { kind: 'table', before: `(?<![\\w-])(?:Table|TABLE)${one}` },
  { kind: 'table', before: '(?<![\\w-])table ', unsure: true },
  { kind: 'part', before: `(?<![\\w-])(?:Sections|Chapters)${one}`, joins },
  { kind: 'part', before: `(?<![\\w-])(?:Section|Sec\\.|Chapter|Ch\\.|§)${one}` },
  { kind: 'part', before: '(?<![\\w-])(?:section|chapter) ', unsure: true },
  { kind: 'equation', before: `(?<![\\w-])(?:Equations|Eqs\\.)${one}`, joins },
  { kind: 'equation', before: `(?<![\\w-])(?:Equation|Eq\\.)${one}` },
];

/** A number that goes on as a larger one, a share or a word counts something. */
export const latinEdge = '(?![\\w%]|[.,]\\d)';
