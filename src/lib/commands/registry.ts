import { auditsImportCommand, auditsShowCommand } from './audits.ts';
import type { Deed } from '#lib/server/trail/chain.ts';
import * as trail from '#lib/server/trail/trail.ts';
import { backupCommand } from './backup.ts';
import { auditTrailCommand } from './audit-trail.ts';
import { campaignCommand } from './campaign.ts';
import { campaignsCommand } from './campaigns.ts';
import { commentsImportCommand, commentsShowCommand } from './comments.ts';
import { contestCommand, correctCommand, correctionsCommand, retractCommand } from './correct.ts';
import { say } from '#lib/i18n/wording.ts';
import { DiskFull } from '#lib/server/staging.ts';
import { author, last, refused, type Command, type Request, type Result } from './command.ts';
import { disclosureCommand } from './disclosure.ts';
import { exportCommand } from './export.ts';
import { frontierCommand } from './frontier.ts';
import { importsCommand, redoCommand, undoCommand } from './history.ts';
import { importCommand } from './import.ts';
import {
  mergeCommand,
  renameCommand,
  renameVendorCommand,
  renamingsCommand,
  unmergeCommand
} from './renamings.ts';
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
import { productCommand } from './product.ts';
import { purgeCommand } from './purge.ts';
import { reportCommand } from './report.ts';
import { publishCommand } from './publish.ts';
import { statsCommand } from './stats.ts';
import {
  userAddCommand,
  userCloseCommand,
  userListCommand,
  userRecoverCommand,
  userRoleCommand
} from './users.ts';
import { verifyCommand } from './verify.ts';
import type { Store } from '#lib/server/store.ts';

/** The commands that work on a store, wherever it is open. */
export const commands: Record<string, Command> = {
  import: importCommand,
  campaigns: campaignsCommand,
  campaign: campaignCommand,
  stats: statsCommand,
  report: reportCommand,
  product: productCommand,
  export: exportCommand,
  frontier: frontierCommand,
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
  renamings: renamingsCommand,
  'audit-trail': auditTrailCommand,
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
  'audits import': auditsImportCommand,
  'audits show': auditsShowCommand,
  publish: publishCommand,
  verify: verifyCommand,
  'user add': userAddCommand,
  'user list': userListCommand,
  'user role': userRoleCommand,
  'user recover': userRecoverCommand,
  'user close': userCloseCommand,
  backup: backupCommand,
  purge: purgeCommand,
  disclosure: disclosureCommand
};

/** Options that say by code or id what a command is about. */
const subjects = [
  'campaign',
  'product',
  'scenario',
  'name',
  'criterion',
  'audience',
  'format',
  'dry-run',
  'verify'
];

function deedOf(command: Command, request: Request, exit: number): Deed {
  const given = subjects.flatMap((name) => {
    const value = last(request, name);
    return value === undefined ? [] : [[name, value.slice(0, 200)]];
  });
  const ids = command.positionals.files ? [] : request.positionals.slice(0, 3);
  return {
    by: author(request) ?? request.user ?? null,
    way: 'command',
    act: command.act ?? 'change',
    what: request.command,
    on: Object.fromEntries([...given, ...ids.map((id, i) => [`argument ${i + 1}`, id.slice(0, 200)])]),
    outcome: exit
  };
}

/** Runs a command on the store and tells of it in the trail. */
export async function execute(store: Store, request: Request): Promise<Result> {
  const command = commands[request.command];
  if (!command) throw new Error(`unknown command: ${request.command}`);
  const result = await orNoRoom(request, () => command.run(store, request));
  await trail.append(store.dir, deedOf(command, request, result.exit));
  return result;
}

/** A full disk is no defect: what was asked is refused, and the store is as before. */
async function orNoRoom({ locale }: Request, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DiskFull)) throw error;
    return refused(
      say(
        locale,
        'Le disque n’a plus de place : rien n’a été enregistré.',
        'The disk has no room left: nothing was stored.'
      )
    );
  }
}
