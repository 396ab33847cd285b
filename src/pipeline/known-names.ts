import { checkIds } from '../checks/index.js';
import { sourceCheckIds } from '../checks/source/ids.js';
import { engineIds } from '../engines/index.js';
import type { Known } from './load.js';

/** The names that a pipeline file may use: engines, and checks of pairs and of sources. */
export const knownNames: Known = { engines: engineIds, checks: [...checkIds, ...sourceCheckIds] };
