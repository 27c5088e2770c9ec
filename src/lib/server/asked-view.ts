import { formatFilters, parseFilters } from '#lib/maturity/filters.ts';
import * as campaigns from './campaigns.ts';
import type { Campaign } from './campaigns.ts';
import type { Db } from './sql.ts';
import type { View } from './view.ts';

/** A campaign with the view of it that somebody asked for; `key` names both, for caches. */
export interface AskedView {
  campaign: Campaign;
  view: View;
  key: string;
}

export function viewOf(campaign: Campaign, parameters: Iterable<readonly [string, string]>): AskedView {
  const filters = parseFilters(parameters);
  return {
    campaign,
    view: { campaignId: campaign.id, questionnaireId: campaign.questionnaireId, filters },
    key: JSON.stringify([campaign.id, formatFilters(filters)])
  };
}

/** Undefined where there is no such campaign; throws a RangeError where a setting can't be. */
export async function askedView(
  db: Db,
  code: string,
  parameters: Iterable<readonly [string, string]>
): Promise<AskedView | undefined> {
  const campaign = await campaigns.find(db, code);
  return campaign && viewOf(campaign, parameters);
}
