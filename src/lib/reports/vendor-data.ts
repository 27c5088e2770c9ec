import type { AnswerFigures, ProductFigures, VendorFigures } from '#lib/maturity/figures.ts';
import { formatFilters } from '#lib/maturity/filters.ts';
import type { Questionnaire } from '#lib/maturity/questionnaire.ts';
import * as answers from '#lib/server/answers.ts';
import { viewOf, type AskedView } from '#lib/server/asked-view.ts';
import * as attainment from '#lib/server/attainment.ts';
import { cached } from '#lib/server/cache.ts';
import * as campaigns from '#lib/server/campaigns.ts';
import type { Campaign } from '#lib/server/campaigns.ts';
import * as missing from '#lib/server/missing.ts';
import type { MissedAnswer, MissedCriterion } from '#lib/server/missing.ts';
import * as quartiles from '#lib/server/quartiles.ts';
import type { Quartiles } from '#lib/server/quartiles.ts';
import * as questionnaires from '#lib/server/questionnaires.ts';
import type { Store } from '#lib/server/store.ts';
import * as vendors from '#lib/server/vendors.ts';
import { askedOfProducts } from './product-data.ts';
import { mostColumns } from './vendor-columns.ts';

/** The vendor in one campaign, by the same filters of criteria, at that campaign's targets. */
export interface VendorCampaign {
  campaign: Pick<Campaign, 'name' | 'code'>;
  vendor: VendorFigures;
  products: ProductFigures[];
}

/** All that one vendor's sheet rests on, each from its one source. */
export interface VendorData {
  campaign: Campaign;
  vendor: VendorFigures;
  products: ProductFigures[];
  missed: MissedCriterion[];
  missedAnswers: MissedAnswer[];
  /** The products side by side, the page of them that there is, from 1, and what they say of each criterion. */
  columns: ProductFigures[];
  page: number;
  answers: (AnswerFigures & { id: string })[];
  questionnaire: Questionnaire;
  /** Of the whole campaign. */
  quartiles: Quartiles;
  bandEdges: readonly number[];
}

/** A vendor of which the store holds a response, in force in this campaign or not. */
export interface KnownVendor {
  name: string;
  /** The latest campaign first; those without a response of the vendor in force are left out. */
  history: VendorCampaign[];
  here?: VendorData;
}

async function readHistory(store: Store, asked: AskedView): Promise<VendorCampaign[]> {
  const list = await store.read(campaigns.list);
  const rows = await Promise.all(
    list.map(async (campaign) => {
      const { view } = viewOf(campaign, formatFilters(asked.view.filters));
      const [vendor] = await store.read((db) => attainment.byVendor(db, view));
      return (
        vendor && { campaign, vendor, products: await store.read((db) => attainment.byProduct(db, view)) }
      );
    })
  );
  return rows.filter((row) => row !== undefined);
}

async function readHere(store: Store, asked: AskedView, wanted: number): Promise<VendorData | undefined> {
  const { campaign, view } = asked;
  const [vendor] = await store.read((db) => attainment.byVendor(db, view));
  if (!vendor) return undefined;
  const whole = askedOfProducts(asked);
  const [products, missed, missedAnswers, spread, questionnaire] = await Promise.all([
    store.read((db) => attainment.byProduct(db, view)),
    store.read((db) => missing.byCriterion(db, view)),
    store.read((db) => missing.byProduct(db, view)),
    store.read((db) => quartiles.read(db, whole.view)),
    store.read((db) => questionnaires.read(db, view.questionnaireId))
  ]);
  const page = Math.min(wanted, Math.ceil(products.length / mostColumns));
  const columns = products.slice((page - 1) * mostColumns, page * mostColumns);
  const ids = columns.map(({ id }) => id);
  return {
    campaign,
    vendor,
    products,
    missed,
    missedAnswers,
    columns,
    page,
    answers: ids.length === 0 ? [] : await store.read((db) => answers.ofProducts(db, view, ids)),
    questionnaire,
    quartiles: spread,
    bandEdges: view.filters.edges
  };
}

/** The view of one vendor: its filters of criteria and settings, and all of the vendor's products. */
export function askedOfVendor(asked: AskedView, name: string): AskedView {
  return askedOfProducts(asked, { vendor: [name] });
}

/** Undefined where no response of such a vendor was ever stored. `page` of its products, from 1. */
export function vendorData(
  store: Store,
  asked: AskedView,
  name: string,
  page: number
): Promise<KnownVendor | undefined> {
  const own = askedOfVendor(asked, name);
  return cached(store, JSON.stringify(['vendor internal', name, page, own.key]), async () => {
    const spelled = await store.read((db) => vendors.find(db, name));
    if (spelled === undefined) return undefined;
    const [here, history] = await Promise.all([readHere(store, own, page), readHistory(store, own)]);
    return { name: here?.vendor.vendor ?? spelled, history, here };
  });
}
