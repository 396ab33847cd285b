/** Frontmatter fields in which sites say what an article is about, in the order of the most usual first. */
const fields = ['topic', 'topics', 'tags', 'category', 'categories', 'section'] as const;

/** A topic as it is compared: without regard to case, width and surrounding spaces. */
export function topicKey(topic: string): string {
  return topic.normalize('NFKC').trim().toLowerCase();
}

/** What an article is about by its frontmatter: strings, lists of them, and `{name}` as sites write them; folded, each once. */
export function topicsOf(frontmatter: Readonly<Record<string, unknown>>): readonly string[] {
  return [...new Set(fields.flatMap((field) => named(frontmatter[field])))];
}

function named(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [topicKey(value)];
  if (Array.isArray(value)) return value.flatMap((one) => (Array.isArray(one) ? [] : named(one)));
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? named(value.name)
    : [];
}
