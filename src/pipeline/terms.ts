import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArticle } from '../markdown/index.js';
import { unescapeTagged } from '../model/inline.js';
import type { LanguagePair } from '../model/memory.js';
import type { Store } from '../store/store.js';
import type { TextPair } from '../termbase/suggest.js';
import { takeInventory } from './inventory.js';
import type { Project } from './project.js';
import type { Pipeline } from './schema.js';

/** The language pairs that a pipeline translates. */
export function directions({ sources }: Pipeline): LanguagePair[] {
  const pairs = sources.flatMap(({ locale, to }) => to.map((target): LanguagePair => ({ from: locale, to: target })));
  return pairs.filter(({ from, to }, i) => pairs.findIndex((one) => one.from === from && one.to === to) === i);
}

/** All texts of a direction: the memory's with their translations, and those units of the content that it does not hold. */
export async function readTexts(
  project: Project,
  pipeline: Pipeline,
  store: Pick<Store, 'memory'>,
  pair: LanguagePair,
): Promise<TextPair[]> {
  const entries = await store.memory(pair);
  const pairs = new Map<string, TextPair>();
  for (const { source, target } of entries) {
    const text = plain(source);
    pairs.set(text, { source: text, target: plain(target) });
  }
  const { sources } = await takeInventory(project, pipeline);
  for (const { file, slug, locale } of sources.filter((one) => one.locale === pair.from)) {
    const text = await readFile(join(project.root, file), 'utf8');
    for (const unit of parseArticle(text, { file, slug, locale, fields: pipeline.frontmatter }).units) {
      if (!pairs.has(unit.text)) pairs.set(unit.text, { source: unit.text });
    }
  }
  return [...pairs.values()];
}

/** What a reader sees of tagged text. */
function plain(tagged: string): string {
  return unescapeTagged(tagged.replace(/<\/?pc\d{1,4}>/g, '').replace(/<ph\d{1,4}\/>/g, '\uFFFC'));
}
