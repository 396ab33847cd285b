import type { Block } from '../model/article.js';
import type { Aligned } from './align.js';

/** A fence that opens with a language, within a code block: no code holds one, unless it shows Markdown. */
const fence = /^[ \t]*(?:`{3,}|~{3,})[ \t]*[\w-]+[ \t]*$/m;

/**
 * The code block of the translation that took in the block which is missing at `index`: a fence that is not closed, or one
 * that is indented less than its list (the list ends there, and its closing fence opens a block) makes code of all that
 * follows, up to the next fence without a language. Nothing is lost then, but it is set as code.
 */
export function swallowedBy(pairs: readonly Aligned<{ readonly block: Block }>[], index: number): Block | undefined {
  for (const step of [-1, 1]) {
    let at = index + step;
    while (pairs[at] !== undefined && pairs[at]![1] === null) at += step;
    const [source, target] = pairs[at] ?? [null, null];
    const { kind, value = '' } = target?.block ?? { kind: 'paragraph' };
    if (kind === 'code' && fence.test(value) && !fence.test(source?.block.value ?? '')) return target!.block;
  }
  return undefined;
}
