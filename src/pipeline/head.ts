/** The frontmatter fields that say what a file is. */
export interface Head {
  readonly locale?: string;
  /** `<locale>/<slug>` of the source, in a translation. */
  readonly translationOf?: string;
  /** Revision of the source that a translation was made from. */
  readonly sourceRevision?: string;
  readonly state?: string;
}

const names = ['locale', 'translationOf', 'sourceRevision', 'state'] as const;

/** The managed fields: Diptych writes them into each delivered file, and nothing else into its frontmatter. */
export const managedFields: readonly string[] = names;

/**
 * A look at the frontmatter without a YAML parser, which together with the Markdown libraries costs 150 ms: a run with
 * nothing to do must know only which file is a translation. Whatever is then worked on is parsed properly.
 */
export function readHead(text: string): Head {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (!/^---[ \t]*\r?\n/.test(body)) return {};
  const end = /\n---[ \t]*(?:\r?\n|$)/.exec(body);
  if (end === null) return {};
  const fields: Partial<Record<(typeof names)[number], string>> = {};
  for (const line of body.slice(0, end.index).split('\n')) {
    const match = /^(locale|translationOf|sourceRevision|state):[ \t]*(?:"([^"]*)"|'([^']*)'|([^\s#][^#\r]*))?/.exec(
      line,
    );
    const name = match?.[1] as (typeof names)[number] | undefined;
    const value = (match?.[2] ?? match?.[3] ?? match?.[4])?.trim();
    if (name !== undefined && value !== undefined && value !== '') fields[name] ??= value;
  }
  return fields;
}
