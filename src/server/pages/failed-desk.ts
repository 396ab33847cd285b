import { html } from 'hono/html';
import type { Messages } from '../../messages/index.js';
import type { DiptychError } from '../../model/errors.js';
import type { Markup } from './layout.js';

/** In place of the desk, where a translation cannot be edited here. */
export function failedDesk(say: Messages, error: DiptychError): Markup {
  return html`<section class="desk" id="desk"><h2>${say.text('page.desk.title')}</h2><p class="hollow">${say.error(error)}</p></section>`;
}
