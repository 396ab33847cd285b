import type { Sentences } from '../pack.js';

/**
 * A sentence ends in a final ending (-다, -요, -까, -음) or a noun. It is cut where a particle that needs a verb, a
 * connective ending or an adnominal ending stands last (국립국어원, 표준국어대사전의 조사와 어미).
 */
export const sentences: Sentences = {
  unfinished:
    /[가-힣](?:(?<![마가노])을|를|에서|에게|으로|로서|로써|부터|까지는|에는|에서는|으로는|와의|과의|하고|하며|하면|하면서|지만|는데|은데|인데|으며|면서|려고|도록|아서|어서|해서|여서|므로|거나|든지|하는|되는|있는|없는|했던|하던|위한|대한|통한|따른|관한|그리고|하지만|그러나|또는|및)$/u,
};
