import { languagePack } from '../../languages/index.js';
import { parseArticle } from '../../markdown/parse.js';
import { DiptychError } from '../../model/errors.js';
import { assertLocale } from '../claim.js';
import type { SourceStage } from './stage.js';

/**
 * Reads the article's text into blocks and units. Throws `invalid-yaml`, `file-too-large` when it has more units than
 * the pipeline allows, `wrong-locale`.
 */
export const parse: SourceStage = {
  phase: 'source',
  run({ text, file, slug, locale, revision }, { pipeline }) {
    const parsed = parseArticle(text, { file, slug, locale, fields: pipeline.frontmatter });
    const limit = pipeline.limits.units;
    if (parsed.units.length > limit) {
      throw new DiptychError('file-too-large', { context: 'units', units: parsed.units.length, limit }, { file });
    }
    assertLocale(parsed, languagePack(locale));
    return { ...parsed, revision };
  },
};
