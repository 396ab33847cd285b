import { randomUUID } from 'node:crypto';
import type {
  createServer as createHttpServer,
  ServerOptions as HttpOptions,
  Server as HttpServer,
  RequestListener,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve as listen, type ServerType } from '@hono/node-server';
import { type Messages, messages } from '../messages/index.js';
import { DiptychError } from '../model/errors.js';
import { openBench } from '../pipeline/run.js';
import { createCache } from '../publish/cache.js';
import type { Entry } from '../publish/entry.js';
import { createHeads } from '../publish/heads.js';
import { openLibrary } from '../publish/library.js';
import { createOutputs, outputsOf } from '../publish/outputs.js';

import { assertSafeAddress, isLoopback } from './access/address.js';
import { type Allowance, createLimits, generous } from './access/limits.js';
import { createSessions } from './access/sessions.js';
import { createApp } from './app.js';
import { createChanges } from './changes/changes.js';
import type { Desk } from './desk.js';
import { closeDoor, type Door, freshSecret, openDoor } from './door.js';
import { createEditor } from './editing/editor.js';
import { openView } from './editing/view.js';
import { workOnJobs } from './generation.js';
import { createQuickLane, type QuickLane } from './http/quick.js';
import { ShortcutServer } from './http/shortcut.js';
import { createJobs } from './jobs/jobs.js';
import { createFinder } from './listing.js';
import { createMetrics } from './metrics.js';
import type { Log, Observe } from './observe.js';
import { pageAddress } from './pages/list.js';
import { openVerdictFile } from './verdict-file.js';
import { createVerdicts } from './verdicts.js';
import { createCourier } from './webhooks/courier.js';
import { connectServer, type ServerServices } from './wiring.js';

/** What a server is started with. */
export interface ServeOptions {
  readonly cwd: string;
  readonly root?: string;
  readonly pipeline: string;
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Names that it answers to, beside those of this machine. */
  readonly hosts: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** The site's own address, for feeds; absent: the one that a request is made to. */
  readonly site: string | undefined;
  /** Whether this process works on jobs; those of a project without a database are done by nobody else. */
  readonly work: boolean;
  /** Requests that are answered, where a key is asked for; instead of `generous`. */
  readonly allowance?: Allowance;
  /** How long a request may take to arrive; instead of `patient`. */
  readonly patience?: Patience;
  /** How large a request may be; instead of `ample`. */
  readonly sizes?: Sizes;
  /** Waits before a webhook is told again, in milliseconds, instead of `retryDelays`. */
  readonly webhookDelays?: readonly number[];
  readonly log: Log;
  /** Told of each answer, and of each job that ends. */
  readonly observe?: Observe;
}

/** A server that listens. */
export interface RunningServer {
  /** `http://127.0.0.1:4173` */
  readonly url: string;
  readonly root: string;
  /** Whether it asks for keys. */
  readonly closed: boolean;
  /** Takes no more requests, stops jobs where they can go on from, and resolves when nothing is left open. */
  close(): Promise<void>;
}

/** How many articles are worked on at once. Most of their time they wait for engines. */
const articlesAtOnce = 4;

/** How long a connection may take to send its headers, and its whole request, in milliseconds. */
export interface Patience {
  readonly headers: number;
  readonly request: number;
}

/** What no slow line needs, and what keeps few from holding all connections. */
export const patient: Patience = { headers: 10_000, request: 30_000 };

/** How large a request's body and its headers may be, in bytes. */
export interface Sizes {
  readonly body: number;
  readonly headers: number;
}

/** One unit of an article, with room; what browsers send, with many cookies. */
export const ample: Sizes = { body: 256 * 1024, headers: 16 * 1024 };

/** How long an idle connection is kept, in milliseconds. */
const keepAliveTimeout = 5_000;

/** How long running answers may take after `close`, in milliseconds. */
const grace = 5_000;

/**
 * Starts the HTTP service. Throws `unsafe-address` for an address that others reach while there are no keys, and what
 * `generate` throws of a project that cannot be worked on at all.
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { desk, observe, start, stop } = await openDesk(options);
  const { closed } = desk.access;
  const lane = createQuickLane(desk.access, observe);
  const { body: bodyBytes } = options.sizes ?? ample;
  const app = createApp(desk, { log: options.log, observe, lane, bodyBytes });
  const server = await bind(app.fetch, lane, options).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const { port } = server.address() as AddressInfo;
  const { root } = desk.project;
  const door = doorOf(options, port, desk.access.secret);
  // On PostgreSQL nobody is in another's way.
  if (door !== undefined && !options.env['DATABASE_URL']) await openDoor(root, door);
  await start();
  // Of a large site the first look takes seconds: it is taken before somebody asks.
  desk.find({ locale: 'en', limit: 1 }).catch(options.log);
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    url: `http://${isLoopback(options.host) && options.host !== '::1' ? 'localhost' : host}:${port}`,
    root: desk.project.root,
    closed,
    async close() {
      await closeDoor(root, desk.access);
      const stopped = stop();
      const done = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      desk.jobs.stop();
      const force = setTimeout(() => {
        if ('closeAllConnections' in server) server.closeAllConnections();
      }, grace);
      await done;
      clearTimeout(force);
      await stopped;
    },
  };
}

/** By which the command line comes in; `undefined` where this machine's own addresses are not listened to. */
function doorOf({ host, pipeline }: ServeOptions, port: number, secret: string): Door | undefined {
  const here =
    isLoopback(host) || host === '0.0.0.0' || host === '::' ? (host.includes(':') ? '[::1]' : '127.0.0.1') : undefined;
  if (here === undefined) return undefined;
  return {
    url: `http://${isLoopback(host) && !host.includes(':') ? host : here}:${port}`,
    pid: process.pid,
    pipeline,
    secret,
  };
}

/** All that routes work with, and what goes on behind it. */
interface OpenDesk {
  readonly desk: Desk;
  readonly observe: Observe;
  /** Takes up the jobs that are left, and works on jobs. */
  start(): Promise<void>;
  /** Hands back what is under way, and lets go of everything. */
  stop(): Promise<void>;
}

/** Opens all that routes work with. Throws `unsafe-address`. */
async function openDesk(options: ServeOptions): Promise<OpenDesk> {
  const { cwd, env, pipeline: name } = options;
  const request = { cwd, ...(options.root === undefined ? {} : { root: options.root }), pipeline: name, env };
  // Opened once as a run would: a missing key or a broken pipeline file is told before anybody clicks.
  const connect: typeof connectServer = (root, concurrency, set) => connectServer(root, concurrency, set, options.log);
  const { project, pipeline, services } = await openBench({ ...request, articles: [], dryRun: false }, connect);
  const connected = services as ServerServices;
  const { store, tasks, jobs: book, keys, changes: log, signals, webhooks, history, audit, close } = connected;
  const closed = (await keys.all()).length > 0;
  assertSafeAddress(options.host, closed);
  const library = openLibrary(project, pipeline);
  const heads = createHeads(project, library, store);
  const open = (entry: Entry, to: string) => openView(request, services, entry, to);
  const verdictFile = openVerdictFile(project.root, options.version);
  const waivers = async (slug: string, to: string) => (await store.delivery(slug, to))?.waivers;
  const verdicts = createVerdicts(open, waivers, verdictFile);
  const { passes } = verdicts;
  const outputs = createOutputs(library, passes, verdicts.times);
  const self = randomUUID();
  const now = async (slug: string) => {
    const entry = await library.entry(slug).catch(() => undefined);
    for (const { locale } of entry?.editions ?? []) verdicts.forget(slug, locale);
    return entry === undefined ? [] : outputsOf(entry, passes);
  };
  const changes = createChanges(log, { all: outputs, now }, signals);
  const courier = createCourier({
    webhooks,
    log,
    update: changes.update,
    describe: (change) => ({ ...change, url: (options.site ?? '') + pageAddress(change.locale, change.slug) }),
    fail: options.log,
    ...(options.webhookDelays === undefined ? {} : { delays: options.webhookDelays }),
  });
  changes.watch(courier.wake);
  const look = async (slug: string, to: string) => {
    heads.changed();
    verdicts.forget(slug, to);
    // Seen at once: whoever is told of the change may ask for the list next.
    await library.entry(slug).catch(() => {});
  };
  const changed = async (slug: string, to: string) => {
    await look(slug, to);
    signals.tell('translation', `${self} ${to}/${slug}`);
    // Written down at once, not only when somebody asks: an output that comes and goes would never be told.
    changes.update().catch(options.log);
  };
  // Another process may have written it.
  signals.listen('translation', (name) => {
    const [, by, to, slug] = /^(\S+) ([^/]+)\/(.+)$/.exec(name ?? '') ?? [];
    if (to === undefined || slug === undefined) heads.changed();
    else if (by !== self) lookFar(slug, to).catch(options.log);
  });
  const lookFar = async (slug: string, to: string) => {
    await store.bring(slug, to);
    await look(slug, to);
    await changes.update();
  };
  const jobs = createJobs(book, tasks, signals);
  const metrics = createMetrics({ jobs, webhooks });
  const observe: Observe = (event) => {
    metrics.observe(event);
    options.observe?.(event);
  };
  const editor = createEditor({
    library,
    store,
    history,
    audit,
    open: async (slug, to) => open(await library.entry(slug), to),
    isBusy: (slug, to) => jobs.active(slug, to) !== undefined,
    changed,
  });
  const access = {
    closed,
    keys: () => keys.all(),
    sessions: createSessions(connected.sessions),
    secret: freshSecret(),
    hosts: options.hosts,
    limits: createLimits(options.allowance ?? generous),
  };
  const spoken = createCache<Messages>(10);
  const messagesIn = (locale: string) => spoken.get(locale, () => messages(locale));
  const { site, version } = options;
  const deliveryOf: Desk['deliveryOf'] = (slug, to) => store.delivery(slug, to);
  const work = {
    project,
    pipeline,
    library,
    heads,
    jobs,
    editor,
    audit,
    access,
    changes,
    courier,
    webhooks,
    metrics,
    passes,
    outputs,
    deliveryOf,
  };
  const desk = { ...work, site, messagesIn, version };
  return {
    desk: { ...desk, ...createFinder(desk) },
    observe,
    async start() {
      await jobs.resume();
      if (!options.work) return;
      const { seen } = library;
      await workOnJobs({ request, services: connected, seen, changed, observe }, articlesAtOnce);
    },
    async stop() {
      await tasks.stop();
      await courier.stop();
      await verdictFile.flush();
      await close();
    },
  };
}

function bind(
  fetch: Parameters<typeof listen>[0]['fetch'],
  lane: QuickLane,
  { host, port, patience = patient, sizes = ample }: ServeOptions,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const serverOptions = {
      maxHeaderSize: sizes.headers,
      headersTimeout: Math.min(patience.headers, patience.request),
      requestTimeout: patience.request,
      keepAliveTimeout,
      // Node looks every 30 s unless told, and whoever is slow would have that as well.
      connectionsCheckingInterval: Math.min(1000, patience.headers),
    };
    const createServer = ((options: HttpOptions, listener: RequestListener) =>
      new ShortcutServer(options, lane, listener) as HttpServer) as typeof createHttpServer;
    const server = listen({ fetch, hostname: host, port, serverOptions, createServer }, () => resolve(server));
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(new DiptychError('usage', { context: 'port', host, port, reason: error.code ?? error.message }));
    });
  });
}
