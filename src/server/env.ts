import type { Messages } from '../messages/index.js';
import type { StoredKey } from '../store/keys.js';

/** What a request carries through the server. */
export interface Env {
  Variables: {
    /** The reader's interface language. */
    readonly messages: Messages;
    /** Names the request in the log and in the answer. */
    readonly request: string;
    /** Whether the answer would be the same if it were made now; set by routes whose answers may be given again. */
    readonly holds?: () => boolean;
    /** Who asks; absent for a stranger. */
    readonly who: Pick<StoredKey, 'name' | 'scopes'> | undefined;
  };
}
