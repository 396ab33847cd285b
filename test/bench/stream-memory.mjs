// Memory of `diptych validate` over a long bilingual file: `npm run build && node test/bench/stream-memory.mjs [pairs]`.
// Writes the pairs to a temporary folder (1,000,000 unless told), runs the command and prints its resident memory over time.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const count = Number(process.argv[2] ?? 1_000_000);
const main = fileURLToPath(new URL('../../dist/bin/diptych.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'diptych-memory-'));

/** One pair in a thousand is wrong, as in a translation worth delivering. */
function pair(n) {
  const [billions, percent, day] = [(n % 900) + 2, (n % 97) + 1, (n % 28) + 1];
  const wrong = n % 1000 === 0 ? 1 : 0;
  return {
    id: String(n),
    source: `Plant ${n} raised $${billions} billion on March ${day}, ${percent}% more than the year before.`,
    target: `${n}번 공장은 3월 ${day}일 전해보다 ${percent}% 많은 ${(billions + wrong) * 10}억 달러를 조달했다.`,
  };
}

async function write(file) {
  const out = createWriteStream(file);
  for (let n = 1; n <= count; n++) {
    if (!out.write(`${JSON.stringify(pair(n))}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

function resident(pid) {
  const line = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(line?.[1] ?? 0) / 1024);
}

try {
  const file = join(folder, 'pairs.jsonl');
  await write(file);
  const options = ['--from', 'en', '--to', 'ko', '--only', 'quantities', '--format', 'jsonl'];
  const started = process.hrtime.bigint();
  const run = spawn(process.execPath, [main, 'validate', file, ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
  const samples = [];
  const timer = setInterval(() => {
    try {
      samples.push(resident(run.pid));
    } catch {
      // The process has ended between two samples.
    }
  }, 500);
  await once(run, 'exit');
  clearInterval(timer);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const tenth = (part) => samples[Math.min(samples.length - 1, Math.floor((samples.length * part) / 10))];
  process.stdout.write(`${count} pairs in ${seconds.toFixed(0)} s, ${Math.round(count / seconds)} pairs/s\n`);
  const series = Array.from({ length: 10 }, (_, part) => tenth(part)).join(' ');
  process.stdout.write(
    `resident memory in MB, by tenths of the time: ${series}\nhighest: ${Math.max(...samples)} MB\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
