import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { counted, quoted, say } from '#lib/i18n/wording.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';
import { rescore, type Outcome } from '#lib/maturity/outcomes.ts';
import { viewOf } from '#lib/server/asked-view.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import type { Scenario } from '#lib/server/scenarios.ts';
import type { Store } from '#lib/server/store.ts';
import { namesIn } from './calibration-lines.ts';
import { knownLevels } from './calibration.ts';

/** A scenario as a later campaign finds it. */
export interface CampaignOutcome {
  code: string;
  title: string;
  subline: string;
  rows: (Outcome & { name: string })[];
}

/** How many promises were kept, of those that can be told; else how many pass now. */
export function outcomeTitle(
  campaign: string,
  { outcomes, consequences: { passing, applicable } }: ReturnType<typeof rescore>,
  locale: Locale
): string {
  const told = outcomes.filter(({ kept }) => kept !== null);
  const kept = told.filter((one) => one.kept).length;
  const pass = say(
    locale,
    `${counted(passing, ['produit passe', 'produits passent'], 'fr')} sur ${integer(applicable, 'fr')}`,
    `${counted(passing, ['product passes', 'products pass'], 'en')} of ${integer(applicable, 'en')}`
  );
  if (told.length === 0) return say(locale, `${campaign} : ${pass}`, `${campaign}: ${pass}`);
  return say(
    locale,
    `${campaign} : ${counted(kept, ['part visée atteinte', 'parts visées atteintes'], 'fr')} sur ${integer(told.length, 'fr')} ; ${pass}`,
    `${campaign}: ${counted(kept, ['promised share', 'promised shares'], 'en')} of ${integer(told.length, 'en')} reached; ${pass}`
  );
}

async function outcomeOf(
  store: Store,
  own: LevelTable,
  scenario: Scenario,
  campaign: Campaign,
  locale: Locale
): Promise<CampaignOutcome> {
  const later = await knownLevels(store, viewOf(campaign, []));
  const rescored = rescore(own, later, scenario.requirements);
  const nameOf = namesIn(own, locale);
  return {
    code: campaign.code,
    title: outcomeTitle(campaign.name, rescored, locale),
    subline: say(
      locale,
      `Chaque exigence obligatoire du scénario ${quoted(scenario.name, 'fr')} : part atteinte de son temps, part visée, part atteinte ensuite, à qui elle s’applique. Produits de chaque campagne entière.`,
      `Each mandatory requirement of scenario ${quoted(scenario.name, 'en')}: share attained in its own time, promised, and attained later, of the products to which it applies. Products of each whole campaign.`
    ),
    rows: rescored.outcomes.map((outcome) => ({ ...outcome, name: nameOf(outcome.criterion) }))
  };
}

/** Whether the later campaign asks any of the mandatory criteria. */
function hasCommon({ rows }: CampaignOutcome): boolean {
  return rows.some(({ incomparable }) => incomparable !== 'absent');
}

/** The scenario on every campaign later than its own that shares a mandatory criterion with it, the earliest first. */
export async function laterOutcomes(
  store: Store,
  scenario: Scenario,
  locale: Locale
): Promise<CampaignOutcome[]> {
  const all = [...(await campaigns.known(store))].reverse();
  const at = all.findIndex(({ id }) => id === scenario.campaignId);
  const own = all[at];
  if (!own) return [];
  const table = await knownLevels(store, viewOf(own, []));
  const outcomes = await Promise.all(
    all
      .slice(at + 1)
      .filter(({ answered }) => answered)
      .map((campaign) => outcomeOf(store, table, scenario, campaign, locale))
  );
  return outcomes.filter(hasCommon);
}
