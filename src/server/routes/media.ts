import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { z } from '@hono/zod-openapi';
import { DiptychError } from '../../model/errors.js';
import { inside } from '../../pipeline/project.js';
import { needs } from '../access/guard.js';
import type { Desk } from '../desk.js';
import { etagOfBytes, isNotModified } from '../http/conditional.js';
import { mediaPath } from '../rendering.js';
import { router, text } from './route.js';

/** What is served from below `content/`: images, by their ending. Articles themselves have their own addresses. */
const types: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
};

/** The largest image, in bytes. */
const largest = 20_000_000;

/** The images of articles. */
export function mediaRoutes(desk: Desk) {
  const app = router();
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: `${mediaPath}{path}`,
    tags: ['Reading'],
    summary: 'An image of an article, by its path below `content/`',
    request: { params: z.object({ path: z.string() }) },
    responses: text('image/*', 'The image.', 401, 403, 404),
  });
  app.use(`${mediaPath}*`, needs('read'));
  app.get(`${mediaPath}*`, async (c) => {
    const missing = new DiptychError('not-found', { context: 'page' });
    const path = decoded(new URL(c.req.url).pathname.slice(mediaPath.length));
    const type = types[extname(path ?? '').toLowerCase()];
    if (path === undefined || type === undefined || path.split('/').some((part) => part.startsWith('.'))) throw missing;
    const root = join(desk.project.root, 'content');
    const file = await inside({ root }, root, path).catch(() => {
      throw missing;
    });
    const found = await stat(join(root, file)).catch(() => undefined);
    if (!found?.isFile() || found.size > largest) throw missing;
    const bytes = await readFile(join(root, file));
    if (isNotModified(c, etagOfBytes(bytes))) return c.body(null, 304);
    return c.body(new Uint8Array(bytes), 200, { 'Content-Type': type });
  });
  return app;
}

function decoded(path: string): string | undefined {
  try {
    const plain = decodeURIComponent(path);
    return plain.includes('\0') ? undefined : plain;
  } catch {
    return undefined;
  }
}
