import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { decodeSource } from '../../markdown/index.js';
import type { Concept } from '../../model/concept.js';
import { DiptychError } from '../../model/errors.js';
import { knownNames } from '../../pipeline/known-names.js';
import { defaultPipeline, findProject, loadPipeline, type Project, readTermbase } from '../../pipeline/project.js';
import type { Pipeline } from '../../pipeline/schema.js';
import { writeWhole } from '../../store/durable.js';
import { importLimit } from '../../termbase/exchange/exchange.js';
import { parseTermbase } from '../../termbase/load.js';
import { putConcepts } from '../../termbase/print.js';
import type { Io } from '../io.js';

/** A project's termbase as it stands. */
export interface TermbaseFile {
  readonly project: Project;
  /** Relative to the project. */
  readonly file: string;
  /** Empty where the project has none yet. */
  readonly yaml: string;
  readonly concepts: readonly Concept[];
}

/** Reads the termbase of the project around the working folder. Throws `not-found`, `invalid-termbase`. */
export async function openTermbase(io: Io, root: string | undefined): Promise<TermbaseFile> {
  const project = await findProject(io.cwd, root);
  const found = await readTermbase(project);
  if (found === undefined) return { project, file: 'locales/termbase.yaml', yaml: '', concepts: [] };
  return { project, ...found, concepts: parseTermbase(found.yaml, found.file) };
}

/** Writes concepts into the termbase, whole or not at all, and only what can be read back. */
export async function saveConcepts({ project, file, yaml }: TermbaseFile, concepts: readonly Concept[]): Promise<void> {
  const text = putConcepts(yaml, concepts);
  parseTermbase(text, file);
  try {
    await writeWhole(join(project.root, file), text);
  } catch (cause) {
    throw new DiptychError('store-failed', { path: file, reason: (cause as Error).message }, { file }, cause);
  }
}

/** The text of a file of terms. Throws `not-found`, `file-too-large` before a byte is read, `invalid-utf8`. */
export async function readTermsFile(io: Io, file: string): Promise<string> {
  const path = resolve(io.cwd, file);
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
  if (size === undefined) throw new DiptychError('not-found', { file });
  if (size > importLimit) {
    throw new DiptychError('file-too-large', { context: 'terms', bytes: size, limit: importLimit }, { file });
  }
  return decodeSource(await readFile(path), file, importLimit);
}

/** The pipeline that says which languages and articles there are. */
export function pipelineOf(project: Project, name: string = defaultPipeline): Promise<Pipeline> {
  return loadPipeline(project, name, knownNames);
}
