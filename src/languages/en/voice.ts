import type { Voice } from '../pack.js';

/** How English is written. */
export const voice: Voice = {
  news: 'English follows the news style of the AP Stylebook.',
  registers: {
    formal: 'follow the news style of the AP Stylebook, without contractions',
    polite: 'are friendly and speak to the reader as "you"',
    plain: 'are plain and direct; instructions use the imperative',
  },
};
