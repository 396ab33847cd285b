import type { Layout, LayoutId } from '../layout.js';
import { astro } from './astro.js';
import { docusaurus } from './docusaurus.js';
import { hugo } from './hugo.js';
import { next } from './next.js';
import { plain } from './plain.js';

/** Every layout by its name. */
export const layouts: Readonly<Record<LayoutId, Layout>> = { plain, hugo, astro, docusaurus, next };
