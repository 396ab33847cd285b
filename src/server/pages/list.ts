import { html, raw } from 'hono/html';
import type { Messages } from '../../messages/index.js';
import { editionStates } from '../../publish/states.js';
import type { Tally } from '../query.js';
import { dayIn, languageName, type Markup, monthIn, stateLabel } from './layout.js';

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

/** What the list is narrowed down to. */
export interface Asked {
  readonly q?: string | undefined;
  readonly state?: string | undefined;
  readonly topic?: string | undefined;
  /** `2026-04` */
  readonly month?: string | undefined;
}

/** The address of the list, narrowed down. */
export function listAddress(asked: Asked & { readonly cursor?: string | undefined }): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value);
  return query.size === 0 ? '/articles' : `/articles?${query}`;
}

/** What the list shows. */
export interface ListContent {
  readonly say: Messages;
  readonly articles: readonly ListedArticle[];
  readonly total: number;
  readonly asked: Asked;
  readonly topics: readonly Tally[];
  readonly months: readonly Tally[];
  readonly next?: string | undefined;
  /** Whether there are articles at all. */
  readonly empty: boolean;
}

/** Where a person reads an article. */
export function pageAddress(locale: string, slug: string): string {
  return `/${locale}/articles/${slug.split('/').map(encodeURIComponent).join('/')}`;
}

/** The list of articles with their state in each language. */
export function listPage({ say, articles, total, asked, topics, months, next, empty }: ListContent): Markup {
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
${asked.topic === undefined ? '' : html`<input type="hidden" name="topic" value="${asked.topic}">`}${
  asked.month === undefined ? '' : html`<input type="hidden" name="month" value="${asked.month}">`
}<button>${t('list.find')}</button></form>
${shelf('topic', topics, asked, say)}
${shelf('month', months, asked, say)}
${articles.length === 0 ? html`<p class="hollow">${t('list.none')}</p>` : ''}
<ul class="articles">${articles.map((article) => item(article, say))}</ul>
${next === undefined ? '' : html`<p class="more"><a class="button" href="${next}">${t('list.more')}</a></p>`}`;
}

/** How many topics or months stand open; the others are folded away. */
const openTallies = { topic: 8, month: 6 } as const;

/** Topics or months to narrow the list down to, each with how many articles it has and how many can be read. */
function shelf(by: 'topic' | 'month', tallies: readonly Tally[], asked: Asked, say: Messages): Markup {
  if (tallies.length === 0) return html``;
  const t = (key: string, values = {}) => say.text(`page.list.${key}`, values);
  const named = (name: string) => (by === 'month' ? monthIn(say.locale, name) : name);
  const link = ({ name, articles, available }: Tally) => {
    const isAsked = asked[by] === name;
    const address = listAddress({ ...asked, [by]: isAsked ? undefined : name });
    const counts = available < articles ? `${available}/${articles}` : String(articles);
    return html`<li><a href="${address}" title="${t('tally', { available, articles })}" ${
      isAsked ? raw('aria-current="true"') : ''
    }>${named(name)} <span class="tally">${counts}</span></a></li>`;
  };
  const first = tallies.slice(0, openTallies[by]);
  // The one that is asked for is always seen.
  const chosen = tallies.slice(first.length).filter(({ name }) => name === asked[by]);
  const rest = tallies.slice(first.length).filter(({ name }) => name !== asked[by]);
  const title = t(by === 'topic' ? 'topics' : 'months');
  return html`<nav class="shelf" aria-label="${title}"><h2>${title}</h2><ul>${[...chosen, ...first].map(link)}</ul>${
    rest.length === 0
      ? ''
      : html`<details><summary>${t('others', { count: rest.length })}</summary><ul>${rest.map(link)}</ul></details>`
  }</nav>`;
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
