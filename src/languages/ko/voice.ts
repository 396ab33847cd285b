import type { Voice } from '../pack.js';

/** How sentences end (국립국어원, 상대 높임법). */
export const voice: Voice = {
  news: 'Korean sentences end in the plain written style of newspapers (해라체: -다); quotations keep their own.',
  registers: {
    formal: 'end in the formal polite style (합쇼체: -습니다, -십시오)',
    polite: 'end in the informal polite style (해요체: -아요/-어요)',
    plain: 'end in the plain written style of newspapers (해라체: -다)',
  },
};
