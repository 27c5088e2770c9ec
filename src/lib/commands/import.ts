import type { Locale } from '#lib/i18n/locale.ts';
import { quoted, say } from '#lib/i18n/wording.ts';
import type { Store } from '#lib/server/store.ts';
import {
  author,
  byOption,
  done,
  has,
  last,
  misused,
  type Command,
  type Request,
  type Result
} from './command.ts';
import { issueLines, issuesOf } from './issues.ts';
import { importFiles, isRefused, type ImportReport, type ImportRequest } from './import-files.ts';
import { Misuse, profileName, readOptions } from './mapping-options.ts';
import { recognitionLines } from './recognition-lines.ts';
import { sourceLine } from './source-line.ts';

/** Throws Misuse. */
function importRequest(request: Request): ImportRequest {
  return {
    campaign: last(request, 'campaign') ?? '',
    campaignName: last(request, 'campaign-name'),
    questionnaire: request.files['questionnaire']?.at(-1),
    questionnaireOf: last(request, 'questionnaire-of'),
    files: request.files['_'] ?? [],
    partial: has(request, 'partial'),
    dryRun: has(request, 'dry-run'),
    read: readOptions(request),
    profile: profileName(request, 'profile'),
    saveProfile: profileName(request, 'save-profile'),
    origin: 'command',
    by: author(request)
  };
}

/** What was recognised of a file, as far as scripts are promised it. */
function publicFile(file: ImportReport['files'][number], locale: Locale) {
  const { name, layout, delimiter, encoding, rows, container, sheet, otherSheets, archive } = file;
  const { source, leftOut, constants, passedOver } = file;
  const contained = { name, layout, delimiter, encoding, rows, container, sheet, otherSheets, archive };
  return { ...contained, source, reason: sourceLine(file, locale), leftOut, constants, passedOver };
}

/** The report as printed: every issue with its message in words. */
export function publicReport(report: ImportReport, locale: Locale) {
  const { campaign, stored, accepted, rejected } = report;
  return {
    campaign,
    stored,
    files: report.files.map((file) => publicFile(file, locale)),
    accepted,
    rejected,
    issues: issuesOf(report.issues, locale)
  };
}

function summary({ campaign, stored, accepted, rejected }: ImportReport): string {
  if (!stored) return `${campaign}: nothing stored\n`;
  const { vendors, products, answers } = accepted;
  const kept = `${campaign}: ${vendors} vendors, ${products} products, ${answers} answers stored`;
  return rejected.products + rejected.rows === 0
    ? `${kept}\n`
    : `${kept}; ${rejected.products} products (${rejected.rows} rows) rejected\n`;
}

function messages(report: ImportReport, { saveProfile }: ImportRequest, locale: Locale): string[] {
  const recognised = report.files.flatMap((file) => recognitionLines(file, locale));
  return [...recognised, ...issueLines(report.issues, locale), ...profileLine(report, saveProfile, locale)];
}

function profileLine({ profileSaved }: ImportReport, name: string | undefined, locale: Locale): string[] {
  if (name === undefined) return [];
  const shown = quoted(name.trim(), locale);
  return profileSaved
    ? [say(locale, `profil ${shown} enregistré`, `profile ${shown} saved`)]
    : [
        say(
          locale,
          `profil ${shown} non enregistré : rien n’a été importé`,
          `profile ${shown} not saved: nothing was imported`
        )
      ];
}

async function importAsked(store: Store, asked: ImportRequest, locale: Locale): Promise<Result> {
  const report = await importFiles(store, asked);
  const result = done(publicReport(report, locale), summary(report), messages(report, asked, locale));
  return isRefused(report) ? { ...result, exit: 1 } : result;
}

async function run(...[store, request]: Parameters<Command['run']>): Promise<Result> {
  if (!last(request, 'campaign')?.trim()) return misused('--campaign CODE is needed');
  if (request.files['questionnaire']?.length && last(request, 'questionnaire-of') !== undefined)
    return misused('--questionnaire or --questionnaire-of, not both');
  let asked: ImportRequest;
  try {
    asked = importRequest(request);
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    return misused(error.message);
  }
  return importAsked(store, asked, request.locale);
}

export const importCommand: Command = {
  usage:
    'palier import --campaign CODE [--campaign-name NAME] [--questionnaire FILE | --questionnaire-of CODE] ' +
    '[--source NAME] [--product NAME] [--vendor NAME] [--map FIELD=HEADING]... [--answer [CRITERION:]LABEL=LEVEL|NA|blank|unanswered]... [--ignore HEADING]... ' +
    '[--layout long|wide] [--encoding NAME] [--delimiter C] [--sheet NAME] [--profile NAME] [--save-profile NAME] [--by NAME] [--partial] [--dry-run] [--json] FILE...',
  options: {
    campaign: { kind: 'text' },
    'campaign-name': { kind: 'text' },
    questionnaire: { kind: 'file' },
    'questionnaire-of': { kind: 'text' },
    partial: { kind: 'flag' },
    'dry-run': { kind: 'flag' },
    source: { kind: 'text' },
    product: { kind: 'text' },
    vendor: { kind: 'text' },
    layout: { kind: 'text' },
    encoding: { kind: 'text' },
    delimiter: { kind: 'text' },
    sheet: { kind: 'text' },
    ignore: { kind: 'text', multiple: true },
    map: { kind: 'text', multiple: true },
    answer: { kind: 'text', multiple: true },
    profile: { kind: 'text' },
    'save-profile': { kind: 'text' },
    by: byOption
  },
  positionals: { min: 1, max: Infinity, files: 'start' },
  run
};
