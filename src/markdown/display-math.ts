/** Marks of the containers that a line may stand in: quotations, list items. */
const containers = /^[ \t>*+\-\d.)]*/;
const closing = /^[ \t>]*\$\$\s*$/;

/**
 * Where `$$` opens a display as TeX writes it, whose end stands after its last words (`$$x = y`, `= z.$$`), not a fence
 * that a line of nothing but `$$` closes. Read as a fence it would swallow the rest of the page. Offsets into `text`.
 */
export function displayOpenings(text: string): ReadonlySet<number> {
  const out = new Set<number>();
  if (!text.includes('$$')) return out;
  let opening: { readonly at: number; readonly bare: boolean } | undefined;
  let start = 0;
  for (const line of text.split(/(?<=\r\n?|\n)/)) {
    const at = line.indexOf('$$');
    if (at >= 0) {
      if (opening !== undefined) {
        // A fence opened by a bare line goes on until another; one with words beside it ends where `$$` comes next.
        const closes = closing.test(line);
        if (!closes && !opening.bare) out.add(opening.at);
        if (closes || !opening.bare) opening = undefined;
      } else if (containers.exec(line)![0].length === at && !line.slice(at + 2).includes('$')) {
        opening = { at: start + at, bare: line.slice(at).trimEnd() === '$$' };
      }
    }
    start += line.length;
  }
  if (opening !== undefined && !opening.bare) out.add(opening.at);
  return out;
}
