import type { EntryKind, Naming } from '../naming.js';

/** A word of a name, or one that stands inside names. */
const capital = /^(?:\p{Lu}|\d+\p{Lu}|i[A-Z])[\p{L}\p{N}.’'&+-]*$/u;
const inside = /^(?:of|the|de|for|and|on|in|&|van|von|al)$/;
const group =
  /\b(?:its|their|his|her|our|my|your|others?|rest|more|several|some|many|few|both|all|each|every|any|one|two|three|four|five|six|seven|eight|nine|ten|dozens?)\b|\d/i;
const grammar =
  /^(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did|that|which|who|when|while|as|if|because|since|though|although|but|so|than|then|to|from|with|by|at|on|in|into|of|for|about|after|before|not|no|also|it|they|he|she|we|you|i|this|these|those|said|says)$/;

function entry(text: string): EntryKind {
  const bare = text.trim().replace(/^(?:and|or|&)\s+/, '');
  const words = bare.replace(/^(?:an?|the)\s+/i, '').split(/\s+/);
  if (words[0] === '' || words.length > 6) return 'clause';
  if (group.test(bare)) return 'group';
  if (capital.test(words[0]!) && words.every((word) => capital.test(word) || inside.test(word))) return 'name';
  if (!words.every((word) => /^[a-z][a-z’'-]*$/.test(word)) || words.length > 3) return 'clause';
  if (words.some((word) => grammar.test(word))) return 'clause';
  return /[^s]s$/.test(words.at(-1)!) ? 'group' : 'common';
}

/** English. */
export const naming: Naming = {
  joint:
    /(?:,\s+(?:all\s+(?:the\s+|these\s+|those\s+)?|the\s+|these\s+|those\s+|its\s+|his\s+|her\s+|their\s+|our\s+)|\s+[–—-]+\s+(?:all\s+)?(?:the\s+|these\s+|its\s+|their\s+)?|\s+(?:are|were|became|remain|make up|made up|form|formed)\s+(?:the|all|all the|its|their|our)\s+(?:[\w-]+[’']s\s+)?)$/i,
  examples: /\b(?:including|such as|among (?:others|them)|like|and others|for example|e\.g)\b/i,
  closed:
    /^(?:-(?:member|person|man|woman|city|country|nation|party|company|team|way)\b|\s+(?!(?:other|more|further|additional|different|smaller|larger|new)\b)(?:[\w’'-]+\s+){0,4}?[a-z]{2,}(?:s|men|people|children)(?:[.,;:!?)]|\s+[–—-]|\s+(?:that|which|who|where|whose|to|of|in|with|on|for|behind|from)\b|$))/i,
  elsewhere:
    /^[\s"“‘]*(?:in|at|on|for|from|with|without|after|before|when|while|since|as|between|among|across|under|over|by|to|like|unlike|despite|if|because|although|though|until|where|once|during|amid|against|beyond|near|outside|inside|through|throughout|within|besides|last|this|next|of|asked|led|backed)\b/i,
  openers:
    /^(?:\w+ly|However|Yesterday|Today|Tomorrow|Then|Now|Still|Instead|Meanwhile|Also|Later|Here|There|So|Yet|Thus|Moreover|Besides|Indeed|Nonetheless|Nevertheless|Therefore|First|Second|Third|Next|But|And)$/,
  after: [
    // "a four-member panel of Kim, Lee and Park": the names go on as long as there are capitals.
    {
      pattern:
        /^-[a-z]+\s+(?:[a-z]+\s+){1,2}?(?:of|between|among)\s+(\p{Lu}[\p{L}.’'-]*(?:(?:,?\s+and\s+|,\s+|\s+)\p{Lu}[\p{L}’'-]*)+)/u,
      sure: true,
    },
    {
      pattern: /^[^:(（.,;–—]{0,40}?\s*(?:—|\s[–-]\s)\s*([^–—:;.()?!]{3,160}?)\s*(?:—|\s[–-](?=\s)|[.]?\s*$)/,
      sure: true,
    },
    {
      pattern:
        /^\s+(?:[\w’'-]+\s+){0,3}?[a-z]{2,}s\s+(?:are|were|will be)\s*:?\s+((?:the\s+)?\p{Lu}[^:;.()–—?!]{3,160})[.]?\s*$/u,
      sure: true,
    },
    {
      pattern:
        /^\s+(?:[\w’'-]+\s+){0,3}?[a-z]{2,}s,\s+([^:;.()–—?!]{3,160}?)(?:,\s+(?=[a-z]+\b)(?!and\b|or\b)|[.]?\s*$)/,
      sure: false,
    },
  ],
  entry,
  paired: true,
};
