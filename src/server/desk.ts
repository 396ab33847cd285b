import type { Messages } from '../messages/index.js';
import type { Project } from '../pipeline/project.js';
import type { Pipeline } from '../pipeline/schema.js';
import type { Heads } from '../publish/heads.js';
import type { Library } from '../publish/library.js';
import type { Output, Verdict } from '../publish/outputs.js';
import type { Audit } from '../store/audit.js';
import type { Store } from '../store/store.js';
import type { Webhooks } from '../store/webhooks.js';
import type { Access } from './access/guard.js';
import type { Changes } from './changes/changes.js';
import type { Editor } from './editing/editor.js';
import type { Jobs } from './jobs/jobs.js';
import type { Metrics } from './metrics.js';
import type { Finder, Tallier } from './query.js';
import type { Courier } from './webhooks/courier.js';

/** All that the routes work with. */
export interface Desk {
  readonly project: Project;
  readonly pipeline: Pipeline;
  readonly library: Library;
  readonly heads: Heads;
  readonly jobs: Jobs;
  readonly editor: Editor;
  readonly audit: Audit;
  readonly access: Access;
  readonly changes: Changes;
  readonly webhooks: Webhooks;
  readonly courier: Courier;
  readonly metrics: Metrics;
  readonly passes: Verdict;
  /** What may be shown to the world. */
  readonly outputs: () => Promise<readonly Output[]>;
  /** The record of a translation, if there is one. */
  readonly deliveryOf: Store['delivery'];
  /** The site's own address, where it was set. */
  readonly site: string | undefined;
  readonly messagesIn: (locale: string) => Messages;
  readonly find: Finder;
  readonly tally: Tallier;
  readonly version: string;
}
