import { z } from 'zod';
import type { Locale } from '../model/locale.js';
import { noStyle, registersOf, type Style, styleSchema } from '../model/style.js';
import type { Pipeline } from './schema.js';
import { readSettingsFile } from './settings-file.js';

/** A house style from its YAML. Throws `invalid-yaml` or `invalid-style`, with file, line and column. */
export function parseStyle(yaml: string, file: string): Style {
  // A file of comments alone asks for nothing.
  const { data } = readSettingsFile(yaml, file, styleSchema.nullable(), 'invalid-style');
  return data === null ? noStyle : { ...data, register: registersOf(data.register) };
}

/** A language's style as one pipeline uses it: what the pipeline says of the language stands above the file. */
export function styleFor(locale: Locale, written: Style, { register, figures }: Pipeline): Style {
  return {
    ...written,
    register: { ...written.register, ...register[locale] },
    figures: { ...written.figures, ...figures[locale] },
  };
}

/** The JSON Schema of style files, for editors: `locales/style.schema.json` (test/pipeline/style.test.ts keeps it true). */
export function styleJsonSchema(): object {
  return { ...z.toJSONSchema(styleSchema, { io: 'input' }), title: 'Diptych style' };
}
