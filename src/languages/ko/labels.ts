import { labelReader } from '../labels.js';
import { latinEdge, latinLabels } from '../und/labels.js';

const joins = '[ ]?[~∼–·,][ ]?|[와과] | 및 ';
/** 목표 2, 지표 1: the word is the end of a longer one. */
const alone = '(?<![가-힣A-Za-z])';
/** Particles that may follow a label; any other syllable counts something: 표 2개, 그림 3점. */
const particle = '(?:[은는이가을를의에와과도]|으?로|처럼|부터|까지|보다|입|인)';
const wordEnd = `(?=[^가-힣]|$|${particle})`;
/** A counter may stand apart: 그림 3 점. */
const edge = `${latinEdge}${wordEnd}(?! (?:개|장|점|건|종|가지|명|행|열|곳|쪽)(?![가-힣]))`;

/** Numbered labels in Korean. 장 and 절 stand after their number; 장 counts sheets and pictures too. */
export const labels = labelReader(
  [
    ...latinLabels,
    { kind: 'figure', before: `${alone}(?:그림|도판)[ \\u00a0]?`, joins },
    { kind: 'table', before: `${alone}표[ \\u00a0]?`, joins },
    { kind: 'equation', before: `${alone}(?:식|수식|방정식)[ \\u00a0]?`, joins },
    { kind: 'part', before: `${alone}(?:섹션|챕터)[ \\u00a0]?`, joins },
    { kind: 'part', after: `[ ]?절${wordEnd}` },
    { kind: 'part', after: `[ ]?장${wordEnd}`, unsure: true },
  ],
  edge,
);
