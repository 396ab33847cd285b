import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import type { Loaded } from './load.js';

/** Whether wrk, a well-known program that loads servers, is on this machine. */
export function hasWrk(): boolean {
  try {
    // Without an address it shows its options and fails.
    execFileSync('wrk', ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

/** Has wrk ask one thing again and again, on 32 connections, each with one request under way. */
export async function wrk(url: string, headers: Readonly<Record<string, string>>, seconds: number): Promise<Loaded> {
  const named = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const { stdout } = await promisify(execFile)('wrk', ['-t1', '-c32', `-d${seconds}s`, ...named, url]);
  const number = (pattern: RegExp) => Number(pattern.exec(stdout)?.[1] ?? Number.NaN);
  const refused = Number(/Non-2xx or 3xx responses: (\d+)/.exec(stdout)?.[1] ?? 0);
  const answers = number(/(\d+) requests in/);
  const statuses = { answered: answers - refused, ...(refused === 0 ? {} : { refused }) };
  return { perSecond: Math.round(number(/Requests\/sec:\s+([\d.]+)/)), statuses, bytes: Number.NaN };
}
