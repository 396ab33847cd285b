import type { Messages } from '../../messages/index.js';
import type { HandedOver } from '../handover.js';

/** What a server made of the work that it was handed, one line for each translation. */
export function handedPretty({ url, jobs }: HandedOver, messages: Messages): string {
  const say = (key: string, values = {}) => messages.text(`cli.handed.${key}`, values);
  const lines = jobs.map(({ slug, to, state, translation, units, issues = 0, errors }) => {
    const name = `content/${to}/${slug}.md`;
    const line = state === 'done' ? say('done', { name, state: translation, units, issues }) : say(state, { name });
    return [line, ...errors.map(({ message }) => `  ${message}`)].join('\n');
  });
  return [say('by', { url, count: jobs.length }), ...lines].map((line) => `${line}\n`).join('');
}

/** The same as JSON: the server's address and its jobs. */
export function handedJson({ url, jobs }: HandedOver): string {
  return `${JSON.stringify({ server: url, jobs }, null, 2)}\n`;
}
