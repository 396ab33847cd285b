import type { Cues } from '../cues.js';
import { naming } from './naming.js';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** English. */
export const cues: Cues = {
  total: ['total', 'grand total', 'subtotal', 'sum', 'overall', 'combined', 'in all', 'altogether'],
  of: ['of', 'out of'],
  each: ['each', 'apiece'],
  compoundGrowth: ['cagr', 'compound annual', 'compound growth', 'annualized growth', 'annualised growth'],
  growth: ['growth', 'change', 'increase', 'yoy', 'y/y', 'year on year', 'year-on-year', 'year over year'],
  change: words(
    'improve improvement gain increase rise rose grew growth jump higher more decline fell drop decrease lower up down climbed surged slid shrank cut slashed raised boosted lifted expanded widened narrowed soared plunged tumbled dipped slipped eased',
  ),
  share: ['share', '% of total', 'percent of total', 'proportion', 'composition'],
  yearly: ['cagr', 'compound', 'annualized', 'annualised', 'a year', 'per year', 'annually', 'yearly', 'annual'],
  earlier: /\b(?:a|the) year (?:earlier|ago|before|later|on)\b/gi,
  courses: [
    {
      before: /(?<!\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|everything)\s)\bfrom\s+(?:[\w-]+\s+){0,2}$/i,
      between: /^[\s,]*(?:[\w-]+[\s,]+){0,2}to\s+(?:[\w-]+\s+){0,2}$/i,
    },
    {
      before: /\bto\s+(?:[\w-]+\s+){0,2}$/i,
      between: /^[\s,]*(?:(?:in|for|by|at)\s+)?(?:[\w-]+\s+){0,2}from\s+(?:[\w-]+\s+){0,2}$/i,
      reversed: true,
    },
    { between: /^[\s,]*(?:an?\s+[\w-]+,?\s+)?(?:up|down)\s+from\s+(?:[\w-]+\s+){0,2}$/i, reversed: true },
    {
      between: /^[\s,]*(?:compared\s+(?:with|to)|against|versus|from)\s+(?:[\w-]+\s+){0,2}$/i,
      after:
        /^\s+(?:(?:a|the)\s+(?:year|quarter|month|decade)\s+(?:earlier|ago|before)|last\s+(?:year|quarter|month)|(?:in|for)\s+the\s+same)\b/i,
      reversed: true,
    },
    { between: /^\s*(?:→|->|=>)\s*$/ },
  ],
  points: { after: /^[\s-]+points?\b/i },
  courseOfRange: /(?<!\brang(?:e|es|ed|ing)\s)(?<!\bvar(?:y|ies|ied|ying)\s)\bfrom\s+(?:[\w-]+\s+){0,2}$/i,
  since: { before: /\b(?:since|founded in|established in|started in|began in|launched in|opened in)\s+$/i },
  lasting: {
    before: /\b(?:for|over|past|last)\s+(?:the\s+)?(?:(?:past|last|about|nearly|almost|some|more than|over)\s+)*$/i,
    after: /^\s+(?:ago|now|running|in a row|later)\b/i,
  },
  span: { before: /\b(?:from|between)\s+$/i, between: /^\s+(?:to|until|till|through|and)\s+$/i },
  moved:
    /\b(?:mov(?:e|es|ed|ing)|brought forward|reschedul|advanc(?:e|ed|ing) (?:the|its)|chang(?:e|ed|ing)|shift|push(?:ed)? (?:back|forward))/i,
  anniversary: { after: /^\s+(?:anniversary|birthday|jubilee)\b/i },
  born: { before: /\bborn\s+(?:[\w’'-]+\s+){0,4}in\s+$/i },
  runs: {
    before:
      /\b(?:(?:star|commenc)(?:t|e|ts|es|ted|ed|ting|ing)|begins?|began|begun|beginning|launch(?:es|ed)?|opens?|opened|br(?:eaks|oke) ground|kick(?:s|ed)? off)\s+(?:(?:work|construction|production|operations?|again)\s+)?(?:(?:in|on|from|around|about|by|early|late|mid|the|spring|summer|autumn|fall|winter|of|only|back)[\s-]+){0,4}$/i,
    between:
      /^(?:and|but|then|before|to|who|which|that|was|were|is|are|will|would|be|being|been|has|have|had|due|expected|scheduled|planned|set|it|only|then|later|finally|\s|,)*\b(?:end(?:s|ed|ing)?|finish(?:es|ed|ing)?|complet(?:es?|ed|ing)|conclud(?:es?|ed|ing)|clos(?:es?|ed|ing)|wrap(?:s|ped|ping)? up|expir(?:es?|ed|ing)|r(?:un|uns|an) until|last(?:s|ed)? until)\s+(?:(?:in|on|by|around|about|early|late|mid|the|spring|summer|autumn|fall|winter|of|only|back)[\s-]+){0,4}$/i,
  },
  split:
    /^[^.;!?]{0,40}(?::|\(|[–—-]\s|\b(?:is|are|was|were|be)?\s*(?:divided|split|broken down)\s+(?:into|between|among)|\b(?:consists?|consisting|composed|made up) of|\bcompris(?:es|ing))[^\d.;!?]{0,40}$/i,
  wholes: {
    of: { after: /^\s+of\b/i },
    named: {
      after:
        /^\s+of\s+(?:[\w’'-]+\s+){0,3}?(budgets?|spending|expenditures?|outlays?|revenues?|turnover|sales|output|production|generation|capacity|costs?|money|funds?|funding|total|market|emissions|electricity|power|energy|votes?|seats|population|gdp|exports|imports|investments?|profits?|shares|stock|capital|workforce|land|demand|supply)\b/i,
    },
    leads:
      /\bof (?:[\w’'-]+\s+){0,3}?(?:budgets?|spending|expenditures?|outlays?|revenues?|turnover|sales|output|production|generation|capacity|costs?|money|funds?|funding|total|market|emissions|electricity|power|energy|votes?|seats|population|gdp|exports|imports|investments?|profits?|shares|stock|capital|workforce|land|demand|supply),\s[^%]{0,40}$/i,
    opposed: [
      {
        between:
          /^\s+(?:(?:were|was|are|voted|came out)\s+)?(?:in favou?r|for|yes|approved?|support(?:ed)?|agreed?|satisfied)(?:\s+of it)?(?:,|\s+(?:and|while|but|with|to))(?:\s+(?:and|only|just|about|with))?\s*$/i,
        after:
          /^\s+(?:(?:were|was|are|voted|came out)\s+)?(?:against|no|opposed|oppose|disapproved?|disagreed?|dissatisfied)\b/i,
      },
      {
        between: /^\s+(?:said|say|answered|voted)\s+yes(?:,|\s+and)(?:\s+and)?\s*$/i,
        after: /^\s+(?:(?:said|say|answered|voted)\s+)?no\b/i,
      },
      { between: /^\s+(?:were|was|are)\s+men(?:,|\s+and)(?:\s+and)?\s*$/i, after: /^\s+(?:(?:were|are)\s+)?women\b/i },
      { between: /^\s+(?:were|was|are)\s+women(?:,|\s+and)(?:\s+and)?\s*$/i, after: /^\s+(?:(?:were|are)\s+)?men\b/i },
    ],
    neither: {
      after:
        /^\s+(?:(?:said they\s+)?did(?: not|n['’]t) know|(?:were|was)?\s*(?:undecided|unsure|neutral)|abstained|abstaining|not sure|neither|had no opinion)\b/i,
    },
    leaders: /market share|top \d|leading/i,
    takes: /\bma(?:kes?|king|de) up\b/gi,
    nested: /\bof (?:which|that|those|these|them|whom)\b|\bthan\b|\boverlap|\bmore than one\b|\beach\b/i,
  },
  scaled: {
    text: /\b(?:million|billion|trillion)$/i,
    after: /^(?:\s+(?:for|to|on|in|from|by|and|or|at|was|were|is|will|went|goes|of)\b|\s*[,.;)]|\s*$)/i,
  },
  divided: [
    'divided',
    'divides',
    'split',
    'splits',
    'broken down',
    'breaks down',
    'made up',
    'mix',
    'owned',
    'breakdown',
    'consist',
    'allocated',
    'distributed',
    'shared out',
  ],
  mean: /\b(?:average|avg|mean|median|rates?|ratio|scores?|max(?:imum)?|min(?:imum)?|prices?|per|percentile|index|unique|distinct|rank|latency)\b/i,
  exchange: {
    USD: { after: /^\s*(?:to|per|for|against|a)\s+(?:the\s+|one\s+|each\s+)?(?:U\.?S\.?\s+)?(?:dollar|\$1\b|USD\b)/i },
    EUR: { after: /^\s*(?:to|per|for|against|a)\s+(?:the\s+|one\s+|each\s+)?(?:euro|€1\b|EUR\b)/i },
    GBP: { after: /^\s*(?:to|per|for|against|a)\s+(?:the\s+|one\s+|each\s+)?(?:pound|£1\b|GBP\b)/i },
  },
  equals: [
    {
      between:
        /^\s*,?\s*(?:(?:which\s+)?(?:is|was|are|were|makes|comes to|equals|equates to)\s+)?(?:the equivalent of|equivalent to|equal to|worth)\s+(?:about|roughly|some|only|almost|nearly|around)?\s*$/i,
    },
    { between: /^\s+(?:is|was|makes|comes to|equals)\s+(?:about|roughly|some|almost|nearly|around)?\s*$/i },
  ],
  inAll: {
    before:
      /\b(?:a (?:grand )?total of|in total|total(?:l?ing|s|l?ed)?|adds? up to|adding up to|sums? to|together|altogether|a combined|in all|which makes|making)[\s,:]*$/i,
    after: /^[\s,]*(?:[a-z]+\s+){0,2}?(?:in total|in all|altogether|combined|together)\b/i,
  },
  or: { after: /^\s+(?:for|in|over) the (?:full |whole )?year\b/i },
  priced: { before: /\b(?:for|costing|cost|at a cost of|worth|paying|paid|spent|spending)\s+$/i },
  perOne: { before: /\beach\s+(?:[\w’'-]+\s+){0,5}$/i, after: /^\s*(?:\w+\s+){0,2}(?:each|apiece)\b/i },
  counted:
    /^\s+(?:[\w-]+\s+){0,2}?(?:reasons|ways|steps|things|factors|questions|predictions|points|lessons|tips|types|kinds|groups|parts|stages|phases|examples|options|rules|principles|risks|problems|challenges|changes|areas|categories|levels|trends|takeaways|conditions|goals|measures|benefits|advantages|differences|mistakes|facts|items|features|components|elements|methods|modes|approaches|strategies|countries|companies|cities|regions|models|products|projects|scenarios|arguments|criteria|requirements|properties|tasks|signs|cases)\b/i,
  several:
    /^-(?:member|person|man|woman|city|country|nation|party|company|team|way)\b|^\s+(?:[\w-]+\s+){0,3}?(?:[a-z]{2,}s|people|men|women|children|countries|cities|companies)\b/i,
  follows: /\b(?:following|as follows|below|these)\b[^.!?]*[.:]?$/i,
  shows: /\b(?:following|below|table)\b/i,
  leads: {
    before:
      /^\s*(?:(?:here|these|there) (?:are|were)\s+)?(?:(?:the|these|those|all|all the|its|our|only|some|another)\s+)?$/i,
    after: /^\s+(?:[\w’'-]+\s+){0,3}[a-z]{2,}s[:：]\s*$/i,
  },
  among: { before: /(?<!\bone\s)\b(?:of|among)\s+(?:(?:the|its|all|these|those|their|our|his|her)\s+)*$/i },
  open: /\b(?:etc|including|include|such as|e\.g|among (?:others|them|these)|like|for (?:example|instance)|notably|mostly|mainly)\b/i,
  naming,
  and: /\s*,?\s+(?:and|or|&)\s+/,
  than: { after: /^[^.;]{0,24}\bthan\b|^\s+of\b/i },
  begins: ['start', 'begin', 'begins', 'started', 'opened', 'launch', 'from'],
  ends: ['end', 'ends', 'finish', 'ended', 'closed', 'completion', 'to', 'until'],
  dangling:
    /\s(?:on|under|against|about|through|after|before|until|without|within|across|toward|towards|because of|so that|where|whether|every|each|these|those|very)$/i,
  function: words(
    `the a an and or but nor so yet of in on at to for with by from as is are was were be been being has have had do does
    did will would can could may might must should shall not no than then that this these those it its they their he she
    his her we our you your who which what when where why how all any some each every more most much many few less least
    about over under above below up down out into onto per also just only even still very too such own same other another
    one two three four five six seven eight nine ten first second third`,
  ),
};
