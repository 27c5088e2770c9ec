import type { Edges } from '#lib/maturity/bands.ts';
import type {
  AnswerFigures,
  CriterionFigures,
  Overview,
  ProductFigures,
  ThemeProfile
} from '#lib/maturity/figures.ts';
import { formatFilters, withoutProductFilters, type Filters } from '#lib/maturity/filters.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import * as answers from '#lib/server/answers.ts';
import { viewOf, type AskedView } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';
import { cached } from '#lib/server/cache.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import * as productHistory from '#lib/server/product-history.ts';
import type { ProductResponse } from '#lib/server/product-history.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import type { Db } from '#lib/server/sql.ts';
import type { Store } from '#lib/server/store.ts';
import * as themeProfile from '#lib/server/theme-profile.ts';

/** Fewer rated products than this are listed, without median or share, and don't serve as a comparison. */
export const fewPeers = 5;

/** Whom a product is compared with, itself among them. */
export interface Peers {
  kind: 'corridor' | 'campaign';
  overview: Overview;
  products: ProductFigures[];
  criteria: CriterionFigures[];
  themes: ThemeProfile[];
}

/** The product in the campaign before, if it was there. */
export interface Before {
  campaign: Pick<Campaign, 'name' | 'questionnaireId'>;
  product: ProductFigures;
}

/** All that the page of one product rests on, each from its one source. */
export interface ProductData {
  campaign: Campaign;
  edges: Edges;
  product: ProductFigures;
  answers: AnswerFigures[];
  questionnaire: Questionnaire;
  peers: Peers;
  /** Whether there are enough products in its corridor to compare it with these alone. */
  hasCorridor: boolean;
  before?: Before;
}

/** A product of which the store holds a response, in force in this campaign or not. */
export interface KnownProduct {
  history: ProductResponse[];
  /** Absent where it has no response in force in this campaign. */
  here?: ProductData;
}

/** Whether to compare with the whole campaign even where the corridor would do. */
export type Compare = 'corridor' | 'all';

export function parseCompare(text: string | null): Compare {
  return text === 'all' ? 'all' : 'corridor';
}

/** The view without its product filters: a product's page shows it whatever they choose. */
export function askedOfProducts({ campaign, view }: AskedView, products: Partial<Filters> = {}): AskedView {
  return viewOf(campaign, formatFilters({ ...withoutProductFilters(view.filters), ...products }));
}

async function readBefore(db: Db, { campaign, view }: AskedView, id: string): Promise<Before | undefined> {
  const [previous] = campaigns.earlier(await campaigns.list(db), campaign.id);
  if (!previous) return undefined;
  const then = viewOf(previous, formatFilters(view.filters));
  const product = (await attainment.byProduct(db, then.view)).find((one) => one.id === id);
  return product && { campaign: previous, product };
}

async function readPeers(store: Store, asked: AskedView, kind: Peers['kind'], id: string): Promise<Peers> {
  const { view } = asked;
  const [overview, products, criteria, themes] = await Promise.all([
    store.read((db) => attainment.overview(db, view)),
    store.read((db) => attainment.byProduct(db, view)),
    store.read((db) => attainment.byCriterion(db, view)),
    store.read((db) => themeProfile.ofProduct(db, view, id))
  ]);
  return { kind, overview, products, criteria, themes };
}

async function readHere(store: Store, asked: AskedView, id: string, compare: Compare) {
  const { campaign, view } = asked;
  const all = await store.read((db) => attainment.byProduct(db, view));
  const product = all.find((one) => one.id === id);
  if (!product) return undefined;
  const { corridor } = product;
  const rated = all.filter((one) => one.corridor === corridor && one.rate !== null).length;
  const hasCorridor = corridor !== '' && rated >= fewPeers && rated < all.length;
  const kind = hasCorridor && compare === 'corridor' ? 'corridor' : 'campaign';
  const peersAsked = kind === 'corridor' ? askedOfProducts(asked, { corridor: [corridor] }) : asked;
  const [own, questionnaire, peers, before] = await Promise.all([
    store.read((db) => answers.byCriterion(db, view, id)),
    questionnaires.known(store, view.questionnaireId),
    readPeers(store, peersAsked, kind, id),
    store.read((db) => readBefore(db, asked, id))
  ]);
  const { edges } = view.filters;
  return { campaign, edges, product, answers: own, questionnaire, peers, hasCorridor, before };
}

async function read(store: Store, asked: AskedView, id: string, compare: Compare) {
  const history = await store.read((db) => productHistory.read(db, id));
  if (history.length === 0) return undefined;
  return { history, here: await readHere(store, asked, id, compare) };
}

/** Undefined where no response of such a product was ever stored. */
export function productData(
  store: Store,
  asked: AskedView,
  id: string,
  compare: Compare
): Promise<KnownProduct | undefined> {
  const own = askedOfProducts(asked);
  const key = JSON.stringify(['product internal', id, compare, own.key]);
  return cached(store, key, () => read(store, own, id, compare));
}
