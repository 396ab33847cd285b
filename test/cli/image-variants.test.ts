import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cli } from './io.js';
import { project, type TestProject } from './project.js';
import { faithful, type Loopback, startLoopback } from './server.js';

const article = `---
title: Power
---

# Power

![Output by year](../img/chart.en.svg)

First ![Share](../img/share.en.svg "Share by region") and then ![Cost][cost] were drawn.

![Only in English](../img/plan.en.svg)

![Both](../img/dam.jpg)

[cost]: ../img/cost.en.svg
`;
const korean = ['chart', 'share', 'cost'].map((name): [string, string] => [`content/img/${name}.ko.svg`, '<svg/>']);

let server: Loopback;
let place: TestProject;
beforeEach(async () => {
  server = await startLoopback();
  place = project({ 'content/en/power.md': article, ...Object.fromEntries(korean) });
  server.answer = faithful;
});
afterEach(async () => {
  await server.close();
  place.remove();
});

const run = (...args: string[]) => cli(args, { cwd: place.root, env: server.env });
const images = (text: string) => text.match(/\.\.\/img\/[\w.]+/g);
const variants = ['chart.ko.svg', 'share.ko.svg', 'plan.en.svg', 'dam.jpg', 'cost.ko.svg'].map(
  (name) => `../img/${name}`,
);

describe('an image with a file for the language', () => {
  it('is shown by the translation, and one without stays and is told', async () => {
    const { stdout } = await run('generate', '--to', 'ko', '--format', 'json');
    expect(images(place.read('content/ko/power.md'))).toEqual(variants);
    const [one] = JSON.parse(stdout).translations;
    expect(one).toMatchObject({ outcome: 'written', state: 'translated', left: [] });
    const told = one.issues.filter(({ check }: { check: string }) => check === 'images');
    expect(told).toMatchObject([{ severity: 'minor' }]);
    expect(told).toHaveLength(1);
    const { stdout: found, exitCode } = await run('validate', '--only', 'images,links,blocks', '--format', 'json');
    expect(JSON.parse(found).issues.map(({ check }: { check: string }) => check)).toEqual(['images']);
    expect(exitCode).toBe(0);
  });

  it('leaves a second run nothing to do, and each unit to its memory', async () => {
    await run('generate', '--to', 'ko');
    const [before, text] = [place.times(), place.read('content/ko/power.md')];
    server.asked.length = 0;
    const again = await run('generate', '--to', 'ko', '--format', 'json');
    expect(JSON.parse(again.stdout).translations[0].outcome).toBe('current');
    expect(place.times()).toEqual(before);
    place.drop('content/ko/power.md');
    await run('generate', '--to', 'ko');
    expect(place.read('content/ko/power.md')).toBe(text);
    expect(server.asked).toEqual([]);
  });

  it('keeps its units when the source changes elsewhere', async () => {
    await run('generate', '--to', 'ko');
    server.asked.length = 0;
    place.put('content/en/power.md', `${article}\nThe end came.\n`);
    const { stdout } = await run('generate', '--to', 'ko', '--format', 'json');
    const [{ counts }] = JSON.parse(stdout).translations;
    expect(counts).toMatchObject({ human: 0, engines: 1, units: counts.kept + 1 });
    expect(images(place.read('content/ko/power.md'))).toEqual(variants);
  });

  it('is taken by new units alone in a file that a person rebuilt', async () => {
    await run('generate', '--to', 'ko');
    const rebuilt = place.read('content/ko/power.md').replace('chart.ko.svg', 'chart.en.svg');
    place.put('content/ko/power.md', `${rebuilt}\n<!-- 메모 -->\n`);
    place.put('content/en/power.md', article.replace('were drawn', 'were printed'));
    await run('generate', '--to', 'ko');
    const text = place.read('content/ko/power.md');
    expect(text).toContain('<!-- 메모 -->');
    expect(images(text)).toEqual(['../img/chart.en.svg', ...variants.slice(1)]);
  });
});
