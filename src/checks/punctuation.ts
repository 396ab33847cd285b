import type { LanguagePack } from '../languages/pack.js';
import type { Unit } from '../model/article.js';
import { placeholder } from '../model/inline.js';
import type { Style } from '../model/style.js';
import type { Check, Finding } from './check.js';

interface Rule {
  readonly key: string;
  readonly pattern: RegExp;
  /** What stands there instead; what was found where nothing is wrong with it. */
  readonly right: (found: string) => string;
  /** Scripts of the languages that it is about; all where absent. */
  readonly scripts?: readonly string[];
  /** Whether it holds where the source writes it alike: another language, another house style. */
  readonly always?: true;
}

const narrow = (found: string): string =>
  [...found].map((char) => ideographic[char] ?? String.fromCharCode(char.charCodeAt(0) - 0xfee0)).join('');
const ideographic: Readonly<Record<string, string>> = { '。': '.', '、': ',', '　': ' ' };

/**
 * Each with what the source may have alike, in which case nothing is said. What stands before a mark is looked at behind
 * it: an expression that begins with a look back tries every letter of a text.
 */
const rules: readonly Rule[] = [
  // Chinese and Japanese marks, which engines trained on them write.
  { key: 'wide', pattern: /[，．！？：；。、]/gu, right: narrow, scripts: ['Hang', 'Latn'] },
  // Not "etc.,".
  { key: 'doubled', pattern: /(?:,,|\.\.|,\.)(?<=[\p{L}\p{N}”’"')]..)(?=\s|$)/gu, right: (found) => found[1]! },
  {
    key: 'space-before',
    pattern: / +(?=[,.!?](?:\s|$))(?<=[\p{L}\p{N}%”’)] +)/gu,
    right: () => '',
  },
  // 했다.그는
  {
    key: 'space-after',
    pattern: /[.?!](?=[가-힣])(?<=[가-힣][다요까죠].)/gu,
    right: (found) => `${found} `,
    scripts: ['Hang'],
  },
  { key: 'space-after', pattern: /,(?=\p{L}{2})(?<=\p{Ll}{3},)/gu, right: (found) => `${found} `, scripts: ['Latn'] },
];

/** What is not written where the house style names the other. */
const choices: Readonly<Record<'quotes' | 'ellipsis', Readonly<Record<string, Rule>>>> = {
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
    '…': { key: 'ellipsis', pattern: /\.{3}(?!\.)(?<!\.{4})/gu, right: () => '…' },
    '...': { key: 'ellipsis', pattern: /…/gu, right: () => '...' },
  },
};

/**
 * What stands between parts of a sentence as a dash: em dashes and bars, en dashes with spaces, two hyphens. Not a range
 * (2025–2026, Mon–Fri), an option (--to) or a minus.
 */
const dashes = /(?<=[\p{L}\p{N}%.,!?)\]”’"'])(?: ?[—―] ?| – | -- |(?<=\p{L})--(?=\p{L}))(?=[\p{L}\p{N}“‘"'([])/gu;
/** A hyphen that stands for a dash, where the source has one. */
const hyphen = /(?<=[\p{L}%)”’"']) - (?=[\p{L}“‘"'(])/gu;

/** A dash of any kind, and a hyphen that may stand for one. */
const dashed = /[—―–]|--| - /;

/** Dashes of another kind than the house writes; a hyphen only where a dash of the source has become one. */
function dashRules(dash: string | undefined): readonly Rule[] {
  if (dash === undefined) return [];
  const rule: Rule = { key: 'dash', pattern: dashes, right: () => dash, always: true };
  return [rule, { ...rule, pattern: hyphen }];
}

/** The rules of a house style for a script, made once. */
const known = new WeakMap<Style, Map<string, readonly Rule[]>>();

function rulesOf(style: Style, script: string): readonly Rule[] {
  const byScript = known.get(style) ?? new Map<string, readonly Rule[]>();
  known.set(style, byScript);
  const { punctuation: marks } = style;
  const made =
    byScript.get(script) ??
    [
      ...rules,
      ...(['quotes', 'ellipsis'] as const).flatMap((key) => choices[key][marks[key] ?? ''] ?? []),
      ...dashRules(marks.dash),
    ].filter(({ scripts }) => scripts === undefined || scripts.includes(script));
  byScript.set(script, made);
  return made;
}

/** Whether the source gives a rule nothing to say: it writes the same, or has no dash that a hyphen could stand for. */
function isMoot({ key, pattern, always }: Rule, source: string): boolean {
  if (key === 'dash') return pattern === hyphen && source.match(dashes) === null;
  return always !== true && source.match(pattern) !== null;
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
    for (const rule of rulesOf(style, to.scripts[0] ?? '')) {
      const { key, pattern, right } = rule;
      if (key === 'dash' && !dashed.test(target.text)) continue;
      pattern.lastIndex = 0;
      const stands = pattern.test(target.text);
      pattern.lastIndex = 0;
      if (!stands || isMoot(rule, original)) continue;
      let told = 0;
      for (const { 0: found, index } of target.text.matchAll(pattern)) {
        if (right(found) === found) continue;
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
