// Loaded into a process that is measured (`node --import`): at its end it writes what it took to the file that
// DIPTYCH_METER names, as JSON: CPU and wall time in seconds, and the least heap in each quarter of its life, in MB.
import { writeFileSync } from 'node:fs';

const file = process.env['DIPTYCH_METER'];
const samples = [];
const timer = setInterval(() => samples.push(process.memoryUsage().heapUsed / 1e6), 250);
timer.unref();

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const quarter = Math.ceil(samples.length / 4);
  // The least of a stretch is what is held once garbage is gone.
  const heap = [0, 1, 2, 3].map((n) => Math.min(...samples.slice(n * quarter, (n + 1) * quarter)));
  const peak = process.resourceUsage().maxRSS / 1e3;
  if (file) writeFileSync(file, JSON.stringify({ cpu: (user + system) / 1e6, wall: process.uptime(), heap, peak }));
});
