import { html, raw } from 'hono/html';
import type { z } from 'zod';
import type { Messages } from '../../messages/index.js';
import { allows, type EditionState } from '../../publish/states.js';
import { versionActs } from '../../store/history.js';
import type { blockerSchema, issueSchema, translationSchema, unitSchema } from '../schemas.js';
import { type Markup, stateLabel } from './layout.js';

type Translation = z.infer<typeof translationSchema>;
type UnitRow = z.infer<typeof unitSchema>;
type IssueRow = z.infer<typeof issueSchema>;
type BlockerRow = z.infer<typeof blockerSchema>;

/** Origins that name no engine, as the history tells them. */
const madeByUs = ['memory', 'rendered', 'patched', 'source', 'human'] as const;

/** What the person may do. */
export interface Rights {
  readonly edit: boolean;
  readonly publish: boolean;
}

/** The editor's part of an article's page: every passage with its source, its issues and what to do about them. */
export function deskSection(translation: Translation, rights: Rights, say: Messages): Markup {
  const { units, issues, slug, to, from } = translation;
  const t = (key: string, values = {}) => say.text(`page.desk.${key}`, values);
  const filters = ['all', 'open', 'issues'] as const;
  return html`<section class="desk" id="desk" data-slug="${slug}" data-locale="${to}" data-words="${JSON.stringify({
    saved: t('saved'),
    unsaved: t('unsaved'),
    conflict: t('conflict'),
    theirs: t('take-theirs'),
    mine: t('keep-mine'),
    left: t('left'),
    reason: t('waive-reason'),
    none: t('history-none'),
    source: t('history-source'),
    local: t('by-local'),
    'command line': t('by-command-line'),
    origin: Object.fromEntries(madeByUs.map((kind) => [kind, t(`origin.${kind}`)])),
    act: Object.fromEntries(versionActs.map((act) => [act, t(`act.${act}`)])),
  })}">
<div class="desk-head"><h2>${t('title')}</h2><span class="count">${t('units', { count: units.length })}</span></div>
${bar(translation, rights, say)}
<fieldset class="filter"><legend>${t('filters')}</legend>${filters.map(
    (filter, index) =>
      html`<label><input type="radio" name="filter" value="${filter}" ${index === 0 ? raw('checked') : ''}>${t(`filter.${filter}`)}</label>`,
  )}</fieldset>
${
  issues.length === 0
    ? ''
    : html`<div class="unit whole has-issues" id="u-article"><h3>${t('article-issues')}</h3>${issueList(issues, true, rights, say)}</div>`
}
<div class="columns" aria-hidden="true"><span>${t('source')}</span><span>${t('target')}</span></div>
<div class="units">${units.map((unit) => row(unit, from, to, rights, say))}</div>
</section>`;
}

/** State, what stands in the way, and what can be done with the whole translation. */
function bar({ state, blockers, units }: Translation, rights: Rights, say: Messages): Markup {
  const t = (key: string, values = {}) => say.text(`page.desk.${key}`, values);
  const can = (action: 'approve' | 'reject' | 'publish' | 'withdraw') => allows(state as EditionState, action);
  const button = (action: string, label: string, kind = '') =>
    html`<button type="button" class="${kind}" data-action="${action}">${label}</button>`;
  const open = state === 'translated' || units.some(({ status }) => status === 'translated');
  return html`<div class="desk-bar" id="desk-bar">
<div class="standing">${stateLabel(state, say)}<span>${blockers.length === 0 ? t('ready') : t('blockers', { count: blockers.length })}</span></div>
<div class="actions">
${rights.edit && can('approve') && open ? button('approve', t('approve-all')) : ''}
${rights.edit && can('reject') ? button('reject', t('reject')) : ''}
${rights.publish && state === 'published' ? button('withdraw', t('withdraw')) : ''}
${rights.publish && state !== 'published' && can('publish') && blockers.length === 0 ? button('publish', t('publish'), 'primary') : ''}
</div>
${
  blockers.length === 0
    ? ''
    : html`<details class="blockers"><summary>${t('show')}</summary><ul>${blockers.map(blockerItem)}</ul></details>`
}
<p class="message" role="status" aria-live="polite" hidden></p>
</div>`;
}

function blockerItem({ unit, message }: BlockerRow): Markup {
  return html`<li><a href="#u-${unit ?? 'article'}">${message}</a></li>`;
}

function row(unit: UnitRow, from: string, to: string, rights: Rights, say: Messages): Markup {
  const { id, kind, status, locked, source, before, target, origin, codes, issues } = unit;
  const t = (key: string, values = {}) => say.text(`page.desk.${key}`, values);
  // A screen reader that hears "Approve" ninety times hears which passage is meant.
  const about = raw(`aria-describedby="s-${id}"`);
  const madeBy = origin === undefined ? '' : t(`origin.${origin.kind}`, { engine: origin.engine ?? '' });
  const edit = rights.edit && target !== null;
  const open = edit && !locked;
  const approveButton =
    open && status !== 'reviewed'
      ? html`<button type="button" data-approve ${about}>${status === 'untranslated' ? t('keep') : t('approve')}</button>`
      : '';
  const lockButton = locked
    ? edit
      ? html`<button type="button" class="plain" data-lock="unlock" ${about}>${t('unlock')}</button>`
      : ''
    : open && (status === 'translated' || status === 'reviewed')
      ? html`<button type="button" class="plain" data-lock="lock" ${about}>${t('lock')}</button>`
      : '';
  return html`<div class="unit ${status} ${locked ? 'locked' : ''} ${issues.some(({ waiver }) => waiver === undefined) ? 'has-issues' : ''}" id="u-${id}" data-unit="${id}" data-etag="${target?.etag ?? ''}">
<p class="meta"><span>${t(`kind.${kind}`)}</span><span class="status ${status}">${t(`status.${status}`)}</span>${
    locked ? html`<span class="status locked" title="${t('locked')}">${t('status.locked')}</span>` : ''
  }<span class="origin">${madeBy}</span>${lockButton}${approveButton}</p>
<div class="pair">
<div class="side" id="s-${id}" lang="${from}">${shown(source.tagged)}${
    before === undefined ? '' : html`<p class="before"><b>${t('before')}</b> <del>${shown(before)}</del></p>`
  }</div>
<div class="side" lang="${to}">${
    target === null
      ? html`<p class="hollow">${t('nowhere')}</p>`
      : open
        ? html`<textarea rows="1" spellcheck="false" aria-label="${t('target')}" ${about} data-tagged="${target.tagged}">${plainMarks(target.tagged)}</textarea>`
        : html`<p>${shown(target.tagged)}</p>`
  }
${codes.length > 0 && open ? html`<p class="codes">${t('codes')} ${codes.map(codeItem)}</p>` : ''}
${issueList(issues, open, rights, say)}
${edit ? html`<details class="history" data-history><summary>${t('history')}</summary><ol></ol></details>` : ''}
<div class="tools">${open ? html`<button type="button" class="save" data-save hidden>${t('save')}</button><button type="button" class="plain" data-revert hidden>${t('revert')}</button>` : ''}<span class="note" role="status"></span></div>
</div></div></div>`;
}

function codeItem({ id, type, value }: UnitRow['codes'][number]): Markup {
  return html`<code title="${value ?? ''}">⟦${id}⟧ ${type}</code>`;
}

function issueList(issues: readonly IssueRow[], open: boolean, rights: Rights, say: Messages): Markup {
  const t = (key: string, values = {}) => say.text(`page.desk.${key}`, values);
  if (issues.length === 0) return html``;
  return html`<ul class="issues">${issues.map(
    ({ id, severity, message, waiver, fix }) =>
      html`<li class="${waiver === undefined ? severity : 'waived'}" data-issue="${id}"><span class="severity">${say.text(`severity.${severity}`)}</span> <span>${message}</span>
${
  waiver === undefined
    ? rights.edit
      ? html`<span class="tools">${
          fix === undefined || !open
            ? ''
            : html`<button type="button" class="plain" data-fix="${JSON.stringify(fix)}">${t('apply-fix')}</button>`
        }<button type="button" class="plain" data-waive>${t('waive')}</button></span>`
      : ''
    : html`<span class="waiver">${t('waived', { by: waiver.by, reason: waiver.reason })}</span>${rights.edit ? html` <button type="button" class="plain" data-unwaive>${t('unwaive')}</button>` : ''}`
}</li>`,
  )}</ul>`;
}

const tag = /<(\/?)(?:pc|ph)(\d{1,4})(\/?)>/g;
const characters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Tagged text as people edit it: `<pc1>25%</pc1>` is `⟦1⟧25%⟦/1⟧`, `<ph2/>` is `⟦2/⟧`. The script turns it back. */
export function plainMarks(tagged: string): string {
  return tagged.replace(tag, '⟦$1$2$3⟧').replace(/&(?:amp|lt|gt);/g, (entity) => characters[entity] ?? entity);
}

/** Tagged text to look at, its codes as small marks. */
function shown(tagged: string): Markup {
  return html`${plainMarks(tagged)
    .split(/(⟦\/?\d{1,4}\/?⟧)/)
    .map((part, index) => (index % 2 === 1 ? html`<i class="code">${part.slice(1, -1)}</i>` : part))}`;
}
