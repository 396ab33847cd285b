import { Command } from 'commander';
import { configure } from '../commander.js';
import { addCommand } from '../glossary/add.js';
import { checkCommand } from '../glossary/check.js';
import { exportCommand, importCommand } from '../glossary/exchange.js';
import { listCommand } from '../glossary/list.js';
import { suggestCommand } from '../glossary/suggest.js';
import type { Io } from '../io.js';

/** `diptych glossary`: the termbase, to look at, extend, exchange and check. */
export function command(io: Io, finish: (exitCode: number) => void): Command {
  const glossary = configure(new Command('glossary').description(io.messages.text('cli.glossary.description')), io);
  const parts = [
    listCommand(io),
    addCommand(io),
    importCommand(io),
    exportCommand(io),
    checkCommand(io, finish),
    suggestCommand(io),
  ];
  for (const part of parts) glossary.addCommand(configure(part.copyInheritedSettings(glossary), io));
  return glossary.helpCommand('help [command]', io.messages.text('cli.help.help-command'));
}
