type Hedge = 'about' | 'over' | 'under' | 'at-least' | 'at-most';
/** One word before a figure. */
export const hedgesBefore: ReadonlyMap<string, Hedge> = new Map(
  Object.entries({
    about: 'about',
    around: 'about',
    roughly: 'about',
    approximately: 'about',
    approx: 'about',
    nearly: 'about',
    almost: 'about',
    some: 'about',
    circa: 'about',
    estimated: 'about',
    close: 'about',
    approaching: 'about',
    over: 'over',
    above: 'over',
    exceeding: 'over',
    topping: 'over',
    past: 'over',
    under: 'under',
    below: 'under',
    minimum: 'at-least',
    maximum: 'at-most',
  } satisfies Record<string, Hedge>),
);
/** Two words before a figure. */
export const hedgePairs: ReadonlyMap<string, Hedge> = new Map(
  Object.entries({
    'more than': 'over',
    'greater than': 'over',
    'higher than': 'over',
    'older than': 'over',
    'longer than': 'over',
    'larger than': 'over',
    'in excess': 'over',
    'less than': 'under',
    'fewer than': 'under',
    'lower than': 'under',
    'younger than': 'under',
    'shorter than': 'under',
    'at least': 'at-least',
    'not less': 'at-least',
    'no less': 'at-least',
    'no fewer': 'at-least',
    'at most': 'at-most',
    'up to': 'at-most',
    'as many': 'at-most',
    'as much': 'at-most',
    'no more': 'at-most',
    'close to': 'about',
  } satisfies Record<string, Hedge>),
);

/** Verbs and nouns that say which way a percentage goes. */
export const directions: ReadonlyMap<string, 'up' | 'down'> = new Map([
  ...'rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth gain gains gained up climb climbed climbs jump jumped jumps surge surged surges soared higher raised raise hike advance advanced expanded'
    .split(' ')
    .map((word): [string, 'up'] => [word, 'up']),
  ...'fall falls fell fallen falling decrease decreases decreased decreasing decline declines declined declining drop drops dropped dropping down lose lost loss losses slid slide slump slumped plunged plunge tumbled tumble cut cuts lower lowered reduced reduce reduction shrank shrink dipped dip discount'
    .split(' ')
    .map((word): [string, 'down'] => [word, 'down']),
]);
