import { afterEach } from 'vitest';
import { type RunningServer, type ServeOptions, serve } from '../../src/server/index.js';
import { project, type TestProject } from '../cli/project.js';
import { type Answer, type Loopback, startLoopback } from '../cli/server.js';

/** An English article with figures, a table, a link, and passages that need an engine. */
export const article = `---
title: Power for the new plant
summary: The grid operator will spend $25 billion.
date: 2026-04-24
topic:
  name: Energy
faq:
  - question: Who pays?
    answer: The operator pays 60% of it.
---

# Power for the new plant

The grid operator will spend **$25 billion** on 12 lines by 2030.

See the [full report](https://example.com/report) before you read on.

| Line | Capacity | Cost |
| --- | --- | --- |
| North | 150 MW | $8.5 billion |
| South | 40% | $1.25 |
`;

/** Words of a translation that nobody need understand; no two in a row are the same. */
const words = '새로 옮긴 글의 낱말은 저마다 다르고 앞뒤가 겹치지 않게 이어 쓴 말이다'.split(' ');

/** A sound answer: every tag once, every figure in its form, every term, and words for words. */
export const sound: Answer = ({ source, figures = {}, terms = {} }) => {
  let at = 0;
  let figure: string | undefined;
  const filled = source.split(/(<[^<>]*>)/).map((part) => {
    const open = /^<(q\d+)>$/.exec(part)?.[1];
    if (open !== undefined) figure = open;
    if (/^<\/q\d+>$/.test(part)) figure = undefined;
    if (part.startsWith('<')) return open === undefined ? part : part + (figures[open] ?? '');
    if (figure !== undefined || part.trim() === '') return figure === undefined ? part : '';
    const count = Math.max(1, Math.ceil(part.trim().length / 8));
    return ` ${Array.from({ length: count }, () => words[at++ % words.length]).join(' ')} `;
  });
  return [...Object.values(terms), filled.join('').trim()].join(', ');
};

/** A server over a project in a temporary folder, with an engine that answers faithfully. */
export interface Running {
  readonly place: TestProject;
  readonly engine: Loopback;
  server: RunningServer;
  readonly logged: unknown[];
  /** Stops the server and starts another over the same project. */
  again(options?: Partial<ServeOptions>): Promise<void>;
  fetch(path: string, init?: RequestInit & { readonly json?: unknown }): Promise<Response>;
  /** The JSON of an answer. */
  get(path: string, init?: RequestInit & { readonly json?: unknown }): Promise<Body>;
}

// biome-ignore lint/suspicious/noExplicitAny: an answer is looked at field by field
export type Body = any;

const open: Running[] = [];
afterEach(async () => {
  for (const { server, engine, place } of open.splice(0)) {
    await server.close();
    await engine.close();
    place.remove();
  }
});

/** Starts a server over `files`; everything is taken down after the test. */
export async function start(
  files: Readonly<Record<string, string | Uint8Array>> = { 'content/en/plant.md': article },
  options: Partial<ServeOptions> = {},
): Promise<Running> {
  const engine = await startLoopback();
  engine.answer = sound;
  const place = project(files);
  const logged: unknown[] = [];
  const run = (more: Partial<ServeOptions>) =>
    serve({
      cwd: place.root,
      root: place.root,
      pipeline: 'news',
      host: '127.0.0.1',
      port: 0,
      hosts: [],
      site: undefined,
      work: true,
      env: engine.env,
      version: '0.0.0-test',
      log: (error) => void logged.push(error),
      ...options,
      ...more,
    });
  const running: Running = {
    place,
    engine,
    logged,
    server: await run({}),
    async again(more = {}) {
      await running.server.close();
      running.server = await run(more);
    },
    fetch: (path, { json, ...init } = {}) =>
      fetch(running.server.url + path, {
        ...init,
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...init.headers },
      }),
    get: async (path, init) => (await running.fetch(path, init)).json(),
  };
  open.push(running);
  return running;
}

/** Generates an article and waits for the job's end. */
export async function generated(running: Running, slug = 'plant', locale = 'ko'): Promise<Body> {
  const job = await running.get(`/api/v1/articles/${slug}/translations`, { method: 'POST', json: { locale } });
  await (await running.fetch(`/api/v1/jobs/${job.id}/events`)).text();
  return running.get(`/api/v1/jobs/${job.id}`);
}
