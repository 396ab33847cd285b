import type { TermCandidates, TermWord } from '../pack.js';

/** Words that begin, end and break no term: function words, and the commonest verbs and adverbs. */
const breaking = new Set(
  `a an the this that these those and or but nor so yet if then than as at by for from in into of off on onto out over to up
  with within without about above across after against along among around before behind below beneath beside between beyond
  during except inside near since through throughout toward under until upon via i you he she it we they me him her us them my
  your his its our their mine yours who whom whose which what when where why how all any both each every few many more most much
  no none not one other some such own same several only just also even ever never again once here there now very too is am are
  was were be been being has have had having do does did doing will would shall should can could may might must need let get
  gets got make makes made take takes took give gives gave go goes went come comes came say says said see sees saw know knows
  think thinks use uses used using want wants keep keeps put puts because while although though unless whether however
  therefore thus instead still already often always sometimes usually yes per like new first last next two three four five
  six seven eight nine ten`.split(/\s+/),
);

/** Whether a word only ties others together, or is one of the commonest verbs and adverbs. */
export function isFunctionWord(word: string): boolean {
  return breaking.has(word.toLowerCase());
}

const word = /[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ\d]*(?:['’.&/+-][A-Za-zÀ-ɏ\d]+)*/g;

/** English. The first word of a sentence has its capital from its place, and is a name only when it has more of them. */
export const terms: TermCandidates = {
  mixes: false,
  candidates(text) {
    const runs: TermWord[][] = [];
    let run: TermWord[] = [];
    let stop = 0;
    for (const { 0: written, index } of text.matchAll(word)) {
      if (text.slice(stop, index) !== ' ') run = start(runs, run);
      stop = index + written.length;
      const plain = written.replace(/['’]s$/, '');
      if (breaking.has(plain.toLowerCase()) || plain.length < 2) {
        run = start(runs, run);
        continue;
      }
      const begins = /(?:^|[.!?:“"‘(]\s*)$/.test(text.slice(Math.max(0, index - 3), index));
      const name = /[A-Z]/.test(begins ? plain.slice(1) : plain);
      if (begins && !name) {
        // "Cables are": whether Cables is a name cannot be seen here.
        run = start(runs, run);
        run.push({ text: plain.toLowerCase(), name });
      } else run.push({ text: plain, name });
      if (plain !== written) run = start(runs, run);
    }
    start(runs, run);
    return runs;
  },
};

function start(runs: TermWord[][], run: TermWord[]): TermWord[] {
  if (run.length > 0) runs.push(run);
  return [];
}
