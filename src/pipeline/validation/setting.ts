import { type CheckOptions, ProjectMemory } from '../../checks/run.js';
import { languagePack } from '../../languages/index.js';
import type { Concept } from '../../model/concept.js';
import type { Locale } from '../../model/locale.js';
import type { Style } from '../../model/style.js';
import { knownNames } from '../known-names.js';
import { loadPipeline, loadStyle, type Project, readTermbase } from '../project.js';
import type { Pipeline } from '../schema.js';

/** What a project says of checks: its pipeline file, termbase and house styles; those that ship where it has none. */
export interface Setting {
  readonly project: Project;
  readonly pipeline: Pipeline;
  readonly concepts: readonly Concept[];
  /** House styles by target language, read once each. */
  readonly styles: Map<Locale, Promise<Style>>;
  /** What its articles are compared by. */
  readonly memory: ProjectMemory;
}

/** Reads the settings of a project. Throws coded errors about its files. */
export async function loadSetting(project: Project, pipelineName: string): Promise<Setting> {
  const pipeline = await loadPipeline(project, pipelineName, knownNames);
  return { project, pipeline, concepts: await conceptsOf(project), styles: new Map(), memory: new ProjectMemory() };
}

/** How a run checks one direction of a project. */
export async function optionsOf(
  { project, pipeline, concepts, styles }: Setting,
  from: Locale,
  to: Locale,
  { only, skip = [] }: { readonly only?: readonly string[] | undefined; readonly skip?: readonly string[] | undefined },
): Promise<CheckOptions> {
  const style = styles.get(to) ?? loadStyle(project, to, pipeline);
  styles.set(to, style);
  return {
    from: languagePack(from),
    to: languagePack(to),
    concepts,
    topics: pipeline.topics,
    style: await style,
    off: [...pipeline.off.filter((id) => only?.includes(id) !== true), ...skip],
    ...(only === undefined ? {} : { only }),
    checks: pipeline.checks,
  };
}

async function conceptsOf(project: Project): Promise<readonly Concept[]> {
  const termbase = await readTermbase(project);
  if (termbase === undefined) return [];
  const { parseTermbase } = await import('../../termbase/load.js');
  return parseTermbase(termbase.yaml, termbase.file);
}
