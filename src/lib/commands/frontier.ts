import { frontierProblem } from '#lib/i18n/frontier-problems.ts';
import { scenarioRefusal } from '#lib/i18n/scenario-refusals.ts';
import { toCsv } from '#lib/reports/csv.ts';
import { frontierJson, frontierTable } from '#lib/reports/frontier-answer.ts';
import { askedView } from '#lib/server/asked-view.ts';
import { frontierOptionNames } from '#lib/server/frontier-options.ts';
import * as frontier from '#lib/server/frontier.ts';
import { done, last, misused, refused, type Command, type Request, type Result } from './command.ts';

function pairs({ options }: Request): [string, string][] {
  return frontierOptionNames.flatMap((name) =>
    (options[name] ?? []).map((value): [string, string] => [name, value])
  );
}

async function run(...[store, request]: Parameters<Command['run']>): Promise<Result> {
  const code = last(request, 'campaign');
  if (!code) return misused('--campaign CODE is needed');
  const asked = await store.read((db) => askedView(db, code, []));
  if (!asked) return refused(`unknown campaign: ${code}`);
  try {
    const scenario = last(request, 'scenario');
    const base = await frontier.baseOf(store, asked, scenario);
    if (!base) return refused(scenarioRefusal('unknown_scenario', request.locale));
    const outcome = await frontier.read(store, asked, base, pairs(request));
    if ('problems' in outcome)
      return refused(outcome.problems.map((problem) => frontierProblem(problem, request.locale)).join('\n'));
    return done(
      frontierJson(asked.campaign.code, outcome),
      toCsv(frontierTable(outcome.found.points)),
      unproven(outcome)
    );
  } catch (error) {
    if (error instanceof RangeError) return misused(error.message);
    throw error;
  }
}

/** Says what the time was too short for. */
function unproven({ found }: frontier.FrontierAnswer): string[] {
  const open = found.points.filter(({ proven, withinOneProven }) => !proven || !withinOneProven).length;
  return open === 0 ? [] : [`${open} of ${found.points.length} points are best found, not proven: see bound`];
}

export const frontierCommand: Command = {
  act: 'export',
  usage:
    'palier frontier --campaign CODE [--scenario NAME] [--measure count|firmness] [--include C]... [--exclude C]... [--weight C=2]... ' +
    '[--min-theme "T=2"]... [--corridor-floor "Hôpital=30"]... [--seconds N] [--json]',
  options: {
    campaign: { kind: 'text' },
    scenario: { kind: 'text' },
    measure: { kind: 'text' },
    include: { kind: 'text', multiple: true },
    exclude: { kind: 'text', multiple: true },
    weight: { kind: 'text', multiple: true },
    'min-theme': { kind: 'text', multiple: true },
    'corridor-floor': { kind: 'text', multiple: true },
    seconds: { kind: 'text' }
  },
  positionals: { min: 0, max: 0 },
  run
};
