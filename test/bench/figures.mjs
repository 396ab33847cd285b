// Speed of the `quantities` check in one process: `npm run build && node test/bench/figures.mjs [seconds]`.
// In one run, in turns, on one core: the check itself (both sides read, compared by value, findings and fixes made), sets
// of digit runs as most quality tools compare them, and @microsoft/recognizers-text-suite. Times are of the processor, so
// that what else runs on the machine counts little; every sentence is new, so that nothing remembered can answer.
import recognizers from '@microsoft/recognizers-text-suite';
import { quantities } from '../../dist/checks/quantities.js';
import { en } from '../../dist/languages/en/index.js';
import { ko } from '../../dist/languages/ko/index.js';
import { noStyle } from '../../dist/model/style.js';
import { dense, prose } from './figure-pairs.mjs';

/** Of processor time to settle, and as many to measure. */
const seconds = Number(process.argv[2] ?? 10);
const context = { from: en, to: ko, concepts: [], style: noStyle, options: {} };
const unit = (text) => ({ text, codes: [] });

/** What most quality tools do: the runs of digits of both sides, as sets. */
function digitSetsDiffer(source, target) {
  const digits = (text) => (text.match(/\d[\d.,]*/g) ?? []).map((run) => run.replace(/[.,]+$|,/g, '')).sort();
  return digits(source).join() !== digits(target).join();
}

/** It has no Korean in JavaScript: numbers, percentages and currencies of the English side alone, nothing compared. */
function recognized(text) {
  const { English } = recognizers.Culture;
  recognizers.recognizeNumber(text, English);
  recognizers.recognizePercentage(text, English);
  recognizers.recognizeCurrency(text, English);
}

const contenders = [
  ['quantities check', (source, target) => quantities.unit({ source: unit(source), target: unit(target) }, context)],
  ['sets of digit runs', digitSetsDiffer],
  ['recognizers-text-suite, English side only', recognized],
];

let counter = 0;
/** A word that no text before had: "Bacado", "Bacadu" … */
function freshWord() {
  const letters = ['bcdfghklmnprstvz', 'aeiou'];
  let rest = counter++;
  let word = 'B';
  for (let at = 0; at < 8; at++) {
    const set = letters[at % 2];
    word += set[rest % set.length];
    rest = Math.floor(rest / set.length);
  }
  return word;
}

function fresh(pairs) {
  return pairs.map((pair) => {
    const word = freshWord();
    return pair.map((text) => `${word}: ${text}`);
  });
}

/** Processor time of one round over all pairs, in seconds. */
function timed(check, pairs) {
  const texts = fresh(pairs);
  const before = process.cpuUsage();
  for (const [source, target] of texts) check(source, target);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

for (const [name, pairs] of Object.entries({ dense, prose })) {
  // Long enough rounds that the clock's steps do not count.
  const many = Array.from({ length: 20 }, () => pairs).flat();
  const bytes = pairs.reduce((sum, pair) => sum + Buffer.byteLength(pair.join('')), 0) / pairs.length;
  const [own] = contenders[0];
  const rates = new Map();
  for (const [label, check] of contenders) {
    const round = label.startsWith('recognizers') ? pairs : many;
    // The compiler takes thousands of pairs to settle on so much code; the others are settled at once.
    const warm = label === own ? seconds : seconds / 8;
    const times = [];
    for (let spent = 0; spent < warm; ) spent += timed(check, round);
    for (let spent = 0; spent < warm || times.length < 3; ) {
      const time = timed(check, round);
      spent += time;
      times.push(time / round.length);
    }
    rates.set(label, 1 / median(times));
  }
  process.stdout.write(`${name}: ${pairs.length} pairs of ${bytes.toFixed(0)} bytes\n`);
  for (const [label, rate] of rates) {
    const share = rates.get(own) / rate;
    const ratio = label === own ? '' : `; the check runs at ${share.toPrecision(2)} × that rate`;
    process.stdout.write(
      `  ${label}: ${Math.round(rate)} pairs/s, ${((rate * bytes) / 1e6).toFixed(2)} MB/s${ratio}\n`,
    );
  }
}
