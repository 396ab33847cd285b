import { Command, Option } from 'commander';
import { exitCodes } from '../../model/errors.js';
import { directions, readTexts } from '../../pipeline/terms.js';
import { auditTermbase, type TermbaseFinding, unused } from '../../termbase/audit.js';
import { createMatcher } from '../../termbase/match.js';
import { conceptLines } from '../../termbase/print.js';
import type { Io } from '../io.js';
import { formatOption, localeOption, rootOption } from '../options.js';
import { connect } from '../wiring.js';
import { openTermbase, pipelineOf, type TermbaseFile } from './termbase-file.js';

/** `glossary check`: what is wrong with the termbase. Exit code 1 when it cannot be kept to. */
export function checkCommand(io: Io, finish: (exitCode: number) => void): Command {
  const say = (key: string, values?: Readonly<Record<string, unknown>>) =>
    io.messages.text(`cli.glossary.check.${key}`, values);
  return new Command('check')
    .description(say('description'))
    .addOption(new Option('--unused', say('option.unused')))
    .addOption(formatOption(io))
    .addOption(localeOption(io))
    .addOption(rootOption(io))
    .action(async (options: { unused?: true; format: string; root?: string }) => {
      const termbase = await openTermbase(io, options.root);
      const { file, yaml, concepts } = termbase;
      const pipeline = await pipelineOf(termbase.project);
      const locales = [...new Set(directions(pipeline).flatMap(({ from, to }) => [from, to]))];
      const found = auditTermbase(concepts, locales);
      if (options.unused === true) found.push(...unused(concepts, await seen(termbase, io.env)));
      const lines = conceptLines(yaml);
      const worded = found.map((one) => ({
        file,
        line: lines.get(one.concept) ?? 1,
        level: one.level,
        kind: one.kind,
        concept: one.concept,
        message: say(`kind.${one.kind}`, { ...one.values, concept: one.concept }),
      }));
      if (options.format === 'json') io.stdout.write(`${JSON.stringify(worded, null, 2)}\n`);
      else {
        for (const { line, level, message } of worded)
          io.stdout.write(`${file}:${line} ${say(`level.${level}`)} ${message}\n`);
        io.stdout.write(`${say('count', { count: concepts.length, found: found.length })}\n`);
      }
      finish(found.some(isError) ? exitCodes.issues : exitCodes.clean);
    });
}

function isError({ level }: TermbaseFinding): boolean {
  return level === 'error';
}

/** Ids of the concepts that a text of the project names, in either language. */
async function seen({ project, concepts }: TermbaseFile, env: Io['env']): Promise<ReadonlySet<string>> {
  const pipeline = await pipelineOf(project);
  const { store } = await connect(project.root, 1, env);
  const ids = new Set<string>();
  for (const pair of directions(pipeline)) {
    const source = createMatcher(concepts, pair.from, pair.to);
    const target = createMatcher(concepts, pair.to, pair.from);
    for (const { source: text, target: translation } of await readTexts(project, pipeline, store, pair)) {
      for (const { concept } of source.designations(text)) ids.add(concept.id);
      for (const { concept } of translation === undefined ? [] : target.designations(translation)) ids.add(concept.id);
    }
  }
  return ids;
}
