import type { Messages } from '../../messages/index.js';
import type { LeftUnit } from '../../pipeline/report.js';

/** Why a unit stays in the source language, in the reader's language; `undefined` where its `reason` says it all. */
export function whyLeft({ reasons, error }: LeftUnit, messages: Messages): string | undefined {
  if (error !== undefined) return messages.text(`errors.${error.code}`, error.values);
  if (reasons === undefined || reasons.length === 0) return undefined;
  return [...new Set(reasons.map(messages.reason))].join(' ');
}
