import { labelReader } from '../labels.js';
import { latinEdge, latinLabels } from '../und/labels.js';

/** Numbered labels in English. */
export const labels = labelReader(latinLabels, latinEdge);
