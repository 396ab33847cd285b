import type { Messages } from '../../messages/index.js';
import type { ExportReport } from '../../publish/export/run.js';

/** What an export came to, for a program: errors as their code and message. */
export function exportJson({ held, undrawn, ...report }: ExportReport, messages: Messages): string {
  const told = held.map(({ error, ...one }) => ({
    ...one,
    ...(error === undefined ? {} : { error: { code: error.code, message: messages.error(error) } }),
  }));
  const charts = undrawn.map((one) => ({ ...one, message: undrawnChart(one, messages) }));
  return `${JSON.stringify({ ...report, held: told, undrawn: charts }, null, 1)}\n`;
}

/** What an export came to, for a person. */
export function exportReport(report: ExportReport, folder: string, messages: Messages): string {
  const say = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
    messages.text(`cli.export.${key}`, values);
  const { outputs, written, unchanged, removed, kept, held, missing, undrawn } = report;
  const byLocale = new Map<string, number>();
  for (const { locale } of outputs) byLocale.set(locale, (byLocale.get(locale) ?? 0) + 1);
  const languages = [...byLocale].map(([locale, count]) => `${locale} ${count}`).join(', ');
  const lines = [
    outputs.length === 0 ? say('none', { folder }) : say('done', { count: outputs.length, languages, folder }),
    ...(outputs.length + held.length === 0 ? [messages.text('cli.generate.nothing')] : []),
    say('files', { written: written.length, unchanged, removed: removed.length }),
    ...held.map(({ file, reason, blockers, error }) =>
      say(`held.${reason}`, {
        file,
        count: blockers,
        ...(error === undefined ? {} : { reason: messages.error(error) }),
      }),
    ),
    ...missing.map((file) => say('missing-image', { file })),
    ...undrawn.map((one) => undrawnChart(one, messages)),
    ...kept.map((file) => say('kept', { file })),
  ];
  return `${lines.join('\n')}\n`;
}

function undrawnChart(
  { file, line, reason, property = '' }: ExportReport['undrawn'][number],
  messages: Messages,
): string {
  return messages.text('cli.export.undrawn', { file, line, reason, property });
}
