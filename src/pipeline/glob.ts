/**
 * Whether a path below `content/<locale>/` is named by a glob: `**` stands for any folders, `*` for anything within one
 * name, `?` for one character. Matching goes part by part and backtracks over parts only, so it takes at most
 * pattern × path steps whatever the pattern (`*a*a*a*b` is slow as a regular expression).
 */
export function matchesGlob(path: string, glob: string): boolean {
  return matchParts(path.split('/'), glob.split('/'));
}

function matchParts(path: readonly string[], glob: readonly string[]): boolean {
  // One row of the table "glob[0..g] matches path[0..p]" at a time.
  let row = [true, ...path.map(() => false)];
  for (const part of glob) {
    const next = new Array<boolean>(path.length + 1).fill(false);
    if (part === '**') {
      let reached = false;
      row.forEach((matched, p) => {
        reached ||= matched;
        next[p] = reached;
      });
    } else {
      path.forEach((name, p) => {
        if (row[p] === true && matchName(name, part)) next[p + 1] = true;
      });
    }
    row = next;
  }
  return row[path.length] === true;
}

function matchName(name: string, glob: string): boolean {
  let n = 0;
  let g = 0;
  let star = -1;
  let resume = 0;
  while (n < name.length) {
    if (glob[g] === '*') {
      star = g++;
      resume = n;
    } else if (g < glob.length && (glob[g] === '?' || glob[g] === name[n])) {
      g++;
      n++;
    } else if (star >= 0) {
      g = star + 1;
      n = ++resume;
    } else {
      return false;
    }
  }
  while (glob[g] === '*') g++;
  return g === glob.length;
}
