import type { Register } from '../../model/style.js';
import type { SentenceStyle, Sentences } from '../pack.js';

/** The end of a sentence: a stop with closing marks, before a space or the text's end. */
const boundary = /[.!?。！？…]+["'”’」』)）\]]*(?=\s|$)/gu;
/** What somebody says or a bracket holds has a style of its own. */
const quoted =
  /“[^“”]{0,2000}”|"[^"]{0,2000}"|‘[^‘’]{0,2000}’|「[^「」]{0,2000}」|『[^『』]{0,2000}』|\([^()]{0,500}\)|（[^（）]{0,500}）/gu;

/** What somebody says: between double quotation marks, the usual ones of Korean. */
const spoken = /“[^“”]{0,2000}”|"[^"\n]{0,2000}"/gu;

/** Whether a syllable has ㅂ as its final: 합, 습, 입, 십. */
const hasBieup = (syllable: string | undefined) =>
  syllable !== undefined && /[가-힣]/.test(syllable) && (syllable.charCodeAt(0) - 0xac00) % 28 === 17;

/** The style that a sentence's last word has (국립국어원: 해라체, 해요체, 하십시오체); nothing for a noun or an ending of several styles. */
function registerOf(sentence: string): Register | undefined {
  const word = /([가-힣]+)[^가-힣\p{L}\p{N}]*$/u.exec(sentence.slice(-40))?.[1];
  if (word === undefined || word.length < 2) return undefined;
  if (/(?:니다|니까|시다)$/.test(word) && hasBieup(word.at(-3))) return 'formal';
  if (/(?:십시오|십시요)$/.test(word)) return 'formal';
  // 필요, 주요, 중요, 개요, 수요 are nouns.
  if (/(?:어|아|해|여|예|에|세|네|까|지|래|데|군|나|걸|게|대|려|돼|워|봐|줘|러|와|겨|켜|쳐|져|펴|셔)요$|죠$/.test(word))
    return 'polite';
  if (/다$/.test(word) && !/(?:바다|마다|보다|뿐더러다|부다)$/.test(word)) return 'plain';
  return undefined;
}

/** The sentences of a text in which what is passed over stands as U+0001. */
function stylesIn(plain: string): SentenceStyle[] {
  const found: SentenceStyle[] = [];
  let start = 0;
  for (const { 0: stop, index } of plain.matchAll(boundary)) {
    const end = index + stop.length;
    const style = registerOf(plain.slice(start, index));
    // A quotation that ends the sentence: its style is the speaker's.
    if (style !== undefined && plain[index - 1] !== '\u0001')
      found.push({ start: start + /^\s*/.exec(plain.slice(start, end))![0].length, end, style });
    start = end;
  }
  return found;
}

/**
 * A sentence ends in a final ending (-다, -요, -까, -음) or a noun. It is cut where a particle that needs a verb, a
 * connective ending or an adnominal ending stands last (국립국어원, 표준국어대사전의 조사와 어미).
 */
export const sentences: Sentences = {
  unfinished:
    /[가-힣](?:(?<![마가노])을|를|에서|에게|으로|로서|로써|부터|까지는|에는|에서는|으로는|와의|과의|하고|하며|하면|하면서|지만|는데|은데|인데|으며|면서|려고|도록|아서|어서|해서|여서|므로|거나|든지|하는|되는|있는|없는|했던|하던|위한|대한|통한|따른|관한|그리고|하지만|그러나|또는|및)$/u,
  finished: /(?:[가-힣]다|[가-힣](?:어|아|해|세|네|예|에)요|까요|죠|십시오)$/u,
  styles: (text) => stylesIn(text.replace(quoted, (inside) => '\u0001'.repeat(inside.length))),
  quoted: (text) =>
    [...text.matchAll(spoken)].flatMap(({ 0: quotation, index }) =>
      // The last sentence of a quotation may lack its stop: “좋다”고 했다.
      stylesIn(`${quotation.slice(1, -1)}.`).map(({ start, end, style }) => ({
        start: index + 1 + start,
        end: Math.min(index + 1 + end, index + quotation.length - 1),
        style,
      })),
    ),
};
