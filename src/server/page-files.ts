/** Where the files that pages load stand, from here and from what the build makes of this. They are served as they are. */
export const pageFolder = new URL('../../src/editor/', import.meta.url);

/** What pages load, with its media type. */
export const pageFiles: Readonly<Record<string, string>> = {
  'page.css': 'text/css; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};
