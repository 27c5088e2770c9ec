import { answersKey, checkedResponses } from '#lib/ingest/checks/checked.ts';
import { qualityProblems } from '#lib/ingest/checks/quality.ts';
import type { ParsedAnswers } from '#lib/ingest/types.ts';
import type { Problem } from '#lib/maturity/problem.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import * as knownAnswers from '#lib/server/known-answers.ts';
import { productId } from '#lib/server/product-id.ts';
import * as renamedResponses from '#lib/server/renamed-responses.ts';
import type { Name, ResolvedNames } from '#lib/server/resolved-names.ts';
import type { Store } from '#lib/server/store.ts';

/** Warnings on the responses that were read, held against each other and against the campaign as it stands. */
export async function qualityOf(
  store: Store,
  code: string,
  questionnaire: Questionnaire,
  parsed: ParsedAnswers[]
): Promise<Problem[]> {
  const declared = checkedResponses(parsed);
  if (declared.length === 0) return [];
  const names = await store.read((db) => renamedResponses.resolve(db, declared));
  const idOf = ({ vendor, product }: Name) => productId(vendor, product);
  const responses = declared.map((response) => ({ ...response, ...nameIn(names, idOf(response)) }));
  const known = await store.read(async (db) => {
    const campaign = await campaigns.find(db, code);
    if (!campaign) return knownAnswers.nothingKnown;
    const ids = [...new Set(declared.map(idOf).map((id) => names.get(id)?.id ?? id))];
    return knownAnswers.read(db, campaign.id, { ids, answers: [...new Set(responses.map(answersKey))] });
  });
  return qualityProblems({ questionnaire, responses, ...known });
}

/** The name by which a product goes that was merged or renamed: a name that was dealt with needs no further warning. */
function nameIn(names: ResolvedNames, id: string): Partial<Name> {
  const known = names.get(id);
  return known ? { product: known.product, vendor: known.vendor } : {};
}
