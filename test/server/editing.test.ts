import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type EditionAction, type EditionState, editionStates, transitions } from '../../src/publish/states.js';
import { article, type Body, generated, type Running, start } from './start.js';

const base = '/api/v1/articles/plant/translations/ko';
const file = 'content/ko/plant.md';

const view = (running: Running): Promise<Body> => running.get(base);
const post = (running: Running, action: string) => running.fetch(`${base}/${action}`, { method: 'POST' });
const unitOf = ({ units }: Body, source: string) => units.find((unit: Body) => unit.source.text.startsWith(source));
const patch = (running: Running, unit: Body, tagged: string, etag: string = unit.target.etag) =>
  running.fetch(`${base}/units/${unit.id}`, {
    method: 'PATCH',
    json: { tagged },
    headers: { 'if-match': etag },
  });

async function translated(text = article): Promise<{ running: Running; first: Body }> {
  const running = await start({ 'content/en/plant.md': text });
  await generated(running);
  return { running, first: await view(running) };
}

describe('a translation', () => {
  it('is told unit by unit, with what made each', async () => {
    const { first } = await translated();
    expect(first).toMatchObject({ slug: 'plant', from: 'en', to: 'ko', state: 'translated', blockers: [] });
    const money = unitOf(first, '$8.5 billion');
    expect(money).toMatchObject({ status: 'translated', target: { text: '85억 달러' }, origin: { kind: 'rendered' } });
    const sentence = unitOf(first, 'The grid operator will spend $25 billion on');
    expect(sentence.source.tagged).toBe('The grid operator will spend <pc1>$25 billion</pc1> on 12 lines by 2030.');
    expect(sentence).toMatchObject({
      origin: { kind: 'engine', engine: 'openai:test' },
      codes: [{ id: 1, type: 'strong' }],
    });
  });

  it('does not exist before it is generated', async () => {
    const running = await start();
    expect((await running.fetch(base)).status).toBe(404);
    expect((await post(running, 'approve')).status).toBe(409);
  });

  it('made by hand is edited too, and becomes its maker’s', async () => {
    const { running } = await translated();
    const made = running.place.read(file);
    rmSync(`${running.place.root}/locales/deliveries`, { recursive: true });
    running.place.put(file, made.replace(/^# .*$/m, '# 새 발전소의 전력'));
    const hand = await view(running);
    expect(unitOf(hand, 'Power for the new plant').target.text).toBeDefined();
    expect((await patch(running, unitOf(hand, 'Who pays'), '누가 내나?')).status).toBe(200);
    expect(running.place.read(file)).toContain('# 새 발전소의 전력');
  });
});

describe('an edit', () => {
  it('changes its unit and no other byte', async () => {
    const { running, first } = await translated();
    const before = running.place.read(file);
    const unit = unitOf(first, 'See the');
    const response = await patch(running, unit, '먼저 <pc1>보고서 전문</pc1>을 읽어 보세요.');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      status: 'reviewed',
      origin: { kind: 'human' },
      target: { text: '먼저 보고서 전문을 읽어 보세요.' },
    });
    const old = /^.*\[.*\n/m.exec(before)![0];
    expect(running.place.read(file)).toBe(
      before.replace(old, '먼저 [보고서 전문](https://example.com/report)을 읽어 보세요.\n'),
    );
  });

  it('is remembered as a person’s and outlives another run', async () => {
    const { running, first } = await translated();
    await patch(running, unitOf(first, 'Who pays'), '비용은 누가 내나?');
    const memory = running.place
      .read('locales/memory/en-ko.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(memory.find(({ source }) => source === 'Who pays?')).toMatchObject({
      target: '비용은 누가 내나?',
      origin: 'human',
      state: 'reviewed',
    });
    running.place.put('content/en/plant.md', article.replace('See the', 'Do see the'));
    await generated(running);
    expect(running.place.read(file)).toContain('비용은 누가 내나?');
  });

  it('escapes what would be Markdown, HTML or YAML where it stands', async () => {
    const { running, first } = await translated();
    const hostile = [
      '*a* `b` [c](d)',
      '<script>x</script>',
      '| cell | bar',
      '# not a heading',
      '"quoted": - yaml # x',
      '$&',
    ];
    const now = new Map<string, Body>();
    for (const text of hostile) {
      for (const source of ['Who pays', 'North', 'Power for the new plant']) {
        const unit = now.get(source) ?? unitOf(first, source);
        const tagged = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        const response = await patch(running, unit, tagged);
        now.set(source, await response.json());
        expect([response.status, now.get(source).target?.text], `${source} ← ${text}`).toEqual([200, text]);
      }
    }
    expect(await view(running)).toMatchObject({ units: { length: first.units.length } });
  });

  it('without If-Match is refused; with an old one it returns both texts', async () => {
    const { running, first } = await translated();
    const unit = unitOf(first, 'Who pays');
    expect((await patch(running, unit, '누가?')).status).toBe(200);
    const bare = await running.fetch(`${base}/units/${unit.id}`, { method: 'PATCH', json: { tagged: 'x' } });
    expect(bare.status).toBe(428);
    const late = await patch(running, unit, '늦은 글');
    expect(late.status).toBe(412);
    expect(await late.json()).toMatchObject({
      code: 'edit-conflict',
      current: { target: { text: '누가?' } },
      yours: { tagged: '늦은 글' },
    });
    expect(running.place.read(file)).not.toContain('늦은 글');
  });

  it('of two at once, one is made and one is told', async () => {
    const { running, first } = await translated();
    const unit = unitOf(first, 'Who pays');
    const answers = await Promise.all(['하나', '둘', '셋'].map((text) => patch(running, unit, text)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it('must keep every code once, well nested, and say something', async () => {
    const { running, first } = await translated();
    const unit = unitOf(first, 'See the');
    for (const tagged of [
      '없음',
      '<pc1>하나',
      '<pc1>a</pc1><pc1>b</pc1>',
      '<pc2>a</pc2><pc1>b</pc1>',
      '<ph1/>',
      '<pc1> </pc1>',
    ]) {
      expect((await patch(running, unit, tagged)).status, tagged).toBe(422);
    }
    expect((await patch(running, unit, 'x'.repeat(60_000))).status).toBe(400);
    expect(
      (
        await running.fetch(`${base}/units/none-1`, {
          method: 'PATCH',
          json: { tagged: 'x' },
          headers: { 'if-match': '"x"' },
        })
      ).status,
    ).toBe(404);
  });

  it('waits while a job works on the translation', async () => {
    const { running, first } = await translated();
    running.place.put('content/en/plant.md', article.replace('See the', 'Do see the'));
    running.engine.delay = 500;
    await running.again();
    await running.fetch('/api/v1/articles/plant/translations', { method: 'POST', json: { locale: 'ko' } });
    const response = await patch(running, unitOf(first, 'Who pays'), '누가?');
    expect([response.status, ((await response.json()) as Body).state]).toEqual([409, 'queued']);
  });

  it('made in the file meanwhile is not lost', async () => {
    const { running, first } = await translated();
    running.place.put(file, running.place.read(file).replace(/^# .*$/m, '# 손으로 고친 제목'));
    expect((await patch(running, unitOf(first, 'Who pays'), '누가?')).status).toBe(200);
    const now = await view(running);
    const heading = now.units.find((unit: Body) => unit.kind === 'heading');
    expect(heading).toMatchObject({
      status: 'reviewed',
      origin: { kind: 'human' },
      target: { text: '손으로 고친 제목' },
    });
    expect(running.place.read('locales/memory/en-ko.jsonl')).toContain('손으로 고친 제목');
  });
});

describe('the history of a unit', () => {
  const historyOf = (running: Running, { id }: Body): Promise<Body> => running.get(`${base}/units/${id}/history`);

  it('tells what it was, when, by whom, and what changed, whatever becomes of its source', async () => {
    const { running, first } = await translated();
    const unit = unitOf(first, 'See the');
    expect((await historyOf(running, unit)).versions).toMatchObject([
      {
        act: 'generated',
        by: 'local',
        target: unit.target.tagged,
        state: 'translated',
        origin: { kind: 'engine', engine: 'openai:test' },
        targetChanges: [],
      },
    ]);
    await patch(running, unit, '먼저 <pc1>보고서 전문</pc1>을 보세요.');
    await running.fetch(`${base}/units/${unit.id}/approve`, { method: 'POST' });
    running.place.put(file, running.place.read(file).replace('을 보세요.', '을 읽어 보세요.'));
    running.place.put('content/en/plant.md', article.replace('See the', 'Do see the'));
    await generated(running);
    const now = unitOf(await view(running), 'Do see the');
    expect(now).toMatchObject({ status: 'outdated', target: { text: '먼저 보고서 전문을 읽어 보세요.' } });
    await patch(running, now, '꼭 먼저 <pc1>보고서 전문</pc1>을 읽어 보세요.');
    const { versions } = await historyOf(running, unitOf(await view(running), 'Do see the'));
    expect(versions.map(({ act, by }: Body) => [act, by])).toEqual([
      ['generated', 'local'],
      ['edited', 'local'],
      ['approved', 'local'],
      ['found', undefined],
      ['edited', 'local'],
    ]);
    expect(versions[3].targetChanges).toEqual([
      { kind: 'same', text: '먼저 <pc1>보고서 전문</pc1>을' },
      { kind: 'added', text: ' 읽어' },
      { kind: 'same', text: ' 보세요.' },
    ]);
    expect(versions[4].sourceChanges.map(({ kind, text }: Body) => [kind, text]).slice(0, 2)).toEqual([
      ['removed', 'See'],
      ['added', 'Do see'],
    ]);
    expect((await running.fetch(`${base}/units/none-1/history`)).status).toBe(404);
  });
});

describe('a locked unit', () => {
  it('is changed by nobody and nothing before it is unlocked, and is outdated all the same', async () => {
    const { running, first } = await translated();
    const post1 = (id: string, what: string) => running.fetch(`${base}/units/${id}/${what}`, { method: 'POST' });
    const unit = unitOf(first, 'The grid operator will spend $25 billion on');
    expect((await post1(unit.id, 'unlock')).status).toBe(409);
    expect(await (await post1(unit.id, 'lock')).json()).toMatchObject({
      locked: true,
      status: 'reviewed',
      origin: { kind: 'engine' },
    });
    const refused = await patch(running, unit, 'x <pc1>250억 달러</pc1> 12 2030');
    expect([refused.status, ((await refused.json()) as Body).detail]).toEqual([
      409,
      'This passage is locked. Unlock it first.',
    ]);
    expect((await post1(unit.id, 'approve')).status).toBe(409);
    expect((await post1(unit.id, 'lock')).status).toBe(409);
    expect((await post(running, 'approve')).status).toBe(200);
    // Neither its figures nor its words, though an engine had written it.
    for (const source of [
      article.replace('on 12 lines', 'on 14 lines'),
      article.replace('will spend **', 'spent **'),
    ]) {
      running.place.put('content/en/plant.md', source);
      await generated(running);
      const now = unitOf(await view(running), 'The grid operator');
      const outdated = (await view(running)).units.find(({ locked }: Body) => locked);
      expect(now).toBeDefined();
      expect(outdated).toMatchObject({ locked: true, status: 'outdated', target: { text: unit.target.text } });
    }
    const stale = await view(running);
    expect(stale.state).toBe('stale');
    const locked = stale.units.find((one: Body) => one.locked);
    expect(await (await post1(locked.id, 'unlock')).json()).toMatchObject({ locked: false, status: 'outdated' });
    await generated(running);
    expect(unitOf(await view(running), 'The grid operator spent')).toMatchObject({ status: 'translated' });
    const { versions } = await running.get(`${base}/units/${locked.id}/history`);
    expect(versions.map(({ act, state }: Body) => [act, state])).toEqual([
      ['generated', 'translated'],
      ['locked', 'final'],
      ['unlocked', 'reviewed'],
      ['generated', 'translated'],
    ]);
  });

  it('cannot be one that is not translated', async () => {
    const running = await start();
    running.engine.answer = () => '';
    await generated(running);
    const unit = unitOf(await view(running), 'Who pays');
    const response = await running.fetch(`${base}/units/${unit.id}/lock`, { method: 'POST' });
    expect([response.status, ((await response.json()) as Body).code]).toEqual([409, 'conflict']);
  });
});

describe('the audit log', () => {
  it('says who did what, the newest first, to admins alone', async () => {
    const { running, first } = await translated();
    await patch(running, unitOf(first, 'Who pays'), '비용은 누가 내나?');
    await post(running, 'approve');
    await post(running, 'publish');
    await post(running, 'withdraw');
    await post(running, 'reject');
    const { acts } = await running.get('/api/v1/audit');
    expect(acts.map(({ act, by, slug, locale }: Body) => [act, by, slug, locale].join(' '))).toEqual(
      ['reject', 'withdraw', 'publish', 'approve', 'edit', 'generate'].map((act) => `${act} local plant ko`),
    );
    expect((await running.get(`/api/v1/audit?before=${acts[3].sequence}&limit=1`)).acts).toEqual([acts[4]]);
    expect((await running.get('/api/v1/audit?slug=other')).acts).toEqual([]);
    // The texts themselves are in the history.
    expect(JSON.stringify(acts)).not.toContain('비용');
  });
});

describe('the gate', () => {
  const wrong = '운영사가 50%를 낸다.';

  async function withWrongFigure() {
    const { running, first } = await translated();
    await patch(running, unitOf(first, 'The operator pays'), wrong);
    return running;
  }

  it('publishes nothing while a wrong figure stands, and says which', async () => {
    const running = await withWrongFigure();
    const response = await post(running, 'publish');
    expect(response.status).toBe(409);
    const { code, blockers } = (await response.json()) as Body;
    expect(code).toBe('publish-blocked');
    expect(blockers).toMatchObject([{ type: 'issue', message: expect.stringContaining('60') }]);
    expect(running.place.read(file)).not.toContain('state: published');
  });

  it('opens when the issue is waived with a reason, and closes when the text changes', async () => {
    const running = await withWrongFigure();
    const [issue] = unitOf(await view(running), 'The operator pays').issues;
    const waive = (json?: unknown, method = 'PUT') => running.fetch(`${base}/waivers/${issue.id}`, { method, json });
    expect((await waive({ reason: '  ' })).status).toBe(400);
    expect((await waive({ reason: '원문의 오류' })).status).toBe(200);
    expect(unitOf(await view(running), 'The operator pays').issues[0].waiver).toMatchObject({
      reason: '원문의 오류',
      by: 'local',
    });
    expect((await post(running, 'publish')).status).toBe(200);
    expect((await waive(undefined, 'DELETE')).status).toBe(200);
    expect((await view(running)).state).toBe('reviewed');
    await waive({ reason: '원문의 오류' });
    await patch(running, unitOf(await view(running), 'The operator pays'), '운영사가 40%를 낸다.');
    expect((await view(running)).blockers).toHaveLength(1);
  });

  it('keeps back what is partly in the source language or outdated', async () => {
    const running = await start();
    running.engine.answer = ({ source }) => (source.startsWith('See') ? undefined : `옮긴 글 ${source}`);
    await generated(running);
    const partial = await view(running);
    expect(partial).toMatchObject({ state: 'partial' });
    expect(partial.blockers.some(({ type }: Body) => type === 'untranslated')).toBe(true);
    expect((await post(running, 'publish')).status).toBe(409);
    expect((await post(running, 'approve')).status).toBe(200);
    expect((await view(running)).state).toBe('partial');
  });

  it('a passage that is to stay as it is can be approved by itself', async () => {
    const running = await start();
    running.engine.answer = (unit) => (unit.source.startsWith('Who') ? undefined : '옮긴 글');
    running.engine.fault = { status: 401 };
    await generated(running);
    for (const unit of (await view(running)).units) {
      if (unit.status !== 'untranslated') continue;
      expect((await running.fetch(`${base}/units/${unit.id}/approve`, { method: 'POST' })).status).toBe(200);
    }
    const now = await view(running);
    expect(now.units.every(({ status }: Body) => status !== 'untranslated')).toBe(true);
    expect(now.state).not.toBe('partial');
  });

  it('takes a published translation off the site when an edit breaks it', async () => {
    const { running, first } = await translated();
    await post(running, 'publish');
    await patch(running, unitOf(first, 'Who pays'), '누가 내나?');
    expect((await view(running)).state).toBe('published');
    await patch(running, unitOf(first, 'The operator pays'), wrong);
    expect((await view(running)).state).toBe('reviewed');
  });
});

describe('states', () => {
  /** The least that can be partial and edited: each of many servers makes it anew. */
  const short = '---\ntitle: A plant\nfaq:\n  - question: Who pays?\n    answer: Nobody.\n---\n\nSee the report.\n';
  const begin = () => start({ 'content/en/plant.md': short });

  /** Brings a translation into a state, by the API and the files alone. */
  const reach: Readonly<Record<EditionState, () => Promise<Running>>> = {
    missing: () => begin(),
    async queued() {
      const running = await begin();
      running.engine.delay = 2000;
      await running.fetch('/api/v1/articles/plant/translations', { method: 'POST', json: { locale: 'ko' } });
      return running;
    },
    async partial() {
      const running = await begin();
      running.engine.fault = { status: 401 };
      await generated(running);
      return running;
    },
    translated: async () => (await translated(short)).running,
    async reviewed() {
      const { running } = await translated(short);
      await post(running, 'approve');
      return running;
    },
    async published() {
      const { running } = await translated(short);
      await post(running, 'publish');
      return running;
    },
    async stale() {
      const { running } = await translated(short);
      running.place.put('content/en/plant.md', short.replace('See the', 'Do see the'));
      await running.again();
      return running;
    },
  };

  const stateOf = async (running: Running): Promise<string> =>
    (await running.get('/api/v1/articles/plant?locale=ko')).state;

  /** Takes an action; `true` when it was let through. */
  const take: Readonly<
    Record<Exclude<EditionAction, 'end' | 'source-change'>, (running: Running) => Promise<boolean>>
  > = {
    async generate(running) {
      running.engine.delay = 2000;
      return (await running.fetch('/api/v1/articles/plant/translations', { method: 'POST', json: { locale: 'ko' } }))
        .ok;
    },
    async edit(running) {
      const seen = await running.fetch(base);
      if (!seen.ok) return false;
      return (await patch(running, unitOf(await seen.json(), 'Who pays'), '누가 내나?')).ok;
    },
    approve: async (running) => (await post(running, 'approve')).ok,
    reject: async (running) => (await post(running, 'reject')).ok,
    publish: async (running) => (await post(running, 'publish')).ok,
    withdraw: async (running) => (await post(running, 'withdraw')).ok,
  };

  const actions = Object.keys(take) as (keyof typeof take)[];
  const cases = editionStates.flatMap((state) => {
    const refused = actions.filter((action) => transitions[state][action] === undefined);
    const allowed = actions.filter((action) => transitions[state][action] !== undefined);
    // What is refused changes nothing, so that one server is asked for all of it.
    return [...(refused.length === 0 ? [] : [refused]), ...allowed.map((action) => [action])].map((asked) => ({
      state,
      actions: asked,
    }));
  });

  it.each(cases)('$state: $actions does what the table says', async ({ state, actions: asked }) => {
    const running = await reach[state]();
    for (const action of asked) {
      expect(await stateOf(running), action).toBe(state);
      const allowed = transitions[state][action];
      expect(await take[action](running), action).toBe(allowed !== undefined);
      const after = await stateOf(running);
      expect(allowed ?? [state], action).toContain(after);
    }
  });

  it.each(editionStates.filter((state) => state !== 'missing' && state !== 'queued'))(
    '%s becomes stale when the source changes',
    async (state) => {
      const running = await reach[state]();
      running.place.put('content/en/plant.md', short.replace('Who pays', 'And who pays'));
      await running.again();
      expect(transitions[state]['source-change']).toContain(await stateOf(running));
    },
  );

  it('name every state and nothing else', () => {
    expect(Object.keys(transitions)).toEqual([...editionStates]);
    const reachable = new Set(Object.values(transitions).flatMap((actions) => Object.values(actions).flat()));
    expect([...reachable].sort()).toEqual([...editionStates].sort());
  });
});
