import type { AnswerFigures, ProductFigures } from '#lib/maturity/figures.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import * as answers from '#lib/server/answers.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import * as corrections from '#lib/server/corrections.ts';
import type { Correction } from '#lib/server/corrections.ts';
import * as productHistory from '#lib/server/product-history.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import type { Store } from '#lib/server/store.ts';

/** One product's own: no other product's figures are read for it, so that none can be given out. */
export interface ExportedProduct {
  campaign: Campaign;
  questionnaire: Questionnaire;
  product: ProductFigures;
  answers: AnswerFigures[];
  /** As the vendor dated its response, ISO; null where it has no date. */
  declaredAt: string | null;
  /** Those that count, the latest first. */
  corrections: Correction[];
}

/** The products in view, by vendor and name, of which there is something to export. */
export function list(store: Store, { view }: AskedView): Promise<ProductFigures[]> {
  return store.read((db) => attainment.byProduct(db, view));
}

/** What one product of the list exports. */
export async function read(
  store: Store,
  { campaign, view }: AskedView,
  product: ProductFigures
): Promise<ExportedProduct> {
  const questionnaire = await questionnaires.known(store, view.questionnaireId);
  return store.read(async (db) => {
    const history = await productHistory.read(db, product.id);
    const inForce = history.find(({ campaign: code, inForce }) => inForce && code === campaign.code);
    const said = await corrections.list(db, campaign.id, product.id);
    return {
      campaign,
      questionnaire,
      product,
      answers: await answers.byCriterion(db, view, product.id),
      declaredAt: inForce?.submittedAt ?? null,
      corrections: said.filter(({ counts }) => counts)
    };
  });
}
