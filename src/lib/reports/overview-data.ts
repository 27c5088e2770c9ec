import type {
  CorridorFigures,
  CriterionFigures,
  Overview,
  ProductFigures,
  ThemeFigures
} from '#lib/maturity/figures.ts';
import type { Edges } from '#lib/maturity/bands.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import { themesOf } from '#lib/maturity/theme-figures.ts';
import { viewOf, type AskedView } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';
import { cached } from '#lib/server/cache.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import * as expectedProducts from '#lib/server/expected-products.ts';
import { progress, type Progress } from '#lib/server/progress.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import type { Db } from '#lib/server/sql.ts';
import type { Store } from '#lib/server/store.ts';
import { formatFilters } from '#lib/maturity/filters.ts';

/** From this many rated products on, single ones are no longer drawn. */
export const mostDots = 400;

export interface Previous {
  campaign: Campaign;
  overview: Overview;
  progress: Progress;
}

/** All the figures of the overview, each from its one source, and what names them. */
export interface OverviewData {
  campaign: Campaign;
  edges: Edges;
  /** Whether filters or settings are in force. */
  isFiltered: boolean;
  overview: Overview;
  criteria: CriterionFigures[];
  questionnaire: Questionnaire;
  themes: ThemeFigures[];
  corridors: CorridorFigures[];
  /** Where few enough to be drawn one by one. */
  products?: ProductFigures[];
  bins?: { from: number; products: number }[];
  previous?: Previous;
  expected?: { expected: number; answered: number };
}

async function previousOf(store: Store, { campaign: { id } }: AskedView): Promise<Campaign | undefined> {
  return campaigns.earlier(await campaigns.known(store), id)[0];
}

async function readPrevious(
  store: Store,
  asked: AskedView,
  campaign: Campaign | undefined
): Promise<Previous | undefined> {
  if (!campaign) return undefined;
  const { view } = viewOf(campaign, formatFilters(asked.view.filters));
  const [moved, overview] = await Promise.all([
    progress(store, view, asked.view),
    store.read((db) => attainment.overview(db, view))
  ]);
  return moved.panel === 0 ? undefined : { campaign, overview, progress: moved };
}

async function productsOrBins(db: Db, { view }: AskedView, rated: number) {
  return rated > mostDots
    ? { bins: await attainment.rateBins(db, view) }
    : { products: await attainment.byProduct(db, view) };
}

async function readStanding(store: Store, asked: AskedView) {
  const { campaign, view } = asked;
  const isSmall = campaign.responses <= mostDots;
  const [standing, products] = await Promise.all([
    store.read((db) => attainment.standing(db, view)),
    isSmall ? store.read((db) => attainment.byProduct(db, view)) : undefined
  ]);
  if (products) return { ...standing, products };
  const { rated } = standing.overview;
  return { ...standing, ...(await store.read((db) => productsOrBins(db, asked, rated))) };
}

/** The questions are independent: each has a connection of its own, so that both cores work. */
async function read(store: Store, asked: AskedView, before: Campaign | undefined): Promise<OverviewData> {
  const { campaign, view } = asked;
  const [previous, standing, criteria, questionnaire, expected] = await Promise.all([
    readPrevious(store, asked, before),
    readStanding(store, asked),
    store.read((db) => attainment.byCriterion(db, view)),
    questionnaires.known(store, view.questionnaireId),
    expectedProducts.known(store, view.campaignId)
  ]);
  const { edges } = view.filters;
  const isFiltered = formatFilters(view.filters).length > 0;
  return {
    campaign,
    edges,
    isFiltered,
    criteria,
    themes: themesOf(criteria),
    previous,
    questionnaire,
    expected,
    ...standing
  };
}

/** What `write` makes of the figures, cached until a campaign that they rest on changes. */
export async function ofOverview<T>(
  store: Store,
  asked: AskedView,
  name: string,
  write: (data: OverviewData) => T
): Promise<T> {
  const before = await previousOf(store, asked);
  const of = [asked.campaign.id, ...(before ? [before.id] : [])];
  const key = `${asked.key} ${before?.id}`;
  const data = () => cached(store, `overview internal ${key}`, () => read(store, asked, before), of);
  return cached(store, `overview ${name} internal ${key}`, async () => write(await data()), of);
}
