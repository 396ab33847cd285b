import { posix } from 'node:path';

/** The path below `content/` that an address in an article means; `undefined` for another site's, or one that leads out. */
export function imagePath(file: string, url: string): string | undefined {
  if (url === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(url)) return undefined;
  const path = decoded(url.replace(/[?#].*$/, ''));
  if (path === undefined) return undefined;
  // An absolute path is the site's: its images lie below `content/` here.
  const full = path.startsWith('/') ? posix.join('content', path) : posix.join(posix.dirname(file), path);
  const below = full.startsWith('content/') ? full.slice('content/'.length) : undefined;
  return below === undefined || below.split('/').some((part) => part.startsWith('.')) ? undefined : below;
}

function decoded(path: string): string | undefined {
  try {
    const plain = decodeURIComponent(path);
    return /[\0\\]/.test(plain) ? undefined : plain;
  } catch {
    return undefined;
  }
}
