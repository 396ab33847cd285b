import type { Check } from './check.js';
import { quantities } from './quantities.js';
import { terminology } from './terminology.js';

/** Every check, in the order in which their issues are told. A new one is a file, a line here, its messages, fixtures and pages. */
export const checks: readonly Check[] = [quantities, terminology];

export const checkIds: readonly string[] = checks.map((check) => check.id);
