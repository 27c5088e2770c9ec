import type { Problem } from '#lib/maturity/problem.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { problemMessage } from '#lib/i18n/problems.ts';
import { done, has, last, misused, type Command, type Request, type Result } from './command.ts';
import { importFiles, isRefused, type ImportReport, type ImportRequest } from './import-files.ts';

function importRequest(request: Request): ImportRequest {
  return {
    campaign: last(request, 'campaign') ?? '',
    campaignName: last(request, 'campaign-name'),
    questionnaire: request.files['questionnaire']?.at(-1),
    questionnaireOf: last(request, 'questionnaire-of'),
    files: request.files['_'] ?? [],
    partial: has(request, 'partial'),
    dryRun: has(request, 'dry-run'),
    read: {
      encoding: last(request, 'encoding'),
      delimiter: last(request, 'delimiter'),
      ignore: request.options['ignore']
    },
    origin: 'command'
  };
}

/** The report as printed: every issue with its message in words. */
export function publicReport(report: ImportReport, locale: Locale) {
  return {
    ...report,
    files: report.files.map(({ name, layout, delimiter, encoding, rows }) => ({ name, layout, delimiter, encoding, rows })),
    issues: report.issues.map((problem) => {
      const { severity, file, line, column, value, code } = problem;
      return { severity, file, line, column, value, code, message: problemMessage(problem, locale) };
    })
  };
}

function place({ file, line, column }: Problem): string {
  return [file, line, column].filter((part) => part !== null && part !== '').join(':');
}

function issueLines(report: ImportReport, locale: Locale): string[] {
  return report.issues.map(
    (problem) => `${problem.severity} ${place(problem)} ${problem.code}: ${problemMessage(problem, locale)}`
  );
}

function summary({ campaign, stored, accepted, rejected }: ImportReport): string {
  if (!stored) return `${campaign}: nothing stored\n`;
  const { vendors, products, answers } = accepted;
  const kept = `${campaign}: ${vendors} vendors, ${products} products, ${answers} answers stored`;
  return rejected.products + rejected.rows === 0
    ? `${kept}\n`
    : `${kept}; ${rejected.products} products (${rejected.rows} rows) rejected\n`;
}

async function run(...[store, request]: Parameters<Command['run']>): Promise<Result> {
  if (!last(request, 'campaign')?.trim()) return misused('--campaign CODE is needed');
  const report = await importFiles(store, importRequest(request));
  const result = done(publicReport(report, request.locale), summary(report), issueLines(report, request.locale));
  return isRefused(report) ? { ...result, exit: 1 } : result;
}

export const importCommand: Command = {
  usage:
    'palier import --campaign CODE [--campaign-name NAME] [--questionnaire FILE | --questionnaire-of CODE] ' +
    '[--partial] [--dry-run] [--encoding NAME] [--delimiter C] [--ignore HEADING]... [--json] FILE...',
  options: {
    campaign: { kind: 'text' },
    'campaign-name': { kind: 'text' },
    questionnaire: { kind: 'file' },
    'questionnaire-of': { kind: 'text' },
    partial: { kind: 'flag' },
    'dry-run': { kind: 'flag' },
    encoding: { kind: 'text' },
    delimiter: { kind: 'text' },
    ignore: { kind: 'text', multiple: true }
  },
  positionals: { min: 1, max: Infinity, files: true },
  run
};
