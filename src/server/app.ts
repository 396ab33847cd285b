import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import { messages, uiLocales } from '../messages/index.js';
import { DiptychError } from '../model/errors.js';
import { guardOrigin, identify } from './access/guard.js';
import type { Desk } from './desk.js';
import { EditConflict, PublishBlocked } from './editing/editor.js';
import { blockersOf } from './editing/view.js';
import type { Env } from './env.js';
import { acceptedLocale, languageCookie } from './http/negotiate.js';
import { type Details, problem } from './http/problem.js';
import type { QuickLane } from './http/quick.js';
import { type Log, type Observe, watch } from './observe.js';
import { failedPage, wantsPage } from './pages/failed.js';
import { presentBlockers, presentUnit } from './present.js';
import { createRenderer, mediaPath } from './rendering.js';
import { articleRoutes } from './routes/articles.js';
import { auditRoutes } from './routes/audit.js';
import { healthRoutes } from './routes/health.js';
import { jobRoutes } from './routes/jobs.js';
import { manifestRoutes } from './routes/manifest.js';
import { mediaRoutes } from './routes/media.js';
import { metricsRoutes } from './routes/metrics.js';
import { pageRoutes } from './routes/pages.js';
import { feedRoutes, publishingRoutes } from './routes/publishing.js';
import { shelfRoutes } from './routes/shelves.js';
import { translationRoutes } from './routes/translations.js';
import { webhookRoutes } from './routes/webhooks.js';

const say = Object.fromEntries(uiLocales.map((locale) => [locale, messages(locale)]));

/** The interface language of a request: what the person chose, else what their browser asks for. */
const speak = createMiddleware<Env>(async (c, next) => {
  const chosen = new RegExp(`(?:^|;\\s*)${languageCookie}=(\\w{2})`).exec(c.req.header('cookie') ?? '')?.[1];
  const locale = uiLocales.find((one) => one === chosen) ?? acceptedLocale(c.req.header('accept-language'), uiLocales);
  c.set('messages', say[locale ?? 'en']!);
  await next();
});

const everywhere = {
  crossOriginResourcePolicy: 'same-origin',
  crossOriginOpenerPolicy: 'same-origin',
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  // The server speaks plain HTTP; whatever stands before it and speaks TLS says this.
  strictTransportSecurity: false,
} as const;

/** Headers of every answer. Scripts and styles are the server's own files; nothing may frame a page. */
const pageHeaders = secureHeaders({
  ...everywhere,
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'https:', 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
});

/** An SVG that is opened by itself is a document: it may run nothing. */
const mediaHeaders = secureHeaders({
  ...everywhere,
  contentSecurityPolicy: { defaultSrc: ["'none'"], styleSrc: ["'unsafe-inline'"], sandbox: [] },
});

/** What a service stands on beside its desk. */
interface Setting {
  /** Told of failures. */
  readonly log: Log;
  /** Told of answers. */
  readonly observe: Observe;
  readonly lane: Pick<QuickLane, 'keep'>;
  /** The largest body that is read, in bytes. */
  readonly bodyBytes: number;
}

/** The whole HTTP service: what it answers depends on `desk` alone. */
export function createApp(desk: Desk, { log, observe, lane, bodyBytes }: Setting): OpenAPIHono<Env> {
  const app = new OpenAPIHono<Env>();
  const renderer = createRenderer();
  const document = describe(desk.version);
  const fail = (error: unknown, c: Context<Env>) => {
    const answer = problem(c, error, details, log);
    return wantsPage(c) ? failedPage(c, answer, desk) : answer;
  };
  app.onError(fail);
  app.notFound((c) => fail(new DiptychError('not-found', { context: 'page' }), c));
  app.use(watch(observe));
  app.use(lane.keep);
  app.use((c, next) => (c.req.path.startsWith(mediaPath) ? mediaHeaders(c, next) : pageHeaders(c, next)));
  app.use(speak);
  app.use(guardOrigin(desk.access));
  app.use(
    bodyLimit({
      maxSize: bodyBytes,
      onError: () => {
        throw new DiptychError('request-too-large', { limit: bodyBytes });
      },
    }),
  );
  app.use(identify(desk.access));
  app.route('/', healthRoutes(desk));
  app.route('/', metricsRoutes(desk));
  app.route('/api/v1', articleRoutes(desk, renderer));
  app.route('/api/v1', shelfRoutes(desk));
  app.route('/api/v1', jobRoutes(desk, renderer));
  app.route('/api/v1', translationRoutes(desk));
  app.route('/api/v1', publishingRoutes(desk));
  app.route('/api/v1', manifestRoutes(desk));
  app.route('/api/v1', webhookRoutes(desk));
  app.route('/api/v1', auditRoutes(desk));
  app.route('/', mediaRoutes(desk));
  app.route('/', feedRoutes(desk, renderer));
  app.route(
    '/',
    pageRoutes(desk, renderer, () => app.getOpenAPI31Document(document).paths as never),
  );
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' });
  app.doc31('/openapi.json', document);
  return app;
}

/** What some errors tell beside their message. */
const details: Details = (error, m) => {
  if (error instanceof EditConflict) return { current: presentUnit(error.current, m), yours: { tagged: error.yours } };
  if (error instanceof PublishBlocked) return { blockers: presentBlockers(blockersOf(error.view), m) };
  if (error.code === 'conflict') return { state: error.values['state'] };
  return {};
};

/** The head of the OpenAPI document. */
function describe(version: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Diptych',
      version: version,
      description: 'Articles in Korean and English whose figures say the same, generated when somebody asks for them.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    security: [{ key: [] }, {}],
    tags: [
      { name: 'Reading' },
      { name: 'Generating' },
      { name: 'Editing' },
      { name: 'Publishing' },
      { name: 'Service' },
    ],
  };
}
