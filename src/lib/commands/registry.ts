import { campaignCommand } from './campaign.ts';
import { campaignsCommand } from './campaigns.ts';
import { commentsImportCommand, commentsShowCommand } from './comments.ts';
import { contestCommand, correctCommand, correctionsCommand, retractCommand } from './correct.ts';
import type { Command, Request, Result } from './command.ts';
import { frontierCommand } from './frontier.ts';
import { importsCommand, redoCommand, undoCommand } from './history.ts';
import { importCommand } from './import.ts';
import {
  scenarioCreateCommand,
  scenarioDuplicateCommand,
  scenarioFreezeCommand,
  scenarioRemoveCommand,
  scenarioRenameCommand,
  scenarioRestoreCommand
} from './scenario-change.ts';
import { scenarioImportCommand } from './scenario-import.ts';
import { scenarioExportCommand, scenarioHistoryCommand, scenarioListCommand } from './scenario-list.ts';
import { scenarioShowCommand } from './scenario-show.ts';
import { publishCommand } from './publish.ts';
import { statsCommand } from './stats.ts';
import { verifyCommand } from './verify.ts';
import type { Store } from '#lib/server/store.ts';

/** The commands that work on a store, wherever it is open. */
export const commands: Record<string, Command> = {
  import: importCommand,
  campaigns: campaignsCommand,
  campaign: campaignCommand,
  stats: statsCommand,
  frontier: frontierCommand,
  imports: importsCommand,
  undo: undoCommand,
  redo: redoCommand,
  correct: correctCommand,
  contest: contestCommand,
  corrections: correctionsCommand,
  retract: retractCommand,
  'scenario import': scenarioImportCommand,
  'scenario show': scenarioShowCommand,
  'scenario list': scenarioListCommand,
  'scenario create': scenarioCreateCommand,
  'scenario duplicate': scenarioDuplicateCommand,
  'scenario rename': scenarioRenameCommand,
  'scenario freeze': scenarioFreezeCommand,
  'scenario export': scenarioExportCommand,
  'scenario history': scenarioHistoryCommand,
  'scenario remove': scenarioRemoveCommand,
  'scenario restore': scenarioRestoreCommand,
  'comments import': commentsImportCommand,
  'comments show': commentsShowCommand,
  publish: publishCommand,
  verify: verifyCommand
};

export function execute(store: Store, request: Request): Promise<Result> {
  const command = commands[request.command];
  if (!command) throw new Error(`unknown command: ${request.command}`);
  return command.run(store, request);
}
