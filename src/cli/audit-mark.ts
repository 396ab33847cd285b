import type { Act } from '../store/audit.js';

/** Who did something now, where a person at the command line did it. */
export function byCommandLine(): Pick<Act, 'at' | 'by'> {
  return { at: new Date().toISOString(), by: 'command line' };
}
