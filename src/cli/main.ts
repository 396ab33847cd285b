#!/usr/bin/env node
import { interfaceLocale, processIo } from './io.js';
import { run } from './run.js';

const at = process.argv.indexOf('--locale');
// `quantities --locale` names the text's language, not the interface's.
const asked = at > 0 && process.argv[2] !== 'quantities' ? process.argv[at + 1] : undefined;
process.exitCode = await run(process.argv.slice(2), processIo(interfaceLocale(process.env, asked)));
