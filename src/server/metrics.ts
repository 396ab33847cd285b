import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { jobStates } from '../store/jobs.js';
import type { Webhooks } from '../store/webhooks.js';
import type { Jobs } from './jobs/jobs.js';
import type { Observe } from './observe.js';

/** What a server counts, for Prometheus. */
export interface Metrics {
  readonly observe: Observe;
  /** The media type of the text. */
  readonly type: string;
  /** Everything as it is now, in the text format of Prometheus. */
  print(): Promise<string>;
}

/** Memory, processor and event loop are the process's, however many servers it holds. */
let ofProcess: Registry | undefined;

function processMetrics(): Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

/** Upper ends of the classes that answers are counted in, in seconds: from a 304 to an article that is read for the first time. */
const buckets = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10];

/** What is looked at when somebody asks. */
interface Counted {
  readonly jobs: Pick<Jobs, 'open'>;
  readonly webhooks: Pick<Webhooks, 'all' | 'ledger'>;
}

/** The metrics of one server. Requests are named by their route: paths would be without number. */
export function createMetrics({ jobs, webhooks }: Counted): Metrics {
  const own = new Registry();
  const registers = [own];
  const answered = new Histogram({
    name: 'diptych_http_request_duration_seconds',
    help: 'Time until an answer began, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers,
  });
  const ended = new Counter({
    name: 'diptych_jobs_ended_total',
    help: 'Jobs that this process has worked on, by how they ended; queued: put back',
    labelNames: ['state'],
    registers,
  });
  for (const state of jobStates) if (state !== 'running') ended.inc({ state }, 0);
  new Gauge({
    name: 'diptych_jobs',
    help: 'Jobs that are not over, by state, in all processes',
    labelNames: ['state'],
    registers,
    async collect() {
      const open = await jobs.open();
      for (const state of ['queued', 'running']) {
        this.set({ state }, open.filter((job) => job.state === state).length);
      }
    },
  });
  new Gauge({
    name: 'diptych_webhook_messages',
    help: 'Messages that a webhook is owed, and those given up',
    labelNames: ['webhook', 'state'],
    registers,
    async collect() {
      const standing = await Promise.all(
        (await webhooks.all()).map(async ({ name }) => ({ name, ledger: await webhooks.ledger(name) })),
      );
      this.reset();
      for (const { name, ledger } of standing) {
        this.set({ webhook: name, state: 'owed' }, ledger?.owed.length ?? 0);
        this.set({ webhook: name, state: 'dead' }, ledger?.dead.length ?? 0);
      }
    },
  });
  /** Each series by its labels: finding it anew for every answer costs more than counting. */
  const series = new Map<string, Histogram.Internal<'method' | 'route' | 'status'>>();
  const all = Registry.merge([processMetrics(), own]);
  return {
    type: all.contentType,
    print: () => all.metrics(),
    observe(event) {
      if (event.type === 'job') ended.inc({ state: event.state });
      else {
        const { method, route = 'none', status, milliseconds } = event;
        const name = `${method} ${status} ${route}`;
        const counted = series.get(name) ?? answered.labels(method, route, String(status));
        series.set(name, counted);
        counted.observe(milliseconds / 1000);
      }
    },
  };
}
