import { stringify } from 'yaml';
import { splitFrontmatter } from '../../markdown/frontmatter.js';

/**
 * A page's text with fields put at the end of its frontmatter. What the author has set stays as it is, byte for byte; so
 * does everything else.
 */
export function withFrontmatter(
  text: string,
  present: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>>,
): string {
  const added = Object.fromEntries(Object.entries(wanted).filter(([name]) => !Object.hasOwn(present, name)));
  if (Object.keys(added).length === 0) return text;
  const lines = stringify(added, { lineWidth: 0 });
  const { yaml } = splitFrontmatter(text);
  if (yaml === undefined) {
    const bom = text.startsWith('\ufeff') ? '\ufeff' : '';
    return `${bom}---\n${lines}---\n\n${text.slice(bom.length)}`;
  }
  const end = text.slice(0, yaml.end).includes('\r\n') ? '\r\n' : '\n';
  return text.slice(0, yaml.end) + lines.replaceAll('\n', end) + text.slice(yaml.end);
}
