export { sameContent, writable } from './clean.js';
export { bodyStart } from './frontmatter.js';
export { type MergeOptions, merge, mergeArticle } from './merge.js';
export { type ParseOptions, parseArticle } from './parse.js';
export { decodeSource, defaultSizeLimit } from './read.js';
export {
  type ArticleTable,
  bodyOf,
  columnCount,
  columnOf,
  headerOf,
  isEmptyCell,
  raggedRows,
  tablesOf,
} from './tables.js';
