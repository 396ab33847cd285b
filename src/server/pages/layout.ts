import { html, raw } from 'hono/html';
import { type Messages, uiLocales } from '../../messages/index.js';

/** A piece of HTML whose values are escaped. */
export type Markup = ReturnType<typeof html>;

/** What every page has around its content. */
export interface Page {
  readonly title: string;
  readonly say: Messages;
  /** Address of this page, for what leads back to it. */
  readonly here: string;
  readonly version: string;
  /** Whether somebody is signed in who can sign out. */
  readonly signedIn: boolean;
  readonly content: Markup;
  /** Links to this page's other languages and feeds. */
  readonly links?: Markup;
  /** Which entry of the navigation the page belongs to. */
  readonly section?: 'articles' | 'api';
  readonly wide?: true;
}

const mark = raw(
  '<svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M2 4.5 11 3v18l-9-1.5z" fill="currentColor"/><path d="m22 4.5-9-1.5v18l9-1.5z" fill="currentColor" opacity=".45"/></svg>',
);

/** A whole document. */
export function layout({ title, say, here, version, signedIn, content, links, section, wide }: Page): Markup {
  const t = (key: string) => say.text(`page.${key}`);
  const entry = (name: 'articles' | 'api', address: string) =>
    html`<a href="${address}" ${section === name ? raw('aria-current="page"') : ''}>${t(`nav.${name}`)}</a>`;
  return html`<!doctype html>
<html lang="${say.locale}" data-unreachable="${t('error.unreachable')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${t('title')}</title>
<link rel="stylesheet" href="/assets/page.css?${version}">
<script type="module" src="/assets/page.js?${version}"></script>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
${links ?? ''}
</head>
<body>
<a class="skip" href="#content">${t('nav.skip')}</a>
<header class="site"><div class="bar">
<a class="brand" href="/articles">${mark}<span>${t('title')}</span></a>
<nav>${entry('articles', '/articles')}${entry('api', '/api')}</nav>
<form class="ui" method="post" action="/language" aria-label="${t('nav.language')}"><input type="hidden" name="back" value="${here}">
${uiLocales.map(
  (locale) =>
    html`<button name="locale" value="${locale}" lang="${locale}" ${locale === say.locale ? raw('aria-pressed="true"') : ''}>${languageName(locale)}</button>`,
)}</form>
${signedIn ? html`<form method="post" action="/logout"><button class="plain">${t('nav.sign-out')}</button></form>` : ''}
</div></header>
<main id="content" ${wide ? raw('class="wide"') : ''}>${content}</main>
</body>
</html>`;
}

/** A language's own name: 한국어, English. */
export function languageName(locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
}

/** A day as readers of a language write it. The day is the author's, wherever the reader is. */
export function dayIn(locale: string, date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

/** A month, `2026-04`, as readers of a language write it. */
export function monthIn(locale: string, month: string): string {
  const first = new Date(`${month}-01T00:00:00Z`);
  if (Number.isNaN(first.getTime())) return month;
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(first);
}

/** A state as a small label. */
export function stateLabel(state: string, say: Messages): Markup {
  return html`<span class="state ${state}">${say.text(`page.state.${state}`)}</span>`;
}
