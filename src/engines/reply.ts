/** The longest answer that is read: a server that sends more is not answering the question. */
const longest = 4_000_000;

/**
 * The targets in an answer, by unit id. Answers are JSON at best; prose around it, a Markdown fence, a bare list, or a
 * text cut off in the middle still give every unit that is whole.
 */
export function readAnswer(text: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  if (text.length > longest) return targets;
  for (const unit of wholeObjects(text)) {
    if (unit === null || typeof unit !== 'object') continue;
    const { id, target } = unit as { id?: unknown; target?: unknown };
    if (typeof id !== 'string' || typeof target !== 'string') continue;
    // Two answers for one unit: neither can be trusted more than the other, and the first is what was asked for.
    if (!targets.has(id)) targets.set(id, target);
  }
  return targets;
}

/** Every innermost `{…}` of the text that is JSON. Braces inside strings do not count. */
function* wholeObjects(text: string): Generator<unknown> {
  let start = -1;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (quoted) {
      if (c === 0x5c) i++;
      else if (c === 0x22) quoted = false;
    } else if (c === 0x22) {
      // A quotation mark in prose before the JSON opens no string.
      quoted = start >= 0;
    } else if (c === 0x7b) {
      start = i;
    } else if (c === 0x7d && start >= 0) {
      const parsed = parse(text.slice(start, i + 1));
      if (parsed !== undefined) yield parsed;
      start = -1;
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
