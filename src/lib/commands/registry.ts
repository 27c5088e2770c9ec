import { campaignCommand } from './campaign.ts';
import { campaignsCommand } from './campaigns.ts';
import { contestCommand, correctCommand, correctionsCommand, retractCommand } from './correct.ts';
import type { Command, Request, Result } from './command.ts';
import { importsCommand, redoCommand, undoCommand } from './history.ts';
import { importCommand } from './import.ts';
import {
  mergeCommand,
  renameCommand,
  renameVendorCommand,
  renamingsCommand,
  unmergeCommand
} from './renamings.ts';
import { statsCommand } from './stats.ts';
import type { Store } from '#lib/server/store.ts';

/** The commands that work on a store, wherever it is open. */
export const commands: Record<string, Command> = {
  import: importCommand,
  campaigns: campaignsCommand,
  campaign: campaignCommand,
  stats: statsCommand,
  imports: importsCommand,
  undo: undoCommand,
  redo: redoCommand,
  correct: correctCommand,
  contest: contestCommand,
  corrections: correctionsCommand,
  retract: retractCommand,
  merge: mergeCommand,
  rename: renameCommand,
  'rename-vendor': renameVendorCommand,
  unmerge: unmergeCommand,
  renamings: renamingsCommand
};

export function execute(store: Store, request: Request): Promise<Result> {
  const command = commands[request.command];
  if (!command) throw new Error(`unknown command: ${request.command}`);
  return command.run(store, request);
}
