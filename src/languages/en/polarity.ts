import { anyOf, type Polarities } from '../polarity.js';

/** Whole words and their inflections. */
const words = (entries: string) => anyOf(entries, '\\b', '\\b', 'gi');
/** Words that begin so. */
const stems = (entries: string) => anyOf(entries, '\\b', '', 'gi');

const rise = `increas(?:e[sd]?|ing) increment(?:s|ed|ing)? rise[sn]? rising rose grow(?:s|n|ing|th)? grew surg(?:e[sd]?|ing) soar(?:s|ed|ing)?
  climb(?:s|ed|ing)? jump(?:s|ed|ing)?`;
const fall = `decreas(?:e[sd]?|ing) decrement(?:s|ed|ing)? declin(?:e[sd]?|ing) fall(?:s|en|ing)? fell drop(?:s|ped|ping)? reduc(?:e[sd]?|ing|tions?)
  shr(?:ink(?:s|ing|age)?|ank|unk) plung(?:e[sd]?|ing) slump(?:s|ed|ing)? plummet(?:s|ed|ing)?`;

/** English. */
export const polarities: Polarities = {
  trend: {
    up: {
      plain: words(rise),
      wide: stems(
        `${rise} up high more most above over rais improv exp extend boost enhanc add larg big great exceed doubl tripl better
        accelerat escalat many much further scal upgrad advanc strength deep wid long swell swollen multipl hik heighten wors
        aggravat intensif build buil gain inflat elevat sky rall rebound pick develop maxim plus amplif prolif spread mount
        strong push increment lift rich bull success peak tall old new heav jack gr tim progress appreciat elongat leap beat
        outpac top quick fast speed earn profit win won posit enlarg heal enrich emerg recover accumulat flourish thriv`,
      ),
    },
    down: {
      plain: words(fall),
      wide: stems(
        `${fall} down low less least few below under small loss los[et] cut sav minim short weak eas slow diminish cheap contract
        narrow limit slash trim curb mitigat decay wan slid sink sank collaps crash retreat shed slip erod erosion negativ
        deplet remov elimin prevent avoid reliev relief alleviat light compress halv half lack worse deteriorat recess scal
        deflat concis truncat compact without bear rebat discount fad flag dwindl tap bottom degrad drain dip ebb abat
        subsid depreciat weigh recede suppress cool thin tight off away subtract losing damp lighten clos decrement squeez
        de-? fat relax shav stop quit out declutter simplif optimi[sz] constrain restrict regress`,
      ),
    },
  },
  bound: {
    up: {
      plain: words(
        `at_least or_(?:more|higher|above|later|greater|newer|over|longer|larger|older) more_than greater_than (?:no|not)_(?:less|fewer)_than
        (?:higher|longer|larger|older|newer)_than over(?=_[$€£]?\\d) above(?=_[$€£]?\\d)`,
      ),
      wide: new RegExp(
        `${stems('at_least more over above after from since plus min later high great old new long larg past beyond exceed start begin onward up further least top additional (?:no|not|never)_(?:less|fewer|under|below)').source}|[+>≥]`,
        'gi',
      ),
    },
    down: {
      plain: words(
        `at_most or_(?:less|fewer|lower|below|earlier|under|younger|shorter|smaller) (?<!no_)(?<!not_)(?<!never_)(?<!not_be_)(?<!n't_be_)(?:less|fewer)_than no_more_than not_more_than
        (?<!no_)(?<!not_)(?:smaller|shorter|younger|lower)_than under(?=_[$€£]?\\d) below(?=_[$€£]?\\d)`,
      ),
      wide: new RegExp(
        `${stems('at_most less few low below under within up_to max most before until till early earli young short small almost near clos only just (?:no|not|never)_(?:more|over|above) exceed to through by in').source}|[<≤~–-]`,
        'gi',
      ),
    },
  },
};
