import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addKey } from '../../../src/server/access/keys.js';
import { createFileKeyring } from '../../../src/store/file-keys.js';
import { article, generated, type Running, sound, start } from '../start.js';
import { executable, launch } from './chromium.js';

const why = executable === undefined ? ' (skipped: no Chromium on this machine; set CHROMIUM to its path)' : '';

describe.skipIf(executable === undefined)(`pages in Chromium${why}`, () => {
  let browser: Browser;
  let page: Page;
  let running: Running;
  /** What the browser complained about: a refused script or style, an exception. */
  let complaints: string[];

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(async () => {
    running = await start();
    page = await open('ko');
  });

  async function open(locale: string, width = 1280): Promise<Page> {
    const context = await browser.newContext({ locale, viewport: { width, height: 844 } });
    const opened = await context.newPage();
    opened.setDefaultTimeout(25_000);
    complaints = [];
    opened.on('pageerror', (error) => complaints.push(String(error)));
    opened.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    return opened;
  }

  const go = (path: string) => page.goto(running.server.url + path);

  /** The row of the passage whose source begins so. */
  const unit = (source: string) =>
    page.locator('.unit', { has: page.locator('.side:first-child', { hasText: source }) }).first();

  it('show a reader the source with a notice, generate at a click, and fill in', async () => {
    running.engine.delay = 600;
    await go('/articles');
    expect(await page.locator('html').getAttribute('lang')).toBe('ko');
    await page
      .getByRole('link', { name: /한국어/ })
      .first()
      .click();
    expect(await page.locator('#notice').innerText()).toContain('아직 한국어로 나오지 않은 기사입니다');
    expect(await page.locator('#body').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: '이 언어로 생성' }).click();
    await page.locator('#job progress').waitFor();
    // Rendered cells come first; the sentence that an engine was asked for comes later.
    await page.locator('#body', { hasText: '85억 달러' }).waitFor();
    await page.locator('#desk').waitFor();
    expect(await page.locator('.languages [aria-current]').innerText()).toContain('번역됨');
    expect(await page.locator('#body').innerText()).toContain('250억 달러');
    expect(await page.locator('#notice').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('cancel a job', async () => {
    running.engine.delay = 3000;
    await go('/ko/articles/plant');
    await page.getByRole('button', { name: '이 언어로 생성' }).click();
    await page.getByRole('button', { name: '취소' }).click();
    await page.getByRole('button', { name: '이 언어로 생성' }).waitFor();
    expect(running.place.files('content/ko')).toEqual([]);
  });

  it('cancel a job before the server has answered', async () => {
    running.engine.delay = 3000;
    await page.route('**/api/v1/articles/plant/translations', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await go('/ko/articles/plant');
    await page.getByRole('button', { name: '이 언어로 생성' }).click();
    await page.getByRole('button', { name: '취소' }).click();
    await page.getByRole('button', { name: '이 언어로 생성' }).waitFor();
    await page.unrouteAll();
    expect(running.place.files('content/ko')).toEqual([]);
  });

  it('take up a job that somebody else has started', async () => {
    running.engine.delay = 700;
    await running.fetch('/api/v1/articles/plant/translations', { method: 'POST', json: { locale: 'ko' } });
    await go('/ko/articles/plant');
    await page.locator('#desk').waitFor();
    expect(complaints).toEqual([]);
  });

  it('save an edit, tell a wrong figure, and publish when it is mended', async () => {
    await generated(running);
    await go('/ko/articles/plant');
    const row = unit('The grid operator will spend 1');
    const area = row.locator('textarea');
    await area.fill('전력망 운영사는 2030년까지 12개 노선에 ⟦1⟧260억 달러⟦/1⟧를 쓴다.');
    await area.press('Control+Enter');
    await row.locator('.issues .critical').waitFor();
    expect(await row.innerText()).toContain('사람이 작성');
    expect(running.place.read('content/ko/plant.md')).toContain('12개 노선에 **260억 달러**를 쓴다.');
    expect(await page.getByRole('button', { name: '발행' }).count()).toBe(0);
    await row.getByRole('button', { name: '제안대로 고치기' }).click();
    expect(await area.inputValue()).toContain('⟦1⟧250억 달러⟦/1⟧를');
    await row.getByRole('button', { name: '저장' }).click();
    await row.locator('.issues').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '모두 승인' }).click();
    await page.locator('#desk-bar .state.reviewed').waitFor();
    await page.getByRole('button', { name: '발행' }).click();
    await page.locator('#desk-bar .state.published').waitFor();
    expect(running.place.read('content/ko/plant.md')).toContain('state: published');
    expect(complaints).toEqual([]);
  });

  it('let an issue stand for a reason', async () => {
    await generated(running);
    await go('/ko/articles/plant');
    const row = unit('The operator pays 60%');
    await row.locator('textarea').fill('운영사가 50%를 낸다.');
    await row.getByRole('button', { name: '저장' }).click();
    await row.getByRole('button', { name: '문제 아님…' }).click();
    await row.locator('.issues input').fill('편집국에서 확인함');
    await row.locator('.issues form button').click();
    await row.locator('.issues .waived', { hasText: '편집국에서 확인함' }).waitFor();
    await row.getByRole('button', { name: '예외 취소' }).click();
    await row.locator('.issues .critical').waitFor();
  });

  it('show both texts when somebody else was faster', async () => {
    await generated(running);
    await go('/ko/articles/plant');
    const row = unit('See the');
    const id = await row.getAttribute('data-unit');
    const etag = await row.getAttribute('data-etag');
    await running.fetch(`/api/v1/articles/plant/translations/ko/units/${id}`, {
      method: 'PATCH',
      json: { tagged: '먼저 <pc1>보고서</pc1>를 보세요.' },
      headers: { 'if-match': etag! },
    });
    await row.locator('textarea').fill('읽기 전에 ⟦1⟧전체 보고서⟦/1⟧를 보세요.');
    await row.getByRole('button', { name: '저장', exact: true }).click();
    await row.locator('.conflict', { hasText: '먼저 보고서를 보세요.' }).waitFor();
    expect(running.place.read('content/ko/plant.md')).toContain('먼저 [보고서]');
    await row.getByRole('button', { name: '내 글로 저장하기' }).click();
    await row.locator('.note', { hasText: '저장했습니다' }).waitFor();
    expect(await row.locator('.conflict').count()).toBe(0);
    expect(running.place.read('content/ko/plant.md')).toContain('읽기 전에 [전체 보고서]');
  });

  it('keep what is typed while a passage is being saved', async () => {
    await generated(running);
    await go('/ko/articles/plant');
    await page.route('**/units/*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    const row = unit('Who pays?');
    const area = row.locator('textarea');
    await area.fill('누가 낼까?');
    const drawn = page.waitForResponse('**/ko/articles/plant');
    await row.getByRole('button', { name: '저장', exact: true }).click();
    await area.fill('결국 누가 낼까?');
    await (await drawn).finished();
    expect(running.place.read('content/ko/plant.md')).toContain('누가 낼까?');
    await page.waitForTimeout(300);
    expect(await area.inputValue()).toBe('결국 누가 낼까?');
    await row.getByRole('button', { name: '저장', exact: true }).click();
    await row.locator('.note', { hasText: '저장했습니다' }).waitFor();
    expect(running.place.read('content/ko/plant.md')).toContain('결국 누가 낼까?');
    expect(complaints).toEqual([]);
  });

  it('lock a passage, and show what it was', async () => {
    await generated(running);
    await go('/ko/articles/plant');
    const row = unit('See the');
    await row.locator('textarea').fill('읽기 전에 ⟦1⟧전체 보고서⟦/1⟧를 보세요.');
    await row.getByRole('button', { name: '저장', exact: true }).click();
    await row.locator('.note', { hasText: '저장했습니다' }).waitFor();
    await row.getByRole('button', { name: '잠금', exact: true }).click();
    await row.getByRole('button', { name: '잠금 해제' }).waitFor();
    expect(await row.locator('textarea').count()).toBe(0);
    await row.getByText('이력').click();
    const versions = row.locator('.history li');
    await versions.first().waitFor();
    expect((await versions.allInnerTexts()).map((text) => /오[전후] [\d:]+ (\S+)/.exec(text)?.[1])).toEqual([
      '잠금',
      '수정',
      '생성',
    ]);
    expect(await versions.nth(1).locator('ins').allInnerTexts()).toContain('읽기 전에');
    expect(await versions.nth(1).locator('del').first().innerText()).toContain('새로');
    await row.getByRole('button', { name: '잠금 해제' }).click();
    await row.locator('textarea').waitFor();
    expect(complaints).toEqual([]);
  });

  it('lead to topics, months and related articles, each with its counts', async () => {
    const story = (title: string, date: string) =>
      `---\ntitle: ${title}\ndate: ${date}\ntopic:\n  name: Energy\nsummary: It grew. It shrank.\n---\n\nText of it.\n`;
    running.place.put('content/en/wind.md', story('Wind', '2026-04-02'));
    running.place.put('content/en/sun.md', story('Sun', '2025-05-01'));
    await running.again();
    await go('/articles?q=i');
    await page.getByRole('navigation', { name: '주제' }).getByRole('link', { name: 'Energy 0/3' }).click();
    await page.getByRole('navigation', { name: '월별' }).getByRole('link', { name: '2026년 4월 0/2' }).click();
    expect(new URL(page.url()).search).toBe('?q=i&topic=Energy&month=2026-04');
    expect(await page.locator('.articles h2').allInnerTexts()).toEqual(['Power for the new plant', 'Wind']);
    await page.getByRole('navigation', { name: '월별' }).getByRole('link', { name: '2026년 4월' }).click();
    expect(new URL(page.url()).search).toBe('?q=i&topic=Energy');
    await go('/en/articles/plant');
    const related = page.locator('.related');
    expect(await related.locator('h3').allInnerTexts()).toEqual(['Wind', 'Sun']);
    expect(await related.locator('li').first().innerText()).toContain('It grew. It shrank.');
    await related.getByRole('link', { name: 'Sun' }).click();
    expect(new URL(page.url()).pathname).toBe('/en/articles/sun');
    expect(complaints).toEqual([]);
  });

  it('say which mark is missing, and save nothing', async () => {
    await generated(running);
    const before = running.place.read('content/ko/plant.md');
    await go('/ko/articles/plant');
    const row = unit('See the');
    await row.locator('textarea').fill('전체 보고서를 보세요.');
    await row.getByRole('button', { name: '저장', exact: true }).click();
    await row.locator('.note.bad', { hasText: '잘못된 코드: 1' }).waitFor();
    expect(running.place.read('content/ko/plant.md')).toBe(before);
  });

  it('leave a syllable that is being composed to the input method', async () => {
    await generated(running);
    await go('/ko/articles/plant');
    const row = unit('Who pays?');
    const area = row.locator('textarea');
    await area.fill('');
    const input = await page.context().newCDPSession(page);
    for (const text of ['ㄴ', '누', '눅', '누가']) {
      await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    // Control+Enter while composing confirms the syllable; it must not send half a word.
    await area.dispatchEvent('keydown', { key: 'Enter', ctrlKey: true, isComposing: true });
    expect(await row.getAttribute('class')).toContain('dirty');
    await input.send('Input.insertText', { text: '누가 내나?' });
    expect(await area.inputValue()).toBe('누가 내나?');
    await area.press('Control+Enter');
    await row.locator('.note', { hasText: '저장했습니다' }).waitFor();
    expect(running.place.read('content/ko/plant.md')).toContain('누가 내나?');
  });

  it('fit a phone without scrolling sideways', async () => {
    await generated(running);
    for (const path of ['/articles', '/ko/articles/plant', '/api']) {
      const phone = await open('ko', 360);
      await phone.goto(running.server.url + path);
      expect(await phone.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(360);
    }
  });

  it('speak the language that the person chooses', async () => {
    await go('/articles');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Articles' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(page.url()).toBe(`${running.server.url}/articles`);
  });

  it('are signed in to with a key, and out of', async () => {
    const key = await addKey(createFileKeyring(running.place.root), 'editor', ['edit', 'generate', 'publish']);
    await running.again();
    await go('/ko/articles/plant');
    expect(new URL(page.url()).pathname).toBe('/login');
    await page.getByLabel('키').fill('dip_wrong');
    await page.getByRole('button', { name: '로그인' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('키').fill(key);
    await page.getByRole('button', { name: '로그인' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/ko/articles/plant');
    await page.getByRole('button', { name: '로그아웃' }).click();
    await page.getByLabel('키').waitFor();
  });

  it('work without a script', async () => {
    const context = await browser.newContext({ locale: 'ko', javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${running.server.url}/ko/articles/plant`);
    await plain.getByRole('button', { name: '이 언어로 생성' }).click();
    await expect.poll(() => running.place.files('content/ko'), { timeout: 25_000 }).toEqual(['content/ko/plant.md']);
  });

  it('never run what an author or an engine wrote', async () => {
    const payloads: string[] = JSON.parse(readFileSync(new URL('../../publish/hostile.json', import.meta.url), 'utf8'));
    running.place.put('content/en/hostile.md', `${article}\n${payloads.join('\n\nA paragraph.\n\n')}\n`);
    running.engine.answer = (asked) =>
      asked.source.startsWith('Who') ? '<script>pwned()</script><img src=x onerror=pwned()>누가?' : sound(asked);
    await running.again();
    await generated(running, 'hostile');
    await page.addInitScript('globalThis.pwned = () => { globalThis.ran = true; }');
    for (const locale of ['en', 'ko']) {
      await go(`/${locale}/articles/hostile`);
      await page.locator('#body').waitFor();
      expect(await page.evaluate('globalThis.ran')).toBeUndefined();
      expect(await page.locator('script:not([src="/assets/page.js?0.0.0-test"])').count()).toBe(0);
      expect(
        await page.locator('#body :is(iframe, object, embed, form, style, svg, base, [onerror], [style])').count(),
      ).toBe(0);
    }
    // Not even the policy had anything to refuse.
    expect(complaints.filter((text) => text.includes('Content Security Policy'))).toEqual([]);
    // Two hundred passages are translated and drawn.
  }, 120_000);
});
