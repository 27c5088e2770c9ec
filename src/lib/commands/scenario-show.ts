import { toCsv } from '#lib/reports/csv.ts';
import {
  figuresOnly,
  requirementsTable,
  scenarioAnswer,
  type ScenarioAnswer
} from '#lib/reports/scenario-answer.ts';
import { viewOf } from '#lib/server/asked-view.ts';
import { done, last, misused, type Command, type Request } from './command.ts';
import { refusedScenario, withCampaign } from './scenario-asked.ts';

function pairs(request: Request): [string, string][] {
  return Object.entries(request.options).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value])
  );
}

function summary({ name, requirements, applicable, passing, vendors, effort }: ScenarioAnswer): string {
  return (
    `${name}: ${passing} of ${applicable} products pass ${requirements.mandatory} mandatory requirements ` +
    `(${vendors.passing} of ${vendors.applicable} vendors); ${effort} missing levels in all`
  );
}

/** A view without filters is all of the campaign. */
async function filtered(...[store, request]: Parameters<Command['run']>) {
  return withCampaign(store, request, ['name'], async (campaign) => {
    const { view } = viewOf(campaign, pairs(request));
    const answer = await store.read((db) => scenarioAnswer(db, view, last(request, 'name') ?? ''));
    if (!answer) return refusedScenario('unknown_scenario', request);
    return done(figuresOnly(answer), toCsv(requirementsTable(answer)), [summary(answer)]);
  });
}

export const scenarioShowCommand: Command = {
  act: 'export',
  usage:
    'palier scenario show --campaign CODE --name NAME [--corridor C]... [--theme T]... [--scope S]... [--vendor V]... ' +
    '[--band B]... [--q TEXT]... [--attr.NAME VALUE]... [--bands 25,50,75] [--json]',
  options: {
    campaign: { kind: 'text' },
    name: { kind: 'text' },
    corridor: { kind: 'text', multiple: true },
    theme: { kind: 'text', multiple: true },
    scope: { kind: 'text', multiple: true },
    vendor: { kind: 'text', multiple: true },
    band: { kind: 'text', multiple: true },
    q: { kind: 'text', multiple: true },
    bands: { kind: 'text' }
  },
  positionals: { min: 0, max: 0 },
  attributes: true,
  async run(store, request) {
    try {
      return await filtered(store, request);
    } catch (error) {
      if (error instanceof RangeError) return misused(error.message);
      throw error;
    }
  }
};
