import { answersKey, checkedResponses } from '#lib/ingest/checks/checked.ts';
import { qualityProblems } from '#lib/ingest/checks/quality.ts';
import type { ParsedAnswers } from '#lib/ingest/types.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as knownAnswers from '#lib/server/known-answers.ts';
import { productId } from '#lib/server/product-id.ts';
import type { Store } from '#lib/server/store.ts';

/** Warnings on the responses that were read, held against each other and against the campaign as it stands. */
export async function qualityOf(
  store: Store,
  code: string,
  questionnaire: Questionnaire,
  parsed: ParsedAnswers[]
): Promise<Problem[]> {
  const responses = checkedResponses(parsed);
  if (responses.length === 0) return [];
  const known = await store.read(async (db) => {
    const campaign = await campaigns.find(db, code);
    if (!campaign) return knownAnswers.nothingKnown;
    const ids = [...new Set(responses.map(({ vendor, product }) => productId(vendor, product)))];
    return knownAnswers.read(db, campaign.id, { ids, answers: [...new Set(responses.map(answersKey))] });
  });
  return qualityProblems({ questionnaire, responses, ...known });
}
