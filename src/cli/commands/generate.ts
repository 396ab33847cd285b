import { Command } from 'commander';
import type { Io } from '../io.js';

export function command(_io: Io, _finish: (exitCode: number) => void): Command {
  return new Command('generate');
}
