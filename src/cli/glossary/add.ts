import { Argument, Command, Option } from 'commander';
import { type Concept, conceptSchema, type Designation, type designationStatuses } from '../../model/concept.js';
import { DiptychError } from '../../model/errors.js';
import { canonicalLocale } from '../../model/locale.js';
import type { Io } from '../io.js';
import { localeOption, rootOption } from '../options.js';
import { openTermbase, saveConcepts } from './termbase-file.js';

type Status = (typeof designationStatuses)[number];

interface Options extends Partial<Record<Exclude<Status, 'preferred'>, readonly string[]>> {
  readonly term?: readonly string[];
  readonly domain?: string;
  readonly topic?: readonly string[];
  readonly definition?: string;
  readonly note?: string;
  readonly doNotTranslate?: true;
  readonly root?: string;
}

/** `glossary add`: a new concept, or more designations of one that is there. */
export function addCommand(io: Io): Command {
  const say = (key: string, values?: Readonly<Record<string, unknown>>) =>
    io.messages.text(`cli.glossary.add.${key}`, values);
  return new Command('add')
    .description(say('description'))
    .addArgument(new Argument('<concept>', say('argument')))
    .addOption(new Option('--term <locale=term...>', say('option.term')))
    .addOption(new Option('--admitted <locale=term...>', say('option.admitted')))
    .addOption(new Option('--deprecated <locale=term...>', say('option.deprecated')))
    .addOption(new Option('--forbidden <locale=term...>', say('option.forbidden')))
    .addOption(new Option('--domain <name>', say('option.domain')))
    .addOption(new Option('--topic <name...>', say('option.topic')))
    .addOption(new Option('--definition <text>', say('option.definition')))
    .addOption(new Option('--note <text>', say('option.note')))
    .addOption(new Option('--do-not-translate', say('option.do-not-translate')))
    .addOption(localeOption(io))
    .addOption(rootOption(io))
    .action(async (id: string, options: Options) => {
      const termbase = await openTermbase(io, options.root);
      const before = termbase.concepts.find((one) => one.id === id);
      const concept = extend(before, id, options);
      await saveConcepts(termbase, [concept]);
      io.stdout.write(`${say(before === undefined ? 'added' : 'extended', { id, file: termbase.file })}\n`);
    });
}

function extend(before: Concept | undefined, id: string, options: Options): Concept {
  const designations: Record<string, Designation[]> = { ...before?.designations };
  for (const status of ['preferred', 'admitted', 'deprecated', 'forbidden'] as const) {
    for (const given of (status === 'preferred' ? options.term : options[status]) ?? []) {
      const [locale, term] = split(given, status === 'preferred' ? '--term' : `--${status}`);
      const others = (designations[locale] ?? []).filter((one) => one.term !== term);
      // A new preferred designation takes the place of the old one, which stays admitted.
      const kept =
        status === 'preferred'
          ? others.map((one) => (one.status === 'preferred' ? { ...one, status: 'admitted' as const } : one))
          : others;
      designations[locale] = status === 'preferred' ? [{ term, status }, ...kept] : [...kept, { term, status }];
    }
  }
  const { domain, topic: topics, definition, note, doNotTranslate } = options;
  const parsed = conceptSchema.safeParse({
    ...before,
    id,
    ...(domain === undefined ? {} : { domain }),
    ...(topics === undefined ? {} : { topics }),
    ...(definition === undefined ? {} : { definition }),
    ...(note === undefined ? {} : { note }),
    ...(doNotTranslate === undefined ? {} : { doNotTranslate }),
    designations,
  });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new DiptychError('invalid-termbase', { reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` });
  }
  if (Object.keys(designations).length === 0) {
    throw new DiptychError('usage', { context: 'missing-option', given: '--term', second: '' });
  }
  return parsed.data;
}

/** `en=data center` in its parts. */
function split(given: string, option: string): [string, string] {
  const at = given.indexOf('=');
  const locale = at < 0 ? undefined : canonicalLocale(given.slice(0, at));
  const term = given.slice(at + 1).trim();
  if (locale === undefined || term === '') {
    throw new DiptychError('usage', { context: 'invalid-value', given: option, second: given });
  }
  return [locale, term];
}
