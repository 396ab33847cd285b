export { type MergeOptions, merge } from './merge.js';
export { type ParseOptions, parseArticle } from './parse.js';
export { decodeSource, defaultSizeLimit } from './read.js';
