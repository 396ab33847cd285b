import type { Quantity } from '../../../model/quantity.js';
import { mentioned } from './alone.js';
import { nativeDays } from './numerals.js';
import { isHangul, longest } from './text.js';

/** 하루, 이틀, 사흘 … 보름, 일주일: days counted natively. 하루 is soft, since 하루에 is "a day". */
export function readDays(
  text: string,
  at: number,
): { fields: Omit<Quantity, 'text' | 'start' | 'end'>; end: number } | undefined {
  if (isHangul(text.charCodeAt(at - 1))) return undefined;
  const found = longest(text, at, nativeDays);
  if (found === undefined) return undefined;
  const [value, end] = found;
  const after = text.slice(end, end + 2);
  // 이레네, 보름달, 하루키, 사흘 is no other word's beginning.
  if (
    isHangul(after.charCodeAt(0)) &&
    !/^(?:간|동|만|째|에|이|가|은|는|을|를|의|로|도|뒤|후|전|앞|씩|내|치|연|새|평|종|과|와|밖|까|쯤|아|빨|사)/.test(
      after,
    )
  )
    return undefined;
  if (mentioned.test(text.slice(end, end + 10))) return undefined;
  if (text.startsWith('보름달', at) || text.startsWith('하루키', at) || text.startsWith('하루아침', at))
    return undefined;
  return {
    fields: { kind: 'duration', value: String(value), unit: 'day', hardness: value === 1 ? 'soft' : 'hard' },
    end,
  };
}
