import type { Roles } from '../roles.js';

/** Words between a role's word and its figure that say nothing of the role. */
const hedged =
  '(?:(?:about|around|nearly|almost|roughly|approximately|some|over|under|above|below|just|only|at least|at most|more than|less than|fewer than|up to|as many as|as much as|an estimated|an average of|a record|a|an) )*';
const before = (words: string): RegExp => new RegExp(`\\b(?:${words}) ${hedged}$`, 'i');
const verb =
  '(?:of|was|were|is|are|reached|hit|totaled|totalled|came to|rose to|fell to|grew to|climbed to|dropped to)';
const noun = '(?:people|persons|others|more|men|women|children|civilians|soldiers|workers|passengers)';

/** English. */
export const roles: Roles = {
  from: { before: before('from') },
  to: { before: before('to') },
  // "A value of 0" is no whole.
  whole: {
    before: before(
      'of (?:its|the|their|his|her|every|all)|\\d(?: \\w+)? of|out of(?: (?:every|the|all))?|in every|among(?: the)?',
    ),
  },
  // "The 10,887,705 of 2024" is no part of a year.
  part: {
    after:
      /^(?: \w+){0,2}? (?:of|out of)(?: (?:(?:its|the|their|his|her|every|all) )?(?!(?:19|20)\d\d\b(?! \w))\d| (?:whom|them|which|those)\b)/i,
  },
  hourly: { after: /^ (?:an|per|each|every) hour\b|^\/h(?:our)?\b/i, before: /\bhourly(?: \w+)? (?:of )?$/i },
  daily: { after: /^ (?:a|per|each|every) day\b|^\/day\b/i },
  weekly: { after: /^ (?:a|per|each|every) week\b|^\/week\b/i },
  monthly: { after: /^ (?:a|per|each|every) month\b|^\/month\b/i },
  yearly: { after: /^ (?:a|per|each|every) year\b|^\/year\b|^ annually\b/i },
  'last year': { after: /^ (?:\w+ )?last year\b/i },
  'this year': { after: /^ (?:\w+ )?this year\b/i },
  'next year': { after: /^ (?:\w+ )?next year\b/i },
  killed: {
    before: before('killed|killing'),
    after: new RegExp(`^ (?:${noun} )?(?:were |was )?(?:killed|dead|died|deaths|fatalities)\\b`, 'i'),
  },
  injured: {
    before: before('injured|injuring|wounded|wounding'),
    after: new RegExp(`^ (?:${noun} )?(?:were |was )?(?:injured|hurt|wounded|injuries)\\b`, 'i'),
  },
  men: { after: /^ (?:of )?(?:men|males)\b/i },
  women: { after: /^ (?:of )?(?:women|females)\b/i },
  sales: { before: before(`(?:sales|revenue|turnover) ${verb}`), after: /^ in (?:sales|revenue)\b/i },
  profit: {
    before: before(`(?:profit|income|earnings) ${verb}`),
    after: /^ in (?:net |operating )?(?:profit|income|earnings)\b/i,
  },
  loss: { before: before(`loss(?:es)? ${verb}`) },
  exports: { before: before(`exports ${verb}`), after: /^ (?:in|of) exports\b/i },
  imports: { before: before(`imports ${verb}`), after: /^ (?:in|of) imports\b/i },
  height: { after: /^ (?:tall|high|in height)\b/i },
  length: { after: /^ (?:long|in length)\b/i },
  width: { after: /^ (?:wide|across|in width)\b/i },
  depth: { after: /^ (?:deep|in depth)\b/i },
  weight: { before: before('weighs|weighing|weighed') },
  high: { before: before('highs? (?:of|near|around)') },
  low: { before: before('lows? (?:of|near|around)') },
  'per dollar': {
    after: /^ (?:won |yen |yuan |dollars |euros )?(?:to|per|against|on)(?: the)? (?:u\.?s\.? )?dollar\b/i,
  },
  'per euro': { after: /^ (?:won |yen |yuan |dollars )?(?:to|per|against|on)(?: the)? euro\b/i },
  cities: { after: /^ (?:\w+ )?cities\b/i },
  shows: { after: /^ (?:\w+ )?(?:shows|concerts|performances)\b/i },
  for: { after: /^ (?:votes? )?(?:in favor|in favour|for and)\b/i },
  against: { after: /^ (?:votes? )?(?:against|opposed)\b/i },
};
