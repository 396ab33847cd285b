import type { Zones } from '../pack.js';

const codes = 'UTC|GMT|[ECMP][SD]?T|BST|CES?T|KST|JST|IST|AE[SD]T|HKT|SGT';
const places =
  'eastern|central|mountain|pacific|greenwich|atlantic|korean?|japan|british|moscow|beijing|london|new york|seoul';

/** "7 p.m. ET", "0230 UTC", "5am (eastern time)", "Greenwich Mean Time"; "local time" and "Seoul time" keep that there is one. */
export const zones: Zones = {
  named: new RegExp(
    `(?<=(?:\\d|[ap]\\.?m\\.?|o['’]clock|noon|midnight)\\s?\\(?)(?:${codes})\\b|\\b(?:${places})\\s(?:standard |daylight |summer |mean )?time\\b`,
    'i',
  ),
  any: new RegExp(`\\b(?:${codes})\\b|\\b(?:standard|daylight|summer|mean|local|${places})\\s(?:\\w+ )?time\\b`, 'i'),
};
