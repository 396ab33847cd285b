// Loaded into a process that is measured (`node --import`): at its end it writes what it took to the file that
// DIPTYCH_METER names, as JSON: CPU and wall time in seconds, and the least heap in each quarter of its life, in MB.
// DIPTYCH_METER_PROFILE names a file for a CPU profile; with DIPTYCH_METER_GC the heap is looked at every so many seconds, after
// garbage was collected,
// which shows what is held in a run too short for that, and takes CPU.
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const { DIPTYCH_METER: file, DIPTYCH_METER_PROFILE: profile, DIPTYCH_METER_GC: every } = process.env;
const samples = [];
// Not process.memoryUsage(), which asks the system as well: a look must cost nothing.
let look = () => getHeapStatistics().used_heap_size / 1e6;
if (every) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  const plain = look;
  look = () => {
    collect();
    return plain();
  };
}
const session = new Session();
if (profile) {
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.start');
}
const timer = setInterval(() => samples.push(look()), every ? Number(every) * 1000 : 250);
timer.unref();

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const quarter = Math.ceil(samples.length / 4);
  // The least of a stretch is what is held once garbage is gone.
  const heap = [0, 1, 2, 3].map((n) => Math.min(...samples.slice(n * quarter, (n + 1) * quarter)));
  const peak = process.resourceUsage().maxRSS / 1e3;
  if (file) writeFileSync(file, JSON.stringify({ cpu: (user + system) / 1e6, wall: process.uptime(), heap, peak }));
  if (profile) session.post('Profiler.stop', (_, { profile: taken }) => writeFileSync(profile, JSON.stringify(taken)));
});
