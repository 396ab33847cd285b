import type { SentenceStyle, Sentences } from '../languages/pack.js';
import type { Unit } from '../model/article.js';
import type { Register, Registers, StylePlace } from '../model/style.js';
import type { ArticlePair, Check, CheckContext, Finding } from './check.js';

/** Where each kind of unit stands; cells and labels have no room for sentences. */
const placeOf: Readonly<Partial<Record<Unit['kind'], Exclude<StylePlace, 'quotes'>>>> = {
  paragraph: 'body',
  'list-item': 'body',
  'faq-answer': 'body',
  footnote: 'body',
  frontmatter: 'body',
  title: 'headings',
  heading: 'headings',
  caption: 'captions',
  'image-alt': 'captions',
};

/** From how many sentences on, and from what share of one style, an article has a style of its own. */
const fewest = 6;
const share = 0.8;

/** Sentences out of the style that an article is written in, or that the house asks for: 했습니다 among 했다. */
export const register: Check = {
  id: 'register',
  type: 'register',
  category: 'style',
  article(article, context) {
    const asked = askedOf(context);
    const own = ownStyle(article, context);
    const { body } = asked;
    // An article that keeps to a style throughout, and to another than is asked for: that is one issue, not one a sentence.
    const whole = isRegister(body) && own !== undefined && clashes(own, body);
    const running = whole || body === undefined ? own : body;
    const wanted = running === undefined ? asked : { ...asked, body: running };
    const out: Finding[] = [];
    if (whole) {
      const values = { written: names[own], wanted: names[body] };
      const [pair] = article.pairs.filter(({ target }) => target !== null && placeOf[target.kind] === 'body');
      out.push({ key: 'whole', values, severity: 'minor', about: null, ...(pair === undefined ? {} : { pair }) });
    }
    for (const pair of article.pairs) {
      const { target } = pair;
      const odd = target === null ? undefined : oddIn(target, wanted, context.to.sentences);
      if (target === null || odd === undefined) continue;
      const { start, end, style, right } = odd;
      const span = { text: target.text.slice(start, end), start, end };
      const values = { text: span.text.slice(-30), wanted: names[right] };
      out.push({ key: style, values, severity: 'minor', pair, target: span });
    }
    return out;
  },
};

/** The first sentence of a unit that is out of the style of its place, with the style that it should have. */
function oddIn(
  { kind, text }: Unit,
  wanted: Registers,
  sentences: Sentences | undefined,
): (SentenceStyle & { right: Register }) | undefined {
  const place = placeOf[kind];
  const look = (right: Registers[StylePlace], found: readonly SentenceStyle[] | undefined) => {
    const odd = isRegister(right) ? found?.find(({ style }) => clashes(style, right)) : undefined;
    return odd === undefined ? undefined : { ...odd, right: right as Register };
  };
  // A heading or a caption that is a sentence has no full stop.
  const closed = place === 'body' || /[.!?…]$/.test(text) ? text : `${text}.`;
  const own = place === undefined ? undefined : look(wanted[place], sentences?.styles?.(closed));
  if (own !== undefined) return { ...own, end: Math.min(own.end, text.length) };
  return look(wanted.quotes, sentences?.quoted?.(text));
}

function isRegister(style: Register | 'any' | undefined): style is Register {
  return style !== undefined && style !== 'any';
}

/** 합니다 and 하세요 go together in one text; neither goes with 한다. */
function clashes(style: Register, wanted: Register): boolean {
  return (style === 'plain') !== (wanted === 'plain');
}

/** What the styles are called, in the languages of the interface. */
const names: Readonly<Record<Register, Readonly<Record<string, string>>>> = {
  plain: { en: 'plain (-다)', ko: '해라체(-다)' },
  polite: { en: 'polite (-요)', ko: '해요체(-요)' },
  formal: { en: 'formal (-습니다)', ko: '합니다체(-습니다)' },
};

/** What the house style asks for; the check's own option `style` stands above it for running text. */
function askedOf({ style, options }: CheckContext): Registers {
  const asked = options['style'];
  return asked === 'plain' || asked === 'polite' || asked === 'formal'
    ? { ...style.register, body: asked }
    : style.register;
}

/** The style that nearly all sentences of running text go with, from `fewest` on. */
function ownStyle({ pairs }: ArticlePair, { to }: CheckContext): Register | undefined {
  const styles = to.sentences?.styles;
  if (styles === undefined) return undefined;
  let plain = 0;
  let formal = 0;
  let all = 0;
  for (const { target } of pairs) {
    if (target === null || placeOf[target.kind] !== 'body') continue;
    for (const { style } of styles(target.text)) {
      if (style === 'plain') plain++;
      if (style === 'formal') formal++;
      all++;
    }
  }
  if (all < fewest) return undefined;
  if (plain >= all * share) return 'plain';
  if (all - plain < all * share) return undefined;
  return formal * 2 >= all - plain ? 'formal' : 'polite';
}
