import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { messages } from '../../messages/index.js';
import { exitCodes } from '../../model/errors.js';
import { defaultPipeline } from '../../pipeline/project.js';
import { openBench } from '../../pipeline/run.js';
import { type LayoutId, layoutIds } from '../../publish/export/layout.js';
import { type ExportState, exportSite, exportStates } from '../../publish/export/run.js';
import { openLibrary } from '../../publish/library.js';
import { blockersOf, openView } from '../../server/editing/view.js';
import type { Io } from '../io.js';
import { localeOption, rootOption } from '../options.js';
import { exportJson, exportReport } from '../reporters/export.js';
import { siteAddress } from '../site-address.js';
import { connect } from '../wiring.js';

interface Options {
  readonly out: string;
  readonly layout: LayoutId;
  readonly url?: string;
  readonly state: ExportState;
  readonly pipeline: string;
  readonly format: 'pretty' | 'json';
  readonly root?: string;
}

/** `diptych export`: everything that may be shown to the world, as files of a site. */
export function command(io: Io, finish: (exitCode: number) => void): Command {
  const say = (key: string) => io.messages.text(`cli.export.${key}`);
  return new Command('export')
    .description(say('description'))
    .addOption(new Option('--out <folder>', say('option.out')).makeOptionMandatory())
    .addOption(new Option('--layout <layout>', say('option.layout')).choices(layoutIds).default('plain'))
    .addOption(new Option('--url <address>', say('option.url')).argParser(siteAddress))
    .addOption(new Option('--state <state>', say('option.state')).choices(exportStates).default('translated'))
    .addOption(
      new Option('--pipeline <name>', io.messages.text('cli.generate.option.pipeline')).default(defaultPipeline),
    )
    .addOption(new Option('--format <format>', say('option.format')).choices(['pretty', 'json']).default('pretty'))
    .addOption(localeOption(io))
    .addOption(rootOption(io))
    .action(async ({ out, layout, url = '', state, pipeline: name, format, root }: Options) => {
      const request = { cwd: io.cwd, ...(root === undefined ? {} : { root }), pipeline: name, env: io.env };
      // Looking costs nothing: no engine but memory is ever made.
      const opened = await openBench({ ...request, engines: ['memory'], articles: [], dryRun: true }, connect);
      const { project, pipeline, services } = opened;
      const report = await exportSite({
        project,
        pipeline,
        store: services.store,
        library: openLibrary(project, pipeline),
        layout,
        folder: resolve(io.cwd, out),
        url,
        state,
        blockers: async (entry, to) => blockersOf(await openView(request, services, entry, to)).length,
        titleOf: (locale) => messages(locale).text('page.title'),
        footnotes: (locale) => {
          const spoken = messages(locale);
          return { title: spoken.text('page.article.footnotes'), back: spoken.text('page.article.footnote-back') };
        },
      });
      io.stdout.write(format === 'json' ? exportJson(report, io.messages) : exportReport(report, out, io.messages));
      finish(report.held.length > 0 || report.missing.length > 0 ? exitCodes.issues : exitCodes.clean);
    });
}
