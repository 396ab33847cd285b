import { createEngine, engineIds } from '../engines/index.js';
import { DiptychError } from '../model/errors.js';
import { knownNames } from '../pipeline/known-names.js';
import { findProject, loadPipeline, type Project, readTermbase } from '../pipeline/project.js';
import type { Connect } from '../pipeline/run.js';
import type { Pipeline } from '../pipeline/schema.js';
import { parseTermbase } from '../termbase/load.js';

/** `ok`: works. `off`: does not, and nothing needs it. `bad`: does not, and a run would fail or miss it. */
export type Health = 'ok' | 'off' | 'bad';

/** One thing that was looked at. */
export interface Finding {
  readonly area: 'node' | 'project' | 'pipeline' | 'termbase' | 'store' | 'memory' | 'engine';
  readonly health: Health;
  /** What its message interpolates. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly error?: DiptychError;
}

/** What is looked at, and how far. */
export interface Examination {
  readonly cwd: string;
  readonly root?: string;
  readonly pipeline: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether engines are asked if they answer. Nothing is spent either way. */
  readonly reach: boolean;
  readonly node: { readonly version: string; readonly needed: string };
}

/** How long an engine may take to say that it is there, in milliseconds. */
const patience = 5000;

/** Looks at this machine and project: what a run would need, and what it would find. Nothing is changed or spent. */
export async function diagnose(examination: Examination, connect: Connect): Promise<readonly Finding[]> {
  const { node } = examination;
  const findings: Finding[] = [
    { area: 'node', health: atLeastVersion(node.version, node.needed) ? 'ok' : 'bad', values: { ...node } },
  ];
  const project = await attempt(findings, 'project', async () => {
    const found = await findProject(examination.cwd, examination.root);
    return { result: found, values: { root: found.root } };
  });
  const pipeline = project && (await examinePipeline(findings, project, examination.pipeline));
  if (project !== undefined) {
    await examineTermbase(findings, project);
    await examineStore(findings, project, pipeline, connect, examination.env);
  }
  findings.push(...(await examineEngines(pipeline, examination)));
  return findings;
}

/** A finding from a piece of work: what it throws is what is wrong. */
async function attempt<T>(
  findings: Finding[],
  area: Finding['area'],
  work: () => Promise<{ readonly result: T; readonly values: Finding['values'] }>,
): Promise<T | undefined> {
  try {
    const { result, values } = await work();
    findings.push({ area, health: 'ok', values });
    return result;
  } catch (error) {
    if (!(error instanceof DiptychError)) throw error;
    findings.push({ area, health: 'bad', values: {}, error });
    return undefined;
  }
}

function examinePipeline(findings: Finding[], project: Project, name: string): Promise<Pipeline | undefined> {
  return attempt(findings, 'pipeline', async () => {
    const pipeline = await loadPipeline(project, name, knownNames);
    return { result: pipeline, values: { name: pipeline.name } };
  });
}

async function examineTermbase(findings: Finding[], project: Project): Promise<void> {
  await attempt(findings, 'termbase', async () => {
    const termbase = await readTermbase(project);
    const concepts = termbase === undefined ? [] : parseTermbase(termbase.yaml, termbase.file);
    return { result: undefined, values: { count: concepts.length } };
  });
}

async function examineStore(
  findings: Finding[],
  { root }: Project,
  pipeline: Pipeline | undefined,
  connect: Connect,
  env: Examination['env'],
): Promise<void> {
  // Taking the lock shows both that nobody else is writing and that one can; a database, that it can be reached.
  const store = await attempt(findings, 'store', async () => {
    const opened = (await connect(root, 1, env)).store;
    await opened.open();
    await opened.close();
    return { result: opened, values: {} };
  });
  if (store === undefined) return;
  for (const { locale: from, to: targets } of pipeline?.sources ?? []) {
    for (const to of targets) {
      await attempt(findings, 'memory', async () => {
        const count = (await store.memory({ from, to })).length;
        return { result: undefined, values: { from, to, count } };
      });
    }
  }
}

/** Those of the pipeline first, in its order, then the others. */
async function examineEngines(pipeline: Pipeline | undefined, examination: Examination): Promise<Finding[]> {
  const named = (pipeline?.engines ?? []).filter(({ id }) => id !== 'memory');
  const others = engineIds.filter((id) => id !== 'memory' && !named.some((entry) => entry.id === id));
  const entries = [...named, ...others.map((id) => ({ id, settings: {}, optional: true }))];
  return Promise.all(
    entries.map(async ({ id, settings, optional }): Promise<Finding> => {
      try {
        const engine = createEngine(id, settings, examination.env);
        if (examination.reach) await engine.probe?.(AbortSignal.timeout(patience));
        return { area: 'engine', health: 'ok', values: { engine: engine.name } };
      } catch (error) {
        if (!(error instanceof DiptychError)) throw error;
        // What does not answer is told as broken only where a run would ask it.
        return { area: 'engine', health: optional ? 'off' : 'bad', values: { engine: id }, error };
      }
    }),
  );
}

/** Whether `v22.1.0` meets `>=20.19`. */
function atLeastVersion(version: string, needed: string): boolean {
  const parts = (text: string) => (text.match(/\d+/g) ?? []).map(Number);
  const [have, want] = [parts(version), parts(needed)];
  for (const [index, number] of want.entries()) {
    const mine = have[index] ?? 0;
    if (mine !== number) return mine > number;
  }
  return true;
}
