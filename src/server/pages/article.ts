import { html, raw } from 'hono/html';
import type { Messages } from '../../messages/index.js';
import { dayIn, languageName, type Markup, stateLabel } from './layout.js';
import { listAddress, pageAddress } from './list.js';

/** Another article, as it is named below one. */
export interface RelatedArticle {
  readonly slug: string;
  readonly title: string;
  readonly titleLocale: string;
  readonly date?: string | undefined;
  readonly teaser?: string | undefined;
  readonly editions: readonly { readonly locale: string; readonly state: string }[];
}

/** What an article's page shows to a reader. */
export interface ArticleContent {
  readonly say: Messages;
  readonly slug: string;
  readonly locale: string;
  readonly contentLocale: string;
  readonly state: string;
  readonly title: string;
  readonly titleLocale: string;
  readonly summary?: string;
  readonly date?: string;
  readonly topic?: string;
  readonly notice: { readonly code: string; readonly text: string } | null;
  readonly editions: readonly { readonly locale: string; readonly state: string }[];
  readonly faq: readonly { readonly question: string; readonly answer: string }[];
  /** Safe HTML. */
  readonly body: string;
  /** Others of the same topic. */
  readonly related: readonly RelatedArticle[];
  /** The job that is working on it. */
  readonly job?: string;
  /** What the last job left to do, and why. */
  readonly outcome?: string;
  /** Whether this reader may have it generated. */
  readonly mayGenerate: boolean;
  /** The editor's part, below. */
  readonly desk?: Markup;
}

/** What the button says, by the state of the translation; none where there is nothing to do. */
const buttons: Readonly<Record<string, string>> = { missing: 'generate', partial: 'complete', stale: 'regenerate' };

/** An article as a reader sees it. */
export function articlePage(content: ArticleContent): Markup {
  const { say, slug, locale, contentLocale, title, titleLocale, summary, date, topic, faq, body, desk } = content;
  const t = (key: string) => say.text(`page.${key}`);
  return html`<article class="reading" data-slug="${slug}" data-locale="${locale}" ${
    content.job === undefined ? '' : html`data-job="${content.job}"`
  }>
<header>
<p class="kicker">${topic === undefined ? '' : html`<span>${topic}</span>`}${
    date === undefined ? '' : html`<time datetime="${date}">${dayIn(locale, date)}</time>`
  }</p>
<h1 id="title" lang="${titleLocale}">${title}</h1>
${summary === undefined ? '' : html`<p class="lead" lang="${titleLocale}">${summary}</p>`}
${languages(content)}
</header>
${notice(content)}
<div class="body" id="body" lang="${contentLocale}">${raw(body)}</div>
${
  faq.length === 0
    ? ''
    : html`<section class="faq" lang="${contentLocale}"><h2>${t('article.faq')}</h2>${faq.map(
        ({ question, answer }) => html`<details><summary>${question}</summary><p>${answer}</p></details>`,
      )}</section>`
}
</article>
${relatedSection(content)}
${desk ?? ''}`;
}

function languages({ say, slug, locale, editions }: ArticleContent): Markup {
  return html`<nav class="languages" aria-label="${say.text('page.article.languages')}">${editions.map(
    (edition) =>
      html`<a href="${pageAddress(edition.locale, slug)}" hreflang="${edition.locale}" ${
        edition.locale === locale ? raw('aria-current="page"') : ''
      }><span lang="${edition.locale}">${languageName(edition.locale)}</span>${stateLabel(edition.state, say)}</a>`,
  )}</nav>`;
}

function relatedSection({ say, locale, related, topic }: ArticleContent): Markup {
  if (related.length === 0) return html``;
  const title = say.text('page.article.related');
  const more = say.text('page.article.related-all');
  return html`<section class="related" aria-labelledby="related"><h2 id="related">${title}</h2><ul>${related.map(
    (one) => html`<li><h3 lang="${one.titleLocale}"><a href="${pageAddress(locale, one.slug)}">${one.title}</a></h3>
${one.teaser === undefined ? '' : html`<p lang="${one.titleLocale}">${one.teaser}</p>`}
<p class="kicker">${one.date === undefined ? '' : html`<time datetime="${one.date}">${dayIn(say.locale, one.date)}</time>`}${
      one.editions.some((edition) => edition.locale === locale && edition.state === 'missing')
        ? stateLabel('missing', say)
        : ''
    }</p></li>`,
  )}</ul>${topic === undefined ? '' : html`<p class="more"><a class="button" href="${listAddress({ topic })}">${more}</a></p>`}</section>`;
}

/** The notice with its button, and the progress of a job, which the script shows. */
function notice({ say, slug, locale, state, notice: told, job, outcome, mayGenerate }: ArticleContent): Markup {
  const t = (key: string) => say.text(`page.article.${key}`);
  const button = buttons[state];
  const worded = { starting: t('starting'), waiting: t('waiting'), finishing: t('finishing'), offline: t('offline') };
  const ended = { done: t('done'), cancelled: t('cancelled'), draft: t('draft') };
  if (told === null && job === undefined && button === undefined) return html``;
  return html`<aside class="notice ${told?.code ?? ''}" id="notice">
${told === null ? '' : html`<p>${told.text}</p>`}
${outcome === undefined ? '' : html`<p class="outcome">${outcome}</p>`}
${
  button !== undefined && mayGenerate
    ? html`<form method="post" action="${pageAddress(locale, slug)}" data-generate ${job === undefined ? '' : raw('hidden')}><button class="primary">${t(button)}</button></form>`
    : ''
}
<div class="job" id="job" ${job === undefined ? raw('hidden') : ''} data-words="${JSON.stringify({ ...worded, ...ended })}" data-progress="${say.text('page.article.progress', { done: '%d', total: '%t' })}" data-failed="${say.text('page.article.failed', { reason: '%r' })}">
<p class="stage" role="status" aria-live="polite">${t('starting')}</p>
<progress max="1" aria-label="${t('starting')}"></progress>
${mayGenerate ? html`<button class="plain" type="button" data-cancel>${t('cancel')}</button>` : ''}
</div>
</aside>`;
}
