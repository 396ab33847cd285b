import { html, raw } from 'hono/html';
import type { Messages } from '../../messages/index.js';
import type { Markup } from './layout.js';

/** Where people show their key. */
export function loginPage(say: Messages, back: string, wrong: boolean): Markup {
  const t = (key: string) => say.text(`page.login.${key}`);
  return html`<form class="login" method="post" action="/login"><h1>${t('title')}</h1>
<input type="hidden" name="back" value="${back}">
<label>${t('key')} <input type="password" name="key" required maxlength="200" autocomplete="current-password" autofocus ${wrong ? raw('aria-invalid="true" aria-describedby="wrong"') : ''}></label>
${wrong ? html`<p class="wrong" id="wrong" role="alert">${t('wrong')}</p>` : ''}
<button class="primary">${t('submit')}</button><p class="hint">${t('hint')}</p></form>`;
}

/** An error, to a person. */
export function errorPage(say: Messages, title: string, detail: string): Markup {
  return html`<div class="failure"><h1>${title}</h1><p>${detail}</p><p><a class="button" href="/articles">${say.text('page.error.back')}</a></p></div>`;
}

interface Operation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly {
    readonly name?: string;
    readonly in?: string;
    readonly required?: boolean;
    readonly description?: string;
  }[];
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>;
}

/** The API to look through, from its OpenAPI document. */
export function apiPage(say: Messages, paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Markup {
  const t = (key: string) => say.text(`page.api.${key}`);
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation as Operation })),
  );
  const groups = [...new Set(all.map(({ operation }) => operation.tags?.[0] ?? ''))];
  return html`<h1>${t('title')}</h1><p><a href="/openapi.json">${t('intro')}</a></p>
${groups.map(
  (group) =>
    html`<h2>${group}</h2>${all
      .filter(({ operation }) => (operation.tags?.[0] ?? '') === group)
      .map(
        ({
          path,
          method,
          operation,
        }) => html`<details class="operation"><summary><code class="${method}">${method.toUpperCase()}</code> <code>${path}</code> <span>${operation.summary ?? ''}</span></summary>
${operation.description === undefined ? '' : html`<p>${operation.description}</p>`}
${
  (operation.parameters ?? []).length === 0
    ? ''
    : html`<h3>${t('parameters')}</h3><ul>${operation.parameters?.map(
        ({ name, in: place, required, description }) =>
          html`<li><code>${name ?? ''}</code> <small>${place ?? ''}${required ? ` · ${t('required')}` : ''}</small> ${description ?? ''}</li>`,
      )}</ul>`
}
<h3>${t('answers')}</h3><ul>${Object.entries(operation.responses ?? {}).map(
          ([status, { description }]) => html`<li><code>${status}</code> ${description ?? ''}</li>`,
        )}</ul></details>`,
      )}`,
)}`;
}
