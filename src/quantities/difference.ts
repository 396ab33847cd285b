import type { NumberedName, Quantity } from '../model/quantity.js';
import type { Match } from './pairing.js';

/** What differs between the figures of two texts. */
export type Difference =
  /** One figure stands for another: a wrong value, unit, currency or kind. */
  | { readonly type: 'value' | 'unit' | 'currency' | 'kind'; readonly source: Quantity; readonly target: Quantity }
  | { readonly type: 'bound' | 'sign' | 'direction'; readonly source: Quantity; readonly target: Quantity }
  /** The zone of a clock is left out. */
  | { readonly type: 'zone'; readonly source: Quantity; readonly target: Quantity; readonly zone: string }
  /** Degrees of latitude or longitude without their point of the compass, or with another. */
  | { readonly type: 'bearing'; readonly source: Quantity; readonly target: Quantity; readonly bearing: string }
  /** `again`: the same figure stands elsewhere in the source too, and the translation has it there. */
  | { readonly type: 'missing'; readonly source: Quantity; readonly again?: true }
  | { readonly type: 'extra'; readonly target: Quantity }
  | { readonly type: 'swapped'; readonly source: Quantity; readonly target: Quantity; readonly other: Match }
  | { readonly type: 'name-changed'; readonly source: NumberedName; readonly target: NumberedName }
  | { readonly type: 'name-missing'; readonly source: NumberedName }
  | { readonly type: 'name-extra'; readonly target: NumberedName };
