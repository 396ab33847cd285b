import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { HtmlEscapedString } from 'hono/utils/html';
import { type Messages, uiLocales } from '../../messages/index.js';
import { DiptychError } from '../../model/errors.js';
import { type Entry, editionOf } from '../../publish/entry.js';
import { outputsOf } from '../../publish/outputs.js';
import { readIn } from '../../publish/reading.js';
import { assertAllowed, editionStates } from '../../publish/states.js';
import type { Scope } from '../../store/keys.js';
import { account, nameOf } from '../access/account.js';
import { needs } from '../access/guard.js';
import { covers, findKey } from '../access/keys.js';
import { sessionCookie } from '../access/sessions.js';
import type { Desk } from '../desk.js';
import type { Env } from '../env.js';
import { askedLocale, languageCookie } from '../http/negotiate.js';
import { siteOf } from '../http/site.js';
import { pageFiles, pageFolder } from '../page-files.js';
import { articlePage } from '../pages/article.js';
import { deskSection } from '../pages/desk.js';
import { layout, type Markup, type Page } from '../pages/layout.js';
import { articleLinks, feedLinks } from '../pages/links.js';
import { listAddress, listPage, pageAddress } from '../pages/list.js';
import { outcomeOf } from '../pages/outcome.js';
import { apiPage, loginPage } from '../pages/small.js';
import { editionsOf, faqOf, liveState, noticeOf, presentTranslation } from '../present.js';
import { relatedTo } from '../related.js';
import type { Renderer } from '../rendering.js';
import { localeParameter, slugSchema } from '../schemas.js';
import { monthsIn, topicsIn } from '../shelves.js';

/** How many articles one page of the list holds. */
const perPage = 30;

/** The address of an article's page, slashes in its slug and all. */
const articlePattern = '/:locale{[a-z]{2,3}(?:-[A-Za-z0-9]+)*}/articles/:slug{.+}';

/** What people look at. `paths` are those of the OpenAPI document. */
export function pageRoutes(desk: Desk, renderer: Renderer, paths: () => Record<string, Record<string, unknown>>) {
  const app = new Hono<Env>();
  const { access, library, heads, jobs } = desk;
  const may = (c: Context<Env>, scope: Scope) => c.var.who !== undefined && covers(c.var.who, scope);

  const show = (c: Context<Env>, page: Omit<Page, 'version' | 'here' | 'signedIn' | 'say'> & { say?: Messages }) => {
    c.header('Cache-Control', 'no-cache');
    c.header('Vary', 'Accept-Language, Cookie');
    const { pathname, search } = new URL(c.req.url);
    const signedIn = access.closed && c.var.who !== undefined;
    const say = page.say ?? c.var.messages;
    return c.html(
      layout({ ...page, say, here: pathname + search, version: desk.version, signedIn }) as HtmlEscapedString,
    );
  };

  app.get('/', (c) => c.redirect('/articles'));

  for (const [name, type] of Object.entries(pageFiles)) {
    app.get(`/assets/${name}`, (c) => {
      // The address holds the version, so that a browser need never ask again.
      c.header('Cache-Control', c.req.url.includes('?') ? 'public, max-age=31536000, immutable' : 'no-cache');
      return c.body(readFileSync(new URL(name, pageFolder), 'utf8'), 200, { 'Content-Type': type });
    });
  }

  app.get('/articles', needs('read'), async (c) => {
    const { q, state, topic, month, cursor } = c.req.query();
    const { locale } = c.var.messages;
    const asked = {
      q: q?.slice(0, 200),
      state: editionStates.find((one) => one === state),
      topic: topic?.slice(0, 200) || undefined,
      month: /^\d{4}-\d{2}$/.test(month ?? '') ? month : undefined,
    };
    const found = await desk.find({ ...asked, locale, limit: perPage, cursor });
    const content = listPage({
      say: c.var.messages,
      ...found,
      asked,
      topics: await topicsIn(desk, locale),
      months: await monthsIn(desk, locale),
      next: found.next === undefined ? undefined : listAddress({ ...asked, cursor: found.next }),
      empty: (await library.entries()).length === 0,
    });
    const links = feedLinks(locale);
    return show(c, { title: c.var.messages.text('page.list.title'), content, links, section: 'articles' });
  });

  app.get(articlePattern, needs('read'), async (c) => {
    const { entry, locale } = await chosen(c);
    const { slug } = entry.source;
    // Whoever has chosen no interface language reads the page in the article's.
    const say = getCookie(c, languageCookie) === undefined ? desk.messagesIn(locale) : c.var.messages;
    const reading = await readIn(library, heads, entry, locale);
    const { article, head } = reading;
    const state = reading.state === 'source' ? 'source' : liveState(desk, slug, locale, reading.state);
    const job = jobs.active(slug, locale);
    const content = articlePage({
      say,
      slug,
      locale,
      contentLocale: article.locale,
      state,
      title: head.title,
      titleLocale: head.locale,
      ...(head.summary === undefined ? {} : { summary: head.summary }),
      ...(head.date === undefined ? {} : { date: head.date }),
      ...(head.topic === undefined ? {} : { topic: head.topic }),
      notice: noticeOf(reading, say),
      editions: editionsOf(desk, entry),
      faq: article.locale === locale ? faqOf(article.frontmatter) : [],
      body: await renderer.html(article, say),
      related: await relatedTo(desk, entry, locale),
      ...(job === undefined ? {} : { job: job.id }),
      ...(job === undefined && may(c, 'generate') ? await lastRun(slug, locale, state, say) : {}),
      mayGenerate: may(c, 'generate'),
      ...(await deskOf(c, entry, locale, say)),
    });
    const links = articleLinks(await outputsOf(entry, desk.passes), locale, siteOf(c, desk.site));
    return show(c, { title: head.title, say, content, links, section: 'articles' });
  });

  /** Why the last job left something to do: whoever pressed the button sees the same button again, and must know. */
  async function lastRun(slug: string, locale: string, state: string, say: Messages): Promise<{ outcome?: string }> {
    if (state !== 'missing' && state !== 'partial' && state !== 'stale') return {};
    const last = (await jobs.list()).find((one) => one.to === locale && one.slug === slug);
    const outcome = last === undefined ? undefined : outcomeOf(last, say);
    return outcome === undefined ? {} : { outcome };
  }

  // Without the script the button is a form.
  app.post(articlePattern, needs('generate'), async (c) => {
    const { entry, locale } = await chosen(c);
    const { slug, locale: from } = entry.source;
    assertAllowed(liveState(desk, slug, locale, editionOf(entry, locale)?.state ?? 'missing'), 'generate');
    const { job, joined } = await jobs.submit({ slug, from, to: locale }, nameOf(c));
    if (!joined) await account(desk, c, { act: 'generate', slug, locale, about: job.id });
    return c.redirect(pageAddress(locale, slug), 303);
  });

  async function chosen(c: Context<Env>): Promise<{ entry: Entry; locale: string }> {
    const slug = slugSchema.safeParse(c.req.param('slug'));
    const tag = localeParameter.safeParse(c.req.param('locale'));
    if (!slug.success || !tag.success) throw new DiptychError('not-found', { context: 'page' });
    const entry = await library.recent(slug.data);
    const offered = [entry.source.locale, ...entry.editions.map(({ locale }) => locale)];
    return { entry, locale: askedLocale(tag.data, offered) };
  }

  /** The editor's part, where there is a translation and the person may edit. A broken one is told, and read all the same. */
  async function deskOf(c: Context<Env>, entry: Entry, locale: string, say: Messages): Promise<{ desk?: Markup }> {
    const { slug } = entry.source;
    if (!may(c, 'edit') || editionOf(entry, locale)?.found === undefined || jobs.active(slug, locale)) return {};
    try {
      const view = await desk.editor.view(slug, locale);
      const rights = { edit: may(c, 'edit'), publish: may(c, 'publish') };
      return { desk: deskSection(presentTranslation(desk, view, say), rights, say) };
    } catch (error) {
      if (!(error instanceof DiptychError)) throw error;
      const { failedDesk } = await import('../pages/failed-desk.js');
      return { desk: failedDesk(say, error) };
    }
  }

  app.get('/api', (c) =>
    show(c, {
      title: c.var.messages.text('page.api.title'),
      content: apiPage(c.var.messages, paths()),
      section: 'api',
    }),
  );

  app.post('/language', async (c) => {
    const { locale, back } = await c.req.parseBody();
    const chosenLocale = uiLocales.find((one) => one === locale);
    if (chosenLocale !== undefined) {
      setCookie(c, languageCookie, chosenLocale, { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: 31_536_000 });
    }
    return c.redirect(safePath(back), 303);
  });

  app.get('/login', (c) => {
    if (!access.closed) return c.redirect('/articles');
    const title = c.var.messages.text('page.login.title');
    return show(c, { title, content: loginPage(c.var.messages, safePath(c.req.query('back')), false) });
  });

  app.post('/login', async (c) => {
    const { key, back } = await c.req.parseBody();
    const found = typeof key === 'string' && access.closed ? findKey(await access.keys(), key.trim()) : undefined;
    if (found === undefined) {
      if (access.closed) await account(desk, c, { act: 'sign-in-refused' }, 'stranger');
      c.status(401);
      const title = c.var.messages.text('page.login.title');
      return show(c, { title, content: loginPage(c.var.messages, safePath(back), true) });
    }
    const token = await access.sessions.open(found.name);
    await account(desk, c, { act: 'sign-in' }, found.name);
    setCookie(c, sessionCookie, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'Strict',
      secure: c.req.header('x-forwarded-proto') === 'https' || new URL(c.req.url).protocol === 'https:',
    });
    return c.redirect(safePath(back), 303);
  });

  app.post('/logout', async (c) => {
    await access.sessions.close(getCookie(c, sessionCookie) ?? '');
    if (c.var.who !== undefined) await account(desk, c, { act: 'sign-out' });
    deleteCookie(c, sessionCookie, { path: '/' });
    return c.redirect('/login', 303);
  });

  return app;
}

/** A path of this server to lead back to; never another site's (`//evil.example`, `/\evil.example`). */
function safePath(back: unknown): string {
  return typeof back === 'string' && /^\/(?![/\\])[\x21-\x7e]{0,500}$/.test(back) ? back : '/articles';
}
