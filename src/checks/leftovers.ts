import { talk, unasked } from '../languages/talk.js';
import type { Unit } from '../model/article.js';
import type { Severity } from '../model/issue.js';
import type { Check, Finding } from './check.js';

/** What engines, tools and copying leave in a text, by message key. Looked for only where the source has nothing of the kind. */
const traces: readonly { readonly key: string; readonly severity: Severity; readonly pattern: RegExp }[] = [
  // Tags and tokens that protect markup and figures: <pc1>, <ph2/>, <x id="1"/>, ⟦3⟧, __PH_1__, {{ph1}}, @@2@@.
  {
    key: 'code',
    severity: 'major',
    pattern:
      /<\/?(?:pc|ph|q|bpt|ept|mrk|sc|ec)\d{0,4}(?: id="[^"<>]{0,20}")?\s?\/?>|<[xg] id="[^"<>]{0,20}"\s?\/?>|⟦[^⟦⟧]{0,20}⟧|__(?:PH|VAR|TAG|CODE|TERM|NUM|PLACEHOLDER)_?\d{0,4}__|\{\{?(?:ph|tag|var|code)_?\d{1,4}\}?\}|@@\d{1,4}@@|\bX{2,}(?:PH|TAG)\d+X*\b/gi,
  },
  // What frames a chat: role marks, reasoning, an answer's fence.
  {
    key: 'frame',
    severity: 'major',
    pattern:
      /<\|[a-z_]{2,20}\|>|\[\/?INST\]|<<\/?SYS>>|<\/?think(?:ing)?>|<\/?(?:translation|target|source|answer|output)>|^[ \t]{0,8}```(?:json|text|markdown|ko|en)?|```[ \t]{0,8}$|^#{2,} ?(?:Response|Answer|Translation|번역)\s*:|^[ \t]{0,8}(?:Assistant|User|System|어시스턴트)\s*:/gim,
  },
  // Characters that were lost, and UTF-8 read as Latin-1: Ã©, â€™, ì •ë³´.
  {
    key: 'character',
    severity: 'major',
    pattern:
      /\uFFFD+|(?:Ã[\u0080-\u00bf]|â€[\u0080-\u00bf\u2018-\u2122œž]|Â[\u00a0-\u00bf]|[ìíëê][\u0080-\u00bf\u0152-\u2122]{1,2}){1,40}/g,
  },
  // Escaped once too often: a reader sees the letters &nbsp;.
  {
    key: 'entity',
    severity: 'minor',
    pattern: /&(?:amp|lt|gt|quot|apos|nbsp|hellip|mdash|ndash|[lr][sd]quo|middot|copy|reg|#\d{2,6}|#x[\da-f]{2,5});/gi,
  },
];

/** Without one of these signs a text holds no trace. */
const suspicious = /[<⟦_{@[`#&:\uFFFDÃâÂìíëê]|xx/i;

/** What models say and articles hardly do. An apology, a note or a "Certainly," may be the article's own. */
const spoken = talk.filter(({ said }) => ['refusal', 'self', 'announcement'].includes(said));

/** Longest text that is looked through. */
const longest = 50_000;

/** What a translation process leaves behind: protected codes, an engine's remarks, escaped or broken characters. */
export const leftovers: Check = {
  id: 'leftovers',
  type: 'other',
  category: 'design-and-markup',
  unit(pair, { from, to }) {
    const { source, target } = pair;
    if (target === null) return [];
    const text = target.text.slice(0, longest);
    const original = source === null ? '' : withCodes(source);
    const out: Finding[] = [];
    for (const { key, severity, pattern } of suspicious.test(text) ? traces : []) {
      const match = text.matchAll(pattern).next().value;
      if (match === undefined || hasKind(original, pattern)) continue;
      const span = { text: match[0], start: match.index, end: match.index + match[0].length };
      out.push({ key, values: { text: match[0].slice(0, 60).trim() }, severity, pair, target: span });
    }
    // A tag that no page knows is a placeholder to the parser.
    const code = target.codes.find(({ value, ...one }) =>
      /^<\/?(?:pc|ph|q)\d{1,4}\/?>$/.test(value ?? ('raw' in one ? one.raw : '')),
    );
    if (code !== undefined && out.every(({ key }) => key !== 'code')) {
      const raw = 'raw' in code ? code.raw : code.open;
      out.push({
        key: 'code',
        values: { text: raw },
        severity: 'major',
        pair,
        target: { text: text.slice(code.start, code.end), start: code.start, end: code.end },
      });
    }
    if (source !== null) {
      // An engine speaks the language of its answer, or that of its instructions.
      const original = { text: source.text, locale: from.locale };
      const said =
        unasked(spoken, original, { text, locale: to.locale }) ??
        unasked(spoken, original, { text, locale: from.locale });
      if (said !== undefined) {
        const span = { text: said.text, start: said.start, end: said.start + said.text.length };
        out.push({
          key: 'talk',
          category: 'accuracy',
          type: 'addition',
          values: { text: said.text.trim() },
          severity: 'major',
          pair,
          target: span,
        });
      }
    }
    return out;
  },
};

function hasKind(text: string, pattern: RegExp): boolean {
  pattern.lastIndex = 0;
  const found = pattern.test(text);
  pattern.lastIndex = 0;
  return found;
}

/** What a source shows and what its codes hold: a page about chat templates may write <think>. */
function withCodes({ text, codes }: Unit): string {
  return [text, ...codes.map((code) => ('raw' in code ? code.raw : ''))].join(' ');
}
