import type { Messages } from '../messages/index.js';
import type { StoredKey } from '../store/keys.js';

/** What a request carries through the server. */
export interface Env {
  Variables: {
    /** The reader's interface language. */
    readonly messages: Messages;
    /** Who asks; absent for a stranger. */
    readonly who: Pick<StoredKey, 'name' | 'scopes'> | undefined;
  };
}
