import { formatFilters, type Filters } from '#lib/maturity/filters.ts';
import type { Analysis } from '#lib/maturity/analysis.ts';
import type { Edges } from '#lib/maturity/bands.ts';
import type { CriterionFigures, Overview } from '#lib/maturity/figures.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import * as analysis from '#lib/server/analysis.ts';
import type { AskedView } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';
import { cached } from '#lib/server/cache.ts';
import * as expectedProducts from '#lib/server/expected-products.ts';
import * as levelTable from '#lib/server/level-table.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import type { Store } from '#lib/server/store.ts';

/** The numbers behind the page of analysis. */
export interface AnalysisData {
  analysis: Analysis;
  /** In the order of the analysis's criteria. */
  criteria: CriterionFigures[];
  questionnaire: Questionnaire;
  /** The declared levels, for what other targets would do. */
  levels: LevelTable;
  unanswered: Filters['unanswered'];
  overview: Overview;
  expected: { expected: number; answered: number } | undefined;
  edges: Edges;
  isFiltered: boolean;
}

async function read(store: Store, { view }: AskedView): Promise<AnalysisData> {
  const [analysed, criteria, questionnaire, levels, overview, expected] = await Promise.all([
    store.read((db) => analysis.read(db, view)),
    store.read((db) => attainment.byCriterion(db, view)),
    questionnaires.known(store, view.questionnaireId),
    store.read((db) => levelTable.read(db, view)),
    store.read((db) => attainment.overview(db, view)),
    expectedProducts.known(store, view.campaignId)
  ]);
  const isFiltered = formatFilters(view.filters).length > 0;
  const { edges, unanswered } = view.filters;
  return {
    analysis: analysed,
    criteria,
    questionnaire,
    levels,
    unanswered,
    overview,
    expected,
    edges,
    isFiltered
  };
}

export function analysisData(store: Store, asked: AskedView): Promise<AnalysisData> {
  return cached(store, `analysis data internal ${asked.key}`, () => read(store, asked), [asked.campaign.id]);
}
