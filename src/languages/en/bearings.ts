import type { Bearings, Spans } from '../pack.js';

/** 35°W, "35 degrees west". A letter in lower case is no point: 35 s. */
export const bearings: Bearings = {
  after: /^\s?([NSEW]|[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)(?![A-Za-z])/,
  points: { n: 'N', e: 'E', s: 'S', w: 'W', north: 'N', east: 'E', south: 'S', west: 'W' },
  any: /\b(?:north|south|east|west)|(?<![A-Za-z])[NSEW](?![A-Za-z])/i,
};

/** "from 11 to 12", "11 – 12". */
export const spans: Spans = { between: /^\s?(?:to|until|till|through|[-–~])\s/, after: /^/ };
