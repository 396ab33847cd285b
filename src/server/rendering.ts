import { imagePath } from '../markdown/image-path.js';
import type { Messages } from '../messages/index.js';
import type { Article } from '../model/article.js';
import { createCache } from '../publish/cache.js';
import { drawCharts } from '../publish/charts/collect.js';
import { articleHtml } from '../publish/html.js';

/** How many articles' HTML is kept. */
const kept = 200;

/** Where the project's images are served. */
export const mediaPath = '/media/';

/** HTML of articles, made once for each revision and interface language. */
export interface Renderer {
  html(article: Article, say: Messages): Promise<string>;
}

/** A renderer with its own cache. */
export function createRenderer(): Renderer {
  const cache = createCache<Promise<string>>(kept);
  return {
    html: (article, say) =>
      cache.get(`${article.file}\0${article.revision}\0${say.locale}`, async () =>
        articleHtml(article, {
          drawings: await drawCharts(article),
          resolve: (url) => mediaAddress(article.file, url),
          footnotes: { title: say.text('page.article.footnotes'), back: say.text('page.article.footnote-back') },
        }),
      ),
  };
}

/** The address of an image that an article names: another site's as it is, the project's own below `/media/`. */
export function mediaAddress(file: string, url: string): string | undefined {
  if (/^https:\/\//i.test(url)) return url;
  const path = imagePath(file, url);
  return path === undefined ? undefined : mediaPath + encodeURI(path);
}
