import { html, raw } from 'hono/html';
import type { Messages } from '../../messages/index.js';
import { editionStates } from '../../publish/states.js';
import { dayIn, languageName, type Markup, stateLabel } from './layout.js';

/** An article in the list. */
export interface ListedArticle {
  readonly slug: string;
  readonly title: string;
  readonly titleLocale: string;
  readonly summary?: string | undefined;
  readonly date?: string | undefined;
  readonly topic?: string | undefined;
  readonly editions: readonly { readonly locale: string; readonly state: string }[];
}

/** What the list shows. */
export interface ListContent {
  readonly say: Messages;
  readonly articles: readonly ListedArticle[];
  readonly total: number;
  readonly asked: { readonly q?: string | undefined; readonly state?: string | undefined };
  readonly next?: string | undefined;
  /** Whether there are articles at all. */
  readonly empty: boolean;
}

/** Where a person reads an article. */
export function pageAddress(locale: string, slug: string): string {
  return `/${locale}/articles/${slug.split('/').map(encodeURIComponent).join('/')}`;
}

/** The list of articles with their state in each language. */
export function listPage({ say, articles, total, asked, next, empty }: ListContent): Markup {
  const t = (key: string, values = {}) => say.text(`page.${key}`, values);
  if (empty) return html`<h1>${t('list.title')}</h1><p class="hollow">${t('list.empty')}</p>`;
  const states = editionStates.map(
    (state) =>
      html`<option value="${state}" ${asked.state === state ? raw('selected') : ''}>${t(`state.${state}`)}</option>`,
  );
  return html`<div class="list-head"><h1>${t('list.title')}</h1><span class="count">${t('list.count', { count: total })}</span></div>
<form class="search" method="get" action="/articles" role="search">
<input type="search" name="q" value="${asked.q ?? ''}" placeholder="${t('list.search')}" aria-label="${t('list.search')}" maxlength="200">
<select name="state" aria-label="${t('list.state')}"><option value="">${t('list.any-state')}</option>${states}</select>
<button>${t('list.find')}</button></form>
${articles.length === 0 ? html`<p class="hollow">${t('list.none')}</p>` : ''}
<ul class="articles">${articles.map((article) => item(article, say))}</ul>
${next === undefined ? '' : html`<p class="more"><a class="button" href="${next}">${t('list.more')}</a></p>`}`;
}

function item({ slug, title, titleLocale, summary, date, topic, editions }: ListedArticle, say: Messages): Markup {
  const first = editions.some(({ locale }) => locale === say.locale) ? say.locale : titleLocale;
  return html`<li><article>
<p class="kicker">${topic === undefined ? '' : html`<span>${topic}</span>`}${
    date === undefined ? '' : html`<time datetime="${date}">${dayIn(say.locale, date)}</time>`
  }</p>
<h2 lang="${titleLocale}"><a href="${pageAddress(first, slug)}">${title}</a></h2>
${summary === undefined ? '' : html`<p class="summary" lang="${titleLocale}">${summary}</p>`}
<p class="editions">${editions.map(
    ({ locale, state }) =>
      html`<a href="${pageAddress(locale, slug)}" hreflang="${locale}"><span lang="${locale}">${languageName(locale)}</span>${stateLabel(state, say)}</a>`,
  )}</p>
</article></li>`;
}
