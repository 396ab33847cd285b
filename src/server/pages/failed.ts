import type { Context } from 'hono';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Desk } from '../desk.js';
import type { Env } from '../env.js';
import { layout } from './layout.js';
import { errorPage } from './small.js';

/** Whether a person in a browser is looking, rather than a program asking. */
export function wantsPage(c: Context<Env>): boolean {
  return !c.req.path.startsWith('/api/') && (c.req.header('accept') ?? '').includes('text/html');
}

/** An error answer as a page; who needs a key is led to where they can show it. */
export async function failedPage(c: Context<Env>, answer: Response, desk: Desk): Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  if (answer.status === 401 && c.req.method === 'GET') {
    return c.redirect(`/login?back=${encodeURIComponent(pathname + search)}`);
  }
  const { detail } = (await answer.json()) as { readonly detail: string };
  const say = c.var.messages;
  const title = say.text(answer.status === 404 ? 'page.error.not-found' : 'page.error.title');
  const signedIn = desk.access.closed && c.var.who !== undefined;
  const content = errorPage(say, title, detail);
  const page = layout({ title, say, here: '/articles', version: desk.version, signedIn, content });
  c.status(answer.status as never);
  return c.html(page as HtmlEscapedString);
}
