import type { Cues } from '../cues.js';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** English. */
export const cues: Cues = {
  total: ['total', 'grand total', 'subtotal', 'sum', 'overall', 'combined', 'in all', 'altogether'],
  of: ['of', 'out of'],
  each: ['each', 'apiece'],
  compoundGrowth: ['cagr', 'compound annual', 'compound growth', 'annualized growth', 'annualised growth'],
  growth: ['growth', 'change', 'increase', 'yoy', 'y/y', 'year on year', 'year-on-year', 'year over year'],
  change: words(
    'improve improvement gain increase rise rose grew growth jump higher more decline fell drop decrease lower',
  ),
  share: ['share', '% of total', 'percent of total', 'proportion', 'composition'],
  contrast: words(
    'from previously earlier originally formerly instead versus vs compared against before than was were',
  ),
  function: words(
    `the a an and or but nor so yet of in on at to for with by from as is are was were be been being has have had do does
    did will would can could may might must should shall not no than then that this these those it its they their he she
    his her we our you your who which what when where why how all any some each every more most much many few less least
    about over under above below up down out into onto per also just only even still very too such own same other another
    one two three four five six seven eight nine ten first second third`,
  ),
};
