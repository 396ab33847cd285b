import { randomBytes } from 'node:crypto';
import { DiptychError } from '../../model/errors.js';
import { type Hook, hookSchema } from '../../store/webhooks.js';
import { assertPublicHost } from './reach.js';

/**
 * A webhook as it is kept, with a new secret, which is shown once. Throws `invalid-webhook` for a name or an address
 * that will not do.
 */
export function makeHook(wanted: Pick<Hook, 'name' | 'url' | 'private'>): Hook {
  const url = URL.canParse(wanted.url) ? new URL(wanted.url) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new DiptychError('invalid-webhook', { context: 'url', url: wanted.url.slice(0, 200) });
  }
  // Over plain HTTP whoever listens reads what is published before it is out, and may answer in its place.
  if (url.protocol === 'http:' && !wanted.private) throw new DiptychError('invalid-webhook', { context: 'http' });
  if (url.username !== '' || url.password !== '') throw new DiptychError('invalid-webhook', { context: 'credentials' });
  if (!wanted.private) assertPublicHost(url.hostname);
  const secret = `whsec_${randomBytes(24).toString('base64')}`;
  const hook = { ...wanted, url: url.href, secret, created: new Date().toISOString() };
  if (!hookSchema.safeParse(hook).success) {
    throw new DiptychError('invalid-webhook', { context: 'name', name: wanted.name.slice(0, 60) });
  }
  return hook;
}
