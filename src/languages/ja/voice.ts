import type { Voice } from '../pack.js';

/** How sentences end (文化審議会「公用文作成の考え方」, 常体と敬体). */
export const voice: Voice = {
  news: 'Japanese sentences end in the plain written style of newspapers (常体: だ・である); quotations keep their own.',
  registers: {
    formal: 'end in the polite style (敬体: です・ます)',
    polite: 'end in the polite style (敬体: です・ます)',
    plain: 'end in the plain written style of newspapers (常体: だ・である)',
  },
};
