import type { Edges } from '#lib/maturity/bands.ts';
import type { CriterionFigures } from '#lib/maturity/figures.ts';
import { formatFilters } from '#lib/maturity/filters.ts';
import { isSameCode, type Criterion } from '#lib/maturity/questionnaire.ts';
import { viewOf, type AskedView } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';
import * as byCorridor from '#lib/server/by-corridor.ts';
import type { CorridorCriterion } from '#lib/server/by-corridor.ts';
import { cached } from '#lib/server/cache.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import * as oneCriterion from '#lib/server/one-criterion.ts';
import type { BandsIfAttained, ProductAnswer } from '#lib/server/one-criterion.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import type { Store } from '#lib/server/store.ts';

/** The criterion of the same code in a campaign, against that campaign's own target. */
export interface CampaignCriterion {
  campaign: Pick<Campaign, 'name' | 'code'>;
  figures: CriterionFigures;
  /** Whether its levels are worded as in the campaign at hand. */
  sameLevels: boolean;
}

/** All that the page of one criterion rests on. */
export interface CriterionData {
  campaign: Campaign;
  edges: Edges;
  criterion: Criterion;
  figures: CriterionFigures;
  corridors: CorridorCriterion[];
  /** This campaign first, then earlier ones that have the code. */
  campaigns: CampaignCriterion[];
  answers: ProductAnswer[];
  ifAttained: BandsIfAttained;
}

/** The view without its filters of criteria: bands are then over the whole questionnaire. */
export function askedOfCriterion({ campaign, view }: AskedView): AskedView {
  return viewOf(campaign, formatFilters({ ...view.filters, theme: [], scope: [] }));
}

async function inCampaign(store: Store, { campaign, view }: AskedView, criterion: Criterion) {
  const { criteria } = await questionnaires.known(store, view.questionnaireId);
  const own = criteria.find(({ code }) => isSameCode(code, criterion.code));
  if (!own) return [];
  const all = await store.read((db) => attainment.byCriterion(db, view));
  const figures = all.find(({ code }) => code === own.code);
  const sameLevels = JSON.stringify(own.levels) === JSON.stringify(criterion.levels);
  return figures ? [{ campaign, figures, sameLevels }] : [];
}

async function ofCampaigns(
  store: Store,
  asked: AskedView,
  criterion: Criterion
): Promise<CampaignCriterion[]> {
  const list = await campaigns.known(store);
  const from = [asked.campaign, ...campaigns.earlier(list, asked.campaign.id)];
  const found: CampaignCriterion[] = [];
  for (const campaign of from) {
    found.push(...(await inCampaign(store, viewOf(campaign, formatFilters(asked.view.filters)), criterion)));
  }
  return found;
}

async function read(store: Store, asked: AskedView, code: string): Promise<CriterionData | undefined> {
  const { campaign, view } = asked;
  const { criteria } = await questionnaires.known(store, view.questionnaireId);
  const criterion = criteria.find((one) => isSameCode(one.code, code));
  if (!criterion) return undefined;
  const [list, corridors, answers, ifAttained] = await Promise.all([
    ofCampaigns(store, asked, criterion),
    store.read((db) => byCorridor.byCriterion(db, view, criterion.code)),
    store.read((db) => oneCriterion.byProduct(db, view, criterion.code)),
    store.read((db) => oneCriterion.ifAttained(db, view, criterion.code))
  ]);
  const figures = list[0]?.figures;
  if (!figures) throw new Error(`a criterion without figures: ${criterion.code}`);
  return {
    campaign,
    edges: view.filters.edges,
    criterion,
    figures,
    corridors,
    campaigns: list,
    answers,
    ifAttained
  };
}

/** Undefined where the campaign's questionnaire has no such code. */
export function criterionData(
  store: Store,
  asked: AskedView,
  code: string
): Promise<CriterionData | undefined> {
  const own = askedOfCriterion(asked);
  return cached(store, JSON.stringify(['criterion internal', code, own.key]), () => read(store, own, code));
}
