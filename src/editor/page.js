/*
 * What the pages do beyond being read: a job's progress as it goes on, and the editor's desk. Everything goes through
 * the same HTTP API that programs use. Without this script articles can be read, found and generated all the same.
 */

/** Calls the API; an error answer is thrown with its problem details. */
async function call(method, path, body, headers = {}) {
  const response = await fetch(path, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    // What browsers say here is in no language of the interface: "Failed to fetch".
    throw new Error(document.documentElement.dataset.unreachable);
  });
  if (response.ok) return response.status === 204 ? undefined : response.json();
  const problem = await response.json().catch(() => ({ detail: `${response.status} ${response.statusText}` }));
  throw Object.assign(new Error(problem.detail), { status: response.status, problem });
}

const address = ({ slug, locale }) =>
  `/api/v1/articles/${encodeURIComponent(slug)}/translations/${encodeURIComponent(locale)}`;

/** How often the article fills in with what has arrived, in milliseconds. */
const redraw = 700;

class Reading {
  constructor(article) {
    this.article = article;
    this.panel = document.getElementById('job');
    if (this.panel === null) return;
    this.words = JSON.parse(this.panel.dataset.words);
    this.stage = this.panel.querySelector('.stage');
    this.bar = this.panel.querySelector('progress');
    this.form = document.querySelector('[data-generate]');
    this.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.generate();
    });
    this.panel.querySelector('[data-cancel]')?.addEventListener('click', () => this.cancel());
    if (article.dataset.job) this.follow(article.dataset.job);
  }

  async generate() {
    const { slug, locale } = this.article.dataset;
    this.form.hidden = true;
    this.panel.hidden = false;
    this.bar.hidden = false;
    for (const one of this.panel.parentElement.querySelectorAll('.outcome')) one.hidden = true;
    for (const one of this.panel.querySelectorAll('[data-cancel]')) one.hidden = false;
    this.say(this.words.starting);
    this.unwanted = false;
    try {
      const job = await call('POST', `/api/v1/articles/${encodeURIComponent(slug)}/translations`, { locale });
      this.follow(job.id);
      if (this.unwanted) await this.cancel();
    } catch (error) {
      this.fail(error.message);
    }
  }

  /** Shows a job until it is over. The browser connects again by itself and names the last event it had. */
  follow(id) {
    this.job = id;
    const source = new EventSource(`/api/v1/jobs/${id}/events`);
    source.addEventListener('state', ({ data }) => {
      const { state } = JSON.parse(data);
      if (state === 'queued') this.say(this.words.waiting);
      if (state === 'running') this.say(this.words.starting);
      if (['done', 'failed', 'cancelled'].includes(state)) {
        source.close();
        this.end(state);
      }
    });
    source.addEventListener('progress', ({ data }) => {
      const { done, total } = JSON.parse(data);
      this.bar.max = Math.max(total, 1);
      this.bar.value = done;
      const counted = this.panel.dataset.progress.replace('%d', done).replace('%t', total);
      this.say(done === total ? this.words.finishing : counted);
    });
    source.addEventListener('unit', () => this.fill());
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CONNECTING) this.say(this.words.offline);
    });
  }

  /** Puts what has arrived into the article, at most once in a while. */
  fill() {
    this.waiting ??= setTimeout(async () => {
      const response = await fetch(`/api/v1/jobs/${this.job}/draft`).catch(() => undefined);
      this.waiting = undefined;
      if (!response?.ok || this.over) return;
      const title = response.headers.get('x-article-title');
      const body = document.getElementById('body');
      // The server has made this HTML safe: it is what the article's page itself would hold.
      body.innerHTML = await response.text();
      body.lang = this.article.dataset.locale;
      if (title !== null) document.getElementById('title').textContent = decodeURIComponent(title);
    }, redraw);
  }

  async end(state) {
    this.over = true;
    if (state === 'failed') {
      const job = await call('GET', `/api/v1/jobs/${this.job}`).catch(() => ({ errors: [] }));
      this.fail(job.errors[0]?.message ?? '');
      return;
    }
    this.say(this.words[state]);
    // The page anew: with its state, its notice and the desk.
    setTimeout(() => location.reload(), state === 'done' ? 400 : 1500);
  }

  async cancel() {
    // Whoever is quicker than the server's answer means the job that is on its way.
    this.unwanted = true;
    if (this.job !== undefined)
      await call('DELETE', `/api/v1/jobs/${this.job}`).catch((error) => this.fail(error.message));
  }

  fail(reason) {
    this.say(this.panel.dataset.failed.replace('%r', reason));
    this.bar.hidden = true;
    for (const one of this.panel.querySelectorAll('[data-cancel]')) one.hidden = true;
    if (this.form) this.form.hidden = false;
  }

  say(text) {
    if (this.stage.textContent !== text) this.stage.textContent = text;
    this.bar.setAttribute('aria-label', text);
  }
}

/** What people edit, `⟦1⟧25%⟦/1⟧`, as the API takes it: `<pc1>25%</pc1>`. */
function tagged(text) {
  const escaped = text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]);
  return escaped.replace(/⟦(\/?)(\d{1,4})(\/?)⟧/g, (_, close, id, empty) =>
    empty ? `<ph${id}/>` : `<${close}pc${id}>`,
  );
}

/** What the API gives, `<pc1>25%</pc1>`, as people read it: `⟦1⟧25%⟦/1⟧`. */
function plain(text) {
  return text
    .replace(/<(\/?)(?:pc|ph)(\d{1,4})(\/?)>/g, '⟦$1$2$3⟧')
    .replace(/&(?:amp|lt|gt);/g, (entity) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>' })[entity]);
}

/** A text with what was taken out of it and what was put in. */
function stretches(list) {
  const line = document.createElement('div');
  for (const { kind, text } of list) {
    const made = document.createElement({ same: 'span', removed: 'del', added: 'ins' }[kind]);
    made.textContent = plain(text);
    line.append(made);
  }
  return line;
}

/** A moment as the page's language writes it, by the reader's clock. */
function moment(at) {
  return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(at),
  );
}

class Desk {
  constructor(section) {
    this.section = section;
    this.words = JSON.parse(section.dataset.words);
    this.base = address(section.dataset);
    section.addEventListener('click', (event) => this.click(event));
    section.addEventListener('input', (event) => this.input(event.target));
    // A `toggle` does not rise to the section by itself.
    section.addEventListener('toggle', ({ target }) => this.showHistory(target), true);
    section.addEventListener('change', (event) => {
      if (event.target.name === 'filter') section.dataset.filter = event.target.value;
    });
    section.addEventListener('keydown', (event) => {
      // While a syllable is being composed, Enter belongs to the input method.
      if (event.isComposing || event.key !== 'Enter' || !event.target.matches('textarea')) return;
      // A passage is one line: a line end in it would be lost.
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) this.save(event.target.closest('.unit'));
    });
    addEventListener('beforeunload', (event) => {
      if (section.querySelector('.unit.dirty')) event.preventDefault();
    });
    for (const area of section.querySelectorAll('textarea')) grow(area);
    addEventListener('resize', () => section.querySelectorAll('textarea').forEach(grow));
  }

  input(area) {
    if (!area.matches('textarea')) return;
    grow(area);
    const unit = area.closest('.unit');
    const dirty = area.value !== area.defaultValue;
    unit.classList.toggle('dirty', dirty);
    for (const button of unit.querySelectorAll('[data-save], [data-revert]')) button.hidden = !dirty;
    for (const button of unit.querySelectorAll('[data-approve]')) button.hidden = dirty;
    note(unit, dirty ? this.words.unsaved : '');
  }

  async click({ target }) {
    const button = target.closest('button');
    const unit = target.closest('.unit');
    if (button === null) return;
    const { dataset } = button;
    if ('save' in dataset) return this.save(unit);
    if ('revert' in dataset) return this.revert(unit);
    if ('approve' in dataset)
      return this.act(unit, button, () => call('POST', `${this.base}/units/${unit.dataset.unit}/approve`));
    if ('lock' in dataset)
      return this.act(unit, button, () => call('POST', `${this.base}/units/${unit.dataset.unit}/${dataset.lock}`));
    if ('fix' in dataset) return this.fix(unit, JSON.parse(dataset.fix));
    if ('waive' in dataset) return this.askReason(unit, button);
    const issue = target.closest('[data-issue]')?.dataset.issue;
    if ('unwaive' in dataset) return this.act(unit, button, () => call('DELETE', `${this.base}/waivers/${issue}`));
    if ('action' in dataset) return this.whole(button);
  }

  revert(unit) {
    const area = unit.querySelector('textarea');
    area.value = area.defaultValue;
    unit.querySelector('.conflict')?.remove();
    this.input(area);
  }

  async save(unit, etag = unit.dataset.etag) {
    const area = unit.querySelector('textarea');
    if (area.value === area.defaultValue) return;
    const path = `${this.base}/units/${unit.dataset.unit}`;
    await this.act(
      unit,
      unit.querySelector('[data-save]'),
      async () => {
        try {
          const sent = area.value;
          const { target } = await call('PATCH', path, { tagged: tagged(sent) }, { 'if-match': etag });
          // So that it counts as saved while the row is drawn anew; what was typed meanwhile does not.
          area.defaultValue = sent;
          unit.dataset.etag = target.etag;
        } catch (error) {
          if (error.status !== 412) throw error;
          this.conflict(unit, error.problem.current.target);
          throw error;
        }
      },
      this.words.saved,
    );
  }

  /** Both texts side by side: nothing that anybody wrote is lost unseen. */
  conflict(unit, theirs) {
    unit.querySelector('.conflict')?.remove();
    const box = document.createElement('div');
    box.className = 'conflict';
    const quote = document.createElement('blockquote');
    quote.textContent = theirs.text;
    const area = unit.querySelector('textarea');
    const button = (text, act) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.textContent = text;
      made.addEventListener('click', act);
      return made;
    };
    const take = button(this.words.theirs, () => {
      area.defaultValue = area.value;
      this.refresh(unit);
    });
    const mine = button(this.words.mine, () => {
      box.remove();
      this.save(unit, theirs.etag);
    });
    const tools = document.createElement('div');
    tools.className = 'tools';
    tools.append(take, mine);
    box.append(this.words.conflict, quote, tools);
    area.after(box);
  }

  /** A fix is about the text without codes; it is put in where the text has none, else it is left to the person. */
  fix(unit, { start, end, text }) {
    const area = unit.querySelector('textarea');
    let at = 0;
    const places = [...area.value.matchAll(/⟦\/?\d{1,4}(\/?)⟧|[^⟦]|⟦/gu)].flatMap((match) => {
      const isCode = match[0].length > 1 && match[0].startsWith('⟦');
      const length = isCode ? (match[1] === '/' ? 1 : 0) : match[0].length;
      const place = { from: at, index: match.index, size: match[0].length, length };
      at += length;
      return [place];
    });
    const first = places.find(({ from, length }) => length > 0 && from >= start);
    const last = places.findLast(({ from, length }) => length > 0 && from + length <= end);
    if (first === undefined || last === undefined) return;
    area.setRangeText(text, first.index, last.index + last.size, 'end');
    area.focus();
    this.input(area);
  }

  askReason(unit, button) {
    const item = button.closest('[data-issue]');
    if (item.querySelector('form')) return;
    const form = document.createElement('form');
    const field = Object.assign(document.createElement('input'), {
      required: true,
      maxLength: 1000,
      placeholder: this.words.reason,
      ariaLabel: this.words.reason,
    });
    const send = Object.assign(document.createElement('button'), {
      textContent: button.textContent.replace(' …', '').replace('…', ''),
    });
    form.append(field, send);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const reason = field.value.trim();
      if (reason !== '')
        this.act(unit, send, () => call('PUT', `${this.base}/waivers/${item.dataset.issue}`, { reason }));
    });
    item.append(form);
    field.focus();
  }

  /** What a passage was, the newest first, taken when somebody opens it. */
  async showHistory(details) {
    if (!details.matches('[data-history]') || !details.open) return;
    const unit = details.closest('.unit');
    const list = details.querySelector('ol');
    try {
      const { versions } = await call('GET', `${this.base}/units/${unit.dataset.unit}/history`);
      list.replaceChildren(...versions.map((version) => this.version(version)).reverse());
      if (versions.length === 0)
        list.append(Object.assign(document.createElement('li'), { textContent: this.words.none }));
    } catch (error) {
      note(unit, error.message, true);
    }
  }

  version({ at, act, by, origin, target, source, targetChanges, sourceChanges }) {
    const item = document.createElement('li');
    const head = document.createElement('p');
    const when = Object.assign(document.createElement('time'), { dateTime: at, textContent: moment(at) });
    const who = by === undefined ? '' : (this.words[by] ?? by);
    const made = act === 'generated' ? (origin.engine ?? this.words.origin[origin.kind]) : '';
    const said = [this.words.act[act], who, made].filter((part) => part !== '').join(' · ');
    head.append(when, ` ${said}`);
    item.append(head, stretches(targetChanges.length > 0 ? targetChanges : [{ kind: 'same', text: target }]));
    if (sourceChanges.length > 0) {
      const original = stretches(sourceChanges);
      original.className = 'original';
      original.prepend(`${this.words.source} `);
      item.append(original);
    } else item.title = plain(source);
    return item;
  }

  async whole(button) {
    if (button.dataset.action === 'publish' && this.section.querySelector('.unit.dirty')) {
      return this.tell(this.words.unsaved);
    }
    button.disabled = true;
    try {
      await call('POST', `${this.base}/${button.dataset.action}`);
      await this.refresh();
    } catch (error) {
      this.tell(error.message);
      button.disabled = false;
    }
  }

  /** Does something with one passage, then draws it and the bar anew. */
  async act(unit, button, work, done = '') {
    if (button) button.disabled = true;
    try {
      await work();
      await this.refresh(unit, done);
      // A row that is being edited was not drawn anew.
      if (button) button.disabled = false;
    } catch (error) {
      note(unit, error.message, true);
      if (button) button.disabled = false;
    }
  }

  /** Takes the desk anew from the server: the bar always, and every row that is not being edited. */
  async refresh(unit, done = '') {
    const text = await (await fetch(location.pathname)).text();
    const fresh = new DOMParser().parseFromString(text, 'text/html').getElementById('desk');
    if (fresh === null) return location.reload();
    const focused = document.activeElement?.closest('.unit')?.id;
    document.getElementById('desk-bar').replaceWith(fresh.querySelector('#desk-bar'));
    for (const row of this.section.querySelectorAll('.unit')) {
      const next = fresh.querySelector(`#${CSS.escape(row.id)}`);
      if (next === null) {
        row.remove();
        continue;
      }
      const area = row.querySelector('textarea');
      const edited = area !== null && area.value !== area.defaultValue;
      if (edited || next.outerHTML === row.outerHTML) continue;
      row.replaceWith(next);
      const made = next.querySelector('textarea');
      if (made) grow(made);
      if (row === unit) note(next, done);
      if (row.id === focused) made?.focus({ preventScroll: true });
    }
    // What readers see has changed too.
    const page = new DOMParser().parseFromString(text, 'text/html');
    for (const id of ['body', 'title', 'notice']) {
      const [old, now] = [document.getElementById(id), page.getElementById(id)];
      if (old && now && id !== 'notice') old.replaceWith(now);
    }
    const [tabs, others] = [document, page].map((one) => one.querySelector('.languages'));
    if (tabs && others) tabs.replaceWith(others);
  }

  tell(text) {
    const message = this.section.querySelector('.message');
    message.textContent = text;
    message.hidden = false;
  }
}

function note(unit, text, bad = false) {
  const place = unit.querySelector('.note') ?? unit.querySelector('.message');
  if (place === null) return;
  place.textContent = text;
  place.classList.toggle('bad', bad);
}

/** As high as its text, where the browser does not do that by itself. */
function grow(area) {
  if (CSS.supports('field-sizing', 'content')) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight}px`;
}

const article = document.querySelector('.reading');
if (article) new Reading(article);
const section = document.querySelector('.desk[data-words]');
if (section) new Desk(section);
