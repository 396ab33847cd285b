import type { Quantity } from '../../model/quantity.js';
import type { RenderContext } from '../pack.js';

export function render(quantity: Quantity, _context: RenderContext): string {
  return quantity.text;
}

export function describe(quantity: Quantity): string {
  return quantity.text;
}
