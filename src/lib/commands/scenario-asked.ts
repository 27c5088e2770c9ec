import { scenarioRefusal } from '#lib/i18n/scenario-refusals.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import * as scenarios from '#lib/server/scenarios.ts';
import type { Scenario, ScenarioRefusal } from '#lib/server/scenarios.ts';
import type { Db } from '#lib/server/sql.ts';
import type { Store } from '#lib/server/store.ts';
import { last, misused, refused, type Request, type Result } from './command.ts';

/** What of the options is missing, in words. */
function misuse(request: Request, needed: readonly string[]): Result | undefined {
  const name = needed.find((one) => !last(request, one)?.trim());
  return name === undefined ? undefined : misused(`--${name} is needed`);
}

/** A refusal in the words of the command's language. */
export function refusedScenario(refusal: ScenarioRefusal, request: Request): Result {
  return refused(scenarioRefusal(refusal, request.locale));
}

/** Runs `work` with the campaign that the options name, or says why it can't be. */
export async function withCampaign(
  store: Store,
  request: Request,
  needed: readonly string[],
  work: (campaign: Campaign) => Promise<Result>
): Promise<Result> {
  const wrong = misuse(request, ['campaign', ...needed]);
  if (wrong) return wrong;
  const code = last(request, 'campaign') ?? '';
  const campaign = await store.read((db) => campaigns.find(db, code));
  return campaign ? work(campaign) : refused(`unknown campaign: ${code}`);
}

/** Does something to the scenario that the options name; `work` gives why not, or a result. */
export function changing(
  store: Store,
  request: Request,
  needed: readonly string[],
  work: (db: Db, scenario: Scenario) => Promise<ScenarioRefusal | Result>
): Promise<Result> {
  return withCampaign(store, request, ['name', ...needed], async (campaign) => {
    const outcome = await store.write(async (db) => {
      const scenario = await scenarios.find(db, campaign.id, last(request, 'name') ?? '');
      return scenario ? work(db, scenario) : ('unknown_scenario' as const);
    });
    return typeof outcome === 'string' ? refusedScenario(outcome, request) : outcome;
  });
}
