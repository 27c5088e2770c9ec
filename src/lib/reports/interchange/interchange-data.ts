import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import * as corrections from '#lib/server/corrections.ts';
import type { Correction } from '#lib/server/corrections.ts';
import * as exportRows from '#lib/server/export-rows.ts';
import type { ExportedResponse } from '#lib/server/export-rows.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import type { Store } from '#lib/server/store.ts';

/** A whole campaign, for other tools. */
export interface Interchange {
  campaign: Campaign;
  questionnaire: Questionnaire;
  responses: ExportedResponse[];
  corrections: Correction[];
}

export async function read(store: Store, campaign: Campaign): Promise<Interchange> {
  const questionnaire = await questionnaires.known(store, campaign.questionnaireId);
  return store.read(async (db) => ({
    campaign,
    questionnaire,
    responses: await exportRows.list(db, campaign.id, questionnaire.criteria.length),
    corrections: await corrections.list(db, campaign.id)
  }));
}
