// A team's own translator, as the command engine meets it: JSON lines in, JSON lines out.
import { createInterface } from 'node:readline';

const fault = process.argv[2] ?? '';
const figures = (source, forms) => source.replace(/<(q\d+)>.*?<\/\1>/g, (_, q) => `<${q}>${forms[q]}</${q}>`);
// Words become Korean, tags and figures stay.
const translate = ({ source, figures: forms, terms }) =>
  [
    ...Object.values(terms),
    figures(source, forms).replace(
      /(<q\d+>.*?<\/q\d+>|<[^<>]*>|&\w+;)|[A-Za-z ]+/g,
      (w, tag) => tag ?? (w.trim() ? ' 옮긴 글 ' : w),
    ),
  ].join(' ');

process.stdout.write('model loaded in 3 s\n');
if (fault === 'die') {
  process.stderr.write('no model file\n');
  process.exit(3);
}
for await (const line of createInterface({ input: process.stdin })) {
  const { request, units } = JSON.parse(line);
  if (fault === 'mute') continue;
  if (fault === 'error') process.stdout.write(`${JSON.stringify({ request, error: 'out of memory' })}\n`);
  else if (fault === 'noise') process.stdout.write(`{"request":${request},"units":"none"}\n`);
  else
    process.stdout.write(
      `${JSON.stringify({ request, units: units.map((unit) => ({ id: unit.id, target: translate(unit) })) })}\n`,
    );
}
