import type { LanguagePack } from '../languages/pack.js';
import type { Unit } from '../model/article.js';
import { placeholder } from '../model/inline.js';
import type { Style } from '../model/style.js';
import type { Check, Finding } from './check.js';

interface Rule {
  readonly key: string;
  readonly pattern: RegExp;
  /** What stands there instead. */
  readonly right: (found: string) => string;
  /** Scripts of the languages that it is about; all where absent. */
  readonly scripts?: readonly string[];
}

const narrow = (found: string): string =>
  [...found].map((char) => ideographic[char] ?? String.fromCharCode(char.charCodeAt(0) - 0xfee0)).join('');
const ideographic: Readonly<Record<string, string>> = { '。': '.', '、': ',', '　': ' ' };

/** Each with what the source may have alike, in which case nothing is said. */
const rules: readonly Rule[] = [
  // Chinese and Japanese marks, which engines trained on them write.
  { key: 'wide', pattern: /[，．！？：；。、]/gu, right: narrow, scripts: ['Hang', 'Latn'] },
  // Not "etc.,".
  { key: 'doubled', pattern: /(?<=[\p{L}\p{N}”’"')])(?:,,|\.\.|,\.)(?=\s|$)/gu, right: (found) => found[1]! },
  {
    key: 'space-before',
    pattern: /(?<=[\p{L}\p{N}%”’)]) +(?=[,.!?](?:\s|$))/gu,
    right: () => '',
  },
  // 했다.그는
  {
    key: 'space-after',
    pattern: /(?<=[가-힣](?:다|요|까|죠))[.?!](?=[가-힣])/gu,
    right: (found) => `${found} `,
    scripts: ['Hang'],
  },
  { key: 'space-after', pattern: /(?<=\p{Ll}{3}),(?=\p{L}{2})/gu, right: (found) => `${found} `, scripts: ['Latn'] },
];

/** What is not written where the house style names the other. */
const choices: { readonly [Key in keyof Style['punctuation']]-?: Readonly<Record<string, Rule>> } = {
  quotes: {
    // Not 5" and not the apostrophe of it's: a quotation opens in front of a letter and closes behind one.
    curly: {
      key: 'quotes',
      pattern:
        /"(?=[^\s"])[^"\n]{1,500}(?<=[^\s"])"|(?<![\p{L}\p{N}'])'(?=[^\s'])[^'\n]{1,200}(?<=[^\s'])'(?![a-zA-Z\d'])/gu,
      right: (found) => (found[0] === '"' ? `“${found.slice(1, -1)}”` : `‘${found.slice(1, -1)}’`),
    },
    straight: {
      key: 'quotes',
      pattern: /[“”‘’]/gu,
      right: (found) => (/[“”]/.test(found) ? '"' : "'"),
    },
  },
  ellipsis: {
    '…': { key: 'ellipsis', pattern: /(?<!\.)\.{3}(?!\.)/gu, right: () => '…' },
    '...': { key: 'ellipsis', pattern: /…/gu, right: () => '...' },
  },
};

function rulesOf({ punctuation: marks }: Style): readonly Rule[] {
  const asked = (['quotes', 'ellipsis'] as const).flatMap((key) => choices[key][marks[key] ?? ''] ?? []);
  return [...rules, ...asked];
}

const most = 3;

/** Punctuation that the language or the house does not use, spaces around it, and a full stop that the source has. */
export const punctuation: Check = {
  id: 'punctuation',
  type: 'typographical',
  category: 'locale-conventions',
  unit(pair, { to, style }) {
    const { source, target } = pair;
    if (target === null) return [];
    const original = source?.text ?? '';
    const out: Finding[] = [];
    for (const { key, pattern, right, scripts } of rulesOf(style)) {
      if (scripts !== undefined && !scripts.includes(to.scripts[0] ?? '')) continue;
      if (original.match(pattern) !== null) continue;
      let told = 0;
      for (const { 0: found, index } of target.text.matchAll(pattern)) {
        if (told++ === most) break;
        const end = index + found.length;
        const around = target.text.slice(Math.max(0, index - 8), end + 2);
        out.push({
          key,
          values: { text: around.trim() },
          severity: 'minor',
          pair,
          target: { text: found, start: index, end },
          fix: { start: index, end, text: right(found) },
        });
      }
    }
    return source === null
      ? out
      : [...out, ...withoutStop(source, target, to).map((finding) => ({ ...finding, pair }))];
  },
};

/** A sentence that is complete and lacks the full stop that the source's has. */
function withoutStop(source: Unit, target: Unit, { sentences }: LanguagePack): Finding[] {
  if (source.kind !== 'paragraph' && source.kind !== 'faq-answer' && source.kind !== 'line') return [];
  const before = source.text.trimEnd();
  const after = target.text.trimEnd();
  if (!/[\p{L}\p{N}%]\.$/u.test(before) || before.includes('\n') || after.includes(placeholder)) return [];
  if (source.text.length < 30 || sentences?.finished?.test(after) !== true) return [];
  const span = { text: after.slice(-1), start: after.length - 1, end: after.length };
  return [
    {
      key: 'stop',
      values: { text: after.slice(-12) },
      severity: 'minor',
      target: span,
      fix: { start: after.length, end: after.length, text: '.' },
    },
  ];
}
