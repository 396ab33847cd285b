#!/usr/bin/env node
import { exitCodes } from '../model/errors.js';
import { askedLocale, interfaceLocale, processIo } from './io.js';
import { run } from './run.js';
import { optimizeLate } from './tiering.js';

optimizeLate();

const argv = process.argv.slice(2);
const interrupt = new AbortController();
process.once('SIGINT', () => {
  interrupt.abort();
  // Whoever presses Ctrl-C twice does not want to wait for the engine's answer.
  process.once('SIGINT', () => process.exit(exitCodes.failure));
});
// A keeper of processes (systemd, a container) stops a server so.
process.once('SIGTERM', () => interrupt.abort());
// `diptych … | head` closes the pipe early: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});
process.exitCode = await run(argv, processIo(interfaceLocale(process.env, askedLocale(argv)), interrupt.signal));
