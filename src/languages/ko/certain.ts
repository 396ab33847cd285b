import { type Ending, endingOf } from './endings.js';

/** Units as they must be written to be taken for one: 5g is 그램, 5G is 지; M, L and dB are read in two ways. */
const units = new Set(
  `kg g mg km cm mm nm kW MW GW TW kWh MWh GWh TWh GB TB MB KB kB PB Hz kHz MHz GHz Kbps Mbps Gbps Tbps ml mL ha bp kV ft`.split(
    ' ',
  ),
);

/** Common English words that Hangul ends in a stop, which spelling leaves open: 앱, 웹, 깃, 봇, 마켓, 스택 against 팁스, 키트, 체크. */
const closed = new Set(
  `app web chip step map group top backup setup startup bot chat git internet robot market budget ticket pocket target packet
  snapshot commit reset asset dataset slack block track stack click feedback notebook facebook public music basic topic
  plastic magic traffic metric planet rabbit`.split(/\s+/),
);

/** Roman numerals are read in Korean or in English (II세, 파이널 판타지 III), nobody knows which. */
const roman = /^(?=..)X{0,3}(?:I[XV]|V?I{0,3})$/;

/** How a word ends. `open`: with a consonant, of which nobody knows whether it is ㄹ (1 is 일 or 원). */
export interface Sound {
  readonly ending: Ending;
  readonly open?: true;
}

/**
 * How a word's last sound ends, where every reader reads it so; `undefined` where spelling leaves it open (`pod` is 파드 or
 * 팟, `SAP` 에스에이피 or 샙, `MP3` 엠피쓰리, `2.0` 이점영 or 투제로).
 */
export function certainEnding(word: string): Sound | undefined {
  const last = word.at(-1) ?? '';
  if (/[가-힣%％℃°㎏㎞㎡]/.test(last)) return sure(endingOf(word));
  const money = /^([$€£¥₩])[\d.,]*\d$/.exec(word)?.[1];
  if (money !== undefined) return { ending: money === '¥' || money === '₩' ? 'consonant' : 'vowel' };
  if (/\d$/.test(last)) return digits(word);
  const latin = /[A-Za-z]+$/.exec(word)?.[0];
  if (latin === undefined || /[^\x20-\x7e가-힣·]/.test(word)) return undefined;
  const before = word.slice(0, -latin.length);
  if (/\d$/.test(before) && latin.length > 1) return units.has(latin) ? sure(endingOf(word)) : undefined;
  if (/\d$/.test(before) && /[lLMtTmgrRsS]/.test(latin)) return latin === 'g' ? { ending: 'consonant' } : undefined;
  if (/[-_.~]$/.test(before) && latin.length === 1) return undefined;
  if (roman.test(latin)) return undefined;
  // WebGL is read as 웹 and its letters, TypeScript by its last word.
  const part = /[A-Z]{2,}$|[A-Z]?[a-z]+$|[A-Z]$/.exec(latin)![0];
  if (part === part.toUpperCase()) return part === latin || part.length > 1 ? capitals(part) : undefined;
  return latin.length === 1 ? sure(endingOf(latin)) : lower(part.toLowerCase());
}

function sure(ending: Ending | undefined): Sound | undefined {
  return ending === undefined ? undefined : { ending };
}

/** Numbers are read as Korean reads them; digits behind Latin letters often as English does (아이폰 X, MP3, Web3). */
function digits(word: string): Sound | undefined {
  const number = /\d[\d,.]*$/.exec(word)![0];
  const before = word.slice(0, -number.length);
  const figure = Number(number.at(-1));
  if (/[:/]$/.test(before) || /\.\d+\./.test(number)) return undefined;
  if (/[A-Za-z]-?$/.test(before) && !/\.\d*[1-9]$/.test(number)) {
    if ([2, 4, 5].includes(figure)) return { ending: 'vowel' };
    if (figure === 7) return { ending: 'consonant', open: true };
    return figure === 0 && /^[1-9]\d+$/.test(number) && number.length > 2 ? { ending: 'consonant' } : undefined;
  }
  // 2.0 ends in 영 or 제로.
  if (figure === 0 && number.includes('.')) return undefined;
  // 1 is also 하나 or 원, 3 쓰리, 5 다섯: a digit alone is left to its writer, unless all of them end alike.
  if (number.length === 1) return figure === 4 ? { ending: 'vowel' } : undefined;
  return sure(endingOf(number));
}

/** Acronyms read letter by letter, unless they could be a word that ends otherwise: SAP, OPEC, LINE. */
function capitals(latin: string): Sound | undefined {
  const readable = /[AEIOUY]/.test(latin.slice(0, -1));
  if (readable && latin.length > 2 && /[RTPCKGBE]$/.test(latin)) return undefined;
  return sure(endingOf(latin));
}

/** Ends of English words that are written one way in Hangul: template is 템플릿, update 업데이트. */
const spellings: readonly (readonly [RegExp, Ending])[] = [
  [/(?:[^aeiou]le|[aeiou]l|ll|[aeiou]le)$/, 'rieul'],
  [/(?:[aeiou]ng|[aeiouw]n|[aeiour]m)$/, 'consonant'],
  [/(?:[aiouy]|ee|ie|oe|ue)$/, 'vowel'],
  [/(?:[sc]e|[vfzg]e|de|(?<!a)te|ke|[aeiou]re)$/, 'vowel'],
  [/(?:[sxzvfwj]|sh|ch|th)$/, 'vowel'],
  [/(?:[^aeiou]t|[^aeiouc]k|..[eoa]r|[^aeiou]d)$/, 'vowel'],
];

function lower(latin: string): Sound | undefined {
  // LLMs, tensors: who reads the plural aloud and who does not cannot be told.
  if (/[bcdfgklmnprtwh]s$/.test(latin)) return undefined;
  if (closed.has(latin)) return { ending: 'consonant' };
  return sure(spellings.find(([pattern]) => pattern.test(latin))?.[1]);
}
