import { issueLines, issuesOf } from './issues.ts';
import { hasError } from './dialogue-import.ts';
import { author, byOption, done, last, misused, type Command, type Request, type Result } from './command.ts';
import { importScenario, type ScenarioReport } from './import-scenario.ts';
import { refusedScenario, withCampaign } from './scenario-asked.ts';

function resultOf({ issues, obligationsLeftOut, ...report }: ScenarioReport, request: Request): Result {
  const { mandatory, recommended, candidate, unknown } = report.requirements;
  const text = report.stored
    ? `${report.name}: ${mandatory} mandatory, ${recommended} recommended, ${candidate} candidates, ${unknown} without criterion\n`
    : `${report.name}: nothing stored\n`;
  const legal =
    obligationsLeftOut.length > 0
      ? [`already required by law, not mandatory here: ${obligationsLeftOut.join(', ')}`]
      : [];
  const json = { ...report, obligationsLeftOut, issues: issuesOf(issues, request.locale) };
  const result = done(json, text, [...issueLines(issues, request.locale), ...legal]);
  return hasError(issues) ? { ...result, exit: 1 } : result;
}

export const scenarioImportCommand: Command = {
  usage: 'palier scenario import --campaign CODE --name NAME [--by NAME] [--json] FILE',
  options: { campaign: { kind: 'text' }, name: { kind: 'text' }, by: byOption },
  positionals: { min: 1, max: 1, files: true },
  run: (store, request) =>
    withCampaign(store, request, ['name'], async (campaign) => {
      const [file] = request.files['_'] ?? [];
      if (!file) return misused('FILE is needed');
      const name = (last(request, 'name') ?? '').trim();
      const report = await importScenario(store, { campaign, name, by: author(request) }, file);
      return typeof report === 'string' ? refusedScenario(report, request) : resultOf(report, request);
    })
};
